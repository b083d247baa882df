/** What is the plan's own in saving it as one document: new sections get their records with the first save. */

import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanView } from '../../../shared/api/contract/plans.ts';
import { call } from '../../data/client.ts';
import { documentKind } from '../../parts/editor/document-saver.ts';
import { draftNow, officeDraftKey } from '../../state/drafts.ts';
import { planFromText, saveBody, textOfPlan, type WrittenPlan, withMadeIds, writtenPlan } from './written-plan.ts';

export const planBodyKey = (planId: string): string => officeDraftKey('plan-body', planId, 'document');

/** Records that own saves made, by the word that stood for each of them. */
const made = new Map<string, string>();
const withIds = (written: WrittenPlan): WrittenPlan => ({ ...written, blocks: withMadeIds(written.blocks, made) });

/** Everything it says, without the ids that records get when they are first saved. */
const saidBy = (written: WrittenPlan): string =>
  JSON.stringify(saveBody(written, 1), (name, value) => (name === 'id' ? undefined : value));

export const planText = (written: WrittenPlan): string => textOfPlan(withIds(written));

/** The words of an earlier visit that never reached the plan; null where there are none. */
export function planDraft(planId: string): WrittenPlan | null {
  const draft = draftNow(planBodyKey(planId));
  return draft ? planFromText(draft.text) : null;
}

export const planBodyKind = documentKind<WrittenPlan, PlanView>({
  kind: 'plan-body',
  record: (id) => `plan/${id}`,
  parse: planFromText,
  sameWords: (written, kept) => saidBy(written) === saidBy(writtenPlan(kept)),
  write: async (id, written, revision) => {
    const body = saveBody(withIds(written), revision);
    const saved = await call(contract.writing.save, { params: { id }, body });
    for (const [word, record] of Object.entries(saved.made)) made.set(word, record);
    return saved.revision;
  },
  read: () => null,
  theirs: async (_, refusal) => (refusal.details as { current?: PlanView } | undefined)?.current ?? null,
});
