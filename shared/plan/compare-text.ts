/** The words of a plan outside its table: head, legal basis, sections, recipients, signer; compared like the rows. */

import { type BodyBlock, plainTexts } from '../body/body-blocks.ts';
import { onLongestRise } from '../compare/order.ts';
import { noPairs, pairByKey, pairByLikeness } from '../compare/pair-up.ts';
import { type FieldChange, fieldChange, fieldChanges, type Value } from '../compare/three-way.ts';
import { itemAt } from '../core/sure.ts';
import { fold, oneLine } from '../text/fold.ts';
import { sameTitle } from './annex-title.ts';
import type { ReadHeader, ReadSection } from './read-plan.ts';
import type { FileWords } from './stored-table.ts';

const headFields = [
  'number',
  'date',
  'place',
  'issuer',
  'title',
  'basis',
  'preamble',
  'closing',
  'annexTitle',
  'recipients',
  'signer',
] as const;
export type HeadField = (typeof headFields)[number];
export type PlanHead = Pick<ReadHeader, HeadField>;

/** The signer as three lines, so that all fields compare alike. */
export const headValue = (head: PlanHead, field: HeadField): Value =>
  field === 'signer' ? [head.signer.authority, head.signer.title, head.signer.name] : (head[field] ?? []);

/** What a file does not say never empties what stands in the plan: an annex alone has no head (rule PL9). */
export function compareHead(before: PlanHead | null, stored: PlanHead, file: PlanHead): FieldChange[] {
  return headFields.flatMap((field) => {
    const value = headValue(file, field);
    const blank = typeof value === 'string' ? value.trim() === '' : value.every((entry) => entry.trim() === '');
    if (blank) return [];
    if (field === 'annexTitle' && sameTitle(stored.annexTitle ?? [], file.annexTitle ?? [])) return [];
    return fieldChange(field, before ? headValue(before, field) : undefined, headValue(stored, field), value) ?? [];
  });
}

export type StoredSectionRow = {
  id: string;
  parentId: string | null;
  label: string;
  heading: string;
  paragraphs: BodyBlock[];
};
/** A section of the file; `parent` is an index into the same list, parents before children. */
export type FlatSection = { parent: number | null; label: string; heading: string; paragraphs: BodyBlock[] };

export function flatSections(sections: readonly ReadSection[]): FlatSection[] {
  const flat: FlatSection[] = [];
  const walk = (list: readonly ReadSection[], parent: number | null) => {
    for (const { label, heading, paragraphs, children } of list) {
      flat.push({ parent, label: oneLine(label), heading: oneLine(heading), paragraphs });
      walk(children, flat.length - 1);
    }
  };
  walk(sections, null);
  return flat;
}

export type SectionChange = {
  id: string | null;
  at: number | null;
  state: 'unchanged' | 'changed' | 'added' | 'removed';
  moved: boolean;
  fields: FieldChange[];
};

export const sectionFields = ['label', 'heading', 'paragraphs'] as const;

/** A section as it is compared: looks of words are no change of them. */
export const sectionWords = ({
  label,
  heading,
  paragraphs,
}: Pick<FlatSection, 'label' | 'heading' | 'paragraphs'>) => ({
  label,
  heading,
  paragraphs: plainTexts(paragraphs),
});

/** What the file said, where the first image in the journal may hold blocks. */
const saidOf = (words: FileWords | undefined): FileWords | undefined =>
  words && Array.isArray(words.paragraphs)
    ? { ...words, paragraphs: plainTexts(words.paragraphs as readonly BodyBlock[]) }
    : words;

const likeSection = 0.5;

/** A file without sections says nothing about them; then there are no changes. */
export function compareSections(
  stored: readonly StoredSectionRow[],
  fresh: readonly FlatSection[],
  fromFile: ReadonlyMap<string, FileWords>,
): SectionChange[] {
  if (fresh.length === 0) return [];
  const pairs = noPairs(stored.length, fresh.length);
  type Words = Pick<FlatSection, 'label' | 'heading' | 'paragraphs'>;
  const whole = (section: Words) =>
    JSON.stringify([section.label, section.heading, plainTexts(section.paragraphs)].map(String).map(oneLine));
  const named = (section: Words) => (section.heading === '' ? null : fold(`${section.label} ${section.heading}`));
  const heading = (section: Words) => (section.heading === '' ? null : fold(section.heading));
  const sides = { stored, fresh };
  for (const key of [whole, named, heading]) pairByKey<Words>(pairs, sides, key);
  const text = (section: Words) => [section.heading, ...plainTexts(section.paragraphs)].join('\n');
  pairByLikeness<Words>(pairs, sides, text, () => likeSection);
  const inLine = onLongestRise(pairs.storedOf);
  const present = fresh.map((section, at): SectionChange => {
    const old = pairs.storedOf[at] ?? null;
    if (old === null) return { id: null, at, state: 'added', moved: false, fields: [] };
    const before = itemAt(stored, old);
    const fields = fieldChanges(
      sectionFields,
      saidOf(fromFile.get(before.id)),
      sectionWords(before),
      sectionWords(section),
    );
    const parent = section.parent === null ? null : (stored[pairs.storedOf[section.parent] ?? -1]?.id ?? undefined);
    const state = fields.some((field) => field.kind !== 'hand') ? 'changed' : 'unchanged';
    return { id: before.id, at, state, moved: !inLine[at] || parent !== before.parentId, fields };
  });
  const lost = stored.flatMap(({ id }, index): SectionChange[] =>
    pairs.freshOf[index] === null ? [{ id, at: null, state: 'removed', moved: false, fields: [] }] : [],
  );
  return [...present, ...lost];
}
