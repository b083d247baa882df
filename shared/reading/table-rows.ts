/** Rows of a task table: merged cells filled down, rows cut by a page joined, areas taken from rows that span the table. */
import { firstOf } from '../core/sure.ts';
import type { ColumnMeaning, SourcePlace } from '../plan/read-plan.ts';
import { fold } from '../text/fold.ts';
import { splitRoles } from './actors.ts';
import { type Areas, areaRow, enterArea, noAreas, trimNumber } from './area-rows.ts';
import type { ReadingCell } from './blocks.ts';
import { flat } from './clean-text.ts';
import { carriesOn } from './items.ts';
import { parseLabel } from './labels.ts';
import { type FoundTaskTable, ownCells, repeatsHead, type TaskColumn } from './task-table.ts';

export type RowField = Exclude<ColumnMeaning, 'unknown'>;

/** A row before its cells are split: texts as written, one line for each paragraph. */
export type RowDraft = {
  texts: Record<RowField, string>;
  places: Partial<Record<RowField, SourcePlace>>;
  place: SourcePlace;
  /** Index of the draft whose merged cells this one shares. */
  sharesWith: number | null;
  /** The row has its own text in these columns; the rest was filled down. */
  own: ReadonlySet<RowField>;
  hidden: boolean;
  /** The borders of its cells were guessed. */
  guessed: boolean;
  /** Columns for these fields exist in the table. */
  columns: ReadonlySet<RowField>;
};

const fields: readonly RowField[] = [
  'no',
  'dimension',
  'component',
  'task',
  'result',
  'lead',
  'executor',
  'time',
  'note',
];
const people: readonly RowField[] = ['lead', 'executor', 'time'];

type Cut = { text: string; own: boolean; spanned: boolean; cell: ReadingCell | null };

/**
 * Reads the body rows of the task tables of one document, in order. `areaBefore` is the heading a table stands under, for
 * plans that print one table for each area; empty when the tables have their own areas.
 */
export function readRows(tables: readonly { found: FoundTaskTable; areaBefore: string }[]): RowDraft[] {
  const drafts: RowDraft[] = [];
  let areas: Areas = noAreas;
  for (const { found, areaBefore } of tables) {
    if (areaBefore !== '') {
      const label = parseLabel(areaBefore);
      areas = { ...noAreas, dimension: label ? label.rest : areaBefore };
    }
    areas = readTable(found, drafts, areas);
  }
  return drafts;
}

function readTable(found: FoundTaskTable, drafts: RowDraft[], before: Areas): Areas {
  let areas = before;
  const columns = new Set(found.columns.map((column) => column.meaning).filter((meaning) => meaning !== 'unknown'));
  /** A row that names a component and nothing else: the tasks follow in the next rows. */
  let heading: RowDraft | null = null;
  for (let row = found.body; row < found.table.rows; row++) {
    const own = ownCells(found.table, row).filter((cell) => cell.text.trim() !== '');
    if (own.length === 0 || repeatsHead(found, row) || isPageNumber(found, own)) continue;
    if (endsTable(own)) break;
    const area = areaRow(found, row, own);
    if (area) {
      areas = enterArea(areas, area, columns);
      heading = null;
      continue;
    }
    const cuts = cutsOf(found, row);
    const previous = drafts.at(-1);
    if (previous && continues(cuts, previous, columns)) {
      append(previous, cuts);
      continue;
    }
    const draft = newDraft(found, row, cuts, drafts, areas, columns);
    const namesOnly =
      draft.own.has('component') &&
      !['task', 'result', ...people].some((field) => draft.texts[field as RowField] !== '');
    if (heading && !draft.own.has('component') && !draft.own.has('dimension') && draft.sharesWith === null) {
      drafts.pop();
      draft.texts.component = heading.texts.component;
      draft.places.component = heading.places.component;
    }
    heading = namesOnly && draft.sharesWith === null ? draft : null;
    drafts.push(draft);
  }
  return areas;
}

/** The text each field has in a row, and whether it was written there or comes from a merged cell above. */
function cutsOf(found: FoundTaskTable, row: number): Map<RowField, Cut> {
  const cuts = new Map<RowField, Cut>();
  const periods: string[] = [];
  for (const column of found.columns) {
    if (column.meaning === 'unknown') continue;
    const cut = cutOf(found, row, column);
    if (column.period !== null) {
      const said = periodText(cut, column.period);
      if (said !== '') periods.push(said);
      if (said === '' && cut.own) continue;
      cut.text = said;
    }
    const earlier = cuts.get(column.meaning);
    if (!earlier) cuts.set(column.meaning, cut);
    else if (cut.text !== '' && column.period === null) {
      cuts.set(column.meaning, {
        text: earlier.text === '' ? cut.text : `${earlier.text}${endsSpan(column) ? ' - ' : '\n'}${cut.text}`,
        own: earlier.own || cut.own,
        spanned: earlier.spanned && cut.spanned,
        cell: earlier.cell ?? cut.cell,
      });
    }
  }
  const time = cuts.get('time');
  if (periods.length > 0 && time) {
    const plain = found.columns
      .filter((column) => column.meaning === 'time' && column.period === null)
      .map((column) => cutOf(found, row, column).text)
      .filter((text) => text !== '');
    cuts.set('time', { ...time, own: true, spanned: false, text: [...plain, joinPeriods(periods)].join('\n') });
  }
  shareRoles(found, cuts);
  return cuts;
}

