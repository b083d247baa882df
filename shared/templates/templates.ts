/** The templates a new plan can begin from. Written for the program in the offices' way; a person goes on from there. */
import { z } from 'zod';
import { deepestLevel, numberLines, type SectionLevel } from '../body/numbering.ts';
import type { ReadSection } from '../plan/read-plan.ts';
import { communicationPlan } from './communication-plan.ts';
import { masterPlan } from './master-plan.ts';
import { remedyPlan } from './remedy-plan.ts';
import type { Template, TemplateInput, WrittenPlan } from './template.ts';

export const templateKey = z.enum(['tong-the', 'tuyen-truyen', 'khac-phuc']);
export type TemplateKey = z.infer<typeof templateKey>;

export const templates: Readonly<Record<TemplateKey, Template>> = {
  'tong-the': masterPlan,
  'tuyen-truyen': communicationPlan,
  'khac-phuc': remedyPlan,
};

/** The plan of a template with its numbers: I. → 1. → a). */
export function planFromTemplate(key: TemplateKey, input: TemplateInput): WrittenPlan {
  const { header, rows } = templates[key].write(input);
  return { rows, header: { ...header, sections: withLabels(header.sections) } };
}

function withLabels(sections: readonly ReadSection[]): ReadSection[] {
  const flat: { section: ReadSection; level: SectionLevel }[] = [];
  const copy = (list: readonly ReadSection[], depth: number): ReadSection[] =>
    list.map((each) => {
      const section: ReadSection = { ...each };
      flat.push({ section, level: Math.min(depth, deepestLevel) as SectionLevel });
      section.children = copy(each.children, depth + 1);
      return section;
    });
  const copied = copy(sections, 1);
  numberLines(flat.map(({ level }) => ({ level, typed: null }))).forEach(({ label }, at) => {
    const section = flat[at]?.section;
    if (section) section.label = label;
  });
  return copied;
}
