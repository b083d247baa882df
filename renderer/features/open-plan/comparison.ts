/** The file with its corrections beside the kept plan it may update: asked for again whenever a correction changes what is compared. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { CompareView } from '../../../shared/api/contract/plans.ts';
import { call, Refusal } from '../../data/client.ts';
import { type Corrections, correctedHeader, correctedRows } from './logic/corrections.ts';
import type { UpdateDecisions } from './logic/decisions.ts';
import { type ChangeIndex, indexChanges } from './logic/update.ts';
import type { Review } from './review-store.ts';

export type Comparison = {
  index: ChangeIndex | null;
  /** The shown differences are not those of the newest corrections yet. */
  busy: boolean;
  problem: string;
  /** Compares anew, when the plan has moved on. */
  again: () => void;
};

/** Several corrections in a row are compared once. */
const pause = 150;

/** What is sent to compare and to update. */
export function comparedBody(
  { read, readId }: Pick<Review, 'read' | 'readId'>,
  corrections: Corrections,
  { keepRemoved, apart }: Pick<UpdateDecisions, 'keepRemoved' | 'apart'>,
) {
  return {
    readId,
    header: correctedHeader(read, corrections),
    rows: correctedRows(read, corrections),
    keepRemoved: [...keepRemoved],
    apart: [...apart],
  };
}

export function useComparison({ read, readId, corrections }: Review): Comparison {
  const { update, choices, year, header, rows, sections } = corrections;
  const { planId = null, keepRemoved = none, apart = none } = update ?? {};
  const [round, setRound] = useState(0);
  // Choosing between two texts changes nothing of what is compared, so those choices do not ask again.
  const asked = useMemo(() => {
    if (planId === null) return null;
    const made = { choices, year, header, rows, sections, update: null };
    return { planId, round, body: comparedBody({ read, readId }, made, { keepRemoved, apart }) };
  }, [read, readId, planId, choices, year, header, rows, sections, keepRemoved, apart, round]);
  const [found, setFound] = useState<{ asked: object; view: CompareView | null; problem: string } | null>(null);

  useEffect(() => {
    if (!asked) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const { planId: id, body } = asked;
        const view = await call(contract.plans.compare, { params: { id }, body, signal: stop.signal });
        setFound({ asked, view, problem: '' });
      } catch (error) {
        if (stop.signal.aborted) return;
        if (!(error instanceof Refusal)) throw error;
        setFound({ asked, view: null, problem: error.message });
      }
    }, pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked]);

  const view = asked && found?.view?.planId === asked.planId ? found.view : null;
  const index = useMemo(() => (view ? indexChanges(view) : null), [view]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { index, busy: asked !== null && found?.asked !== asked, problem: (asked && found?.problem) || '', again };
}

const none: readonly string[] = [];
