/** Finding the task table among the tables of a document, and what each of its columns means. */
import { firstOf, lastOf } from '../core/sure.ts';
import type { ColumnMeaning } from '../plan/read-plan.ts';
import { fold } from '../text/fold.ts';
import type { ReadingCell, ReadingTable } from './blocks.ts';
import { guessCaption } from './captions.ts';
import { flat } from './clean-text.ts';

/** A column as the table's head divides it: grid columns `from` to `to` (exclusive). `period` is the quarter or month it stands for. */
export type TaskColumn = {
  caption: string;
  meaning: ColumnMeaning;
  from: number;
  to: number;
  period: string | null;
  bothRoles: boolean;
};

export type FoundTaskTable = {
  block: number;
  table: ReadingTable;
  grid: Grid;
  /** First row of the head and first row of the body. */
  head: number;
  body: number;
  columns: TaskColumn[];
};

export type Grid = { cellAt: (row: number, column: number) => ReadingCell | undefined };

/** Looks up the cell that covers a place. */
export function gridOf(table: ReadingTable): Grid {
  const places = new Int32Array(table.rows * table.columns).fill(-1);
  table.cells.forEach((cell, index) => {
    const lastRow = Math.min(cell.row + cell.rowSpan, table.rows);
    const lastColumn = Math.min(cell.column + cell.columnSpan, table.columns);
    for (let row = cell.row; row < lastRow; row++) {
      for (let column = cell.column; column < lastColumn; column++) places[row * table.columns + column] = index;
    }
  });
  return {
    cellAt: (row, column) =>
      row < 0 || column < 0 || row >= table.rows || column >= table.columns
        ? undefined
        : table.cells[places[row * table.columns + column]!],
  };
}

/** Rows searched for a head: title rows of a sheet stand above it. */
const searched = 25;
const longestCaption = 120;

/**
 * The head and columns of a task table, or null when the table is not one: its captions must name the tasks (or results
 * or components) and at least two things more. A mapping chosen by hand replaces the meanings, column by column.
 */
export function findTaskTable(
  table: ReadingTable,
  block: number,
  mapping?: readonly ColumnMeaning[],
): FoundTaskTable | null {
  if (table.columns < 2 || table.rows < 2) return null;
  const grid = gridOf(table);
  let best: { head: number; body: number; columns: TaskColumn[]; score: number } | null = null;
  for (let head = 0; head < Math.min(table.rows - 1, searched); head++) {
    for (const body of headEnds(table, grid, head)) {
      const columns = settleMeanings(columnsOf(table, grid, head, body));
      const score = scoreOf(columns);
      if (score > 0 && (!best || score > best.score)) best = { head, body, columns, score };
    }
    // A row further down is only better when it names more; a full head is not searched beyond.
    if (best && best.score >= 5 && head > best.body) break;
  }
  if (!best) return null;
  const body = skipNumberRow(table, best.body);
  const chosen = mapping && mapping.length === best.columns.length ? applyMapping(best.columns, mapping) : best.columns;
  return { block, table, grid, head: best.head, body, columns: chosen };
}

/**
 * Columns of a table whose captions are not understood, so that a person can say what they mean: the first full row is
 * taken for the head. With a mapping it becomes a task table.
 */
export function tableByHand(
  table: ReadingTable,
  block: number,
  mapping?: readonly ColumnMeaning[],
): FoundTaskTable | null {
  if (table.columns < 3 || table.rows < 3) return null;
  const grid = gridOf(table);
  let head = 0;
  while (head < table.rows - 1 && ownCells(table, head).filter((cell) => cell.text !== '').length < 3) head++;
  const columns = columnsOf(table, grid, head, head + 1).map((column) => ({ ...column, meaning: 'unknown' as const }));
  if (columns.length < 3) return null;
  const chosen = mapping && mapping.length === columns.length ? applyMapping(columns, mapping) : columns;
  return { block, table, grid, head, body: head + 1, columns: chosen };
}

const applyMapping = (columns: readonly TaskColumn[], mapping: readonly ColumnMeaning[]): TaskColumn[] =>
  columns.map((column, index) => {
    const meaning = mapping[index] ?? column.meaning;
    return { ...column, meaning, period: meaning === 'time' ? column.period : null };
  });

