/** The places the reader was not sure of, as one list to walk through, with what the person decided about each. Pure. */
import { plainTexts } from '../../../../shared/body/body-blocks.ts';
import type { Doubt, ReadPlan } from '../../../../shared/plan/read-plan.ts';
import { headerFieldNamed, headerOf, rowFieldNamed } from './fields.ts';
import { flatSections } from './sections.ts';

export type Tab = 'head' | 'body' | 'annex';

export type DoubtRef = {
  /** Stable for one read file: `h0`, `r12.1`. */
  key: string;
  doubt: Doubt;
  tab: Tab;
  /** Index in `rows`; null for a doubt of the header. */
  row: number | null;
  /** Path of the section a doubt about the text lies in. */
  path: string | null;
};

export type Choice = 'change' | 'keep';

const listed = new WeakMap<ReadPlan, DoubtRef[]>();

/** Header first, then the rows in order: the way the file is read. */
export function listDoubts(read: ReadPlan): DoubtRef[] {
  const known = listed.get(read);
  if (known) return known;
  const refs: DoubtRef[] = headerOf(read).doubts.map((doubt, index) => ({
    key: `h${index}`,
    doubt,
    tab: tabOfHeaderDoubt(doubt.field),
    row: null,
    path: doubt.field === 'sections' ? sectionOfDoubt(read, doubt) : null,
  }));
  read.rows.forEach((row, rowIndex) => {
    row.doubts.forEach((doubt, index) => {
      refs.push({ key: `r${rowIndex}.${index}`, doubt, tab: 'annex', row: rowIndex, path: null });
    });
  });
  listed.set(read, refs);
  return refs;
}

const tabOfHeaderDoubt = (field: string): Tab => (field === 'sections' ? 'body' : 'head');

/** The section whose words hold the doubtful ones, looked for first where the doubt says it stands. */
function sectionOfDoubt(read: ReadPlan, doubt: Doubt): string | null {
  const holding = flatSections(read).filter(({ section }) =>
    [section.label, section.heading, ...plainTexts(section.paragraphs)].some((text) => text.includes(doubt.source)),
  );
  const there = holding.find(({ section }) => section.place?.block === doubt.place?.block);
  return (there ?? holding[0])?.path ?? null;
}

/** The next (1) or previous (-1) doubt after the current one, around the ends; null when there is none at all. */
export function stepDoubt(refs: readonly DoubtRef[], current: string | null, step: 1 | -1): DoubtRef | null {
  if (refs.length === 0) return null;
  const at = refs.findIndex((ref) => ref.key === current);
  if (at < 0) return (step === 1 ? refs[0] : refs.at(-1)) ?? null;
  return refs[(at + step + refs.length) % refs.length] ?? null;
}

/** True where the program can put its offer into a field by itself. */
export const canBeChanged = (ref: DoubtRef): boolean =>
  ref.doubt.suggestion !== null &&
  (ref.row === null
    ? ref.path !== null || ref.doubt.field === 'year' || headerFieldNamed(ref.doubt.field) !== null
    : rowFieldNamed(ref.doubt.field) !== null);
