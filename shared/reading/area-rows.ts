/** Rows of a task table that name an area, or a component below one, instead of a task. */
import { firstOf } from '../core/sure.ts';
import type { ColumnMeaning } from '../plan/read-plan.ts';
import type { ReadingCell } from './blocks.ts';
import { flat } from './clean-text.ts';
import { parseLabel } from './labels.ts';
import type { FoundTaskTable, TaskColumn } from './task-table.ts';

/** Where the rows below stand, as far as rows across the table say it; `levels` are the kinds of labels met, outermost first. */
export type Areas = { dimension: string; dimensionNo: string; component: string; levels: string[] };

/** Before any such row. */
export const noAreas: Areas = { dimension: '', dimensionNo: '', component: '', levels: [] };

export type AreaRow = { label: string; kind: string; text: string };

/** A row that names an area: one text across the table, or a Roman number and a text beside empty cells. */
export function areaRow(found: FoundTaskTable, row: number, own: readonly ReadingCell[]): AreaRow | null {
  const noColumn = found.columns.find((column) => column.meaning === 'no');
  const numberCell =
    noColumn && own.find((cell) => cell.column >= noColumn.from && cell.column + cell.columnSpan <= noColumn.to);
  const named = own.filter((cell) => cell !== numberCell);
  if (named.length !== 1) return null;
  const cell = firstOf(named);
  const text = flat(cell.text);
  const covered = found.columns.filter(
    (column) => cell.column < column.to && cell.column + cell.columnSpan > column.from,
  ).length;
  const label = parseLabel(text);
  const number = flat(numberCell?.text ?? '');
  const kind = kindOf(number) ?? label?.kind ?? 'none';
  const result = {
    label: trimNumber(number) || trimNumber(label?.label ?? ''),
    kind,
    text: number === '' && label ? label.rest : text,
  };
  const wide = covered >= 3 && covered * 2 >= found.columns.length;
  if (wide && cell.rowSpan === 1) return result;
  const emptyBeside = found.columns.every((column) => {
    const at = found.grid.cellAt(row, column.from);
    return !at || at === cell || at === numberCell || (at.text.trim() === '' && at.row === row);
  });
  if (!emptyBeside || text.includes('\n')) return null;
  const column = found.columns.find((candidate) => cell.column >= candidate.from && cell.column < candidate.to);
  if (column?.meaning !== 'task' && column?.meaning !== 'component' && column?.meaning !== 'dimension') return null;
  if (column.meaning !== 'task' && found.columns.some((candidate) => candidate.meaning === 'task') && number === '')
    return null;
  const heading = cell.bold || (text === text.toUpperCase() && /\p{Lu}{2}/u.test(text));
  if (kindOf(number) === 'roman' || kindOf(number) === 'capital') return result;
  if (heading && (number !== '' || label || !noColumn) && !/[.;]$/.test(text)) return result;
  return numberedBelow(found, row, number, noColumn) ? result : null;
}

/** "1" stands above "1.1": the row is the heading of the next ones. */
function numberedBelow(found: FoundTaskTable, row: number, number: string, noColumn: TaskColumn | undefined): boolean {
  if (!noColumn || !/^\d{1,2}\.?$/.test(number)) return false;
  const below = flat(found.grid.cellAt(row + 1, noColumn.from)?.text ?? '');
  return below.startsWith(`${trimNumber(number)}.`) && below.length > number.length;
}

function kindOf(number: string): string | null {
  if (number === '') return null;
  if (/^[IVX]+\s*[.)]?$/.test(number)) return 'roman';
  if (/^[A-EĐ]\s*[.)]?$/.test(number)) return 'capital';
  if (/^\d{1,2}\s*[.)]?$/.test(number)) return 'number';
  if (/^\d{1,2}\.\d{1,2}\s*[.)]?$/.test(number)) return 'number2';
  return parseLabel(`${number} x`)?.kind ?? null;
}

export const trimNumber = (text: string): string => flat(text).replace(/[\s.)/]+$/, '');

/** The first kind of label met names areas; another kind directly under it names components. */
export function enterArea(areas: Areas, area: AreaRow, columns: ReadonlySet<ColumnMeaning>): Areas {
  const level = areas.levels.indexOf(area.kind);
  const deeper = level > 0 || (level < 0 && areas.levels.length > 0 && area.kind !== 'none');
  if (deeper && !columns.has('component')) {
    const levels = level < 0 ? [...areas.levels, area.kind] : areas.levels;
    return { ...areas, component: area.label === '' ? area.text : `${area.label}. ${area.text}`, levels };
  }
  return {
    dimension: area.text,
    dimensionNo: area.label,
    component: '',
    levels: level < 0 ? [area.kind] : areas.levels,
  };
}
