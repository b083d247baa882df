/** Session of this window: the start token, which office on this computer, and as whom the person works. Kept until the window closes. */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

type Session = {
  /** From the address the program printed (`#k=…`); null inside the desktop window, where the process boundary is the guard. */
  token: string | null;
  /** Office on this computer; null is the main one. */
  profileId: string | null;
  /** Person acting; null is the office itself. */
  personId: string | null;
  /** Plan and reporting window the person works in; null follows the program's suggestion. */
  planId: string | null;
  windowId: string | null;
  actAs(personId: string | null): void;
  openProfile(profileId: string | null): void;
  choosePlan(planId: string | null): void;
  chooseWindow(windowId: string | null): void;
};

/** Takes the token out of the address bar, so that it is not left in history or screenshots. */
function tokenFromAddress(): string | null {
  // Tests of what keeps words run without a window.
  if (typeof window === 'undefined') return null;
  const match = /(?:^#|[#&])k=([A-Za-z0-9_-]+)/.exec(window.location.hash);
  if (!match) return null;
  window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}#/`);
  return match[1] ?? null;
}

export const useSession = create<Session>()(
  persist(
    (set) => ({
      token: null,
      profileId: null,
      personId: null,
      planId: null,
      windowId: null,
      actAs: (personId) => set({ personId }),
      openProfile: (profileId) => set({ profileId, personId: null, planId: null, windowId: null }),
      choosePlan: (planId) => set({ planId }),
      chooseWindow: (windowId) => set({ windowId }),
    }),
    { name: 'so-viec-session', storage: createJSONStorage(() => window.sessionStorage) },
  ),
);

const fresh = tokenFromAddress();
if (fresh) useSession.setState({ token: fresh });
