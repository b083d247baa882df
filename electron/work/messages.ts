/** What goes into a work thread and what comes out. Everything is plain data: the thread gets copies, never live objects. */

import type { LayoutReport } from '../../shared/check/check.ts';
import type { Result } from '../../shared/core/result.ts';
import type { OfficialDocument } from '../../shared/document/model.ts';
import type { ReadPlan } from '../../shared/plan/read-plan.ts';
import type { ReadOptions } from '../../shared/reading/read-blocks.ts';
import type { CopiedFile, DecryptInput, EncryptInput } from '../bundles/encryption/encrypt-file.ts';
import type { BundleProblem } from '../bundles/files/problems.ts';
import type { JoinInput, JoinOutput } from '../bundles/parts/join-files.ts';
import type { SplitFile, SplitInput } from '../bundles/parts/split-file.ts';
import type { ReadBundleInput, ReadBundleOutput } from '../bundles/read-bundle.ts';
import type { WriteBundleInput, WriteProblem, WrittenBundle } from '../bundles/write-bundle.ts';
import type { MendedFile } from '../documents/mend/mend-docx.ts';
import type { WordsOfFile } from '../documents/words/words-of-file.ts';

export type WorkerTasks = {
  readPlan: {
    input: { bytes: Uint8Array; name: string; options?: ReadOptions };
    output: Result<ReadPlan, { code: string; message: string }>;
  };
  checkDocument: { input: { bytes: Uint8Array }; output: Result<LayoutReport, { code: string; message: string }> };
  mendDocument: { input: { bytes: Uint8Array }; output: Result<MendedFile, { code: string; message: string }> };
  renderWord: { input: { document: OfficialDocument; mark: string | null }; output: Uint8Array };
  readWords: { input: { path: string }; output: WordsOfFile };
  writeBundle: { input: WriteBundleInput; output: Result<WrittenBundle, WriteProblem> };
  encryptFile: { input: EncryptInput; output: Result<CopiedFile, BundleProblem> };
  splitFile: { input: SplitInput; output: Result<SplitFile, BundleProblem> };
  joinFiles: { input: JoinInput; output: JoinOutput };
  decryptFile: { input: DecryptInput; output: Result<CopiedFile, BundleProblem> };
  readBundle: { input: ReadBundleInput; output: ReadBundleOutput };
};

/** `flag[0]` becomes 1 when the work is no longer wanted. */
export type WorkerTask<K extends keyof WorkerTasks> = { kind: K; input: WorkerTasks[K]['input']; flag: Int32Array };

export type WorkerAnswer<K extends keyof WorkerTasks> =
  | { type: 'progress'; phase: string; done: number; total: number }
  | { type: 'done'; output: WorkerTasks[K]['output'] }
  | { type: 'failed'; message: string; code: string | null };
