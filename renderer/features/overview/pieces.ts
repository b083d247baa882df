/** How the pieces of a count are drawn and named, in the order of the bar. A pattern goes with each colour. */
import type { Piece } from '../../../shared/overview/cell.ts';
import styles from './overview.module.css';

export type PieceLook = { readonly piece: Piece; readonly words: string; readonly look: string; readonly mark: string };

const look = (piece: Piece, words: string, name: string, mark: string): PieceLook => ({
  piece,
  words,
  look: styles[name] ?? '',
  mark,
});

/** `mark` is one letter or sign for places too narrow for words; the legend says what it means. */
export const pieceLooks: readonly PieceLook[] = [
  look('done', 'Đã xong', 'done', '✓'),
  look('unproven', 'Xong, thiếu minh chứng', 'unproven', '✓!'),
  look('notArisen', 'Không phát sinh', 'notArisen', '–'),
  look('doing', 'Đang làm', 'doing', '…'),
  look('none', 'Chưa có kết quả', 'none', '○'),
  look('late', 'Quá hạn', 'late', '!'),
  look('waiting', 'Chờ sự kiện', 'waiting', '?'),
  look('asks', 'Chưa rõ thời gian', 'asks', '??'),
  look('idle', 'Không đến hạn', 'idle', ''),
];

export const lookOf = new Map(pieceLooks.map((each) => [each.piece, each]));
