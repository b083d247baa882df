/** Where the editor of a plan is to go when it opens: one screen leaves the wish, the editor takes it once. */
import { create } from 'zustand';

type EditorTarget = { planId: string; words: string };
type Wish = {
  target: EditorTarget | null;
  leave: (target: EditorTarget) => void;
  take: (planId: string) => string | null;
};

export const useEditorTarget = create<Wish>()((set, get) => ({
  target: null,
  leave: (target) => set({ target }),
  take: (planId) => {
    const { target } = get();
    if (target?.planId !== planId) return null;
    set({ target: null });
    return target.words;
  },
}));
