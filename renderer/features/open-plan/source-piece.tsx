/** One piece of the file as it is: a paragraph, or some rows of a table; the chosen place and what is doubtful marked in it. */
import type { SourcePlace } from '../../../shared/plan/read-plan.ts';
import type { DoubtRef } from './logic/doubts.ts';
import type { SourcePiece } from './logic/source-pieces.ts';
import { MarkedText } from './marked-text.tsx';
import { marksOf } from './marks.ts';
import type { Review } from './review-store.ts';
import styles from './source-pane.module.css';

export type PieceProps = { piece: SourcePiece; place: SourcePlace | null; review: Review; doubts: readonly DoubtRef[] };

export function Piece({ piece, place, review, doubts }: PieceProps) {
  const here = place !== null && place.block === piece.block;
  if (piece.type === 'paragraph') {
    const { text, bold, align } = piece.paragraph;
    return (
      <p
        className={`${styles.paragraph} ${bold ? styles.bold : ''} ${here ? styles.here : ''}`}
        style={{ textAlign: align }}
        data-block={piece.block}
        data-here={here || undefined}
      >
        <MarkedText text={text} marks={sourceMarks(review, doubts)} />
      </p>
    );
  }
  return (
    <table className={styles.table} style={{ minWidth: `${totalWidth(piece.widths)}em` }}>
      <colgroup>
        {piece.widths.map((width, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position
          <col key={column} style={{ width: `${(width / totalWidth(piece.widths)) * 100}%` }} />
        ))}
      </colgroup>
      <tbody>
        {piece.rows.map((cells, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its position in the file
          <tr key={piece.from + at}>
            {cells.map((cell) => {
              const inRow =
                here && place.row !== undefined && cell.row <= place.row && place.row < cell.row + cell.rowSpan;
              const exact =
                inRow &&
                place.column !== undefined &&
                cell.column <= place.column &&
                place.column < cell.column + cell.columnSpan;
              const look = [piece.header ? styles.headCell : '', inRow ? styles.hereRow : '', exact ? styles.here : ''];
              const inside = doubts.filter(({ doubt }) => covers(cell, doubt.place));
              return (
                <td
                  key={cell.column}
                  rowSpan={cell.rowSpan}
                  colSpan={cell.columnSpan}
                  className={look.join(' ')}
                  data-block={piece.block}
                  data-row={cell.row}
                  data-column={cell.column}
                  data-here={exact || (inRow && place.column === undefined && cell === cells[0]) || undefined}
                >
                  <span className={cell.continued ? styles.continued : undefined}>
                    <MarkedText text={cell.text} marks={sourceMarks(review, inside)} />
                  </span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How wide a table is, in letters of the page. */
export const totalWidth = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

const covers = (
  cell: { row: number; column: number; rowSpan: number; columnSpan: number },
  place: SourcePlace | null,
): boolean =>
  place?.row !== undefined &&
  cell.row <= place.row &&
  place.row < cell.row + cell.rowSpan &&
  (place.column === undefined || (cell.column <= place.column && place.column < cell.column + cell.columnSpan));

/** The source shows its own words whatever was decided about them. */
const sourceMarks = (review: Review, refs: readonly DoubtRef[]) =>
  marksOf(review, refs).map((mark, index) => ({ ...mark, words: refs[index]?.doubt.source ?? '' }));
