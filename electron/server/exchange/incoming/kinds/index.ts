/** The handlers of the kinds that come from a superior, by kind. A kind without one is refused in words and changes nothing. */
import type { KindHandler } from './handler.ts';
import { planHandler } from './plan.ts';
import { verdictHandler } from './verdict.ts';

export const handlers: { verdict: KindHandler<'verdict'> | null; plan: KindHandler<'plan'> | null } = {
  verdict: verdictHandler,
  plan: planHandler,
};
