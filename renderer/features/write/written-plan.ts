/** What is on the screen of one plan: its head as fields, its body as lines. Pure. */
import { z } from 'zod';
import type { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanView } from '../../../shared/api/contract/plans.ts';
import type { WrittenHead } from '../../../shared/api/contract/writing.ts';
import type { BodyOf } from '../../../shared/api/endpoint.ts';
import { type NumberingStyle, usualStyle } from '../../../shared/body/numbering.ts';
import { blocksOf, sectionsOf, type WrittenBlock } from '../../../shared/body/written-blocks.ts';

export type WrittenPlan = { head: WrittenHead; blocks: WrittenBlock[]; style: NumberingStyle };

export function writtenPlan(plan: PlanView): WrittenPlan {
  const { number, date, place, title, basis, preamble, closing, annexTitle, recipients, signer } = plan;
  return {
    head: { number, date, place, title, basis, preamble, closing, annexTitle, recipients, signer },
    ...blocksOf(plan.sections),
  };
}

/** Lines an annex head has room for. */
export const annexTitleLines = 6;

/** Empty lines of lists are only room to type in. */
const filled = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== '');

export function saveBody({ head, blocks, style }: WrittenPlan, revision: number): BodyOf<typeof contract.writing.save> {
  return {
    revision,
    head: {
      ...head,
      basis: filled(head.basis),
      preamble: filled(head.preamble),
      closing: filled(head.closing),
      annexTitle: head.annexTitle && filled(head.annexTitle).slice(0, annexTitleLines),
      recipients: filled(head.recipients),
    },
    sections: sectionsOf(blocks, style),
  };
}

const planShape = z.object({
  head: z.looseObject({}),
  blocks: z.array(z.looseObject({ type: z.string() })),
  style: z.looseObject({}),
});

/** A plan as a draft keeps it. */
export const textOfPlan = (plan: WrittenPlan): string => JSON.stringify(plan);

/** Null for a text that is none. */
export function planFromText(text: string): WrittenPlan | null {
  try {
    const read = planShape.safeParse(JSON.parse(text));
    if (!read.success) return null;
    const plan = read.data as unknown as WrittenPlan;
    return { ...plan, style: { ...usualStyle, ...plan.style } };
  } catch {
    return null;
  }
}

/** Records were made for new sections: their lines now stand for these. */
export const withMadeIds = (blocks: readonly WrittenBlock[], made: ReadonlyMap<string, string>): WrittenBlock[] =>
  blocks.map((block) => (block.type === 'numbered' ? { ...block, id: made.get(block.id) ?? block.id } : block));
