/**
 * What the person decided about what was read, and the plan that follows from it. The read file itself never changes:
 * every choice and every hand correction can be taken back. Pure.
 */

import { type BodyBlock, plainTextOf } from '../../../../shared/body/body-blocks.ts';
import { withLines, withPlainText } from '../../../../shared/body/body-text.ts';
import type { Doubt, ReadHeader, ReadPlan, ReadRow, ReadSection } from '../../../../shared/plan/read-plan.ts';
import { oneLine } from '../../../../shared/text/fold.ts';
import type { UpdateDecisions } from './decisions.ts';
import { type Choice, type DoubtRef, listDoubts } from './doubts.ts';
import {
  type FieldValue,
  type HeaderField,
  headerFieldNamed,
  headerFields,
  headerOf,
  headerValue,
  type RowField,
  rowFieldNamed,
  rowFields,
  withHeaderValue,
} from './fields.ts';

export type SectionEdit = { label?: string; heading?: string; paragraphs?: string[] };

export type Corrections = {
  /** By doubt key. */
  choices: Readonly<Record<string, Choice>>;
  year: number | null;
  header: Readonly<Partial<Record<HeaderField, FieldValue>>>;
  /** By index of the row the correction belongs to (`ownerRow`). */
  rows: Readonly<Record<number, Readonly<Partial<Record<RowField, FieldValue>>>>>;
  /** By path of the section: `0`, `1.2`. */
  sections: Readonly<Record<string, SectionEdit>>;
  /** The kept plan that the file updates; null where it becomes a new one. */
  update: UpdateDecisions | null;
};

export const startingCorrections = (read: ReadPlan): Corrections => ({
  choices: {},
  year: headerOf(read).year,
  header: {},
  rows: {},
  sections: {},
  update: null,
});

/** An offer put in place: the doubtful words inside the value, or the whole value where they are not found in it. */
export function applySuggestion(value: FieldValue, doubt: Doubt): FieldValue {
  const { source, suggestion } = doubt;
  if (suggestion === null) return value;
  const put = (text: string) =>
    source !== '' && text.includes(source) ? text.replace(source, () => suggestion) : null;
  if (typeof value === 'string') return put(value) ?? suggestion;
  const at = value.findIndex((entry) => put(entry) !== null);
  if (at >= 0) return value.map((entry, index) => (index === at ? (put(entry) ?? entry) : entry));
  return suggestion.split('\n').filter(Boolean);
}

type Runs = { area: Int32Array; component: Int32Array };
const runsOfRead = new WeakMap<ReadPlan, Runs>();

/**
 * Rows that will be kept as one area, or one component of it, because their words follow each other unchanged: each points
 * at the first row of its run, so that correcting the words of one does not tear the area apart.
 */
function runsOf(read: ReadPlan): Runs {
  const known = runsOfRead.get(read);
  if (known) return known;
  const runs = { area: new Int32Array(read.rows.length), component: new Int32Array(read.rows.length) };
  read.rows.forEach((row, index) => {
    const before = read.rows[index - 1];
    const sameArea = before !== undefined && oneLine(row.dimension) === oneLine(before.dimension);
    const sameComponent = sameArea && oneLine(row.component) === oneLine(before.component);
    runs.area[index] = sameArea ? (runs.area[index - 1] ?? index) : index;
    runs.component[index] = sameComponent ? (runs.component[index - 1] ?? index) : index;
  });
  runsOfRead.set(read, runs);
  return runs;
}

/** The row that holds a field: area and component are one cell over several rows, so a correction of one is of all. */
export function ownerRow(read: ReadPlan, row: number, field: RowField): number {
  const runs = runsOf(read);
  if (field === 'no' || field === 'dimension') return runs.area[row] ?? row;
  if (field === 'component') return runs.component[row] ?? row;
  return row;
}

type DoubtsByField = ReadonlyMap<string, DoubtRef[]>;
const fieldKey = (row: number, field: RowField) => `${row}/${field}`;
const doubtsByField = new WeakMap<ReadPlan, DoubtsByField>();

