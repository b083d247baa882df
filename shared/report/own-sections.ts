/** Sections that a person added to a report: where they stand among the generated ones, and the numbers that follow from it. Rules RE18–RE20. */

import { numberLines, type SectionLevel } from '../body/numbering.ts';
import { levelOfLabel } from '../body/section-nodes.ts';

/** Keys of own sections cannot meet those of generated ones. */
export const ownKey = /^own:[A-Za-z0-9-]{1,80}$/;
export const isOwn = (key: string): boolean => key.startsWith('own:');

type Numbered = { key: string; label: string; heading: string; level?: SectionLevel | undefined };

/** Labels of all sections in their order; unchanged while nobody added a section. Sections without a number stay without. */
export function withOwnNumbers<Section extends Numbered>(sections: readonly Section[]): Section[] {
  if (!sections.some(({ key }) => isOwn(key))) return [...sections];
  const lines = sections.map(({ key, label, level }) => ({
    level: level ?? (label === '' ? 1 : levelOfLabel(label)),
    typed: isOwn(key) || label !== '' ? null : '',
  }));
  const numbers = numberLines(lines);
  return sections.map((section, at) => ({ ...section, label: numbers[at]?.label ?? section.label }));
}

/** Own sections put behind the section they followed when they were saved; where that is gone, before the closing words. */
export function placeOwn<Section extends { key: string }>(
  sections: readonly Section[],
  own: readonly { section: Section; after: string }[],
): Section[] {
  const placed = [...sections];
  for (const { section, after } of own) {
    const before = placed.findIndex(({ key }) => key === after);
    const closing = placed.findIndex(({ key }) => key === 'closing');
    const end = closing < 0 ? placed.length : closing;
    placed.splice(before < 0 ? end : before + 1, 0, section);
  }
  return placed;
}
