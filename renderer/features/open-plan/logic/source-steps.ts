/** Walking through the source by arrow keys, and saying where one is. Pure. */
import type { ReadPlan, SourceBlock, SourcePlace } from '../../../../shared/plan/read-plan.ts';

type TableBlock = Extract<SourceBlock, { type: 'table' }>;

const rowCount = (table: TableBlock): number =>
  table.cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0);

/** The place an arrow key leads to; null at an end or for another key. Up and down go by paragraph and by table row. */
export function nextPlace(read: ReadPlan, place: SourcePlace | null, key: string): SourcePlace | null {
  if (key === 'ArrowDown') return place ? stepDown(read, place) : enter(read, 0, 'top', undefined);
  if (!place) return null;
  if (key === 'ArrowUp') return stepUp(read, place);
  if (key === 'ArrowLeft' || key === 'ArrowRight') return stepSideways(read, place, key === 'ArrowRight' ? 1 : -1);
  return null;
}

function enter(read: ReadPlan, block: number, end: 'top' | 'bottom', column: number | undefined): SourcePlace | null {
  const into = read.source.blocks[block];
  if (!into) return null;
  if (into.type === 'paragraph') return { block };
  const rows = rowCount(into);
  return rows === 0 ? { block } : { block, row: end === 'top' ? 0 : rows - 1, column: column ?? 0 };
}

function stepDown(read: ReadPlan, place: SourcePlace): SourcePlace | null {
  const block = read.source.blocks[place.block];
  if (block?.type === 'table' && place.row !== undefined && place.row + 1 < rowCount(block))
    return { ...place, row: place.row + 1 };
  return enter(read, place.block + 1, 'top', place.column);
}

function stepUp(read: ReadPlan, place: SourcePlace): SourcePlace | null {
  if (place.row !== undefined && place.row > 0) return { ...place, row: place.row - 1 };
  return place.block === 0 ? null : enter(read, place.block - 1, 'bottom', place.column);
}

function stepSideways(read: ReadPlan, place: SourcePlace, step: 1 | -1): SourcePlace | null {
  const block = read.source.blocks[place.block];
  if (block?.type !== 'table' || place.row === undefined) return null;
  const column = (place.column ?? 0) + step;
  return column < 0 || column >= block.columns ? null : { ...place, column };
}

/** "Đoạn 12" or "Bảng 1, hàng 24": blocks and rows counted from one, as people do. */
export function placeWords(read: ReadPlan, place: SourcePlace): string {
  const before = read.source.blocks.slice(0, place.block + 1);
  const type = read.source.blocks[place.block]?.type ?? 'paragraph';
  const number = before.filter((block) => block.type === type).length;
  if (type === 'paragraph') return `đoạn ${number}`;
  return `bảng ${number}${place.row === undefined ? '' : `, hàng ${place.row + 1}`}`;
}
