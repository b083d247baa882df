/** Random edits of random plans, through real Word files (RT1 to RT4): exactly these edits are told, and taking them gives the edited plan. */
import { expect, it } from 'vitest';
import { documentOfParts, type StoredSection } from '../../../electron/documents/plan-parts.ts';
import { readDocument } from '../../../electron/documents/read/read-document.ts';
import { toDocx } from '../../../electron/documents/write/to-docx.ts';
import { ownPlan } from '../../../electron/server/proofreading/returned-plan.ts';
import type { SourceBlock } from '../../../shared/plan/read-plan.ts';
import { returnedPlan } from '../../../shared/returned/plan.ts';
import { type RebuiltSection, wordsAfter } from '../../../shared/returned/returned-words.ts';
import {
  editsOfTable,
  editsOfWords,
  type ModelPlan,
  numbers,
  randomPlan,
  type Told,
} from '../../support/plan-model.ts';

async function throughWord(plan: ModelPlan): Promise<SourceBlock[]> {
  const read = readDocument(await toDocx(documentOfParts(plan, 2024)), 'ke-hoach.docx');
  if (!read.ok) throw new Error(read.error.message);
  return read.value.source.blocks;
}

const key = ({ kind, before, after }: Told): string =>
  [kind, before, after].map((text) => text.replace(/\s+/g, ' ').toLowerCase()).join(' | ');

type Texts = { label: string; heading: string; lines: string[]; children: Texts[] };
const textsOf = (sections: StoredSection[]): Texts[] =>
  sections.map(({ label, heading, paragraphs, children }) => ({
    label,
    heading,
    lines: paragraphs.map(String),
    children: textsOf(children),
  }));
function rebuiltTexts(rebuilt: readonly RebuiltSection[], before: StoredSection[]): Texts[] {
  const known = new Map<string, string[]>();
  const note = (list: StoredSection[]): void =>
    list.forEach((section) => {
      known.set(section.id, section.paragraphs.map(String));
      note(section.children);
    });
  note(before);
  const walk = (list: readonly RebuiltSection[]): Texts[] =>
    list.map(({ id, label, heading, lines, children }) => ({
      label,
      heading,
      lines: lines ?? known.get(id) ?? [],
      children: walk(children),
    }));
  return walk(rebuilt);
}

it('tells exactly the edits that were made, and taking them all gives the edited words', async () => {
  const seen = new Map<string, number>();
  for (let seed = 1; seed <= 60; seed++) {
    const plan = randomPlan(seed);
    const blocks = await throughWord(plan);
    const own = ownPlan(plan, blocks, new Set());
    expect(returnedPlan(own, blocks, blocks), `seed ${seed}, untouched`).toEqual([]);
    const next = numbers(seed * 7919);
    const edited = structuredClone(plan);
    const expected: Told[] = [];
    for (const [name, edit] of Object.entries({ ...editsOfWords, ...editsOfTable })) {
      if (next() < 0.5) continue;
      const told = edit(edited, next);
      if (told === null) continue;
      expected.push(told);
      seen.set(name, (seen.get(name) ?? 0) + 1);
    }
    const changes = returnedPlan(own, await throughWord(edited), blocks);
    expect(changes.map(key).sort(), `seed ${seed}`).toEqual(expected.map(key).sort());
    expect(
      changes.every(({ target, conflict }) => target !== null && conflict === null),
      `seed ${seed}`,
    ).toBe(true);
    const after = wordsAfter(own, changes);
    const sections = after.sections ? rebuiltTexts(after.sections, plan.sections) : textsOf(plan.sections);
    expect(sections, `seed ${seed}`).toEqual(textsOf(edited.sections));
    expect({ ...plan.head, ...after.head }, `seed ${seed}`).toMatchObject({
      number: edited.head.number,
      date: edited.head.date,
      title: edited.head.title,
      basis: edited.head.basis.map((line) => expect.stringContaining(line.replace(/;$/u, ''))),
      recipients: edited.head.recipients,
      signer: edited.head.signer,
    });
    // Without the file as it went out the same edits are told (RT3), and what was refused is told again.
    expect(
      returnedPlan(own, await throughWord(edited), null)
        .map(key)
        .sort(),
    ).toEqual(expected.map(key).sort());
  }
  for (const name of Object.keys({ ...editsOfWords, ...editsOfTable }))
    expect(seen.get(name) ?? 0, name).toBeGreaterThan(3);
});
