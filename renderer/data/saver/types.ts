/** What the saver is told about a field that saves itself, and what it answers. */

import type { TypedOver } from '../../state/draft-shape.ts';
import type { DraftPlace } from '../../state/drafts.ts';
import type { Refusal } from '../client.ts';
import type { Revision } from './save-queue.ts';

/** What stands at a place now: its words as a draft would keep them, and the revision of its record. */
export type Standing = TypedOver & {
  /** The whole record, for a screen that shows both versions of a document. */
  kept?: unknown;
};

/**
 * One kind of field that saves itself: what its record is and how its words are sent. Registered once for the whole program, so that a
 * draft alone, also one of an earlier window, is enough to send it.
 */
export type SavedKind = {
  readonly kind: string;
  /** What has one revision at the server: parts of one record share its queue. */
  record(place: DraftPlace): string;
  /** As last read by the screen; null where it is not read. */
  standing?(place: DraftPlace): Standing | null;
  /** As it is at the server after a write of `sent` was refused as stale; null where that cannot be known. */
  standingAfter(place: DraftPlace, refusal: Refusal, sent: string): Promise<Standing | null>;
  /** Why these words cannot be sent as they are; null when they can. */
  fault?(text: string, place: DraftPlace): string | null;
  /** The words as they will stand once saved, to see whether they stand there already. */
  saved?(text: string): string;
  /** Throws Refusal. */
  send(place: DraftPlace, text: string, revision: Revision): Promise<{ revision: Revision }>;
  /** Called when the screen shows what was saved. */
  shown?(place: DraftPlace): void;
  /** Milliseconds without a key after which it is saved although the field was not left; null: only on leaving. */
  readonly pause: number | null;
};

/** `quiet`: nothing was sent, or something was typed since. */
export type SaveStatus =
  | { state: 'quiet' | 'saving' | 'saved' }
  | { state: 'refused'; sentence: string }
  /** Somebody else changed the same part meanwhile: both texts are to be shown, the person chooses. */
  | { state: 'conflict'; sentence: string; theirs: Standing | null };

export type FieldAbout = {
  /** Whose words these are: `report/<id>`, `plan/<id>`. */
  readonly owners: readonly string[];
  /** The field in clerks' words: "Số của báo cáo". */
  readonly label: string;
};

/** Owners whose words an act reads; `everything` of this office. */
export type Whose = readonly string[] | 'everything';

export type NotSaved = { label: string; sentence: string };
export type Settled = { ok: true } | { ok: false; fields: readonly NotSaved[] };

/** A write that is no typed words: a choice, an added row, an undo. */
export type Act<Answer> = FieldAbout & {
  readonly record: string;
  /** Writes that keep an order among records, such as the acts of one table, name what they wait in. */
  readonly line?: string;
  readonly seen: Revision;
  /** After a refusal as stale: the revision to write over once more, where what this write touches is untouched; null where it is not. */
  again?(refusal: Refusal): Promise<Revision>;
  /** The field whose words are part of this write: they are forgotten with its acknowledgement. */
  readonly draft?: string;
  send(revision: Revision): Promise<Answer>;
};
