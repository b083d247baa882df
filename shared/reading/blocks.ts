/**
 * A document as the readers of containers hand it on: paragraphs and tables in order, in plain NFC text. It is the source
 * shown on the screen plus the few hints (heading level, bold cells) that structure is read from.
 */
import type { Run } from '../document/model.ts';
import type { SourceBlock } from '../plan/read-plan.ts';

export type Alignment = 'left' | 'center' | 'right' | 'justify';

/** `text` carries the automatic number or bullet in front, as the page shows it; `level` is the outline level of a heading style (0 = highest). */
export type ReadingParagraph = {
  type: 'paragraph';
  text: string;
  bold: boolean;
  align: Alignment;
  level: number | null;
  /** The same words with their looks, where any of them are bold or italic. */
  runs?: Run[];
};

/** A cell in grid coordinates, 0-based; paragraphs are separated by `\n`. A merged cell stands once, at its first place. */
export type ReadingCell = {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  bold: boolean;
  /** Its paragraphs with their looks, where any of their words are bold or italic. */
  runs?: Run[][];
  /** Of its first paragraph, where it is not left. */
  align?: Alignment;
};

/** `headerRows` counts the rows the writer marked as repeated heads; 0 where the format has no such mark. */
export type ReadingTable = {
  type: 'table';
  rows: number;
  columns: number;
  headerRows: number;
  cells: ReadingCell[];
  /** Widths of the columns in a unit of the file's own, where it says them. */
  widths?: number[];
  /** Name of the sheet a table came from. */
  sheet?: string;
  /** Rows hidden by a filter: data, but not on the paper. */
  hiddenRows?: number[];
  /** The borders of the cells were not in the file and had to be guessed. */
  guessed?: boolean;
};

export type ReadingBlock = ReadingParagraph | ReadingTable;

/** A paragraph without looks, as plain text files have them. */
export const plainParagraph = (text: string): ReadingParagraph => ({
  type: 'paragraph',
  text,
  bold: false,
  align: 'left',
  level: null,
});

/** The part of a block that is kept to be shown beside the result. */
export function toSourceBlock(block: ReadingBlock): SourceBlock {
  if (block.type === 'paragraph') {
    return { type: 'paragraph', text: block.text, bold: block.bold, align: block.align };
  }
  return {
    type: 'table',
    columns: block.columns,
    headerRows: block.headerRows,
    cells: block.cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      text,
    })),
  };
}
