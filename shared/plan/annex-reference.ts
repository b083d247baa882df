/** What an annex that comes alone says of its plan: "(Kèm theo Kế hoạch số 08/KH-UBND ngày 11/01/2024 của UBND thị trấn Như Quỳnh)". */
import { oneLine } from '../text/fold.ts';
import type { SourceBlock } from './read-plan.ts';

export type AnnexReference = { number: string; year: number | null; issuer: string };

const longest = 300;

/** Null where no line refers to a plan by number, date or issuer. */
export function annexReference(blocks: readonly SourceBlock[]): AnnexReference | null {
  for (const block of blocks) {
    const texts = block.type === 'paragraph' ? [block.text] : block.cells.map(({ text }) => text);
    for (const text of texts) {
      if (text.length > longest || !/kèm theo/iu.test(text)) continue;
      const line = oneLine(text);
      const number = /số\s*:?\s*(\d+\s*\/\s*[\p{L}\d-]+)/iu.exec(line)?.[1]?.replace(/\s/g, '') ?? '';
      const year = /\d{1,2}\s*\/\s*\d{1,2}\s*\/\s*(20\d\d)|năm\s+(20\d\d)/iu.exec(line);
      const issuer = /của\s+((?:UBND|[ủu][ỷy] ban nhân dân)\s+[^()]+?)\s*[).;]*$/iu.exec(line)?.[1] ?? '';
      if (number !== '' || issuer !== '') return { number, year: year ? Number(year[1] ?? year[2]) : null, issuer };
    }
  }
  return null;
}
