/** A Word file that came back: what is refused of it, how long its comparison stays, and a change as the screens show it. */

import type { RowOf } from '../../../db/tables.ts';
import type { ReturnedChangeView } from '../../../shared/api/contract/returned.ts';
import { wordDiff } from '../../../shared/compare/word-diff.ts';
import type { ProposedChange } from '../../../shared/returned/returned-change.ts';
import { type Refusal, refuse } from '../core/refusal.ts';

/** A person compares one file at a time; a few more may lie in other windows. */
export const keptComparisons = 8;

/** A proposed change as the screens get it; `taskId` names the task it speaks of. */
export const changeView = (
  { id, kind, where, before, after, conflict, target, why }: ProposedChange<unknown>,
  taskId: string | null,
): ReturnedChangeView => ({
  id,
  kind,
  where,
  before,
  after,
  conflict,
  pieces: kind === 'moved' ? [{ kind: 'same', text: after }] : wordDiff(before, after),
  takeable: target !== null,
  why,
  taskId,
});

/** The comparison is no longer in memory. */
export const forgottenComparison = (): Refusal =>
  refuse('khong-tim-thay', undefined, 'Lần so này không còn trong bộ nhớ. Chưa đổi gì. Hãy đưa bản Word vào lại.');

/** An acceptance of no change at all. */
export const nothingChosen = (): Refusal => refuse('sai-du-lieu', undefined, 'Chưa chọn thay đổi nào để nhận.');

/** Refuses by name what is no Word file at all; an old .doc goes on to the reader, which says how to save it anew. */
export const notWord = (name: string): Refusal | null =>
  /\.(docx|docm|doc)$/iu.test(name)
    ? null
    : refuse(
        'khong-doc-duoc',
        undefined,
        `Tệp “${name}” không phải tệp Word nên không so được. Chưa đổi gì. Hãy chọn bản Word (.docx) đã xuất ra rồi sửa.`,
      );

/** A file that says it was taken from another document of the office. */
export const isOfAnother = (named: RowOf<'exportedWord'> | null, ownerId: string): boolean =>
  named !== null && named.ownerId !== ownerId;
