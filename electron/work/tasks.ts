/** The long tasks the server hands to a thread, each with the most processor time it may use. */

import { fail, type Result } from '../../shared/core/result.ts';
import type { OfficialDocument } from '../../shared/document/model.ts';
import type { WorkerTasks } from './messages.ts';
import { runInWorker, type WorkControl, WorkerKilled, type WorkLimits } from './run-in-worker.ts';

const minutes = (count: number): number => count * 60_000;

/** One sync to a slow stick can outlast the usual grace; killing the writer then would leave its temporary file there. */
const slowStick = 30_000;

/** Bundles mostly move bytes: with new objects collected early, one of very many files takes a third less memory on an old PC. */
const bundleLimits = { longest: minutes(240), youngHeap: 6 };

/** Reads a foreign file; a file that kills its thread or uses up its limit is refused like any other that cannot be read. */
export const readPlanFile = (
  input: WorkerTasks['readPlan']['input'],
  control: WorkControl,
  limits: WorkLimits = { longest: minutes(2) },
): Promise<WorkerTasks['readPlan']['output']> =>
  unlessTooHeavy(runInWorker('readPlan', input, control, limits), control);

/** Checks the layout of a foreign Word file; refused like one that is read. */
export const checkDocumentFile = (
  input: WorkerTasks['checkDocument']['input'],
  control: WorkControl = unwatched(),
): Promise<WorkerTasks['checkDocument']['output']> =>
  unlessTooHeavy(runInWorker('checkDocument', input, control, { longest: minutes(2) }), control);

/** Mends the safe layout faults of a foreign Word file into a copy; refused like one that is read. */
export const mendDocumentFile = (
  input: WorkerTasks['mendDocument']['input'],
  control: WorkControl = unwatched(),
): Promise<WorkerTasks['mendDocument']['output']> =>
  unlessTooHeavy(runInWorker('mendDocument', input, control, { longest: minutes(4) }), control);

type Refusal = Result<never, { code: string; message: string }>;

async function unlessTooHeavy<T>(work: Promise<T>, control: WorkControl): Promise<T | Refusal> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof WorkerKilled) || control.signal.aborted) throw error;
    return fail({
      code: 'qua-nang',
      message:
        'Tệp này quá nặng hoặc có cấu trúc bất thường nên Sổ Việc dừng đọc. Chưa lưu gì. Hãy mở tệp bằng Word, xóa phần thừa, lưu lại rồi thử lại.',
    });
  }
}

/** A document as a Word file; `mark` is the name by which it is known again. */
export const renderWord = (
  document: OfficialDocument,
  control: WorkControl = unwatched(),
  mark: string | null = null,
): Promise<Uint8Array> => runInWorker('renderWord', { document, mark }, control, { longest: minutes(5) });

/** Words inside a stored file; one that is too heavy for its thread has none that can be read. */
export async function readFileWords(path: string, control: WorkControl): Promise<WorkerTasks['readWords']['output']> {
  try {
    return await runInWorker('readWords', { path }, control, { longest: minutes(1) });
  } catch (error) {
    if (!(error instanceof WorkerKilled) || control.signal.aborted) throw error;
    return { state: 'khong-doc-duoc', text: '' };
  }
}

export const writeBundleFile = (input: WorkerTasks['writeBundle']['input'], control: WorkControl) =>
  runInWorker('writeBundle', input, control, { ...bundleLimits, graceAfterCancel: slowStick });

export const readBundleFile = (input: WorkerTasks['readBundle']['input'], control: WorkControl) =>
  runInWorker('readBundle', input, control, bundleLimits);

/** Encrypts a file that exists already. Bundles are encrypted by `writeBundleFile` while they are written (`lock`). */
export const encryptFileInWorker = (input: WorkerTasks['encryptFile']['input'], control: WorkControl) =>
  runInWorker('encryptFile', input, control, { ...bundleLimits, graceAfterCancel: slowStick });

/** Writes the plain form of an encrypted file. Bundles are checked and received without it (`readBundleFile` with `keys`). */
export const decryptFileInWorker = (input: WorkerTasks['decryptFile']['input'], control: WorkControl) =>
  runInWorker('decryptFile', input, control, { ...bundleLimits, graceAfterCancel: slowStick });

/** Cuts a file into parts for mail; all of them, or none. */
export const splitFileInWorker = (input: WorkerTasks['splitFile']['input'], control: WorkControl) =>
  runInWorker('splitFile', input, control, { ...bundleLimits, graceAfterCancel: slowStick });

/** Puts parts together again, any number of sets at once; what is missing or bad is told set by set and file by file. */
export const joinFilesInWorker = (input: WorkerTasks['joinFiles']['input'], control: WorkControl) =>
  runInWorker('joinFiles', input, control, { ...bundleLimits, graceAfterCancel: slowStick });

/** For short work nobody follows or cancels. */
const unwatched = (): WorkControl => ({ signal: new AbortController().signal, progress: () => undefined });
