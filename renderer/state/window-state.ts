/**
 * What the window remembers on this computer: places of dividers, folded groups. No data of the office.
 * A browser that forbids storage (a locked-down profile) only forgets; nothing else changes.
 */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

export type WindowState = {
  /** Left share in percent by pane name. */
  splits: Record<string, number>;
  /** Ids of folded groups by table name. */
  folded: Record<string, string[]>;
  setSplit: (name: string, share: number) => void;
  setFolded: (name: string, ids: string[]) => void;
};

export const useWindowState = create<WindowState>()(
  persist(
    (set) => ({
      splits: {},
      folded: {},
      setSplit: (name, share) => set((state) => ({ splits: { ...state.splits, [name]: share } })),
      setFolded: (name, ids) => set((state) => ({ folded: { ...state.folded, [name]: ids } })),
    }),
    {
      name: 'so-viec.window',
      version: 1,
      storage: createJSONStorage(() => localStorage),
      partialize: ({ splits, folded }) => ({ splits, folded }),
    },
  ),
);
