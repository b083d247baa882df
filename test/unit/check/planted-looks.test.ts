import { describe, expect, it } from 'vitest';
import { styleOf } from '../../../electron/documents/write/styles.ts';
import { decree30, type LayoutElement } from '../../../shared/document/decree30.ts';
import { check, edited, paragraphOf, planFile, runsOf } from './right-document.ts';

/** Sizes that belong together, and a line as long as a motto of another size, are other rules' business. */
const together = ['sizes.coherent', 'sizes.body', 'motto.lineLength'];

const rulesAfter = async (...edits: Parameters<typeof edited>[1][]): Promise<string[]> => {
  const { findings } = check(edited(await planFile, ...edits));
  return [...new Set(findings.map((finding) => finding.rule))].filter((rule) => !together.includes(rule));
};

const size = (points: number): string => `<w:sz w:val="${Math.round(points * 2)}"/>`;

/** Elements of the plan that stand in a style of their own. */
const elements: readonly LayoutElement[] = [
  'nationalName',
  'motto',
  'issuingAgency',
  'number',
  'placeAndDate',
  'typeName',
  'subject',
  'basis',
  'heading1',
  'heading2',
  'body',
  'signingAuthority',
  'signerName',
  'recipientsHead',
  'recipients',
  'annexLabel',
  'annexTitle',
  'annexReference',
  'table',
];

describe.each(elements)('TT10 %s', (element) => {
  const rule = decree30.elements[element];
  const style = styleOf[element].id;
  // Weight and slant that the element has stay, only the size changes.
  const kept = `${rule.bold ? '<w:b/>' : ''}${rule.italic ? '<w:i/>' : ''}`;

  it('sizes: half a point below and above is found, both limits are right', async () => {
    for (const wrong of [rule.size.min - 0.5, rule.size.max + 0.5])
      expect(await rulesAfter(runsOf(style, kept + size(wrong)))).toEqual([`${element}.size`]);
    for (const right of [rule.size.min, rule.size.max])
      expect(await rulesAfter(runsOf(style, kept + size(right)))).toEqual([]);
  });

  const asksWeight = element !== 'body' && element !== 'table';
  if (asksWeight)
    it('weight and slant', async () => {
      const weight = `<w:b w:val="${rule.bold ? 0 : 1}"/>`;
      expect(await rulesAfter(runsOf(style, weight))).toEqual([`${element}.bold`]);
      expect(await rulesAfter(runsOf(style, `<w:i w:val="${rule.italic ? 0 : 1}"/>`))).toEqual([`${element}.italic`]);
    });

  const asksPlace = rule.align === 'center' || element === 'basis' || element === 'body';
  if (asksPlace)
    it('alignment', async () => {
      const other = rule.align === 'center' ? 'left' : 'center';
      expect(await rulesAfter(paragraphOf(style, `<w:jc w:val="${other}"/>`))).toEqual([`${element}.align`]);
    });
});
