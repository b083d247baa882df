/** What the screen remembers between two visits in one window: the search, the filter, the task in sight, and the order of the list. */
import { create } from 'zustand';
import type { Standing } from './work-list.ts';

type MineView = {
  query: string;
  standing: Standing | null;
  /** Tasks that are not due in the window are shown, too. */
  idleShown: boolean;
  /** The chosen task by list (office, plan, window and person). */
  chosen: Record<string, string>;
  setQuery: (query: string) => void;
  setStanding: (standing: Standing | null) => void;
  showIdle: (shown: boolean) => void;
  choose: (list: string, taskId: string) => void;
};

export const useMineView = create<MineView>()((set) => ({
  query: '',
  standing: null,
  idleShown: false,
  chosen: {},
  setQuery: (query) => set({ query }),
  setStanding: (standing) => set({ standing }),
  showIdle: (idleShown) => set({ idleShown }),
  choose: (list, taskId) => set(({ chosen }) => ({ chosen: { ...chosen, [list]: taskId } })),
}));