/** Doubts about one field of one row; about a cell over several rows, those of all its rows. */
export function doubtsAbout(read: ReadPlan, row: number, field: RowField): readonly DoubtRef[] {
  let known = doubtsByField.get(read);
  if (!known) {
    const made = new Map<string, DoubtRef[]>();
    for (const ref of listDoubts(read)) {
      const of = ref.row === null ? null : rowFieldNamed(ref.doubt.field);
      if (ref.row === null || of === null) continue;
      const key = fieldKey(ownerRow(read, ref.row, of), of);
      const others = made.get(key);
      if (others) others.push(ref);
      else made.set(key, [ref]);
    }
    known = made;
    doubtsByField.set(read, known);
  }
  return known.get(fieldKey(ownerRow(read, row, field), field)) ?? [];
}

/** One field of one row as it would be kept now. */
export function rowValue(read: ReadPlan, corrections: Corrections, row: number, field: RowField): FieldValue {
  const owner = ownerRow(read, row, field);
  const byHand = corrections.rows[owner]?.[field];
  if (byHand !== undefined) return byHand;
  const written: FieldValue = read.rows[owner]?.[field] ?? '';
  return doubtsAbout(read, row, field)
    .filter((ref) => corrections.choices[ref.key] === 'change')
    .reduce((value, ref) => applySuggestion(value, ref.doubt), written);
}

/** All rows as they would be kept now, without the doubts, which are decided. */
export function correctedRows(read: ReadPlan, corrections: Corrections): ReadRow[] {
  return read.rows.map((original, row) => {
    const values = Object.fromEntries(
      rowFields.map((field) => [field, rowValue(read, corrections, row, field)]),
    ) as Pick<ReadRow, RowField>;
    return { ...original, ...values, doubts: [] };
  });
}

/** One header field as it would be kept now. */
export function headerFieldValue(read: ReadPlan, corrections: Corrections, field: HeaderField): FieldValue {
  const byHand = corrections.header[field];
  if (byHand !== undefined) return byHand;
  return listDoubts(read)
    .filter((ref) => ref.row === null && corrections.choices[ref.key] === 'change')
    .filter((ref) => headerFieldNamed(ref.doubt.field) === field)
    .reduce<FieldValue>((value, ref) => applySuggestion(value, ref.doubt), headerValue(headerOf(read), field));
}

/** The header as it would be kept now. */
export function correctedHeader(read: ReadPlan, corrections: Corrections): ReadHeader {
  const header = headerFields.reduce(
    (made, field) => withHeaderValue(made, field, headerFieldValue(read, corrections, field)),
    headerOf(read),
  );
  const chosen = chosenByPath(read, corrections.choices);
  return {
    ...header,
    year: corrections.year,
    sections: header.sections.map((section, index) => sectionTree(section, String(index), corrections, chosen)),
    doubts: [],
  };
}

type ChosenByPath = ReadonlyMap<string, Doubt[]>;

function chosenByPath(read: ReadPlan, choices: Corrections['choices']): ChosenByPath {
  const chosen = new Map<string, Doubt[]>();
  for (const { key, path, doubt } of listDoubts(read))
    if (path !== null && choices[key] === 'change') chosen.set(path, [...(chosen.get(path) ?? []), doubt]);
  return chosen;
}

/** One section as it would be kept now, without looking at its children. */
export const correctedSection = (
  read: ReadPlan,
  corrections: Corrections,
  path: string,
  section: ReadSection,
): ReadSection => sectionFrom(section, path, corrections, chosenByPath(read, corrections.choices));

function sectionFrom(section: ReadSection, path: string, corrections: Corrections, chosen: ChosenByPath): ReadSection {
  const accepted = (chosen.get(path) ?? []).reduce(putIntoSection, section);
  const { paragraphs, ...edit } = corrections.sections[path] ?? {};
  // The words of the paragraphs are corrected as lines; how they look and the tables they stand in stay.
  return { ...accepted, ...edit, ...(paragraphs ? { paragraphs: withLines(accepted.paragraphs, paragraphs) } : {}) };
}

