/** One write of the task table: shown at once, sent in its turn; a stale one asks the person with both texts. */
import type { TaskTable } from '../../../../shared/api/contract/plans.ts';
import { Refusal } from '../../../data/client.ts';
import type { Revision } from '../../../data/saver/save-queue.ts';
import { saver } from '../../../data/saver/saving.ts';
import { useTaskScreen } from '../logic/screen-state.ts';
import { lineOfTable, type ShownChanges } from './shown-changes.ts';
import { currentOf, wordsOf } from './table-fields.ts';

/** Null when saved, or when the question about both texts has taken over; else the sentence of the refusal. */
export type Said = string | null;

export type TableWrite<Answer> = {
  record: string;
  /** The revision the person saw; null for a record that does not exist yet. */
  seen: Revision;
  /** What is written, to name it where it cannot be saved. */
  label: string;
  patch: (table: TaskTable) => TaskTable;
  send: (revision: Revision) => Promise<Answer>;
  draft?: string;
  /** What the written fields said when the person began; other fields changed meanwhile are no conflict. */
  before?: Readonly<Record<string, unknown>>;
  /** The words in question when the write is stale: what was typed, and which field of the server's record it would replace. */
  stale?: { what: string; mine: string; field: string; again: (revision: number) => void };
};

export type TableWriter = <Answer>(given: TableWrite<Answer>) => Promise<{ answer: Answer } | { said: Said }>;

export function tableWriter(planId: string, shown: ShownChanges): TableWriter {
  return async (given) => {
    const { record, seen, label, send, draft, before, stale } = given;
    shown.show(given.patch);
    try {
      const again = async (refusal: Refusal): Promise<Revision> => {
        const now = currentOf(refusal);
        const untouched =
          before !== undefined &&
          Object.entries(before).every(([name, value]) => JSON.stringify(now[name]) === JSON.stringify(value));
        return untouched && typeof now.revision === 'number' ? now.revision : null;
      };
      const line = lineOfTable(planId);
      const answer = await saver.act({ record, line, seen, owners: [`plan/${planId}`], label, draft, send, again });
      return { answer };
    } catch (error) {
      shown.refused();
      if (!(error instanceof Refusal)) throw error;
      if (error.code !== 'da-doi' || !stale) return { said: error.message };
      askWhichText(error, stale, draft);
      return { said: null };
    } finally {
      await shown.landed();
    }
  };
}

export const saidOf = (outcome: { answer: unknown } | { said: Said }): Said =>
  'said' in outcome ? outcome.said : null;

/** The refusal of a stale write carries the record as it is now; the person sees both texts and decides. Until then the words stay a draft. */
function askWhichText(refusal: Refusal, stale: NonNullable<TableWrite<unknown>['stale']>, draft?: string): void {
  const current = currentOf(refusal);
  const revision = typeof current.revision === 'number' ? current.revision : 0;
  useTaskScreen.getState().ask({
    what: stale.what,
    mine: stale.mine,
    theirs: stale.field === 'assigneeId' ? 'Nhiệm vụ này vừa được sửa ở cửa sổ khác' : wordsOf(current[stale.field]),
    saveMine: () => stale.again(revision),
    keepTheirs: () => draft !== undefined && saver.forget(draft),
  });
}
