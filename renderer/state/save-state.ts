/** What the foot of the window says about saving. The data layer reports each write; the foot only repeats it. */
import { create } from 'zustand';

export type SaveState = {
  /** Writes under way. */
  pending: number;
  /** Instant of the last acknowledged write, in milliseconds, or null since the start of the window. */
  savedAt: number | null;
  /** The Vietnamese sentence of the last write that failed, until one succeeds. */
  problem: string | null;
  begin: () => void;
  succeed: (at: number) => void;
  fail: (sentence: string) => void;
};

export const useSaveState = create<SaveState>()((set) => ({
  pending: 0,
  savedAt: null,
  problem: null,
  begin: () => set((state) => ({ pending: state.pending + 1 })),
  succeed: (at) => set((state) => ({ pending: Math.max(0, state.pending - 1), savedAt: at, problem: null })),
  fail: (sentence) => set((state) => ({ pending: Math.max(0, state.pending - 1), problem: sentence })),
}));
