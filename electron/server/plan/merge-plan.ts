/** Updating a kept plan from a file: what the comparison found and the person decided, written as one act. */
import type { StoredPlan } from '../../../db/queries/stored-plan.ts';
import type { RecordRow, RecordTableName } from '../../../db/tables.ts';
import type { Batch } from '../../../db/write.ts';
import { positionsInOrder } from '../../../shared/compare/order.ts';
import type { FieldChange, Value } from '../../../shared/compare/three-way.ts';
import { type SectionChange, sectionWords } from '../../../shared/plan/compare-text.ts';
import { type Choice, type MergedTable, mergeTable } from '../../../shared/plan/merge-plan.ts';
import type { ReadRow } from '../../../shared/plan/read-plan.ts';
import type { FileWords } from '../../../shared/plan/stored-table.ts';
import type { Deps } from '../core/deps.ts';
import type { ComparedPlan } from './compare-plan.ts';
import { addNamedPosts, positionStep } from './keep-plan.ts';

export type MergeSource = { rows: readonly ReadRow[]; sourceName: string; sourceSha256: string };

/** One record as it is to stand; `row` null for one that goes. */
type Write = { table: RecordTableName; id: string; row: Record<string, unknown> | null; isNew: boolean };

export type PlanMerge = { writes: Write[]; fileWords: Map<string, FileWords>; removed: string[] };

/** What has to be written; empty where the plan already says what the file says. */
export function planMerge(deps: Deps, compared: ComparedPlan, chosen: readonly Choice[]): PlanMerge {
  const { stored, shape, table } = compared;
  const merged = mergeTable(stored.table, shape, table, chosen, deps.newId);
  const fileWords = new Map(merged.fileWords);
  const take = takerOf(chosen);
  return {
    writes: [
      ...headWrites(compared, take, fileWords),
      ...sectionWrites(deps, compared, take, fileWords),
      ...tableWrites(stored, merged),
    ],
    fileWords,
    removed: [...Object.values(merged.removed).flat(), ...lostSections(compared.sections)],
  };
}

/** Applies a merge inside a batch. The plan's own record is always written, so that the act can be found from the plan. */
export function applyMerge(
  deps: Deps,
  batch: Batch,
  { stored }: ComparedPlan,
  merge: PlanMerge,
  { rows, sourceName, sourceSha256 }: MergeSource,
): { postsAdded: number } {
  const plan = merge.writes.find(({ table }) => table === 'plan')?.row ?? {};
  batch.update('plan', stored.plan.id, stored.plan.revision, { ...plan, sourceName, sourceSha256 });
  for (const { table, id, row, isNew } of merge.writes) {
    if (table === 'plan') continue;
    if (row === null) batch.remove(table, id, null);
    else if (isNew) batch.insert(table, { ...row, id } as never);
    else batch.update(table, id, null, row as never);
  }
  for (const [id, words] of merge.fileWords) {
    if (batch.get('fileWords', id)) batch.update('fileWords', id, null, { words });
    else batch.insert('fileWords', { id, words });
  }
  for (const id of merge.removed) if (batch.get('fileWords', id)) batch.remove('fileWords', id, null);
  return { postsAdded: addNamedPosts(deps, batch, rows) };
}

type Take = (id: string, field: FieldChange) => Value;

/** The words a field will have: the person's choice, else the file's where only the file changed it. */
const takerOf = (chosen: readonly Choice[]): Take => {
  const choices = new Map(chosen.map(({ id, field, take }) => [`${id} ${field}`, take]));
  return (id, { field, kind, stored, file }) =>
    (choices.get(`${id} ${field}`) ?? (kind === 'file' ? 'file' : 'stored')) === 'file' ? file : stored;
};

function headWrites({ stored, head }: ComparedPlan, take: Take, fileWords: Map<string, FileWords>): Write[] {
  const { plan, fromFile } = stored;
  if (head.length === 0) return [];
  const row: Record<string, unknown> = {};
  const said: Record<string, unknown> = { ...fromFile.get(plan.id) };
  for (const field of head) {
    const value = take(plan.id, field);
    if (value !== field.stored) row[field.field] = asStored(field.field, value);
    said[field.field] = asStored(field.field, field.file);
  }
  const isNews = head.some(({ kind }) => kind !== 'hand');
  if (isNews) fileWords.set(plan.id, said as FileWords);
  return Object.keys(row).length > 0 ? [{ table: 'plan', id: plan.id, row, isNew: false }] : [];
}

