/** Which rows of different units are the same row (CO3). */
import { matchComponent, matchDimension } from '../papi/match.ts';
import { fold } from '../text/fold.ts';
import type { UnitReport, UnitRow } from './unit-report.ts';

const kinds = /\b(?:xa|phuong|dac khu|thi tran|tinh|thanh pho|huyen|quan|thi xa)\b/g;

export type SameRow = {
  /** The PAPI code of the row's area, or a key of its own words for an area of the unit's own. */
  areaKey(row: UnitRow): string;
  /** Equal for rows that are the same row. */
  rowKey(report: UnitReport, row: UnitRow): string;
};

/** Reads each printed name once: 168 units name the same nine areas and some thirty components. */
export function sameRow(): SameRow {
  const areas = new Map<string, { code: string | null; key: string }>();
  const components = new Map<string, string>();
  const areaOf = (name: string) => {
    const known = areas.get(name);
    if (known) return known;
    const code = matchDimension(name)?.code ?? null;
    const made = { code, key: code ?? `rieng:${fold(name)}` };
    areas.set(name, made);
    return made;
  };
  const componentOf = (name: string, area: string | null): string => {
    const asked = `${area ?? ''} ${name}`;
    const known = components.get(asked);
    if (known !== undefined) return known;
    const made = matchComponent(name, area ?? undefined)?.codes.join('+') ?? fold(name);
    components.set(asked, made);
    return made;
  };
  return {
    areaKey: (row) => areaOf(row.area).key,
    rowKey: (report, row) => {
      if (row.superiorTaskId !== null) return `tren:${row.superiorTaskId}`;
      const area = areaOf(row.area);
      return `${area.key}|${componentOf(row.component, area.code)}|${wordsKey(row.text, report.bareName)}`;
    },
  };
}

/** The words of a task without the unit's own name and kind, years and punctuation. */
export function wordsKey(text: string, bareName: string): string {
  const name = fold(bareName);
  const words = fold(text)
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\b(?:19|20)\d\d\b/g, ' ');
  return (name === '' ? words : ` ${words} `.replaceAll(` ${name} `, ' '))
    .replace(kinds, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The printed words without the unit's own name: a sum over many units must not read as one unit's. */
export function withoutName(text: string, bareName: string): string {
  if (bareName.trim() === '') return text;
  const name = bareName.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text
    .replace(new RegExp(`\\s*(?<!\\p{L})${name}(?!\\p{L})`, 'giu'), '')
    .replace(/\s*\((?:xã|phường|đặc khu|thị trấn)?\)/giu, '')
    .trim();
}
