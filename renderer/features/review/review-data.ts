/** What the screen reads: the review of a plan, and its findings in groups. */
import { useQuery } from '@tanstack/react-query';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { ReviewFindingView, ReviewView } from '../../../shared/api/contract/review.ts';
import { call } from '../../data/client.ts';
import { useSession } from '../../state/session.ts';

export function usePlanReview(planId: string | null) {
  const profileId = useSession((session) => session.profileId);
  return useQuery<ReviewView, Error>({
    queryKey: [profileId, 'review', planId],
    queryFn: ({ signal }) => call(contract.review.plan, { params: { id: planId ?? '' }, body: {}, signal }),
    enabled: planId !== null,
  });
}

/** Notes ask for nothing, so the badge does not count them. */
export const countOf = ({ findings }: ReviewView): number => findings.filter((each) => each.level === 'fault').length;

export type RuleGroup = { rule: ReviewFindingView['rule']; name: string; findings: ReviewFindingView[] };

/** Together per rule, rules with faults first, in the order the review tells them. */
export function byRule(findings: readonly ReviewFindingView[]): RuleGroup[] {
  const groups = new Map<string, RuleGroup>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group) group.findings.push(finding);
    else groups.set(finding.rule, { rule: finding.rule, name: finding.ruleName, findings: [finding] });
  }
  const all = [...groups.values()];
  const isFault = (group: RuleGroup) => group.findings.some((each) => each.level === 'fault');
  return [...all.filter(isFault), ...all.filter((group) => !isFault(group))];
}
