/** Every record table a person's act may change: what the writer, the undo and the search know of each. */
import { type AnyColumn, getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type BodyBlock, plainTexts } from '../shared/body/body-blocks.ts';
import { fold } from '../shared/text/fold.ts';
import * as schema from './schema/index.ts';

export type RecordRow = { id: string; revision: number; [column: string]: unknown };

type Column = {
  readonly key: string;
  readonly name: string;
  toDriver(value: unknown): unknown;
  fromDriver(value: unknown): unknown;
};

export type RecordTable = {
  readonly name: string;
  readonly columns: readonly Column[];
  /** The row with every column present and in the schema's order, as reading gives it, so that journal images compare. */
  whole(fields: object): RecordRow;
  /** What typing finds this record by; null for tables that are not searched. */
  readonly searchText: ((row: RecordRow) => string) | null;
};

/** Images move between rows and journal as they are: stored JSON is not read through its schema here, or undo could not bring back what stood. */
const imageOf = (column: AnyColumn, value: unknown): unknown =>
  column.dataType === 'custom' ? JSON.parse(String(value)) : column.mapFromDriverValue(value);

function recordTable(table: SQLiteTable, searchText: RecordTable['searchText'] = null): RecordTable {
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => ({
    key,
    name: column.name,
    toDriver: (value: unknown) => (value === null || value === undefined ? null : column.mapToDriverValue(value)),
    fromDriver: (value: unknown) => (value === null ? null : imageOf(column, value)),
  }));
  const defaults = Object.entries(getTableColumns(table)).map(
    ([key, column]) => [key, column.default ?? null] as const,
  );
  const whole = (fields: object): RecordRow => {
    const given = fields as Record<string, unknown>;
    return Object.fromEntries(defaults.map(([key, value]) => [key, given[key] ?? value])) as RecordRow;
  };
  return { name: getTableName(table), columns, whole, searchText };
}

const joined = (...parts: unknown[]): string =>
  fold(
    parts
      .flat()
      .filter((part) => typeof part === 'string')
      .join(' '),
  );

/** Texts among the values of a record's own fields: those of an activity's kind. */
const wordsIn = (details: unknown): unknown[] =>
  typeof details === 'object' && details !== null ? Object.values(details).flat() : [];

export const recordTables = {
  unit: recordTable(schema.unit),
  office: recordTable(schema.office),
  post: recordTable(schema.post),
  person: recordTable(schema.person),
  holding: recordTable(schema.holding),
  reportingWindow: recordTable(schema.reportingWindow),
  plan: recordTable(schema.plan, (row) => joined(row.title, row.number, row.issuer)),
  section: recordTable(schema.section, (row) => joined(row.heading, plainTexts(row.paragraphs as BodyBlock[]))),
  area: recordTable(schema.area),
  component: recordTable(schema.component),
  taskGroup: recordTable(schema.taskGroup, (row) => joined(row.results, row.lead, row.executors)),
  task: recordTable(schema.task, (row) => joined(row.text)),
  planOrigin: recordTable(schema.planOrigin),
  fileWords: recordTable(schema.fileWords),
  columnMapping: recordTable(schema.columnMapping),
  progress: recordTable(schema.progress, (row) => joined(row.doneText, row.obstacle, row.proposal)),
  evidence: recordTable(schema.evidence, (row) =>
    joined(row.title, row.fileName, row.number, row.excerpt, row.url, row.issuer),
  ),
  evidenceLink: recordTable(schema.evidenceLink),
  report: recordTable(schema.report),
  issuedDocument: recordTable(schema.issuedDocument),
  exportedWord: recordTable(schema.exportedWord),
  silencedRule: recordTable(schema.silencedRule),
  silencedLayout: recordTable(schema.silencedLayout),
  sentBundle: recordTable(schema.sentBundle),
  receivedReport: recordTable(schema.receivedReport),
  reportingRegime: recordTable(schema.reportingRegime),
  workingYear: recordTable(schema.workingYear),
  officeEvent: recordTable(schema.officeEvent, (row) => joined(row.words, row.note)),
  scheduleAnswer: recordTable(schema.scheduleAnswer),
  targetChoice: recordTable(schema.targetChoice),
  measurement: recordTable(schema.measurement),
  proofReason: recordTable(schema.proofReason),
  handover: recordTable(schema.handover),
  activity: recordTable(schema.activity, (row) => joined(row.title, ...wordsIn(row.details))),
  activityTask: recordTable(schema.activityTask),
  activityEvidence: recordTable(schema.activityEvidence),
  receivedRecall: recordTable(schema.receivedRecall),
  unitKey: recordTable(schema.unitKey),
  outgoing: recordTable(schema.outgoing),
  rowAnswer: recordTable(schema.rowAnswer),
  wholeAnswer: recordTable(schema.wholeAnswer),
  receivedVerdict: recordTable(schema.receivedVerdict),
  superiorPlan: recordTable(schema.superiorPlan),
  coverage: recordTable(schema.coverage),
  forkedInstallation: recordTable(schema.forkedInstallation),
} as const;

export type RecordTableName = keyof typeof recordTables;

/** The row type of each record table, as drizzle infers it from the schema. */
export type RowOf<T extends RecordTableName> = (typeof schema)[T]['$inferSelect'];

/** A row to be inserted: what may be empty or has a default may be left out. */
export type NewRowOf<T extends RecordTableName> = Omit<(typeof schema)[T]['$inferInsert'], 'revision'>;
