/** The columns of the file's task table in words: what each means, and what stands in it. Pure. */
import type { ColumnMeaning, ReadPlan } from '../../../../shared/plan/read-plan.ts';
import { rowFieldNamed, rowFieldWords } from './fields.ts';

const unreadColumn = 'Không lấy';

export function meaningWords(meaning: ColumnMeaning): string {
  const field = rowFieldNamed(meaning);
  return field === null ? unreadColumn : rowFieldWords[field];
}

/** True while no column is the tasks. */
export const columnTask = (mapping: readonly ColumnMeaning[]): boolean => !mapping.includes('task');

const longestSample = 80;

/** The first words below the caption of a column, to recognise it by. */
export function columnSample(read: ReadPlan, index: number): string {
  const caption = read.columns[index]?.caption.split(' / ').at(-1) ?? '';
  const same = read.columns.slice(0, index).filter((column) => column.caption === read.columns[index]?.caption).length;
  for (const block of read.source.blocks) {
    if (block.type !== 'table') continue;
    const heads = block.cells.filter((cell) => oneLine(cell.text) === oneLine(caption));
    const head = heads[same] ?? heads[0];
    if (!head || caption === '') continue;
    const below = block.cells
      .filter((cell) => cell.column === head.column && cell.row >= head.row + head.rowSpan && cell.text.trim() !== '')
      .sort((a, b) => a.row - b.row)
      .find((cell) => !/^\(?[\dA-Z]{1,2}\)?$/.test(cell.text.trim()));
    if (!below) return '';
    const text = oneLine(below.text);
    return text.length > longestSample ? `${text.slice(0, longestSample).trimEnd()}…` : text;
  }
  return '';
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
