/** Runs in: a work thread. Takes one task, reports progress, answers, and is ended by the one who started it. */
import { parentPort } from 'node:worker_threads';
import { ok } from '../../shared/core/result.ts';
import type { OnProgress } from '../bundles/files/progress.ts';
import type { WorkerAnswer, WorkerTask, WorkerTasks } from './messages.ts';

type Control = { progress(phase: string, done: number, total: number): void; isCancelled(): boolean };
type Runner<K extends keyof WorkerTasks> = (
  input: WorkerTasks[K]['input'],
  control: Control,
) => WorkerTasks[K]['output'] | Promise<WorkerTasks[K]['output']>;

const inBytes =
  (control: Control): OnProgress =>
  ({ phase, doneBytes, totalBytes }) =>
    control.progress(phase, doneBytes, totalBytes);

/**
 * Each task by itself; a thread runs one, tests run them where they are. A thread lives for one task, so it loads what that one needs:
 * all of it together takes twice as long as most tasks' own part.
 */
export const runners: { [K in keyof WorkerTasks]: Runner<K> } = {
  readPlan: async ({ bytes, name, options }) =>
    (await import('../documents/read/read-document.ts')).readDocument(bytes, name, options),
  checkDocument: async ({ bytes }) => {
    const { inspectDocx } = await import('../documents/inspect/inspect-docx.ts');
    const { checkLayout } = await import('../../shared/check/check.ts');
    const inspected = inspectDocx(bytes);
    return inspected.ok ? ok(checkLayout(inspected.value)) : inspected;
  },
  mendDocument: async ({ bytes }) => (await import('../documents/mend/mend-docx.ts')).mendDocx(bytes),
  renderWord: async ({ document, mark }) =>
    (await import('../documents/write/to-docx.ts')).toDocx(document, undefined, mark),
  readWords: async (input) => (await import('../documents/words/words-of-file.ts')).wordsOfFile(input),
  writeBundle: async (input, control) =>
    (await import('../bundles/write-bundle.ts')).writeBundle(input, inBytes(control), control.isCancelled),
  readBundle: async (input, control) =>
    (await import('../bundles/read-bundle.ts')).readBundle(input, inBytes(control), control.isCancelled),
  splitFile: async (input, control) =>
    (await import('../bundles/parts/split-file.ts')).splitFile(input, inBytes(control), control.isCancelled),
  joinFiles: async (input, control) =>
    (await import('../bundles/parts/join-files.ts')).joinFiles(input, inBytes(control), control.isCancelled),
  encryptFile: async (input, control) =>
    (await import('../bundles/encryption/encrypt-file.ts')).encryptFile(input, inBytes(control), control.isCancelled),
  decryptFile: async (input, control) =>
    (await import('../bundles/encryption/encrypt-file.ts')).decryptFile(input, inBytes(control), control.isCancelled),
};

/** A message for every chunk would flood the window; people read no faster than this many milliseconds. */
const progressPause = 80;

parentPort?.on('message', async <K extends keyof WorkerTasks>({ kind, input, flag }: WorkerTask<K>) => {
  const post = (answer: WorkerAnswer<K>) => parentPort?.postMessage(answer);
  let told = 0;
  let phaseTold = '';
  const control: Control = {
    progress: (phase, done, total) => {
      const now = performance.now();
      if (phase === phaseTold && now - told < progressPause && done < total) return;
      told = now;
      phaseTold = phase;
      post({ type: 'progress', phase, done, total });
    },
    isCancelled: () => Atomics.load(flag, 0) === 1,
  };
  try {
    const run = runners[kind] as Runner<K>;
    post({ type: 'done', output: await run(input, control) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    post({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error), code });
  }
});
