/** Real plans opened in the editor and saved again: the same sections, the same words; next year's plan changes nothing but years. */
import { expect, it } from 'vitest';
import { readDocument } from '../../../electron/documents/read/read-document.ts';
import { blocksOf, sectionsOf, type WrittenSection } from '../../../shared/body/written-blocks.ts';
import { nextYear } from '../../../shared/plan/next-year.ts';
import type { ReadSection } from '../../../shared/plan/read-plan.ts';
import { oneLine } from '../../../shared/text/fold.ts';
import { describeWithSamples, sample } from '../../support/samples.ts';

const names = ['nhu-quynh-2024.docx', 'luc-ba-2024.docx', 'minh-tien-2024.docx', 'seeds/di-su-2024.txt'];

function headerOf(name: string) {
  const read = readDocument(sample(name), name);
  if (!read.ok || read.value.plan === null) throw new Error(`${name} holds no plan`);
  return { header: read.value.plan, rows: read.value.rows };
}

let count = 0;
const written = (sections: readonly ReadSection[]): WrittenSection[] =>
  sections.map(({ label, heading, paragraphs, children }) => ({
    id: `s${++count}`,
    label,
    heading,
    paragraphs,
    children: written(children),
  }));

const words = (sections: readonly (WrittenSection | ReadSection)[]): string =>
  oneLine(
    sections
      .map(({ label, heading, paragraphs, children }) => [label, heading, ...paragraphs, words(children)].join(' '))
      .join(' '),
  );

const all = (sections: readonly WrittenSection[]): WrittenSection[] =>
  sections.flatMap((section) => [section, ...all(section.children)]);

describeWithSamples('real plans in the editor', () => {
  it.each(names)('WR6, WR7: %s keeps every word, and every section its record', (name) => {
    const sections = written(headerOf(name).header.sections);
    const { blocks, style } = blocksOf(sections);
    const again = sectionsOf(blocks, style);
    expect(words(again)).toBe(words(sections));
    const named = all(sections).filter(({ label, heading }) => `${label}${heading}`.trim() !== '');
    expect(
      all(again)
        .map(({ id }) => id)
        .filter((id) => id !== ''),
    ).toEqual(named.map(({ id }) => id));
    const second = blocksOf(again);
    expect(sectionsOf(second.blocks, second.style)).toEqual(again);
  });

  it.each(names)('NY1–NY3: next year from %s differs in years alone', (name) => {
    const { header } = headerOf(name);
    const next = nextYear({ year: 2024, header, rows: [] });
    const without = (sections: readonly ReadSection[]): string => words(sections).replace(/\d{4}/g, '####');
    expect(without(next.header.sections)).toBe(without(header.sections));
    expect(next.header.title).toBe(header.title.replace('2024', '2025'));
    expect(next.notMoved.slice(0, header.basis.length).map(({ text }) => text)).toEqual(header.basis);
  });
});
