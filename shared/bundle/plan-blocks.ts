/** Blocks of a section as they travel in a plan bundle, and back (BN82). */
import { type BodyBlock, bodyBlock, plainTextOf } from '../body/body-blocks.ts';
import { plainText } from './fields-v1.ts';
import type { PlanBlock } from './plan-v1.ts';

/** A block fit for a bundle: a plain paragraph as its text, anything richer with its words beside its look. */
export function toPlanBlock(block: BodyBlock): PlanBlock {
  if (typeof block === 'string') return plainText(block);
  // Through JSON: a field that is undefined has no canonical text.
  return { ...JSON.parse(JSON.stringify(block)), text: plainText(plainTextOf(block)) };
}

/** A received block as the program keeps it; one whose type or form it does not know becomes its words. */
export function fromPlanBlock(block: PlanBlock): BodyBlock {
  if (typeof block === 'string') return block;
  const { text, ...rest } = block;
  const known = bodyBlock.safeParse(rest);
  return known.success ? known.data : text;
}
