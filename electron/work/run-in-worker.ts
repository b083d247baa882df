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

/** What a thread has used up so far, in milliseconds; refused once it has ended. */
export type UsedTime = (worker: Worker) => Promise<number>;

/**
 * How much a task may use up, and how long after a cancel its thread may go on before it is killed; milliseconds. `youngHeap`: room for new
 * objects in MB, where it should be less than usual. `used`: another way to count than by the thread's processor time.
 */
export type WorkLimits = {
  readonly longest: number;
  readonly graceAfterCancel?: number;
  readonly youngHeap?: number;
  readonly used?: UsedTime;
};

/** Reading and rendering hold nothing outside their thread. */
const shortGrace = 3000;

/** How often a thread is asked what it has used up, in milliseconds. */
const lookPause = 500;

/**
 * Processor time, not time on the wall: a busy or old computer reads a heavy file slowly and must not be told that the file is broken.
 * Node before 24.6 cannot say it; there the time since the start stands for it.
 */
function processorTime(): UsedTime {
  const started = performance.now();
  return async (worker) => {
    if (worker.cpuUsage === undefined) return performance.now() - started;
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1000;
  };
}

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
  const used = limits.used ?? processorTime();
  return new Promise<WorkerTasks[K]['output']>((resolve, reject) => {
    let killer: NodeJS.Timeout | undefined;
    const cancel = () => {
      Atomics.store(flag, 0, 1);
      killer = setTimeout(
        () => end(() => reject(new WorkerKilled('cancelled'))),
        limits.graceAfterCancel ?? shortGrace,
      );
    };
    let isAsked = false;
    const look = async () => {
      // A thread deep in native code answers late; it is not asked again meanwhile.
      if (isAsked) return;
      isAsked = true;
      // A thread that has ended tells no time; its end settles the task by itself.
      const time = await used(worker).catch(() => 0);
      isAsked = false;
      if (time > limits.longest) end(() => reject(new WorkerKilled('too long')));
    };
    const watch = setInterval(() => void look(), lookPause);
    const end = (settle: () => void) => {
      clearInterval(watch);
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