function asStored(field: string, value: Value): unknown {
  if (field !== 'signer') return value;
  const [authority = '', title = '', name = ''] = value;
  return { authority, title, name };
}

const lostSections = (changes: readonly SectionChange[]): string[] =>
  changes.flatMap(({ state, id }) => (state === 'removed' && id !== null ? [id] : []));

function sectionWrites(
  deps: Deps,
  { stored, sections, flat }: ComparedPlan,
  take: Take,
  fileWords: Map<string, FileWords>,
): Write[] {
  const present = sections.filter(({ at }) => at !== null);
  if (present.length === 0) return [];
  const known = new Map(stored.sections.map((section) => [section.id, section]));
  const ids = present.map(({ id }) => id ?? deps.newId());
  const positions = positionsInOrder(
    present.map(({ id }) => known.get(id ?? '')?.position ?? null),
    positionStep,
  );
  const writes = present.map((change, index): Write => {
    const { parent, label, heading, paragraphs } = flat[change.at!]!;
    const id = ids[index]!;
    const before = known.get(id);
    const words: Record<string, unknown> = before
      ? { label: before.label, heading: before.heading, paragraphs: before.paragraphs }
      : { label, heading, paragraphs };
    for (const field of change.fields) {
      const value = take(id, field);
      // Paragraphs are compared as words; what is written is the blocks behind them.
      if (field.field !== 'paragraphs') words[field.field] = value;
      else if (value === field.file) words.paragraphs = paragraphs;
    }
    if (change.fields.some(({ kind }) => kind !== 'hand'))
      fileWords.set(id, sectionWords({ label, heading, paragraphs }));
    const parentId = parent === null ? null : ids[parent]!;
    return {
      table: 'section',
      id,
      row: { ...words, planId: stored.plan.id, parentId, position: positions[index]! },
      isNew: !before,
    };
  });
  // A section that goes may hold ones that stay: those are first put elsewhere, and children go before their parents.
  const lost = lostSections(sections).toReversed();
  return [
    ...writes.filter((write) => write.isNew || differs(write.row, known.get(write.id))),
    ...gone('section', lost),
  ];
}

const gone = (table: RecordTableName, ids: readonly string[]): Write[] =>
  ids.map((id) => ({ table, id, row: null, isNew: false }));

const differs = (row: Record<string, unknown> | null, before: Record<string, unknown> | undefined): boolean =>
  before === undefined ||
  Object.entries(row ?? {}).some(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]));

/** Parents are written before their children and go after them. */
function tableWrites({ plan, records }: StoredPlan, merged: MergedTable): Write[] {
  const planId = plan.id;
  const write = (
    table: RecordTableName,
    before: readonly (RecordRow & { position: number })[],
    list: readonly ({ id: string } & Record<string, unknown>)[],
    blank: Record<string, unknown> = {},
  ): Write[] => {
    const known = new Map(before.map((record) => [record.id, record]));
    const positions = positionsInOrder(
      list.map(({ id }) => known.get(id)?.position ?? null),
      positionStep,
    );
    return list.flatMap(({ id, ...fields }, index): Write[] => {
      const isNew = merged.added.has(id);
      const row = { ...(isNew ? blank : {}), ...fields, planId, position: positions[index]! };
      return isNew || differs(row, known.get(id)) ? [{ table, id, row, isNew }] : [];
    });
  };
  const only = <T extends object, K extends keyof T>(list: readonly T[], keys: readonly K[]) =>
    list.map((record) => Object.fromEntries(keys.map((key) => [key, record[key]])) as Pick<T, K>);
  return [
    ...write('area', records.area, only(merged.areas, ['id', 'no', 'name'])),
    ...write('component', records.component, only(merged.components, ['id', 'areaId', 'name'])),
    ...write(
      'taskGroup',
      records.group,
      only(merged.groups, ['id', 'areaId', 'componentIds', 'results', 'lead', 'executors', 'time', 'note']),
    ),
    ...write('task', records.task, only(merged.tasks, ['id', 'groupId', 'text']), {
      lead: null,
      time: null,
      assigneeId: null,
    }),
    ...gone('task', merged.removed.task),
    ...gone('taskGroup', merged.removed.group),
    ...gone('component', merged.removed.component),
    ...gone('area', merged.removed.area),
  ];
}
