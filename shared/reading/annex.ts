/** The title of an annex: what it says about the plan it belongs to, and what in it was copied from another one. */
import { groupOf } from '../core/sure.ts';
import type { Doubt } from '../plan/read-plan.ts';
import type { ReadingBlock } from './blocks.ts';
import { guessCaption } from './captions.ts';
import { flat } from './clean-text.ts';
import { type DoubtContext, makeDoubt, textDoubts } from './doubts.ts';
import { issuerName, yearIn } from './head.ts';
import { isUpper, type Line } from './lines.ts';
import type { FoundTaskTable } from './task-table.ts';

/** Lines of the title of an annex, at most. */
const longestAnnexHead = 12;

/** Lines of a document head that a sheet may carry above its table; they are no title. */
const headLine = /^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|cộng hòa|cộng hoà|độc lập|số\s*:)/iu;

/** Lines around the task table that are not part of the plan's text: "Phụ lục", the table's title, "(Kèm theo …)". */
export function annexLines(
  lines: readonly Line[],
  blocks: readonly ReadingBlock[],
  tables: readonly FoundTaskTable[],
  end: number,
): Line[] {
  const first = tables[0];
  const inside: Line[] = first
    ? first.table.cells
        .filter((cell) => cell.row < first.head && cell.text !== '' && !headLine.test(cell.text.trim()))
        .map((cell) => ({
          text: flat(cell.text),
          bold: cell.bold,
          align: 'center',
          level: null,
          place: { block: first.block, row: cell.row, column: cell.column },
          column: null,
        }))
    : [];
  const below = lines.slice(end).filter((line) => line.text !== '' && (!first || line.place.block < first.block));
  // A table that came as loose lines begins with its captions; its title ends there.
  const captions = below.findIndex((line) => guessCaption(line.text).meaning === 'no');
  const after = below.slice(0, Math.min(captions < 0 ? longestAnnexHead : captions, longestAnnexHead));
  const before =
    first && end === 0
      ? lines.filter(
          (line) =>
            line.text !== '' && line.place.block < first.block && blocks[line.place.block]?.type === 'paragraph',
        )
      : [];
  return [...new Set([...before, ...after, ...inside])];
}

/** "(Kèm theo Kế hoạch số 08/KH-UBND ngày 11/01/2024 …)": the year of the plan the annex belongs to. */
export function yearOfReference(annex: readonly Line[]): number | null {
  for (const line of annex) {
    const found = /kèm theo.*?(?:\d{1,2}\s*\/\s*\d{1,2}\s*\/\s*(20\d\d)|năm\s+(20\d\d))/iu.exec(line.text);
    if (found) return Number(found[1] ?? found[2]);
  }
  return annex.map((line) => yearIn(line.text)).find((year) => year !== null) ?? null;
}

/** "(Kèm theo Kế hoạch số … của UBND thị trấn Như Quỳnh)": who issued the plan the annex belongs to. */
export function issuerOfReference(annex: readonly Line[]): string {
  for (const line of annex) {
    const found = /kèm theo.*của\s+((?:UBND|(?:Ủy|Uỷ|ủy|uỷ) ban nhân dân)\s+[^()]+?)\s*\)?\s*$/iu.exec(flat(line.text));
    if (found) return issuerName([groupOf(found, 1)]);
  }
  return '';
}

/** The annex is often copied from the superior's: another unit or another year in its title. */
export function annexDoubts(line: Line, context: DoubtContext): Doubt[] {
  const text = flat(line.text);
  const doubts = textDoubts({ field: 'annexTitle', text, place: line.place }, context).filter(
    (doubt) => !/^\(?kèm theo/iu.test(text) || doubt.why.includes('nhận dạng'),
  );
  const other =
    /(?<!\p{L})(huyện|quận|thị xã|thành phố|tỉnh)\s+(\p{Lu}[\p{L}]*(?:\s+\p{Lu}[\p{L}]*){0,3}?)(?=\s+năm|\s*$|[,;)])/iu.exec(
      text,
    );
  if (other && context.unitKind !== null && isUpper(text)) {
    doubts.push(
      makeDoubt('annexTitle', 'Tên phụ lục ghi đơn vị khác với đơn vị ban hành kế hoạch.', other[0], null, line.place),
    );
  }
  return doubts;
}

export const annexWarnings = (annex: readonly Line[], context: DoubtContext): string[] =>
  annex.flatMap((line) => annexDoubts(line, context)).map((doubt) => `Tên bảng có “${doubt.source}”: ${doubt.why}`);
