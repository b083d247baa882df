/** One fault planted in a right document, and the rule that must find it, alone. */
import { describe, expect, it } from 'vitest';
import { toDocx } from '../../../electron/documents/write/to-docx.ts';
import { rules } from '../../../shared/check/check.ts';
import { mm, planted } from './planted.ts';
import { check, type Edit, edited, inSection, planFile, report, runsOf } from './right-document.ts';

const rulesOf = (file: Uint8Array): string[] => [...new Set(check(file).findings.map(({ rule }) => rule))];
const rulesAfter = async (...edits: Edit[]): Promise<string[]> => rulesOf(edited(await planFile, ...edits));

const margin = (side: string, twips: number, section = 1): Edit =>
  inSection(section, new RegExp(`w:${side}="\\d+"`), `w:${side}="${twips}"`);

describe('documents of our own', () => {
  it('TT1 a plan and a report have no finding but the blanks of the draft', async () => {
    expect(check(await planFile).findings).toEqual([]);
    const { findings, passed } = check(await toDocx(report));
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['number.blank', 'note'],
      ['date.blank', 'note'],
    ]);
    expect(passed).toContain('addressees.form');
  });

  it('TT2 a rule without anything to look at is neither broken nor kept', async () => {
    const { findings, passed } = check(await toDocx(report));
    const spoken = new Set([...passed, ...findings.map(({ rule }) => rule)]);
    for (const absent of ['annexLabel.size', 'basis.marks', 'number.zero', 'numbering.letter'])
      expect(spoken).not.toContain(absent);
  });

  it('TT3 the same fault at several places is one finding that names each of them', async () => {
    const fault = (all: boolean) => runsOf('BodyText', '<w:sz w:val="24"/>', all);
    const [one] = check(edited(await planFile, fault(false))).findings;
    const found = check(edited(await planFile, fault(true))).findings;
    expect(one?.paragraphs).toHaveLength(1);
    expect(found.map(({ rule }) => rule)).toEqual([one?.rule]);
    expect(new Set(found[0]?.paragraphs).size).toBeGreaterThan(3);
  });

  it('no two rules share an id', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('TT4 margins, both sides of each limit', () => {
  const limits = { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] } as const;
  for (const [side, [min, max]] of Object.entries(limits))
    it(side, async () => {
      for (const wrong of [min - 0.5, max + 0.5]) {
        expect(await rulesAfter(margin(side, mm(wrong)))).toEqual([`page.margin.${side}`]);
        expect(await rulesAfter(margin(side, mm(wrong), 2))).toEqual([`page.margin.${side}.landscape`]);
      }
      // One twentieth of a point more than the limit: the file must change, and no ruler shows it.
      for (const right of [min, max]) expect(await rulesAfter(margin(side, mm(right) + 1))).toEqual([]);
    });

  it('the room for binding belongs to the left margin', async () => {
    expect(await rulesAfter(inSection(1, 'w:gutter="0"', `w:gutter="${mm(5)}"`))).toEqual([]);
    expect(await rulesAfter(inSection(1, 'w:gutter="0"', `w:gutter="${mm(6)}"`))).toEqual(['page.margin.left']);
  });
});

describe('TT3–TT20 planted faults', () => {
  for (const [rule, fault, ...edits] of planted)
    it(`${rule}: ${fault}`, async () => expect(await rulesAfter(...edits)).toEqual([rule]));
});
