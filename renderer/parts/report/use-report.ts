/** The report of a plan and window, made as a draft by the program the first time somebody looks. */
import { useQuery } from '@tanstack/react-query';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { ReportView } from '../../../shared/api/contract/reports.ts';
import { queryClient } from '../../data/cache.ts';
import { call } from '../../data/client.ts';
import { useSession } from '../../state/session.ts';

type Which = { planId: string; windowId: string };

const keyOf = (profileId: string | null, which: Which | null) => [
  profileId,
  'report',
  which?.planId ?? null,
  which?.windowId ?? null,
];

/** `null` means "not yet": nothing is asked. */
export function useReport(which: Which | null) {
  const profileId = useSession((session) => session.profileId);
  return useQuery<ReportView, Error>({
    queryKey: keyOf(profileId, which),
    queryFn: ({ signal }) => call(contract.reports.open, { body: which as Which, signal }),
    enabled: which !== null,
  });
}

/** The report as last read; undefined where no screen has read it. */
export function reportNow(reportId: string): ReportView | undefined {
  const read = queryClient.getQueriesData<ReportView>({ queryKey: [useSession.getState().profileId, 'report'] });
  return read.map(([, report]) => report).find((report) => report?.id === reportId);
}

/** The report as it is at the server, read anew also where its screen is closed; undefined where it was never read. */
export async function readReport(reportId: string): Promise<ReportView | undefined> {
  const known = reportNow(reportId);
  if (!known) return undefined;
  const which = { planId: known.planId, windowId: known.window.id };
  return queryClient.fetchQuery({
    queryKey: keyOf(useSession.getState().profileId, which),
    queryFn: ({ signal }) => call(contract.reports.open, { body: which, signal }),
    staleTime: 0,
  });
}

/** Whose words the paper of a report is made of: its own, and those of the plan's tasks, results, figures and activities. */
export const ownersOfPaper = (report: Pick<ReportView, 'id' | 'planId'>): readonly string[] => [
  `report/${report.id}`,
  `plan/${report.planId}`,
];
