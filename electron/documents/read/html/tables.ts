/** The tables of a page, one inside another where they are: places of cells, spans, head rows, and what flowed into each cell. */
import type { ReadingBlock, ReadingCell } from '../../../../shared/reading/blocks.ts';
import { limits } from '../container/limits.ts';
import { stopReading } from '../container/problems.ts';
import type { Flow } from './flow.ts';
import { type Attributes, isHidden } from './look.ts';

type Table = {
  cells: ReadingCell[];
  row: number;
  column: number;
  /** By column, how many rows a cell from above still reaches down. */
  taken: number[];
  headerRows: number;
  inHead: boolean;
  hiddenRow: boolean;
  columns: number;
};

export type Tables = {
  depth(): number;
  /** True in a row that is not shown: its cells are not there. */
  inHiddenRow(): boolean;
  openTable(): void;
  closeTable(): void;
  head(inHead: boolean): void;
  openRow(attributes: Attributes): void;
  openCell(attributes: Attributes): void;
  closeCell(): void;
};

/** Refuses grids beyond the limits. Words go to `flow`, and so does each table that is finished. */
export function createTables(flow: Flow): Tables {
  const tables: Table[] = [];
  const openCells: ReadingCell[] = [];
  const contents = new WeakMap<ReadingCell, ReadingBlock[]>();

  function openTable(): void {
    flow.endLine();
    const empty = { cells: [], row: -1, column: 0, taken: [], headerRows: 0, columns: 0 };
    tables.push({ ...empty, inHead: false, hiddenRow: false });
  }

  function closeTable(): void {
    closeCell();
    const table = tables.pop();
    if (!table || table.cells.length === 0) return;
    const rows = table.row + 1;
    for (const cell of table.cells) cell.rowSpan = Math.min(cell.rowSpan, rows - cell.row);
    if (rows * table.columns > limits.cells) stopReading('too-large');
    if (table.columns === 1) {
      // A frame drawn around text, not a table: what is in it stands on its own.
      for (const cell of table.cells) flow.add(contents.get(cell) ?? []);
      return;
    }
    const { columns, headerRows, cells } = table;
    flow.add([{ type: 'table', rows, columns, headerRows, cells }]);
  }

  function openRow(attributes: Attributes): void {
    const table = tables.at(-1);
    if (!table) return;
    closeCell();
    table.hiddenRow = isHidden(attributes);
    if (table.hiddenRow) return;
    table.row++;
    table.column = 0;
    table.taken = table.taken.map((left) => Math.max(0, left - 1));
    if (table.inHead && table.headerRows === table.row) table.headerRows++;
  }

  function openCell(attributes: Attributes): void {
    const table = tables.at(-1);
    if (!table || table.hiddenRow) return;
    if (table.row < 0) openRow({});
    closeCell();
    openCells.push(placeCell(table, attributes));
    flow.openCell();
  }

  function closeCell(): void {
    const cell = openCells.at(-1);
    // A cell of an outer table stays open while a table inside it is read.
    if (!cell || tables.at(-1)?.cells.at(-1) !== cell) return;
    flow.endLine();
    openCells.pop();
    const blocks = flow.closeCell();
    contents.set(cell, blocks);
    cell.text = blocks
      .map(blockText)
      .filter((text) => text !== '')
      .join('\n');
    const shown = blocks.filter((block) => block.type === 'paragraph');
    cell.bold = shown.length > 0 && shown.every((block) => block.bold);
  }

  return {
    depth: () => tables.length,
    inHiddenRow: () => tables.at(-1)?.hiddenRow === true,
    openTable,
    closeTable,
    head: (inHead) => {
      const table = tables.at(-1);
      if (table) table.inHead = inHead;
    },
    openRow,
    openCell,
    closeCell,
  };
}

/** Puts an empty cell at the next free place of the row. */
function placeCell(table: Table, attributes: Attributes): ReadingCell {
  while ((table.taken[table.column] ?? 0) > 0) table.column++;
  const columnSpan = spanOf(attributes.colspan, limits.columns);
  const rowSpan = spanOf(attributes.rowspan, 65_534);
  if (table.column + columnSpan > limits.columns) stopReading('too-large');
  for (let at = 0; at < columnSpan; at++) table.taken[table.column + at] = rowSpan;
  const cell = { row: table.row, column: table.column, rowSpan, columnSpan, text: '', bold: false };
  table.cells.push(cell);
  if (table.cells.length > limits.cells) stopReading('too-large');
  table.column += columnSpan;
  table.columns = Math.max(table.columns, table.column);
  return cell;
}

/** The words of a block; a table inside a cell gives a line a row. */
function blockText(block: ReadingBlock): string {
  if (block.type === 'paragraph') return block.text;
  const lines: string[] = [];
  for (const cell of block.cells)
    if (cell.text !== '') lines[cell.row] = lines[cell.row] ? `${lines[cell.row]} ${cell.text}` : cell.text;
  return lines.filter((line) => line !== undefined).join('\n');
}

const spanOf = (written: string | undefined, most: number): number => {
  const value = Number(written ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : 1;
};
