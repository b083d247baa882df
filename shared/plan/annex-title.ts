/** The lines above a task table: what stands there in a file, and what of it is the annex's own title. */
import { oneLine } from '../text/fold.ts';
import type { ReadPlan, SourceBlock } from './read-plan.ts';

/** A file without a task table yields rows gathered from its sections; those are not part of the document. */
export const hasTaskTable = ({ columns, rows }: Pick<ReadPlan, 'columns' | 'rows'>): boolean =>
  columns.length > 0 && rows.length > 0;

/** The running headline of an annex that only names the document it belongs to. */
export const isReference = (text: string): boolean => /^\s*\(?\s*(?:ban hành )?kèm theo/iu.test(text);

const isLabel = (text: string): boolean => /^phụ lục(?:\s+(?:số\s+)?[IVX\d]+)?\s*[.:]?$/iu.test(text);

/** Lines looked at above the task table, at most. */
const longestTitle = 12;

/** Lines an annex head prints, at most; what a file has more is joined to the last one. */
const mostLines = 6;

/** The lines between the end of the plan and the head of its task table: "Phụ lục", the title, "(Kèm theo …)". */
export function annexTitleOf({ rows, columns, source }: Pick<ReadPlan, 'rows' | 'columns' | 'source'>): string[] {
  const block = rows[0]?.place?.block;
  if (block === undefined || !hasTaskTable({ columns, rows })) return [];
  const above: string[] = [];
  for (let at = block - 1; at >= 0 && above.length < longestTitle; at--) {
    const each = source.blocks[at];
    if (each?.type !== 'paragraph') break;
    const text = oneLine(each.text);
    if (text === '' || /^\d{1,3}$/.test(text)) continue;
    if (text.length > 300 || /\.\/\.$/.test(text)) break;
    above.unshift(text);
  }
  const start = above.findIndex((text) =>
    /^(?:phụ lục|biểu|bảng|danh mục|tổng hợp|nhiệm vụ|phân công)(?!\p{L})/iu.test(text),
  );
  return [...(start < 0 ? [] : above.slice(start)), ...titleRows(source.blocks[block], rows[0]?.place?.row ?? 0)];
}

/** Rows of the table above its head that hold one text. */
function titleRows(table: SourceBlock | undefined, firstRow: number): string[] {
  if (table?.type !== 'table') return [];
  const above = table.cells.filter((cell) => cell.row < firstRow && cell.text.trim() !== '');
  return above
    .filter((cell) => above.every((other) => other === cell || other.row !== cell.row))
    .map((cell) => oneLine(cell.text));
}

/** What is printed above a task table that has no title of its own. */
export const usualTitle = (year: number): string => `Biểu tổng hợp nhiệm vụ năm ${year}`;

/** Whether a file's title is the one kept: it is printed in capitals, and where none is kept the usual one is printed. */
export function sameTitle(kept: readonly string[], printed: readonly string[]): boolean {
  const letters = (lines: readonly string[]): string => oneLine(lines.join(' ')).toUpperCase();
  const given = letters(printed);
  if (kept.length > 0) return letters(kept) === given;
  const year = Number(/\d{4}$/.exec(given)?.[0]);
  return given === usualTitle(year).toUpperCase();
}

/** The title alone, as it is kept and printed: the label "Phụ lục" and the reference come from the document itself. */
export function ownTitle(lines: readonly string[]): string[] {
  const own = lines.map(oneLine).filter((line) => line !== '' && !isLabel(line) && !isReference(line));
  if (own.length <= mostLines) return own;
  return [...own.slice(0, mostLines - 1), own.slice(mostLines - 1).join(' ')];
}
