/**
 * Reporting windows (kỳ báo cáo) as data: what period a report covers. Source of the preset: Nghị định 09/2019/NĐ-CP, Điều 12
 * (data of a quarter run from the 15th of the month before it to the 14th of its last month).
 */
import { z } from 'zod';
import type { IsoDate } from '../text/dates.ts';

export const windowKind = z.enum(['quy', '6-thang', '9-thang', 'nam']);
export type WindowKind = z.infer<typeof windowKind>;

/** Unique in an office. Windows of a second regime in the same year carry a letter more: `2024-H1b`. Bundles carry this name. */
export const windowKey = z.string().regex(/^\d{4}-[A-Za-z0-9]{1,16}$/);

export type WindowDraft = {
  key: string;
  kind: WindowKind;
  year: number;
  label: string;
  fromDate: IsoDate;
  toDate: IsoDate;
  source: string;
};

type Preset = {
  suffix: string;
  kind: WindowKind;
  label: (year: number) => string;
  from: [yearShift: number, monthDay: string];
  to: string;
};

/** Order is the order of a year. 9 months is not in the decree; provinces that ask for it use the same cut-off. */
const decreePresets: readonly Preset[] = [
  { suffix: 'Q1', kind: 'quy', label: (year) => `Quý I/${year}`, from: [-1, '12-15'], to: '03-14' },
  { suffix: 'Q2', kind: 'quy', label: (year) => `Quý II/${year}`, from: [0, '03-15'], to: '06-14' },
  { suffix: 'H1', kind: '6-thang', label: (year) => `6 tháng đầu năm ${year}`, from: [-1, '12-15'], to: '06-14' },
  { suffix: 'Q3', kind: 'quy', label: (year) => `Quý III/${year}`, from: [0, '06-15'], to: '09-14' },
  { suffix: 'Q4', kind: 'quy', label: (year) => `Quý IV/${year}`, from: [0, '09-15'], to: '12-14' },
  { suffix: 'Y', kind: 'nam', label: (year) => `Năm ${year}`, from: [-1, '12-15'], to: '12-14' },
];

const decreeSource = 'Nghị định 09/2019/NĐ-CP, Điều 12';

/** The six windows of a year under the decree: four quarters, half-year, year. */
export const windowsOfYear = (year: number): WindowDraft[] =>
  decreePresets.map(({ suffix, kind, label, from: [shift, monthDay], to }) => ({
    key: `${year}-${suffix}`,
    kind,
    year,
    label: label(year),
    fromDate: `${year + shift}-${monthDay}`,
    toDate: `${year}-${to}`,
    source: decreeSource,
  }));

/** The quarter whose data are being collected on a day; the day after a cut-off already belongs to the next quarter. */
export function quarterOn<T extends { kind: string; fromDate: string; toDate: string }>(
  windows: readonly T[],
  today: IsoDate,
): T | null {
  const quarters = windows.filter((window) => window.kind === 'quy');
  const running = quarters.find((window) => window.fromDate <= today && today <= window.toDate);
  if (running) return running;
  const past = quarters.filter((window) => window.toDate < today);
  return past.at(-1) ?? quarters[0] ?? null;
}