/** Cells whose first row is `row`, from left to right. */
export const ownCells = (table: ReadingTable, row: number): ReadingCell[] => {
  const index = rowIndex(table);
  return index[row] ?? [];
};

const indexes = new WeakMap<ReadingTable, ReadingCell[][]>();
function rowIndex(table: ReadingTable): ReadingCell[][] {
  const known = indexes.get(table);
  if (known) return known;
  const index: ReadingCell[][] = [];
  for (const cell of table.cells) {
    const row = index[cell.row];
    if (row) row.push(cell);
    else index[cell.row] = [cell];
  }
  for (const row of index) row?.sort((a, b) => a.column - b.column);
  indexes.set(table, index);
  return index;
}

/** Where the body could begin: after the head's first row, and after a second one that only divides captions above it. */
function headEnds(table: ReadingTable, grid: Grid, head: number): number[] {
  const first = ownCells(table, head).filter((cell) => cell.text !== '');
  if (first.length < 2 || first.some((cell) => cell.text.length > longestCaption)) return [];
  const tallest = Math.max(...first.map((cell) => cell.rowSpan));
  if (tallest > 1) return tallest <= 4 && head + tallest < table.rows ? [head + tallest] : [];
  const second = ownCells(table, head + 1).filter((cell) => cell.text !== '');
  const divides =
    second.length > 0 &&
    second.every((cell) => {
      const above = grid.cellAt(head, cell.column);
      return cell.text.length <= 60 && (!above || above.text === '' || above.columnSpan > 1);
    });
  return divides && head + 2 < table.rows ? [head + 2, head + 1] : [head + 1];
}

function columnsOf(table: ReadingTable, grid: Grid, head: number, body: number): TaskColumn[] {
  const columns: TaskColumn[] = [];
  let lastPath: (ReadingCell | undefined)[] = [];
  for (let column = 0; column < table.columns; column++) {
    const path: (ReadingCell | undefined)[] = [];
    for (let row = head; row < body; row++) path.push(grid.cellAt(row, column));
    const same = columns.length > 0 && path.every((cell, index) => cell !== undefined && cell === lastPath[index]);
    lastPath = path;
    if (same) lastOf(columns).to = column + 1;
    else columns.push({ from: column, to: column + 1, ...readCaption(path) });
  }
  return columns.filter((column) => column.caption !== '' || hasBody(table, column, body));
}

const hasBody = (table: ReadingTable, column: TaskColumn, body: number): boolean =>
  table.cells.some(
    (cell) =>
      cell.row >= body && cell.column >= column.from && cell.column + cell.columnSpan <= column.to && cell.text !== '',
  );

type Caption = Pick<TaskColumn, 'caption' | 'meaning' | 'period' | 'bothRoles'>;

const period = /^(?:quý|q)\s*[.]?\s*(?:[ivx]+|\d)\b|^(?:tháng|t)\s*\d{1,2}\b|^\d{1,2} tháng|^(?:cả )?năm(?: \d{4})?$/iu;

/** Quarters and months may be named by their numbers alone under a caption that says what they are. */
function periodOf(leaf: string, upper: string): string | null {
  if (period.test(leaf)) return leaf;
  const key = fold(upper);
  if (/^(?:I|II|III|IV|[1-4])$/.test(leaf) && /\bquy\b|tien do|thoi gian|thoi han/.test(key) && !/thang/.test(key))
    return `Quý ${leaf}`;
  return /^(?:[1-9]|1[0-2])$/.test(leaf) && /thang/.test(key) ? `Tháng ${leaf}` : null;
}

function readCaption(path: readonly (ReadingCell | undefined)[]): Caption {
  const texts: string[] = [];
  for (const cell of path) {
    const text = flat(cell?.text ?? '');
    if (text !== '' && text !== texts.at(-1)) texts.push(text);
  }
  const leaf = texts.at(-1) ?? '';
  const caption = texts.join(' / ');
  const upper = texts.slice(0, -1).join(' ');
  const guess = guessCaption(leaf);
  const above = upper === '' ? null : guessCaption(upper);
  const named = periodOf(leaf, upper);
  if (named !== null && (!above || above.meaning === 'time' || above.weak || above.meaning === 'unknown')) {
    return { caption, meaning: 'time', period: named, bothRoles: false };
  }
  if (above && (guess.meaning === 'unknown' || guess.weak || named !== null)) {
    const whole = guessCaption(`${upper} ${leaf}`);
    const chosen = whole.meaning !== 'unknown' && !whole.weak ? whole : above;
    return { caption, meaning: chosen.meaning, period: null, bothRoles: chosen.bothRoles ?? false };
  }
  return { caption, meaning: guess.meaning, period: null, bothRoles: guess.bothRoles ?? false };
}

