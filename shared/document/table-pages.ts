/**
 * A long table cut to pages. A merged label prints its words once, at its top: rows that run on to the next page would stand
 * there without their label, and a browser would rather leave half a page white than tear the group. So the pages are planned
 * from the letters' widths, and each one opens with its labels again.
 */
import { cellHeight, naturalLine } from './cells.ts';
import type { Layout } from './decree30.ts';
import { type DocumentNode, type NodeOf, type TableCell, textOf } from './model.ts';
import { type GridSlot, placeCells } from './table-grid.ts';
import { tearCell } from './tear-rows.ts';
import { millimetresPerPoint, wrappedLines } from './text-width.ts';

/** Part of a page above which a row may go on on the next one: kept whole, it would leave as much of a page white. */
const tallPart = 1 / 3;

/** Room that is worth beginning a row in that will be torn. */
const tornRoom = 20;

/**
 * Paper of the table's section, in millimetres; `hinting` is how much wider than measured the renderer sets small text. With
 * `pieces` a tall row that meets the end of its page comes back as a row for each page; else the renderer tears it.
 */
export type TablePage = { layout: Layout; width: number; height: number; hinting: number; pieces?: boolean };

type Rows = GridSlot<TableCell>[][];

/** Room kept free on each page, since another program may set a line more. */
const reserve = 4;

/** The same table with every merged label split at page ends. Tables without label columns come back as they are. */
export const tableForPages = (
  table: NodeOf<'table'>,
  before: DocumentNode | undefined,
  page: TablePage,
): NodeOf<'table'> => plannedTable(table, before, page).table;

/** The table with its labels split, and the rows of its body that may be torn apart where a page ends; all others stay whole. */
export function plannedTable(
  table: NodeOf<'table'>,
  before: DocumentNode | undefined,
  page: TablePage,
): { table: NodeOf<'table'>; tall: ReadonlySet<number> } {
  const placed = placeCells(table.columns.length, table.rows);
  if (!placed.ok) throw new Error(placed.error);
  const measure = cellMeasure(table, page);
  const tall = tallRows(table, placed.value, page, measure);
  if (table.labelColumns === 0) return { table, tall };
  const opening = pageStarts(table, placed.value, { head: headHeight(before, page), measure }, page);
  return { table: { ...table, rows: splitLabels(table, placed.value, opening) }, tall };
}

function tallRows(table: NodeOf<'table'>, rows: Rows, page: TablePage, measure: Measure): Set<number> {
  const tall = new Set<number>();
  for (let at = table.headerRows; at < rows.length; ) {
    const end = unitEnd(table, rows, at);
    if (isTall(unitHeight(table, rows.slice(at, end), measure), page))
      for (let row = at; row < end; row += 1) tall.add(row);
    at = end;
  }
  return tall;
}

const isTall = (height: number, page: TablePage): boolean => height > page.height * tallPart;

/** Rows with a label cell started again wherever a page opens. */
function splitLabels(table: NodeOf<'table'>, rows: Rows, opening: ReadonlySet<number>): TableCell[][] {
  const open = new Map<number, TableCell>();
  return rows.map((slots, at) =>
    slots.flatMap((slot) => {
      const isLabel = at >= table.headerRows && slot.column < table.labelColumns;
      if (!isLabel) return slot.kind === 'start' ? [slot.cell] : [];
      const above = open.get(slot.column);
      if (slot.kind === 'continued' && above && !opening.has(at)) {
        above.rowSpan += 1;
        return [];
      }
      const started = { ...slot.cell, rowSpan: 1 };
      open.set(slot.column, started);
      return [started];
    }),
  );
}

/** A label and the rows it stands beside on the current page. */
type Beside = { label: number; rows: number };

/**
 * Indexes of the rows that open a page after the first, or follow a torn row onto one: labels are printed there again. Where rows
 * are torn into pieces, these take the place of their row in `rows`.
 */
function pageStarts(
  table: NodeOf<'table'>,
  rows: Rows,
  { head, measure }: { head: number; measure: Measure },
  page: TablePage,
): Set<number> {
  const captions = rows
    .slice(0, table.headerRows)
    .reduce((sum, slots) => sum + Math.max(0, ...slots.map((slot) => measure(slot, 'bold'))), 0);
  const room = page.height - captions - reserve;
  const starts = new Set<number>();
  const labels = new Map<number, Beside>();
  let used = head;
  // Index of the rest of a torn row: it stands on the next page, however short it is.
  let rest = -1;
  for (let at = table.headerRows; at < rows.length; ) {
    let end = unitEnd(table, rows, at);
    let unit = unitHeight(table, rows.slice(at, end), measure);
    const first = (rows[at] ?? []).filter((slot) => slot.column < table.labelColumns);
    // A label taller than its rows stretches the last of them; labels stand side by side, so the tallest counts.
    const ending = first.filter((slot) => slot.kind === 'start').map((slot) => labels.get(slot.column));
    const stretch = Math.max(0, ...ending.map((beside) => (beside ? beside.label - beside.rows : 0)));
    const left = room - used - stretch;
    const isTorn = isTall(unit, page) && left >= tornRoom && at !== rest;
    const opens = at > table.headerRows && (at === rest || (unit > left && !isTorn));
    if (opens) starts.add(at);
    const before = opens ? 0 : used + stretch;
    if (before + unit > room && isTall(unit, page)) {
      const pieces = page.pieces ? tearUnit(table, rows.slice(at, end), room - before, page) : null;
      if (pieces) {
        rows.splice(at, end - at, ...pieces.first, pieces.rest);
        end = at + pieces.first.length;
        unit = unitHeight(table, pieces.first, measure);
        rest = end;
      } else if (end < rows.length) starts.add(end);
    }
    used = before + unit;
    // What is left of a row that went on by itself stands at the head of its last page.
    if (used > room) used -= room * Math.floor(used / room);
    for (const slot of first) {
      const beside = labels.get(slot.column);
      const isFresh = opens || slot.kind === 'start' || !beside;
      const grown = isFresh ? unit : beside.rows + stretch + unit;
      labels.set(slot.column, { label: isFresh ? measure(slot) : beside.label, rows: grown });
    }
    at = end;
  }
  return starts;
}

