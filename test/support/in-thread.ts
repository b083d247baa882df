/**
 * The long tasks of the program run in the thread that asks, by the same functions. Starting a thread for each of some ten thousand bundles
 * is what a test of random sequences would spend its time on. Use: `vi.mock('…/electron/work/run-in-worker.ts', () => import('…/in-thread.ts'))`.
 */
import type { WorkerTasks } from '../../electron/work/messages.ts';
import { runners } from '../../electron/work/worker.ts';

export class WorkerKilled extends Error {}

type Control = { signal: AbortSignal; progress(phase: string, done: number, total: number): void };

export const runInWorker = async <K extends keyof WorkerTasks>(
  kind: K,
  input: WorkerTasks[K]['input'],
  { signal, progress }: Control,
): Promise<WorkerTasks[K]['output']> => runners[kind](input, { progress, isCancelled: () => signal.aborted });
