/** Runs of the model as Word runs. */
import { TextRun } from 'docx';
import type { Run } from '../../../shared/document/model.ts';
import { printable } from '../../../shared/document/wording.ts';

/** A newline inside a run becomes a line break. Only what differs from the paragraph's style is written on the run. */
export const runsOf = (runs: readonly Run[], look: { bold?: boolean } = {}): TextRun[] =>
  runs.flatMap((run) =>
    printable(run.text)
      .split('\n')
      .map(
        (text, at) =>
          new TextRun({ text, bold: look.bold ?? run.bold, italics: run.italic, break: at === 0 ? undefined : 1 }),
      ),
  );
