/** The outcome of a layout check, which is a job of some seconds. */
import { useQuery } from '@tanstack/react-query';
import type { JobView } from '../../../shared/api/contract/plans.ts';
import type { FormView } from '../../../shared/api/contract/review.ts';
import { problems } from '../../../shared/api/problems.ts';
import { Refusal } from '../../data/client.ts';
import { followJob } from '../../data/jobs.ts';
import { useSession } from '../../state/session.ts';

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
