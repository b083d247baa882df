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

/** The report as last read, for a write that needs the newest revision. */
export const reportNow = (which: Which): ReportView | undefined =>
  queryClient.getQueryData(keyOf(useSession.getState().profileId, which));
