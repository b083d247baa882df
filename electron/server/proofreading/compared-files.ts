/** What was compared with a Word file that came back, kept in memory until the person decides. */

import type { RowOf } from '../../../db/tables.ts';
import type { ReturnedChangeView } from '../../../shared/api/contract/returned.ts';
import { wordDiff } from '../../../shared/compare/word-diff.ts';
import type { ProposedChange } from '../../../shared/returned/returned-change.ts';
import { type Refusal, refuse } from '../core/refusal.ts';

/** A person compares one file at a time; a few more may lie in other windows. */
const most = 8;

export type KeptReturns<Kept> = { add(id: string, kept: Kept): void; get(id: string): Kept | null };

export function createKeptReturns<Kept>(): KeptReturns<Kept> {
  const all = new Map<string, Kept>();
  return {
    add: (id, kept) => {
      all.set(id, kept);
      for (const oldest of [...all.keys()].slice(0, Math.max(0, all.size - most))) all.delete(oldest);
    },
    get: (id) => all.get(id) ?? null,
  };
}

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

export const forgotten = (): Refusal =>
  refuse('khong-tim-thay', undefined, 'Lần so này không còn trong bộ nhớ. Chưa đổi gì. Hãy đưa bản Word vào lại.');

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