/**
 * A unit cut at a height: its rows with the first part of each cell, and one row more with the rest. Null where a cell belongs to
 * some of its rows only, where the labels alone are higher, or where nothing would stand on one side.
 */
function tearUnit(
  table: NodeOf<'table'>,
  rows: Rows,
  height: number,
  page: TablePage,
): { first: Rows; rest: GridSlot<TableCell>[] } | null {
  const own = rows.map((slots) => slots.filter((slot) => slot.column >= table.labelColumns));
  if (own.some((slots, at) => slots.some(({ kind }) => (kind === 'start') !== (at === 0)))) return null;
  const cells = (own[0] ?? []).map(({ column, cell }) => {
    const width = columnWidth(table, column, cell.columnSpan, page);
    return { column, cell, ...tearCell(cell, width, height, page) };
  });
  if (cells.every(({ first }) => first.length === 0) || cells.every(({ rest }) => rest.length === 0)) return null;
  const part = (slot: GridSlot<TableCell>): GridSlot<TableCell> => {
    const torn = cells.find(({ column }) => column === slot.column);
    return torn ? { ...slot, cell: { ...slot.cell, paragraphs: torn.first } } : slot;
  };
  const labels = (rows.at(-1) ?? []).filter((slot) => slot.column < table.labelColumns);
  return {
    first: rows.map((slots) => slots.map(part)),
    rest: [
      ...labels.map(({ column, cell }) => ({ kind: 'continued' as const, column, columnSpan: cell.columnSpan, cell })),
      ...cells.map(({ column, cell, rest }) => ({
        kind: 'start' as const,
        column,
        cell: { ...cell, rowSpan: 1, paragraphs: rest },
      })),
    ],
  };
}

type Measure = (slot: GridSlot<TableCell>, weight?: 'regular' | 'bold') => number;

/** Each cell is measured once: it is asked for when rows are judged tall, when they are stacked, and when labels are. */
function cellMeasure(table: NodeOf<'table'>, page: TablePage): Measure {
  const known = new Map<TableCell, number>();
  return ({ column, cell }, weight = 'regular') => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const width = columnWidth(table, column, cell.columnSpan, page);
    const height = cellHeight(cell.paragraphs.map(textOf), width, page.layout, page.hinting, weight);
    known.set(cell, height);
    return height;
  };
}

/** Width of a column and of those after it that a cell spans. */
function columnWidth(table: NodeOf<'table'>, column: number, span: number, page: TablePage): number {
  const sharesOf = (columns: NodeOf<'table'>['columns']): number => columns.reduce((sum, each) => sum + each.share, 0);
  return (sharesOf(table.columns.slice(column, column + span)) / sharesOf(table.columns)) * page.width;
}

/** End of the rows that must stay together with this one, because they share a cell that is no label. */
function unitEnd(table: NodeOf<'table'>, rows: Rows, at: number): number {
  let end = at + 1;
  const holdsOn = (slot: GridSlot<TableCell>): boolean =>
    slot.kind === 'continued' && slot.column >= table.labelColumns;
  while (end < rows.length && rows[end]?.some(holdsOn)) end += 1;
  return end;
}

/** Rows one below the other, or the tallest cell that spans them. */
function unitHeight(table: NodeOf<'table'>, rows: Rows, measure: Measure): number {
  const own = rows.map((slots) => slots.filter((slot) => slot.kind === 'start' && slot.column >= table.labelColumns));
  const single = own.map((slots) =>
    Math.max(0, ...slots.filter(({ cell }) => cell.rowSpan === 1).map((slot) => measure(slot))),
  );
  const spanning = own.flat().filter(({ cell }) => cell.rowSpan > 1);
  const labels = rows.map((slots) =>
    Math.max(
      0,
      ...slots
        .filter(({ kind, cell, column }) => kind === 'start' && column < table.labelColumns && cell.rowSpan === 1)
        .map((slot) => measure(slot)),
    ),
  );
  const stacked = single.reduce((sum, height, at) => sum + Math.max(height, labels[at] ?? 0), 0);
  return Math.max(stacked, ...spanning.map((slot) => measure(slot)));
}

/** Height of an annex head above the table; after anything else the table is planned as if its page were empty. */
function headHeight(before: DocumentNode | undefined, { layout, width }: TablePage): number {
  if (before?.type !== 'annexHead') return 0;
  const { annexLabel, annexTitle, annexReference } = layout.elements;
  const titleLines = before.title.reduce(
    (sum, line) => sum + wrappedLines(line.toUpperCase(), annexTitle.size.default, 'bold', width),
    0,
  );
  const points = annexLabel.size.default + titleLines * annexTitle.size.default + annexReference.size.default;
  return (points * naturalLine + spaceBelowAnnexHead) * millimetresPerPoint;
}

/** Points between the head of an annex and its table. */
export const spaceBelowAnnexHead = 10;
