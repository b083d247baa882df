/** What a rule understood: a part of the schedule, where it stood, and whether its year was written or is the plan's. */
import type { SimpleSchedule } from './schedule.ts';

export type Found = { readonly at: number; readonly part: SimpleSchedule; readonly yearWritten: boolean };

/** Rules report here. A doubt is a question in Vietnamese about words that were taken but leave something open. */
export type Findings = { readonly planYear: number; readonly found: Found[]; readonly doubts: string[] };

export const addFound = (findings: Findings, at: number, part: SimpleSchedule, yearWritten: boolean): void => {
  findings.found.push({ at, part, yearWritten });
};

const numberWords: Readonly<Record<string, number>> = {
  mot: 1,
  nhat: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};

/** `02`, `2`, `hai`; null for anything else. */
export function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^\d+$/.test(text) ? Number(text) : (numberWords[text] ?? null);
}

/** Quarter of `II`, `2`, `02`, `hai`, also where a scanner read the Roman one as a small L; null for anything else. */
export function quarterOf(text: string | undefined): number | null {
  const name = text?.replace(/^0/, '') ?? '';
  const value = { i: 1, ii: 2, iii: 3, iv: 4 }[name.replaceAll('l', 'i')] ?? numberOf(name);
  return value !== null && value >= 1 && value <= 4 ? value : null;
}