/** "Kết thúc" beside "Bắt đầu": the two make one span. */
const endsSpan = (column: TaskColumn): boolean =>
  column.meaning === 'time' && /(?:ket thuc|den ngay|\bden|hoan thanh)$/.test(fold(column.caption));

function cutOf(found: FoundTaskTable, row: number, column: TaskColumn): Cut {
  const texts: string[] = [];
  let own = false;
  let spanned = false;
  let place: ReadingCell | null = null;
  const seen = new Set<ReadingCell>();
  for (let at = column.from; at < column.to; at++) {
    const cell = found.grid.cellAt(row, at);
    if (!cell || seen.has(cell) || !belongsTo(found, cell, column)) continue;
    seen.add(cell);
    place ??= cell;
    if (cell.row === row) own ||= cell.text.trim() !== '';
    else if (cell.row >= found.body) spanned = true;
    if (cell.row >= found.body && cell.text.trim() !== '') texts.push(cell.text.trim());
  }
  return { text: texts.join(' '), own, spanned, cell: place };
}

/** A cell wider than its column belongs to the column it covers most. */
function belongsTo(found: FoundTaskTable, cell: ReadingCell, column: TaskColumn): boolean {
  const covered = (of: TaskColumn) => Math.min(cell.column + cell.columnSpan, of.to) - Math.max(cell.column, of.from);
  let best = firstOf(found.columns);
  for (const candidate of found.columns) if (covered(candidate) > covered(best)) best = candidate;
  return best === column;
}

const ticked = /^(?:x|v|√|✓|✔|☒|☑|■|●|•|\*|\+|có)$/iu;

/** What a quarter column says: its caption when ticked, caption and words when something is written. */
function periodText(cut: Cut, caption: string): string {
  const text = flat(cut.text);
  if (text === '' || text === '☐' || text === '-' || /^(?:không|0)$/iu.test(text)) return '';
  return ticked.test(text) ? caption : `${caption}: ${text}`;
}

const joinPeriods = (periods: readonly string[]): string =>
  periods.join(periods.some((text) => text.includes(':')) ? '; ' : ', ');

