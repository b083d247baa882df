/** Whether a file that was read is a plan that is kept already (SPEC PL12). */
import { fold } from '../text/fold.ts';
import { annexReference } from './annex-reference.ts';
import type { ReadPlan } from './read-plan.ts';

export type SameBecause = 'number' | 'title' | 'tasks';
export type KnownPlan = { id: string; year: number; number: string; title: string; tasks: readonly string[] };
export type PlanMatch = { planId: string; why: SameBecause; commonTasks: number };

const enough = 0.6;

/** The same plan first; among equals the one with most tasks in common. */
export function samePlans(read: Pick<ReadPlan, 'plan' | 'rows' | 'source'>, known: readonly KnownPlan[]): PlanMatch[] {
  const texts = new Set(read.rows.flatMap((row) => row.tasks.map(fold)));
  const head = read.plan ?? annexReference(read.source.blocks);
  const year = head?.year ?? null;
  const [number, title] = [fold(head?.number ?? ''), fold(read.plan?.title ?? '')];
  const rank: Record<SameBecause, number> = { number: 0, title: 1, tasks: 2 };
  return known
    .flatMap((plan): PlanMatch[] => {
      if (year !== null && plan.year !== year) return [];
      const own = new Set(plan.tasks.map(fold));
      const commonTasks = [...own].filter((text) => texts.has(text)).length;
      const smaller = Math.min(own.size, texts.size);
      const why: SameBecause | null =
        year !== null && number !== '' && fold(plan.number) === number
          ? 'number'
          : year !== null && title !== '' && fold(plan.title) === title
            ? 'title'
            : smaller > 0 && commonTasks >= enough * smaller
              ? 'tasks'
              : null;
      return why === null ? [] : [{ planId: plan.id, why, commonTasks }];
    })
    .sort((a, b) => rank[a.why] - rank[b.why] || b.commonTasks - a.commonTasks);
}
