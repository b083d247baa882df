/** What can be taken over of a report that came back from Word: where an accepted change writes, and what it writes. */
import type { ProgressState } from '../report/facts.ts';
import type { ProposedChange } from './returned-change.ts';
import type { ReturnedLine } from './returned-lines.ts';

/** What accepting a change writes. `line` counts the non-empty lines of a section's text; -1 stands before the first. */
export type ReturnTarget =
  | { kind: 'section'; key: string; line: number; place: 'line' | 'after' }
  | { kind: 'moved'; from: { key: string; line: number }; to: { key: string; line: number } }
  | { kind: 'heading'; key: string; value: string }
  | { kind: 'head'; field: 'number' | 'date' | 'title'; value: string }
  | { kind: 'ending'; list: EndingList; edit: ReturnedLine['kind']; at: number | null; after: number; text: string }
  | { kind: 'progress'; taskId: string; entry: ReturnedEntry };

/** What stands below the text: recipients, the lines above the signature, the signer's name. */
export type EndingList = 'recipients' | 'signing' | 'name';

/** One change of a report. */
export type ReturnedChange = ProposedChange<ReturnTarget>;

/** What an officer said of a task, as far as the annex shows it. */
export type ReturnedEntry = {
  state: ProgressState;
  doneText: string;
  numerator: number | null;
  denominator: number | null;
  measure: string;
};