/** Captions that mean the same thing, or nothing certain, are told apart by what the other columns already are. */
function settleMeanings(columns: TaskColumn[]): TaskColumn[] {
  const count = (meaning: ColumnMeaning) => columns.filter((column) => column.meaning === meaning).length;
  const isWeak = (column: TaskColumn) => guessCaption(column.caption.split(' / ').at(-1) ?? '').weak;
  for (const column of columns) {
    if (column.meaning === 'task' && isWeak(column) && count('task') > 1) {
      column.meaning = count('dimension') === 0 ? 'dimension' : count('component') === 0 ? 'component' : 'unknown';
    }
  }
  const dimensions = columns.filter((column) => column.meaning === 'dimension');
  if (dimensions.length > 1 && count('component') === 0) lastOf(dimensions).meaning = 'component';
  if (count('component') === 1 && count('task') === 0 && count('dimension') === 0) {
    for (const column of columns) if (column.meaning === 'component') column.meaning = 'task';
  }
  // Without a column for who leads, the office that carries out is in charge and the one that helps is the executor.
  const executors = columns.filter((column) => column.meaning === 'executor');
  if (count('lead') === 0 && executors.length > 1) {
    const doer = executors.find((column) => !/phoi hop/.test(fold(column.caption)));
    if (doer && executors.some((column) => /phoi hop/.test(fold(column.caption)))) doer.meaning = 'lead';
  }
  return columns;
}

/** How sure a row is to be the head: the number of different things its captions name; 0 when it cannot be one. */
function scoreOf(columns: readonly TaskColumn[]): number {
  const named = new Set(columns.map((column) => column.meaning));
  named.delete('unknown');
  const known = columns.filter((column) => column.meaning !== 'unknown').length;
  if (!named.has('task') && !(named.has('component') && named.has('result'))) return 0;
  const besides = ['result', 'lead', 'executor', 'time'].filter((meaning) =>
    named.has(meaning as ColumnMeaning),
  ).length;
  if (besides === 0 || named.size < 3 || known * 2 < columns.length)
    return named.size >= 2 && columns.length <= 3 && besides > 0 ? 2 : 0;
  return named.size;
}

/** A row that only numbers the columns: (1) (2) (3), or A B 1 2. */
function skipNumberRow(table: ReadingTable, body: number): number {
  const texts = ownCells(table, body).map((cell) => cell.text.trim());
  const filled = texts.filter((text) => text !== '');
  const numbers = filled.length >= 3 && filled.every((text) => /^\(?(?:\d{1,2}|[A-ZĐ])\)?(?:\s*=.*)?$/.test(text));
  return numbers && new Set(filled).size === filled.length && filled.length * 2 >= texts.length ? body + 1 : body;
}

/** True when a row of the body says the head again, as tables do at the top of each page. */
export function repeatsHead(found: FoundTaskTable, row: number): boolean {
  const head = new Set<string>();
  for (let at = found.head; at < found.body; at++) {
    for (const cell of ownCells(found.table, at)) if (cell.text.trim() !== '') head.add(captionKey(cell.text));
  }
  const cells = ownCells(found.table, row).filter((cell) => cell.text.trim() !== '');
  if (cells.length === 0) return false;
  const alike = cells.filter((cell) => head.has(captionKey(cell.text))).length;
  if (cells.length === 1) return alike === 1 && head.size > 1 && firstOf(cells).text.trim().length > 3;
  if (alike * 5 >= cells.length * 3) return true;
  const meanings = cells.map((cell) => (cell.text.length <= 60 ? guessCaption(cell.text) : null));
  return (
    cells.length >= 4 &&
    meanings.filter((guess) => guess && guess.meaning !== 'unknown' && !guess.weak).length * 5 >= cells.length * 4
  );
}

const captionKey = (text: string): string => fold(text).replace(/\s+/g, '');
