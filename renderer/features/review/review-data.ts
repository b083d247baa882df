/** What the screen reads: the review of a plan, and the outcome of a layout check, which is a job of some seconds. */
import { useQuery } from '@tanstack/react-query';
import type { JobView } from '../../../shared/api/contract/plans.ts';
import type { FormView, ReviewFindingView, ReviewView } from '../../../shared/api/contract/review.ts';
import { contract } from '../../../shared/api/contract.ts';
import { problems } from '../../../shared/api/problems.ts';
import { call, Refusal } from '../../data/client.ts';
import { followJob } from '../../data/jobs.ts';
import { useSession } from '../../state/session.ts';

export function usePlanReview(planId: string | null) {
  const profileId = useSession((session) => session.profileId);
  return useQuery<ReviewView, Error>({
    queryKey: [profileId, 'review', planId],
    queryFn: ({ signal }) => call(contract.review.plan, { params: { id: planId ?? '' }, body: {}, signal }),
    enabled: planId !== null,
  });
}

/** Runs a layout check and waits for it; `of` names what is checked, null while nothing is. */
export function useFormCheck(of: string | null, begin: () => Promise<JobView>) {
  const profileId = useSession((session) => session.profileId);
  return useQuery<FormView, Error>({
    queryKey: [profileId, 'check-of-form', of],
    queryFn: async () => resultOf(await begin()),
    enabled: of !== null,
    refetchOnWindowFocus: false,
    retry: false,
  });
}

/** Follows a check to its end; a refused one is thrown with the server's sentence. */
export async function resultOf(first: JobView): Promise<FormView> {
  const last = await followJob(first, () => undefined);
  if (last.state === 'done') return last.result as FormView;
  throw new Refusal(
    last.error?.code ?? 'loi-chuong-trinh',
    last.error?.message ?? problems['loi-chuong-trinh'].message,
  );
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
