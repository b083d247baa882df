/** What the task screen remembers while the window is open: filters, unfolded results, the question about a stale write. */
import { create } from 'zustand';
import type { TimeStanding } from '../../../../shared/schedule/standing.ts';
import { noFilters, type StateFilter } from './task-filter.ts';

/** Somebody else changed the record while the person was typing: both texts, the way to insist and the way to give in. */
export type Conflict = { what: string; mine: string; theirs: string; saveMine: () => void; keepTheirs: () => void };

export type ChosenFilters = {
  find: string;
  /** Value of `officerChoices`. */
  officer: string | null;
  areaId: string | null;
  state: StateFilter | null;
  timeKey: string | null;
  due: TimeStanding | null;
};

const nothingChosen: ChosenFilters = { ...noFilters, officer: null };

type ScreenState = {
  filters: ChosenFilters;
  /** Groups whose expected results are shown in full. */
  openResults: Readonly<Record<string, true>>;
  /** The key that began an edit by typing over a cell; the editor starts with it. */
  typedKey: string;
  conflict: Conflict | null;
  choose: (filters: Partial<ChosenFilters>) => void;
  chooseNothing: () => void;
  toggleResults: (groupId: string) => void;
  typeOver: (key: string) => void;
  ask: (conflict: Conflict | null) => void;
};

export const useTaskScreen = create<ScreenState>()((set) => ({
  filters: nothingChosen,
  openResults: {},
  typedKey: '',
  conflict: null,
  choose: (filters) => set((state) => ({ filters: { ...state.filters, ...filters } })),
  chooseNothing: () => set({ filters: nothingChosen }),
  toggleResults: (groupId) =>
    set(({ openResults }) => {
      const { [groupId]: open, ...others } = openResults;
      return { openResults: open ? others : { ...others, [groupId]: true } };
    }),
  typeOver: (typedKey) => set({ typedKey }),
  ask: (conflict) => set({ conflict }),
}));
