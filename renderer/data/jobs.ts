/** Long work: follows a job by asking for each newer version, until it ends. */
import { useCallback, useRef, useState } from 'react';
import { contract } from '../../shared/api/contract/contract.ts';
import type { JobView } from '../../shared/api/contract/plans.ts';
import { call } from './client.ts';

/** Follows a job to its end, telling every step; resolves with the job's last state. */
export async function followJob(job: JobView, onStep: (job: JobView) => void, signal?: AbortSignal): Promise<JobView> {
  let current = job;
  onStep(current);
  while (current.state === 'running') {
    current = await call(contract.plans.job, { params: { id: current.id }, query: { after: current.version }, signal });
    onStep(current);
  }
  return current;
}

/** One job a screen runs at a time: `start` begins and follows it, `cancel` stops it and leaves nothing behind. */
export function useJob() {
  const [job, setJob] = useState<JobView | null>(null);
  const running = useRef<string | null>(null);
  const start = useCallback(async (begin: () => Promise<JobView>): Promise<JobView> => {
    const first = await begin();
    running.current = first.id;
    const last = await followJob(first, setJob);
    running.current = null;
    return last;
  }, []);
  const cancel = useCallback(async () => {
    if (running.current) setJob(await call(contract.plans.cancelJob, { params: { id: running.current } }));
  }, []);
  const clear = useCallback(() => setJob(null), []);
  return { job, start, cancel, clear };
}
