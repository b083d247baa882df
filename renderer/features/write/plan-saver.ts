/**
 * Saves what is written: after a pause, on leaving, and on Ctrl+S; one save after the other. Words are a draft on this computer
 * until the server has acknowledged them, so neither a refusal nor a power cut takes them.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PlanView } from '../../../shared/api/contract/plans.ts';
import { contract } from '../../../shared/api/contract.ts';
import { problems } from '../../../shared/api/problems.ts';
import { queryClient } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { useDrafts } from '../../state/drafts.ts';
import { useSession } from '../../state/session.ts';
import { draftFrom, draftText, saveBody, type WrittenPlan, withMadeIds } from './written-plan.ts';

const pause = 1200;

export type SaveState =
  | { state: 'saved' | 'typing' | 'saving' }
  | { state: 'refused'; sentence: string }
  /** Somebody saved meanwhile; `current` is the plan as it stands now. */
  | { state: 'conflict'; sentence: string; current: PlanView | null };

export type PlanSaver = {
  status: SaveState;
  /** Revision the words on the screen began from. */
  revision: () => number;
  isDirty: () => boolean;
  changed: () => void;
  save: () => Promise<void>;
  /** After a conflict: puts these words over what stands there now. */
  saveOver: (current: PlanView) => Promise<void>;
  /** The screen shows this plan as it is kept; nothing is left to save. */
  follow: (plan: PlanView) => void;
};

export const draftKey = (planId: string): string =>
  `office:${useSession.getState().profileId ?? 'chinh'}/write/${planId}`;

/** `read` gives what is on the screen at this moment. */
export function usePlanSaver(plan: PlanView, read: () => WrittenPlan | null): PlanSaver {
  const [status, setStatus] = useState<SaveState>({ state: 'saved' });
  const now = useRef(read);
  now.current = read;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one saver for as long as the plan is open
  const saver = useMemo(() => createSaver(plan, () => now.current(), setStatus), [plan.id]);
  useEffect(() => {
    const leave = () => void saver.save();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [saver]);
  return { ...saver, status };
}

function createSaver(
  plan: PlanView,
  read: () => WrittenPlan | null,
  tell: (status: SaveState) => void,
): Omit<PlanSaver, 'status'> {
  const key = draftKey(plan.id);
  const made = new Map<string, string>();
  let revision = draftFrom(useDrafts.getState().drafts[key]?.text)?.revision ?? plan.revision;
  let dirty = false;
  let timer = 0;
  let turn: Promise<void> = Promise.resolve();
  /** What the screen showed last: when it is being left, the editor is gone before the save begins. */
  let seen: WrittenPlan | null = null;

  const write = async (): Promise<void> => {
    window.clearTimeout(timer);
    if (!dirty) return;
    const written = read() ?? seen;
    if (!written) return;
    dirty = false;
    tell({ state: 'saving' });
    const body = saveBody({ ...written, blocks: withMadeIds(written.blocks, made) }, revision);
    try {
      const saved = await call(contract.writing.save, { params: { id: plan.id }, body });
      revision = saved.revision;
      for (const [word, id] of Object.entries(saved.made)) made.set(word, id);
      if (!dirty) useDrafts.getState().drop(key);
      tell({ state: dirty ? 'typing' : 'saved' });
      await queryClient.invalidateQueries();
    } catch (error) {
      dirty = true;
      if (!(error instanceof Refusal)) {
        tell({ state: 'refused', sentence: problems['loi-chuong-trinh'].message });
        throw error;
      }
      const current = (error.details as { current?: PlanView } | undefined)?.current ?? null;
      tell(
        error.code === 'da-doi'
          ? { state: 'conflict', sentence: error.message, current }
          : { state: 'refused', sentence: error.message },
      );
    }
  };
  const save = (): Promise<void> => {
    turn = turn.then(write, write);
    return turn;
  };

  return {
    revision: () => revision,
    isDirty: () => dirty,
    changed: () => {
      seen = read() ?? seen;
      if (!seen) return;
      dirty = true;
      tell({ state: 'typing' });
      useDrafts.getState().put(key, draftText({ ...seen, blocks: withMadeIds(seen.blocks, made) }, revision));
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void save(), pause);
    },
    save,
    saveOver: (current) => {
      revision = current.revision;
      dirty = true;
      return save();
    },
    follow: (fresh) => {
      window.clearTimeout(timer);
      revision = fresh.revision;
      dirty = false;
      useDrafts.getState().drop(key);
      tell({ state: 'saved' });
    },
  };
}
