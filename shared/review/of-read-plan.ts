/** From a file that was read to what is proof-read. */
import type { ReadPlan, SourceBlock } from '../plan/read-plan.ts';
import { issuerOfReference, yearOfReference } from '../reading/annex.ts';
import type { Line } from '../reading/lines.ts';
import { oneLine } from '../text/fold.ts';
import type { ReviewInput } from './input.ts';

export function reviewOfRead(read: ReadPlan): Omit<ReviewInput, 'silenced'> {
  const { plan } = read;
  const annexTitle = annexTitleOf(read);
  const lines = annexTitle.map(
    (text): Line => ({ text, bold: false, align: 'center', level: null, place: { block: 0 }, column: null }),
  );
  return {
    year: plan?.year ?? yearOfReference(lines),
    issuer: plan?.issuer || issuerOfReference(lines),
    head: plan && { number: plan.number, date: plan.date, title: plan.title },
    basis: plan?.basis ?? [],
    preamble: plan?.preamble ?? [],
    sections: plan?.sections ?? [],
    closing: plan?.closing ?? [],
    annexTitle,
    annex: hasTaskTable(read) ? 'table' : 'none',
    emptyAreas: [],
    rows: read.rows.map(({ dimension, no, component, tasks, results, lead, executors, time, sharesWith }) => ({
      no,
      area: dimension,
      component,
      tasks,
      results,
      lead,
      executors,
      time,
      sharesWith,
    })),
  };
}

/** A file without a task table yields rows gathered from its sections; those are not part of the document. */
export const hasTaskTable = ({ columns, rows }: Pick<ReadPlan, 'columns' | 'rows'>): boolean =>
  columns.length > 0 && rows.length > 0;

/** Lines looked at above the task table, at most. */
const longestTitle = 12;

/** The lines between the end of the plan and the head of its task table: "Phụ lục", the title, "(Kèm theo …)". */
export function annexTitleOf({ rows, columns, source }: ReadPlan): string[] {
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
