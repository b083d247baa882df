/**
 * Long work as a resource: started by a request, followed by asking for each newer version, cancelled by DELETE. Works alike through
 * every door; `app://` carries no abort signal and its event streams may not close.
 */
import type { JobView } from '../../../shared/api/contract/plans.ts';
import { newestKept } from './newest-kept.ts';
import type { Refusal } from './refusal.ts';
import { isRefusal } from './refusal.ts';

export type JobControl = {
  readonly id: string;
  readonly signal: AbortSignal;
  progress(phase: string, done: number, total: number): void;
};

export type JobPlan = { kind: string; label: string; unit: JobView['unit']; total: number };

export type Jobs = {
  start(plan: JobPlan, work: (control: JobControl) => Promise<unknown>): JobView;
  get(id: string): JobView | null;
  /** Resolves at once when a newer version than `after` exists, else when one comes or after `milliseconds`. */
  wait(id: string, after: number, milliseconds: number): Promise<JobView | null>;
  cancel(id: string): JobView | null;
  /** Cancels everything that runs and waits for it to end. */
  close(): Promise<void>;
};

type Job = { view: JobView; stop: AbortController; ended: Promise<void>; waiting: Set<() => void> };

/** Ended jobs stay readable for a while, so that a window that looked away still learns the outcome. */
const keptJobs = 40;

export function createJobs(deps: {
  clock: () => number;
  newId: () => string;
  refusalOf: (error: unknown) => Refusal;
}): Jobs {
  const running = new Map<string, Job>();
  const finished = newestKept<Job>(keptJobs);
  const find = (id: string): Job | null => running.get(id) ?? finished.get(id);

  const change = (job: Job, patch: Partial<JobView>) => {
    job.view = { ...job.view, ...patch, version: job.view.version + 1 };
    for (const wake of job.waiting) wake();
    job.waiting.clear();
  };

  const end = (job: Job, outcome: unknown) => {
    if (job.view.state !== 'running') return;
    if (job.stop.signal.aborted) change(job, { state: 'cancelled' });
    else if (isRefusal(outcome))
      change(job, { state: 'failed', error: { code: outcome.refused, message: outcome.message } });
    else change(job, { state: 'done', result: outcome ?? null, done: job.view.total });
    running.delete(job.view.id);
    finished.add(job.view.id, job);
  };

  return {
    start: (plan, work) => {
      const stop = new AbortController();
      const view: JobView = {
        ...plan,
        id: deps.newId(),
        state: 'running',
        phase: '',
        done: 0,
        startedAt: deps.clock(),
        version: 0,
        error: null,
        result: null,
      };
      const job: Job = { view, stop, ended: Promise.resolve(), waiting: new Set() };
      running.set(view.id, job);
      const control: JobControl = {
        id: view.id,
        signal: stop.signal,
        progress: (phase, done, total) => {
          if (job.view.state === 'running') change(job, { phase, done, total });
        },
      };
      job.ended = work(control).then(
        (outcome) => end(job, outcome),
        (error) => end(job, deps.refusalOf(error)),
      );
      return view;
    },
    get: (id) => find(id)?.view ?? null,
    wait: async (id, after, milliseconds) => {
      const job = find(id);
      if (!job) return null;
      if (job.view.version <= after && job.view.state === 'running')
        await new Promise<void>((resolve) => {
          const timer = setTimeout(wake, milliseconds);
          function wake() {
            clearTimeout(timer);
            resolve();
          }
          job.waiting.add(wake);
        });
      return job.view;
    },
    cancel: (id) => {
      const job = find(id);
      job?.stop.abort();
      return job?.view ?? null;
    },
    close: async () => {
      for (const job of running.values()) job.stop.abort();
      await Promise.all([...running.values()].map((job) => job.ended));
    },
  };
}
