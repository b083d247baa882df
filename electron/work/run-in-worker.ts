/**
 * Long work in a thread of its own: reading foreign files, rendering Word, writing and checking bundles. The thread holds no database and
 * no rights beyond files named to it; it is cancelled through a shared flag its synchronous loops look at, and killed past its limits.
 */
import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerTask, WorkerTasks } from './messages.ts';
import { workerEntry } from './worker-entry.ts';

export type WorkControl = { readonly signal: AbortSignal; progress(phase: string, done: number, total: number): void };

/** Memory of one thread's JavaScript heap in MB; a hostile file then ends its thread, not the program. */
const heapLimit = 1024;

/**
 * How long a task may take, and how long after a cancel its thread may go on before it is killed; milliseconds. `youngHeap`: room for new
 * objects in MB, where it should be less than usual.
 */
export type WorkLimits = { readonly longest: number; readonly graceAfterCancel?: number; readonly youngHeap?: number };

/** Reading and rendering hold nothing outside their thread. */
const shortGrace = 3000;

/** The thread died past its limits, or went on too long. */
export class WorkerKilled extends Error {}

export function runInWorker<K extends keyof WorkerTasks>(
  kind: K,
  input: WorkerTasks[K]['input'],
  control: WorkControl,
  limits: WorkLimits,
): Promise<WorkerTasks[K]['output']> {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(workerEntry(), {
    resourceLimits: {
      maxOldGenerationSizeMb: heapLimit,
      ...(limits.youngHeap === undefined ? {} : { maxYoungGenerationSizeMb: limits.youngHeap }),
    },
  });
  return new Promise<WorkerTasks[K]['output']>((resolve, reject) => {
    let killer: NodeJS.Timeout | undefined;
    const cancel = () => {
      Atomics.store(flag, 0, 1);
      killer = setTimeout(
        () => end(() => reject(new WorkerKilled('cancelled'))),
        limits.graceAfterCancel ?? shortGrace,
      );
    };
    const deadline = setTimeout(() => end(() => reject(new WorkerKilled('too long'))), limits.longest);
    const end = (settle: () => void) => {
      clearTimeout(deadline);
      clearTimeout(killer);
      control.signal.removeEventListener('abort', cancel);
      settle();
      void worker.terminate();
    };
    control.signal.addEventListener('abort', cancel);
    if (control.signal.aborted) cancel();
    worker.on('message', (answer: WorkerAnswer<K>) => {
      if (answer.type === 'progress') control.progress(answer.phase, answer.done, answer.total);
      else if (answer.type === 'done') end(() => resolve(answer.output));
      else end(() => reject(Object.assign(new Error(answer.message), { code: answer.code })));
    });
    worker.on('error', (error) => end(() => reject(new WorkerKilled(error.message))));
    worker.on('exit', () => end(() => reject(new WorkerKilled('exit'))));
    worker.postMessage({ kind, input, flag } satisfies WorkerTask<K>);
  });
}
