/** The one yes that keeps what was read: as a new plan, or as the newer text of a plan that is kept already. */
import { type RefObject, useState } from 'react';
import { useLocation } from 'wouter';
import { contract } from '../../../shared/api/contract/contract.ts';
import { readAgain } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { tellUndoable } from '../../parts/acts.ts';
import { useSession } from '../../state/session.ts';
import { showToast } from '../../ui/toast.tsx';
import { type Comparison, comparedBody } from './comparison.ts';
import { keptWords } from './logic/found-words.ts';
import { choicesOf, mergedWords } from './logic/update.ts';
import { type Review, useReview } from './review-store.ts';

const noUpdate = { keepRemoved: [], apart: [] };

const noYear =
  'Chưa giữ được vì chưa rõ kế hoạch năm nào. Hãy ghi năm (ví dụ 2024) rồi giữ lại; mọi chỗ đã sửa vẫn còn.';

export const isPlanYear = (year: number | null): year is number => year !== null && year >= 2000 && year <= 2100;

export type KeepPlan = {
  keeping: boolean;
  /** Why it was not kept, as a sentence; empty when nothing is wrong. */
  problem: string;
  /** Keeps it as a new plan and leaves the screen; without a year the keyboard goes to the field of the year. */
  keep: () => void;
  updatePlan: () => void;
};

export function useKeepPlan(
  review: Review,
  comparison: Comparison,
  yearField: RefObject<HTMLInputElement | null>,
): KeepPlan {
  const { corrections } = review;
  const { update } = corrections;
  const { index } = comparison;
  const [, go] = useLocation();
  const [keeping, setKeeping] = useState(false);
  const [problem, setProblem] = useState('');
  const finish = async (work: () => Promise<void>) => {
    setKeeping(true);
    setProblem('');
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setProblem(error.message);
      if (error.code === 'da-doi') comparison.again();
    } finally {
      setKeeping(false);
    }
  };
  const leaveFor = async (planId: string, hasTasks: boolean) => {
    useReview.getState().close();
    await readAgain();
    useSession.getState().choosePlan(planId);
    useSession.getState().chooseWindow(null);
    go(hasTasks ? '/nhiem-vu' : '/ke-hoach');
  };
  const keep = () => {
    const { year } = corrections;
    if (!isPlanYear(year)) {
      setProblem(noYear);
      yearField.current?.focus();
      return;
    }
    void finish(async () => {
      const { header, rows, readId } = comparedBody(review, corrections, noUpdate);
      const kept = await call(contract.plans.keep, { body: { readId, year, header, rows } });
      await leaveFor(kept.planId, kept.tasks > 0);
      tellUndoable(keptWords(kept), kept.batchId);
    });
  };
  const updatePlan = () =>
    void finish(async () => {
      if (!update || !index) return;
      const body = comparedBody(review, corrections, update);
      const merged = await call(contract.plans.merge, {
        params: { id: update.planId },
        body: { ...body, stamp: index.view.stamp, chosen: choicesOf(update) },
      });
      await leaveFor(merged.planId, true);
      if (merged.batchId === null) showToast('Kế hoạch trong Sổ Việc đã giống tệp; không phải ghi gì.');
      else tellUndoable(mergedWords(merged), merged.batchId);
    });
  return { keeping, problem, keep, updatePlan };
}
