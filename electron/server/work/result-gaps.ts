/** What the results of a plan still lack in a window, told at the first task of each group. */

import { firstTasks } from '../../../db/queries/tasks.ts';
import type { contract } from '../../../shared/api/contract/contract.ts';
import type { GroupResults } from '../../../shared/api/contract/targets.ts';
import type { AnswerOf } from '../../../shared/api/endpoint.ts';
import type { Deps } from '../core/deps.ts';
import { resultsOf } from './group-results.ts';

export type Gap = AnswerOf<typeof contract.targets.gaps>['gaps'][number];
type Missing = Pick<Gap, 'words' | 'missing' | 'explained' | 'openTargets'>;

/** One entry a result that lacks something; a result with everything, or everything explained and counted, is left out. */
export function gapsOf(deps: Deps, planId: string, windowId: string): Gap[] {
  const first = firstTasks(deps.db, planId);
  return [...resultsOf(deps, { planId, windowId, groupId: null }).values()].flatMap((group) =>
    missingOf(group).map((missing) => ({
      groupId: group.groupId,
      ...(first.get(group.groupId) ?? nobody),
      ...missing,
    })),
  );
}

const nobody = { taskId: null, task: '', lead: '' };

/** What each result of a group lacks. A number that only stands without a threshold is not asked for. */
export function missingOf({ results }: GroupResults): Missing[] {
  return results
    .map(({ words, proofs, targets }) => ({
      words,
      missing: proofs.filter((item) => item.state === 'thieu').map((item) => item.kind),
      explained: proofs
        .filter((item) => item.state === 'giai-trinh')
        .map((item) => ({ kind: item.kind, reason: item.reason })),
      openTargets: targets
        .filter((each) => each.window.verdict === 'open')
        .map((each) => `${each.measured}: ${each.asked}`),
    }))
    .filter((each) => each.missing.length + each.explained.length + each.openTargets.length > 0);
}
