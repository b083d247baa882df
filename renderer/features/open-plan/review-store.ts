/**
 * The file being read and everything decided about it, in the memory of this window: a change of screen and back finds it
 * again; nothing is stored anywhere until the person keeps the plan.
 */
import { create } from 'zustand';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { JobView, PlanMatchView } from '../../../shared/api/contract/plans.ts';
import type { ReadPlan, SourcePlace } from '../../../shared/plan/read-plan.ts';
import { call, Refusal } from '../../data/client.ts';
import { followJob } from '../../data/jobs.ts';
import { useSession } from '../../state/session.ts';
import { type Corrections, startingCorrections } from './logic/corrections.ts';
import type { Tab } from './logic/doubts.ts';
import type { Target } from './logic/source-link.ts';
import { updateOf } from './logic/update.ts';

/** What is looked at on both sides, and on which side the person is: the other one follows. */
export type Selection = { target: Target | null; place: SourcePlace | null; from: 'source' | 'read' };

export type Review = {
  /** Office on this computer the file was read for. */
  profileId: string | null;
  readId: string;
  read: ReadPlan;
  /** Kept plans that the file may be a later text of, the likeliest first. */
  matches: readonly PlanMatchView[];
  /** The kept plan this very file was taken out of as Word, and when. */
  exported: { planId: string; at: number } | null;
  corrections: Corrections;
  past: readonly Corrections[];
  future: readonly Corrections[];
  tab: Tab;
  doubtKey: string | null;
  selection: Selection | null;
  /** Only rows that differ from the kept plan are shown. */
  onlyChanged: boolean;
};

/** `job` is null until the server has the whole file and begins. */
export type Reading = { name: string; bytes: number | null; job: JobView | null; stop: AbortController };

type ReviewState = {
  reading: Reading | null;
  /** The sentence of the last refusal; gone with the next attempt. */
  refusal: string | null;
  review: Review | null;
  /** Reads what `begin` hands to the server; `bytes` is its size where it is known. */
  read: (name: string, bytes: number | null, begin: (signal: AbortSignal) => Promise<JobView>) => Promise<void>;
  stopReading: () => void;
  /** Replaces the decisions; the ones before can be taken back with Ctrl+Z. */
  decide: (corrections: Corrections) => void;
  undo: () => boolean;
  redo: () => boolean;
  show: (change: Partial<Pick<Review, 'tab' | 'doubtKey' | 'selection' | 'onlyChanged'>>) => void;
  /** The same file read another way: corrections of its table are dropped, those of head and text stay. */
  readAnew: (read: ReadPlan) => void;
  /** Puts a review away; answers with it so that it can be brought back. */
  close: () => Review | null;
  reopen: (review: Review) => void;
};

export const useReview = create<ReviewState>()((set, get) => {
  const patch = (change: Partial<Review>) => set(({ review }) => ({ review: review && { ...review, ...change } }));

  const isCurrent = (reading: Reading) => get().reading?.stop === reading.stop;

  /** Null when the person stopped it; a refusal is thrown with the server's sentence. */
  async function readToEnd(reading: Reading, begin: (signal: AbortSignal) => Promise<JobView>): Promise<Review | null> {
    const job = await begin(reading.stop.signal);
    const last = await followJob(job, (step) => {
      if (isCurrent(reading)) set({ reading: { ...reading, job: step } });
    });
    if (last.state === 'cancelled') return null;
    if (last.error) throw new Refusal(last.error.code, last.error.message);
    const [read, { matches, exported }] = await Promise.all([
      call(contract.plans.readResult, { params: { id: job.id } }),
      call(contract.plans.matches, { params: { id: job.id } }),
    ]);
    const [likeliest] = matches;
    return {
      profileId: useSession.getState().profileId,
      readId: job.id,
      read,
      matches,
      exported,
      // The likeliest wish stands chosen in plain sight; nothing is written before the yes.
      corrections: { ...startingCorrections(read), update: likeliest ? updateOf(likeliest.planId) : null },
      past: [],
      future: [],
      tab: read.rows.length > 0 ? 'annex' : read.plan ? 'body' : 'head',
      doubtKey: null,
      selection: null,
      onlyChanged: false,
    };
  }

  return {
    reading: null,
    refusal: null,
    review: null,
    read: async (name, bytes, begin) => {
      if (get().reading) return;
      const reading: Reading = { name, bytes, job: null, stop: new AbortController() };
      set({ reading, refusal: null });
      try {
        const review = await readToEnd(reading, begin);
        if (review && isCurrent(reading)) set({ review });
      } catch (error) {
        // Whatever happens to a reading that was stopped concerns nobody any more.
        if (!isCurrent(reading)) return;
        if (!(error instanceof Refusal)) throw error;
        set({ refusal: error.message });
      } finally {
        if (isCurrent(reading)) set({ reading: null });
      }
    },
    stopReading: () => {
      const { reading } = get();
      set({ reading: null });
      reading?.stop.abort();
      if (reading?.job) void call(contract.plans.cancelJob, { params: { id: reading.job.id } }).catch(() => undefined);
    },
    decide: (corrections) => {
      const { review } = get();
      if (review) patch({ corrections, past: [...review.past, review.corrections], future: [] });
    },
    undo: () => {
      const { review } = get();
      const corrections = review?.past.at(-1);
      if (!review || !corrections) return false;
      patch({ corrections, past: review.past.slice(0, -1), future: [review.corrections, ...review.future] });
      return true;
    },
    redo: () => {
      const { review } = get();
      const corrections = review?.future[0];
      if (!review || !corrections) return false;
      patch({ corrections, past: [...review.past, review.corrections], future: review.future.slice(1) });
      return true;
    },
    show: patch,
    readAnew: (read) => {
      const { review } = get();
      if (!review) return;
      const { year, header, sections, update } = review.corrections;
      const corrections = { ...startingCorrections(read), year, header, sections, update };
      patch({ read, corrections, past: [], future: [], selection: null, doubtKey: null, tab: 'annex' });
    },
    close: () => {
      const { review } = get();
      set({ review: null, refusal: null });
      return review;
    },
    reopen: (review) => set({ review }),
  };
});