/** One column for both roles: "Chủ trì: A; phối hợp: B" in the cell itself. */
function shareRoles(found: FoundTaskTable, cuts: Map<RowField, Cut>): void {
  const column = found.columns.find((candidate) => candidate.meaning === 'lead' || candidate.meaning === 'executor');
  const cut = column && cuts.get(column.meaning as RowField);
  if (!column || !cut || (cuts.has('lead') && cuts.has('executor'))) return;
  const roles = splitRoles(cut.text);
  if (roles) {
    cuts.set('lead', { ...cut, text: roles.lead });
    cuts.set('executor', { ...cut, text: roles.executors });
  } else if (column.bothRoles) {
    const [lead = '', ...others] = cut.text
      .split(/\n|;/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    cuts.set('lead', { ...cut, text: lead });
    if (others.length > 0) cuts.set('executor', { ...cut, text: others.join('\n') });
  }
}

/** "nt", "-nt-", "như trên", quotation marks: the same as in the row above. */
export const isSameAsAbove = (text: string): boolean =>
  /^[\s\-–—."'“”„]*(?:n\s*\.?\s*t|như\s+trên)[\s\-–—."'“”]*$/iu.test(text) ||
  /^\s*(?:["“”„″〃]|''|,,|``)(?:\s*["“”″])?\s*$/u.test(text);

function isPageNumber(found: FoundTaskTable, own: readonly ReadingCell[]): boolean {
  const [cell, ...more] = own;
  if (!cell || more.length > 0 || !/^\d{1,3}$/.test(cell.text.trim())) return false;
  return cell.rowSpan === 1 && found.columns.length > 2;
}

/** True for the first row under a table that is no row of it: who receives it, who made it, who signs. */
export const endsTable = (own: readonly ReadingCell[]): boolean =>
  own.some((cell) =>
    /^(?:nơi nhận\s*:?|người lập(?: biểu| bảng)?|tm\. (?:ủy|uỷ) ban nhân dân|thủ trưởng đơn vị)/iu.test(
      cell.text.trim(),
    ),
  ) && own.length <= 3;

/**
 * True for a row that only carries on the one above: cut by a page, or tasks of one group written in rows of their own with
 * the cells beside them left empty. A merged cell beside them means a group of its own.
 */
function continues(cuts: ReadonlyMap<RowField, Cut>, previous: RowDraft, columns: ReadonlySet<ColumnMeaning>): boolean {
  const cut = (field: RowField): Cut | undefined => cuts.get(field);
  if (cut('no')?.own || cut('dimension')?.own || cut('component')?.own) return false;
  if (!cut('task')?.own && !cut('result')?.own && !people.some((field) => cut(field)?.own)) return false;
  const beside = people.filter((field) => columns.has(field));
  if (beside.length === 0) return columns.has('no') && previous.columns.has('no') && !cut('no')?.spanned;
  if (beside.some((field) => cut(field)?.spanned && cut(field)?.text !== ''))
    return !cut('task')?.own && !beside.some((field) => cut(field)?.own);
  return beside.every((field) => {
    const written = cut(field);
    if (!written?.own) return true;
    return (
      !isSameAsAbove(written.text) &&
      carriesOn(previous.texts[field].split('\n').at(-1) ?? '', written.text) &&
      /^\p{Ll}/u.test(written.text)
    );
  });
}

function append(previous: RowDraft, cuts: ReadonlyMap<RowField, Cut>): void {
  for (const [field, cut] of cuts) {
    if (!cut.own || cut.text === '') continue;
    const joint = people.includes(field) ? ' ' : '\n';
    previous.texts[field] = previous.texts[field] === '' ? cut.text : `${previous.texts[field]}${joint}${cut.text}`;
  }
}

function newDraft(
  found: FoundTaskTable,
  row: number,
  cuts: ReadonlyMap<RowField, Cut>,
  drafts: readonly RowDraft[],
  areas: Areas,
  columns: ReadonlySet<ColumnMeaning>,
): RowDraft {
  const texts = Object.fromEntries(fields.map((field) => [field, ''])) as Record<RowField, string>;
  const places: Partial<Record<RowField, SourcePlace>> = {};
  const own = new Set<RowField>();
  const previous = drafts.at(-1);
  for (const [field, cut] of cuts) {
    const same = cut.own && previous !== undefined && isSameAsAbove(cut.text);
    texts[field] = same ? previous.texts[field] : cut.text === '-' ? '' : cut.text;
    if (cut.own) own.add(field);
    const at = found.columns.find((column) => column.meaning === field)?.from ?? 0;
    places[field] = { block: found.block, row: cut.cell?.row ?? row, column: cut.cell?.column ?? at };
  }
  texts.no = trimNumber(texts.no);
  fillHeadings(texts, own, cuts, previous, areas, columns);
  const first = ownCells(found.table, row).find((cell) => cell.text.trim() !== '');
  return {
    texts,
    places,
    place: { block: found.block, row, column: first?.column ?? 0 },
    sharesWith: sharedRow(found, row, cuts, drafts, own),
    own,
    hidden: found.table.hiddenRows?.includes(row) ?? false,
    guessed: found.table.guessed ?? false,
    columns: columns as ReadonlySet<RowField>,
  };
}

/** Area, number and component of a row that leaves them blank: from the row that spans the table, or from the row above. */
function fillHeadings(
  texts: Record<RowField, string>,
  own: ReadonlySet<RowField>,
  cuts: ReadonlyMap<RowField, Cut>,
  previous: RowDraft | undefined,
  areas: Areas,
  columns: ReadonlySet<ColumnMeaning>,
): void {
  if (texts.dimension === '')
    texts.dimension =
      columns.has('dimension') && previous?.columns.has('dimension') ? previous.texts.dimension : areas.dimension;
  if (texts.dimension === '') texts.dimension = areas.dimension;
  const newArea = !previous || fold(previous.texts.dimension) !== fold(texts.dimension);
  if (texts.component === '') {
    texts.component =
      columns.has('component') && previous && !newArea && !cuts.get('component')?.spanned
        ? previous.texts.component
        : areas.component;
  }
  if (texts.no === '' && !columns.has('no')) {
    const label = parseLabel(texts.dimension);
    texts.no = areas.dimension === texts.dimension ? areas.dimensionNo : trimNumber(label?.label ?? '');
  } else if (
    texts.no === '' &&
    !own.has('no') &&
    previous &&
    !newArea &&
    !cuts.get('no')?.spanned &&
    columns.has('dimension')
  ) {
    texts.no = previous.texts.no;
  } else if (texts.no === '' && !columns.has('dimension')) {
    texts.no = areas.dimensionNo;
  }
}

/** The row whose task cell reaches down into this one while nothing but headings is written here. */
function sharedRow(
  found: FoundTaskTable,
  row: number,
  cuts: ReadonlyMap<RowField, Cut>,
  drafts: readonly RowDraft[],
  own: ReadonlySet<RowField>,
): number | null {
  const task = cuts.get('task');
  const cell = task?.cell ?? null;
  if (!task?.spanned || task.own || cell === null || cell.row >= row) return null;
  if ([...own].some((field) => field !== 'no' && field !== 'dimension' && field !== 'component')) return null;
  const start = drafts.findLastIndex(
    (draft) => draft.place.block === found.block && (draft.place.row ?? 0) <= cell.row,
  );
  return start < 0 ? null : start;
}
