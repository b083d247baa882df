/** Runs in: a work thread. Takes one task, reports progress, answers, and is ended by the one who started it. */
import { parentPort } from 'node:worker_threads';
import { checkLayout } from '../../shared/check/check.ts';
import { ok } from '../../shared/core/result.ts';
import { decryptFile, encryptFile } from '../bundles/encryption/encrypt-file.ts';
import type { OnProgress } from '../bundles/files/progress.ts';
import { joinFiles } from '../bundles/parts/join-files.ts';
import { splitFile } from '../bundles/parts/split-file.ts';
import { readBundle } from '../bundles/read-bundle.ts';
import { writeBundle } from '../bundles/write-bundle.ts';
import { inspectDocx } from '../documents/inspect/inspect-docx.ts';
import { mendDocx } from '../documents/mend/mend-docx.ts';
import { readDocument } from '../documents/read/read-document.ts';
import { wordsOfFile } from '../documents/words/words-of-file.ts';
import { toDocx } from '../documents/write/to-docx.ts';
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

/** Each task by itself; a thread runs one, tests run them where they are. */
export const runners: { [K in keyof WorkerTasks]: Runner<K> } = {
  readPlan: ({ bytes, name, options }) => readDocument(bytes, name, options),
  checkDocument: ({ bytes }) => {
    const inspected = inspectDocx(bytes);
    return inspected.ok ? ok(checkLayout(inspected.value)) : inspected;
  },
  mendDocument: ({ bytes }) => mendDocx(bytes),
  renderWord: ({ document, mark }) => toDocx(document, undefined, mark),
  readWords: (input) => wordsOfFile(input),
  writeBundle: (input, control) => writeBundle(input, inBytes(control), control.isCancelled),
  readBundle: (input, control) => readBundle(input, inBytes(control), control.isCancelled),
  splitFile: (input, control) => splitFile(input, inBytes(control), control.isCancelled),
  joinFiles: (input, control) => joinFiles(input, inBytes(control), control.isCancelled),
  encryptFile: (input, control) => encryptFile(input, inBytes(control), control.isCancelled),
  decryptFile: (input, control) => decryptFile(input, inBytes(control), control.isCancelled),
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
