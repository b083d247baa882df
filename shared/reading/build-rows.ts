/** From texts of cells to rows of the plan: items, actors, doubts. */
import { itemAt } from '../core/sure.ts';
import type { Doubt, ReadRow, SourcePlace } from '../plan/read-plan.ts';
import { fold } from '../text/fold.ts';
import { splitActors } from './actors.ts';
import { flat } from './clean-text.ts';
import { blankDoubts, type DoubtContext, makeDoubt, repeatedComponents, textDoubts } from './doubts.ts';
import { splitItems } from './items.ts';
import { withoutMarker } from './labels.ts';
import type { SectionRow } from './section-tasks.ts';
import type { RowDraft, RowField } from './table-rows.ts';

/** Rows of the task table with their doubts. */
export function rowsOfDrafts(drafts: readonly RowDraft[], context: DoubtContext): ReadRow[] {
  const rows = drafts.map(plainRow);
  const repeated = repeatedComponents(
    rows,
    drafts.map((draft) => draft.own.has('component')),
  );
  return rows.map((row, index) => {
    const draft = itemAt(drafts, index);
    const doubts = doubtsOfRow(row, draft, context);
    const number = missingNumber(rows, drafts, index);
    if (number) doubts.unshift(number);
    const again = repeated[index];
    if (again) doubts.push(again);
    if (draft.hidden) doubts.push(makeDoubt('row', 'Hàng này đang bị bộ lọc của Excel ẩn đi.', '', null, draft.place));
    if (draft.guessed)
      doubts.push(
        makeDoubt(
          'row',
          'Bảng chép từ PDF không còn đường kẻ; ranh giới các ô do chương trình đoán.',
          '',
          null,
          draft.place,
        ),
      );
    return { ...row, doubts };
  });
}

/**
 * A time cell is kept as written, its line breaks as spaces, without the dash it begins with. A dash after a finished line
 * goes as well; between two lines that nothing else divides it stays ("Trước bầu cử - Thường xuyên").
 */
const oneTime = (text: string): string => withoutBullet(flat(text.replace(/([.;,:])\s*\n\s*[-–—+•]\s*/g, '$1 ')));

const withoutBullet = (text: string): string => text.replace(/^(?:[-–—+•*]\s+|[-–—•])(?=\S)/u, '');

function plainRow(draft: RowDraft): ReadRow {
  const { texts } = draft;
  return {
    no: flat(texts.no),
    dimension: withoutBullet(flat(texts.dimension)),
    component: withoutBullet(flat(texts.component)),
    tasks: splitItems(texts.task),
    results: splitItems(texts.result),
    lead: withoutBullet(flat(texts.lead)).replace(/[\s.;,]+$/, ''),
    executors: splitActors(texts.executor),
    time: oneTime(texts.time),
    note: flat(texts.note),
    sharesWith: draft.sharesWith,
    doubts: [],
    place: draft.place,
  };
}

const fieldOf: Partial<Record<RowField, string>> = {
  dimension: 'dimension',
  component: 'component',
  task: 'tasks',
  result: 'results',
  lead: 'lead',
  executor: 'executors',
  time: 'time',
  note: 'note',
};

function doubtsOfRow(row: ReadRow, draft: RowDraft, context: DoubtContext): Doubt[] {
  const doubts: Doubt[] = [];
  const place = (field: RowField): SourcePlace | null => draft.places[field] ?? null;
  for (const [from, field] of Object.entries(fieldOf) as [RowField, string][]) {
    // A text filled down was already looked at in the row it stands in.
    if (draft.own.has(from))
      doubts.push(...textDoubts({ field, text: textOf(row, field), place: place(from) }, context));
  }
  const places = { tasks: place('task'), lead: place('lead'), executors: place('executor'), time: place('time') };
  const has = {
    tasks: draft.columns.has('task'),
    lead: draft.columns.has('lead'),
    executors: draft.columns.has('executor'),
    time: draft.columns.has('time'),
  };
  doubts.push(...blankDoubts(row, has, places));
  return doubts;
}

function textOf(row: ReadRow, field: string): string {
  const value = row[field as keyof ReadRow];
  return Array.isArray(value) ? value.join('\n') : String(value ?? '');
}

/** An area without its number while its neighbours have one; the next number is offered. */
function missingNumber(rows: readonly ReadRow[], drafts: readonly RowDraft[], index: number): Doubt | null {
  const row = itemAt(rows, index);
  const draft = itemAt(drafts, index);
  if (row.no !== '' || !draft.columns.has('no')) return null;
  const previous = rows[index - 1];
  const sameArea =
    previous !== undefined && fold(previous.dimension) === fold(row.dimension) && draft.columns.has('dimension');
  if (sameArea || !rows.some((other) => other.no !== '')) return null;
  const before = rows.slice(0, index).findLast((other) => other.no !== '')?.no ?? '0';
  const next = /^\d+$/.test(before) ? String(Number(before) + 1) : null;
  return makeDoubt('no', 'Thiếu số thứ tự.', '', next, draft.places.no ?? draft.place);
}

/** Rows read from running text, for plans without a task table. */
export function rowsOfSections(found: readonly SectionRow[], context: DoubtContext): ReadRow[] {
  const timed = found.some((row) => row.byOfficer && row.time !== '');
  return found.map((row) => {
    const read: ReadRow = {
      no: row.no,
      dimension: row.dimension,
      component: row.component,
      tasks: row.tasks.map((task) => withoutMarker(task)),
      results: row.results,
      lead: row.lead,
      executors: splitActors(row.executors),
      time: row.time,
      note: '',
      sharesWith: null,
      doubts: [],
      place: row.place,
    };
    for (const field of ['dimension', 'component', 'tasks', 'results', 'lead', 'time']) {
      read.doubts.push(...textDoubts({ field, text: textOf(read, field), place: row.place }, context));
    }
    const has = { tasks: false, lead: false, executors: false, time: timed && row.byOfficer };
    read.doubts.push(...blankDoubts(read, has, {}));
    return read;
  });
}
