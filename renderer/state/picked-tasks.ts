/** Tasks another screen counted and leads to: the task table shows exactly these until somebody lets go of them. */
import { create } from 'zustand';

export type PickedTasks = {
  readonly planId: string;
  /** Why these, in short: "Nguyễn Văn An, quá hạn". */
  readonly words: string;
  readonly ids: ReadonlySet<string>;
};

type Picked = {
  picked: PickedTasks | null;
  pick: (picked: PickedTasks) => void;
  letGo: () => void;
};

export const usePickedTasks = create<Picked>()((set) => ({
  picked: null,
  pick: (picked) => set({ picked }),
  letGo: () => set({ picked: null }),
}));
