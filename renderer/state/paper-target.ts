/** Words the report's paper is to show when its screen opens: left by another screen, taken once. */
import { create } from 'zustand';

type Wish = { words: string | null; leave: (words: string) => void; take: () => string | null };

export const usePaperTarget = create<Wish>()((set, get) => ({
  words: null,
  leave: (words) => set({ words }),
  take: () => {
    const { words } = get();
    set({ words: null });
    return words;
  },
}));
