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

const draftShape = z.object({
  revision: z.number(),
  plan: z.object({
    head: z.looseObject({}),
    blocks: z.array(z.looseObject({ type: z.string() })),
    style: z.looseObject({}),
  }),
});

/** A draft as it is remembered on this computer; text that is none is forgotten. */
export const draftText = (plan: WrittenPlan, revision: number): string => JSON.stringify({ revision, plan });

export function draftFrom(text: string | undefined): { revision: number; plan: WrittenPlan } | null {
  if (text === undefined) return null;
  try {
    const read = draftShape.safeParse(JSON.parse(text));
    if (!read.success) return null;
    const plan = read.data.plan as unknown as WrittenPlan;
    return { revision: read.data.revision, plan: { ...plan, style: { ...usualStyle, ...plan.style } } };
  } catch {
    return null;
  }
}

/** Records were made for new sections: their lines now stand for these. */
export const withMadeIds = (blocks: readonly WrittenBlock[], made: ReadonlyMap<string, string>): WrittenBlock[] =>
  blocks.map((block) => (block.type === 'numbered' ? { ...block, id: made.get(block.id) ?? block.id } : block));
