/**
 * The source cut into pieces that can be drawn one at a time: a paragraph is a piece, a long table is cut into runs of rows.
 * A cell that reaches over a cut stands again in the next piece, as on the next page of the paper. Pure.
 */
import type { ReadPlan, SourceBlock, SourcePlace } from '../../../../shared/plan/read-plan.ts';

type TableBlock = Extract<SourceBlock, { type: 'table' }>;
type ParagraphBlock = Extract<SourceBlock, { type: 'paragraph' }>;

export type PieceCell = {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  /** Began in an earlier piece; its words are repeated. */
  continued: boolean;
};

export type SourcePiece =
  | { type: 'paragraph'; block: number; paragraph: ParagraphBlock }
  | {
      type: 'rows';
      block: number;
      from: number;
      to: number;
      rows: PieceCell[][];
      header: boolean;
      /** Of the columns, in em. */
      widths: number[];
    };

/** Rows of a table drawn together; small enough that one piece costs little, large enough that most merged cells stay whole. */
export const rowsInPiece = 12;

const cut = new WeakMap<ReadPlan, SourcePiece[]>();

export function piecesOf(read: ReadPlan): SourcePiece[] {
  const known = cut.get(read);
  if (known) return known;
  const pieces = read.source.blocks.flatMap((block, index): SourcePiece[] =>
    block.type === 'paragraph' ? [{ type: 'paragraph', block: index, paragraph: block }] : cutTable(block, index),
  );
  cut.set(read, pieces);
  return pieces;
}

function cutTable(table: TableBlock, block: number): SourcePiece[] {
  const rowCount = table.cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0);
  const widths = columnWidths(table);
  const pieces: Extract<SourcePiece, { type: 'rows' }>[] = [];
  const headerRows = Math.min(table.headerRows, rowCount);
  for (let from = 0; from < rowCount; ) {
    const header = from < headerRows;
    const to = header ? headerRows : Math.min(from + rowsInPiece, rowCount);
    pieces.push({ type: 'rows', block, from, to, rows: Array.from({ length: to - from }, () => []), header, widths });
    from = to;
  }
  for (const cell of table.cells) {
    const end = cell.row + cell.rowSpan;
    for (const piece of pieces) {
      if (piece.to <= cell.row || piece.from >= end) continue;
      const row = Math.max(cell.row, piece.from);
      piece.rows[row - piece.from]?.push({
        ...cell,
        row,
        rowSpan: Math.min(end, piece.to) - row,
        continued: row > cell.row,
      });
    }
  }
  for (const piece of pieces) for (const row of piece.rows) row.sort((a, b) => a.column - b.column);
  return pieces;
}

/** Longest word that is kept whole, and the widest a column becomes before its words wrap; in letters and in em. */
const longestWhole = 11;
const widest = 13;
const letter = 0.5;
const padding = 0.7;

/**
 * Widths in em by how much is written in each column: never narrower than its longest word, and growing with the square
 * root of its text, so that a long column does not starve the others.
 */
function columnWidths(table: TableBlock): number[] {
  const written = new Array<number>(table.columns).fill(0);
  const word = new Array<number>(table.columns).fill(1);
  for (const cell of table.cells) {
    if (cell.columnSpan !== 1 || cell.column >= table.columns) continue;
    written[cell.column] = Math.max(written[cell.column] ?? 0, Math.min(cell.text.length, 900));
    const longest = cell.text.split(/\s+/).reduce((most, part) => Math.max(most, part.length), 1);
    word[cell.column] = Math.max(word[cell.column] ?? 1, Math.min(longest, longestWhole));
  }
  return written.map((length, column) =>
    Math.max((word[column] ?? 1) * letter + padding, Math.min(widest, Math.sqrt(length) * 0.55 + padding)),
  );
}

/** Index of the piece a place lies in; -1 when the source has no such place. */
export function pieceAt(pieces: readonly SourcePiece[], place: SourcePlace): number {
  return pieces.findIndex(
    (piece) =>
      piece.block === place.block &&
      (piece.type === 'paragraph' || place.row === undefined || (piece.from <= place.row && place.row < piece.to)),
  );
}
