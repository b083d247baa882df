/** What a schema cannot see: whether the parts of a report bundle agree with each other (BN36 to BN38). */
import type { ReportBundle } from './manifest-v1.ts';

export type ReferenceFault = {
  code: 'trung-ma' | 'thieu-dan-chieu' | 'minh-chung-sai' | 'tra-loi-sai';
  /** Id of what is concerned: a row, a piece of evidence, a section … */
  id: string;
};

/** A file the data promise: the bag must hold it with exactly these bytes. */
export type PromisedFile = { path: string; sha256: string; bytes: number; evidenceId: string | null };

/** Every disagreement inside the data, in the order of the data; empty for good data. */
export function referenceFaults(data: ReportBundle): ReferenceFault[] {
  const faults: ReferenceFault[] = [];
  const evidenceIds = new Set<string>();
  for (const proof of data.evidence) {
    if (evidenceIds.has(proof.id)) faults.push({ code: 'trung-ma', id: proof.id });
    evidenceIds.add(proof.id);
    const carried = proof.path !== null;
    const isFile = proof.kind === 'file';
    const complete = proof.sha256 !== null && proof.bytes !== null;
    if (carried ? !isFile || !complete || proof.withheld !== null : isFile && proof.withheld === null)
      faults.push({ code: 'minh-chung-sai', id: proof.id });
  }
  const taskIds = new Set<string>();
  for (const row of data.rows) {
    if (taskIds.has(row.taskId)) faults.push({ code: 'trung-ma', id: row.taskId });
    taskIds.add(row.taskId);
    for (const evidenceId of row.evidenceIds)
      if (!evidenceIds.has(evidenceId)) faults.push({ code: 'thieu-dan-chieu', id: evidenceId });
  }
  const { purpose, replaces, id } = data.bundle;
  if ((purpose === 'new') !== (replaces === null)) faults.push({ code: 'thieu-dan-chieu', id });
  return faults;
}

/** The files named by the data: the Word report and every proof whose bytes travel along. */
export function promisedFiles(data: ReportBundle): PromisedFile[] {
  const files: PromisedFile[] = [];
  const docx = data.report.docx;
  if (docx) files.push({ path: docx.path, sha256: docx.sha256, bytes: docx.bytes, evidenceId: null });
  for (const { id, path, sha256, bytes } of data.evidence)
    if (path !== null && sha256 !== null && bytes !== null) files.push({ path, sha256, bytes, evidenceId: id });
  return files;
}
