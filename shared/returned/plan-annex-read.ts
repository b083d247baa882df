/** The task table of a plan's Word file as rows a person sees: one for each merged task cell, labels filled down over the rows they cover. */
import { lineKey, pairLines } from '../compare/compare-texts.ts';
import type { SourceBlock } from '../plan/read-plan.ts';
import { fold, oneLine } from '../text/fold.ts';

export type AnnexTable = Extract<SourceBlock, { type: 'table' }>;
export type AnnexColumn = 'no' | 'area' | 'component' | 'task' | 'result' | 'lead' | 'executor' | 'time';

const captions: Readonly<Record<AnnexColumn, string>> = {
  no: 'tt',
  area: 'chi so noi dung',
  component: 'noi dung thanh phan',
  task: 'nhiem vu',
  result: 'ket qua',
  lead: 'don vi chu tri',
  executor: 'don vi thuc hien',
  time: 'thoi gian thuc hien',
};
export const annexColumns = Object.keys(captions) as AnnexColumn[];
const columnNames: Readonly<Record<AnnexColumn, string>> = {
  no: 'TT',
  area: 'Chỉ số nội dung',
  component: 'Nội dung thành phần',
  task: 'Nhiệm vụ',
  result: 'Kết quả',
  lead: 'Đơn vị chủ trì',
  executor: 'Đơn vị thực hiện',
  time: 'Thời gian thực hiện',
};

/** How a person finds the row and the cell. */
export const rowName = (at: number): string => `Phụ lục, dòng ${at + 1}`;
export const cellName = (at: number, column: AnnexColumn): string => `${rowName(at)}, cột ${columnNames[column]}`;

/** A row as it reads. Lines have no bullets of their own; `components` has one entry for each component the row covers. */
export type AnnexRow = {
  no: string;
  area: string;
  components: string[];
  task: string[];
  result: string[];
  lead: string[];
  executor: string[];
  time: string[];
};
/** `at`: the column of each meaning, null where the table has none. `further`: captions the program does not know. */
export type ReadAnnex = {
  rows: AnnexRow[];
  at: Record<AnnexColumn, number | null>;
  further: { caption: string; words: string }[];
};

/** The table of tasks of the plan; null when the document has none. */
export function readPlanAnnex(blocks: readonly SourceBlock[]): AnnexTable | null {
  const found = blocks.find((block) => {
    if (block.type !== 'table') return false;
    const at = columnsOf(block);
    return at.task !== null && (at.time !== null || at.lead !== null);
  });
  return found?.type === 'table' ? found : null;
}

function columnsOf(table: AnnexTable): Record<AnnexColumn, number | null> {
  const named = new Map<string, number>();
  for (const { row, column, text } of table.cells) if (row === 0) named.set(fold(oneLine(text)), column);
  const at = Object.fromEntries(annexColumns.map((column) => [column, named.get(captions[column]) ?? null]));
  return at as Record<AnnexColumn, number | null>;
}

const bullet = /^[-–+•*]\s*/u;
const linesOf = (text: string): string[] => text.split('\n').map(oneLine).filter(Boolean);
const bare = (text: string): string[] => linesOf(text).map((line) => line.replace(bullet, ''));

export function readAnnex(table: AnnexTable): ReadAnnex {
  const at = columnsOf(table);
  const last = Math.max(0, ...table.cells.map(({ row, rowSpan }) => row + rowSpan));
  /** By row and column the cell that covers the place, with the row it begins in. */
  const grid: ({ start: number; text: string } | undefined)[][] = Array.from({ length: last }, () => []);
  for (const { row, column, rowSpan, columnSpan, text } of table.cells)
    for (let line = row; line < row + rowSpan; line++)
      for (let place = column; place < column + columnSpan; place++) {
        const slots = grid[line];
        if (slots) slots[place] = { start: row, text };
      }
  const rows: AnnexRow[] = [];
  let open = -1;
  const label = { no: '', area: '' };
  for (let row = 1; row < last; row++) {
    const slot = (column: AnnexColumn) => (at[column] === null ? undefined : grid[row]?.[at[column]]);
    const text = (column: AnnexColumn) => slot(column)?.text ?? '';
    const area = oneLine(text('area'));
    // A row put in by hand often leaves the label blank: it stands under the one above.
    if (area !== '') label.area = area;
    if (area !== '' || oneLine(text('no')) !== '') label.no = oneLine(text('no'));
    const component = oneLine(text('component'));
    const task = slot('task');
    const continued = task !== undefined && task.start < row && open >= 0;
    const current = rows[open];
    if (continued && current) {
      if (component !== '' && !current.components.includes(component)) current.components.push(component);
      continue;
    }
    const read: AnnexRow = {
      no: label.no,
      area: label.area,
      components: [component],
      task: bare(text('task')),
      result: bare(text('result')),
      lead: linesOf(text('lead')),
      executor: bare(text('executor')),
      time: linesOf(text('time')),
    };
    const says = [read.task, read.result, read.lead, read.executor, read.time].some((lines) => lines.length > 0);
    if (!says && component === '') continue;
    rows.push(read);
    open = rows.length - 1;
  }
  const known = new Set(Object.values(at));
  const further = table.cells
    .filter(({ row, column }) => row === 0 && !known.has(column))
    .map(({ column, text }) => ({
      caption: oneLine(text),
      words: table.cells
        .filter((cell) => cell.row > 0 && cell.column === column && cell.text.trim() !== '')
        .map((cell) => oneLine(cell.text))
        .join('\n'),
    }));
  return { rows, at, further };
}

/** What a row is known by when rows are paired: everything but its number and area, which it shares with its neighbours. */
export const rowWords = (row: AnnexRow): string =>
  [row.components, row.task, row.result, row.lead, row.executor, row.time].flat().join(' ');

/** For each row of `now` the row of `before` it is, in order first, then wherever the same words stand; null for a new one. */
export function pairRows(before: readonly AnnexRow[], now: readonly AnnexRow[]): (number | null)[] {
  const [old, fresh] = [before.map(rowWords), now.map(rowWords)];
  const pairs = pairLines(old, fresh);
  const used = new Set(pairs);
  const waiting = new Map<string, number[]>();
  const wait = (key: string, at: number) => waiting.set(key, [...(waiting.get(key) ?? []), at]);
  const tasks = (row: AnnexRow | undefined) => lineKey((row?.task ?? []).join('\n'));
  old.forEach((words, at) => {
    if (used.has(at)) return;
    wait(lineKey(words), at);
    if (tasks(before[at]) !== '') wait(`nhiệm vụ ${tasks(before[at])}`, at);
  });
  const take = (key: string): number | null => {
    const found = waiting.get(key)?.find((at) => !used.has(at));
    if (found === undefined) return null;
    used.add(found);
    return found;
  };
  return pairs.map((partner, at) => {
    if (partner !== null) return partner;
    return take(lineKey(fresh[at] ?? '')) ?? (tasks(now[at]) === '' ? null : take(`nhiệm vụ ${tasks(now[at])}`));
  });
}
