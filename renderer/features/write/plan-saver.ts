/** What is the plan's own in saving it (`parts/editor/document-saver.ts`): new sections get their records with the first save. */
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanView } from '../../../shared/api/contract/plans.ts';
import { call, type Refusal } from '../../data/client.ts';
import { type DocumentSaver, officeDraftKey, useDocumentSaver } from '../../parts/editor/document-saver.ts';
import { useDrafts } from '../../state/drafts.ts';
import { draftFrom, draftText, saveBody, type WrittenPlan, withMadeIds } from './written-plan.ts';

const draftKey = (planId: string): string => officeDraftKey(`write/${planId}`);

/** The words of an earlier visit that never reached the plan; null where there are none. */
export const planDraft = (planId: string): ReturnType<typeof draftFrom> =>
  draftFrom(useDrafts.getState().drafts[draftKey(planId)]?.text);

/** `read` gives what is on the screen at this moment. */
export function usePlanSaver(plan: PlanView, read: () => WrittenPlan | null): DocumentSaver<PlanView> {
  const [made] = useState(() => new Map<string, string>());
  const withIds = (written: WrittenPlan): WrittenPlan => ({ ...written, blocks: withMadeIds(written.blocks, made) });
  return useDocumentSaver<WrittenPlan, PlanView>(plan, {
    id: plan.id,
    draftKey: draftKey(plan.id),
    draftRevision: () => planDraft(plan.id)?.revision ?? null,
    read,
    write: async (written, revision) => {
      const body = saveBody(withIds(written), revision);
      const saved = await call(contract.writing.save, { params: { id: plan.id }, body });
      for (const [word, id] of Object.entries(saved.made)) made.set(word, id);
      return saved.revision;
    },
    draftText: (written, revision) => draftText(withIds(written), revision),
    current: currentOf,
  });
}

const currentOf = (refusal: Refusal | null): PlanView | null =>
  (refusal?.details as { current?: PlanView } | undefined)?.current ?? null;
