/** Numbers of a sheet as the sheet shows them: dates, percentages, decimals. Only what office tables use. */

export type FormatKind =
  | { kind: 'general' }
  | { kind: 'date'; parts: string }
  | { kind: 'number'; decimals: number; percent: boolean; grouped: boolean };

/** Formats every workbook has without naming them. Source: ECMA-376 part 1, 18.8.30. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'dd/mm/yyyy',
};

/** Reads a format by its number and, where the workbook defines it, its code. */
export function readFormat(id: number, code: string | undefined): FormatKind {
  const written = code ?? builtIn[id];
  if (written === undefined) return { kind: 'general' };
  // The first section is for positive numbers; colours, conditions, quoted words and fillers are not digits.
  const section = written.split(';')[0]!.replace(/"[^"]*"|\[[^\]]*\]|\\.|[_*]./g, '');
  if (/general/i.test(section) || section.includes('@')) return { kind: 'general' };
  if (/[dy]/i.test(section) || /m{3,}/i.test(section) || /^m+[/-]/i.test(section)) {
    return { kind: 'date', parts: section.toLowerCase().replace(/[^dmy]/g, '') };
  }
  if (!/[0#]/.test(section)) return { kind: 'general' };
  const decimals = /\.([0#]+)/.exec(section)?.[1]?.length ?? 0;
  return { kind: 'number', decimals, percent: section.includes('%'), grouped: /,[0#]{3}/.test(section) };
}

/** A number as text. Dates are written day first whatever order the format has: an office reads 06/07 as 6 July. */
export function formatNumber(value: number, format: FormatKind, from1904: boolean): string {
  if (!Number.isFinite(value)) return '';
  if (format.kind === 'date') return dateText(value, format.parts, from1904);
  if (format.kind === 'general') return String(Number(value.toPrecision(15)));
  const shown = (format.percent ? value * 100 : value).toFixed(Math.min(format.decimals, 10));
  const [whole = '', rest] = shown.split('.');
  const digits = format.grouped ? whole.replace(/\B(?=(\d{3})+$)/g, '.') : whole;
  const decimals = rest === undefined ? '' : `${format.grouped ? ',' : '.'}${rest}`;
  return `${digits}${decimals}${format.percent ? '%' : ''}`;
}

/** Longest serial a sheet can hold: 31/12/9999. */
const lastSerial = 2_958_465;

/**
 * Day of a serial number. Sheets count from 1900 as if 29/02/1900 had been, so days before it are one less; workbooks made
 * on old Macs count from 1904. Null outside the calendar.
 */
export function dayOfSerial(serial: number, from1904: boolean): { year: number; month: number; day: number } | null {
  const days = Math.floor(serial);
  if (days < 0 || days > lastSerial) return null;
  if (!from1904 && days === 60) return { year: 1900, month: 2, day: 29 };
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  const date = new Date(epoch + days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function dateText(serial: number, parts: string, from1904: boolean): string {
  const date = dayOfSerial(serial, from1904);
  if (!date) return String(serial);
  const pad = (value: number, letter: string): string => {
    const width = parts.split(letter).length - 1;
    return width === 1 ? String(value) : String(value).padStart(2, '0');
  };
  const shown: string[] = [];
  if (parts.includes('d')) shown.push(pad(date.day, 'd'));
  if (parts.includes('m')) shown.push(pad(date.month, 'm'));
  if (parts.includes('y')) shown.push(String(date.year));
  return shown.join('/');
}
