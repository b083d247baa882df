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
  const names = new Map<string, string>();
  const nameOf = ({ bareName }: UnitReport): string => {
    const known = names.get(bareName) ?? fold(bareName);
    names.set(bareName, known);
    return known;
  };
  return {
    areaKey: (row) => areaOf(row.area).key,
    rowKey: (report, row) => {
      if (row.superiorTaskId !== null) return `tren:${row.superiorTaskId}`;
      const area = areaOf(row.area);
      return `${area.key}|${componentOf(row.component, area.code)}|${wordsKey(row.text, nameOf(report))}`;
    },
  };
}

/** The words of a task without the unit's own (folded) name and kind, years and punctuation. */
function wordsKey(text: string, name: string): string {
  const words = fold(text)
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\b(?:19|20)\d\d\b/g, ' ');
  return (name === '' ? words : ` ${words} `.replaceAll(` ${name} `, ' '))
    .replace(kinds, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Takes the unit's own name out of printed words: a sum over many units must not read as one unit's. Made once per unit. */
export function nameRemover(bareName: string): (text: string) => string {
  const bare = bareName.trim();
  if (bare === '') return (text) => text;
  const name = new RegExp(`\\s*(?<!\\p{L})${bare.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'giu');
  return (text) =>
    text
      .replace(name, '')
      .replace(/\s*\((?:xã|phường|đặc khu|thị trấn)?\)/giu, '')
      .trim();
}