/** An accepted offer goes where its words stand: the number, the heading or the first paragraph that has them. */
function putIntoSection(section: ReadSection, doubt: Doubt): ReadSection {
  if (section.label === doubt.source) return { ...section, label: doubt.suggestion ?? section.label };
  if (section.heading.includes(doubt.source))
    return { ...section, heading: String(applySuggestion(section.heading, doubt)) };
  const at = section.paragraphs.findIndex((block) => plainTextOf(block).includes(doubt.source));
  const put = (block: BodyBlock) => withPlainText(block, String(applySuggestion(plainTextOf(block), doubt)));
  return { ...section, paragraphs: section.paragraphs.map((block, index) => (index === at ? put(block) : block)) };
}

function sectionTree(section: ReadSection, path: string, corrections: Corrections, chosen: ChosenByPath): ReadSection {
  return {
    ...sectionFrom(section, path, corrections, chosen),
    children: section.children.map((child, index) => sectionTree(child, `${path}.${index}`, corrections, chosen)),
  };
}

export type Decision = Choice | 'by-hand' | null;

/** What was decided about a doubt; a field corrected by hand settles the doubts about it. */
export function decisionOn(read: ReadPlan, ref: DoubtRef, corrections: Corrections): Decision {
  if (ref.path !== null) {
    if (corrections.sections[ref.path] !== undefined) return 'by-hand';
  } else if (ref.row === null) {
    const field = headerFieldNamed(ref.doubt.field);
    if (field !== null && corrections.header[field] !== undefined) return 'by-hand';
  } else {
    const field = rowFieldNamed(ref.doubt.field);
    if (field !== null && corrections.rows[ownerRow(read, ref.row, field)]?.[field] !== undefined) return 'by-hand';
  }
  return corrections.choices[ref.key] ?? null;
}

/** A choice made or, with null, taken back. Accepting an offer about the year sets the year that is asked for. */
export function withChoice(
  read: ReadPlan,
  corrections: Corrections,
  ref: DoubtRef,
  choice: Choice | null,
): Corrections {
  const { [ref.key]: before, ...others } = corrections.choices;
  const choices = choice === null ? others : { ...others, [ref.key]: choice };
  if (ref.row !== null || ref.doubt.field !== 'year') return { ...corrections, choices };
  const offered = Number(ref.doubt.suggestion);
  if (choice === 'change' && Number.isInteger(offered)) return { ...corrections, choices, year: offered };
  return before === 'change' ? { ...corrections, choices, year: headerOf(read).year } : { ...corrections, choices };
}

/** One choice for many doubts at once. */
export function decideAll(
  read: ReadPlan,
  corrections: Corrections,
  refs: readonly DoubtRef[],
  choice: Choice,
): Corrections {
  const choices = { ...corrections.choices, ...Object.fromEntries(refs.map((ref) => [ref.key, choice])) };
  const aboutYear = refs.filter((ref) => ref.row === null && ref.doubt.field === 'year');
  return aboutYear.reduce((made, ref) => withChoice(read, made, ref, choice), { ...corrections, choices });
}

/** A field of a row corrected by hand or, with null, given back to what was read and chosen. */
export function withRowValue(
  read: ReadPlan,
  corrections: Corrections,
  row: number,
  field: RowField,
  value: FieldValue | null,
): Corrections {
  const owner = ownerRow(read, row, field);
  const { [field]: _, ...others } = corrections.rows[owner] ?? {};
  const fields = value === null ? others : { ...others, [field]: value };
  return { ...corrections, rows: { ...corrections.rows, [owner]: fields } };
}

export function withHeaderEdit(corrections: Corrections, field: HeaderField, value: FieldValue | null): Corrections {
  const { [field]: _, ...others } = corrections.header;
  return { ...corrections, header: value === null ? others : { ...others, [field]: value } };
}

export function withSectionEdit(corrections: Corrections, path: string, edit: SectionEdit | null): Corrections {
  const { [path]: before, ...others } = corrections.sections;
  return { ...corrections, sections: edit === null ? others : { ...others, [path]: { ...before, ...edit } } };
}
