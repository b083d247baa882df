/**
 * Once a day for each person, when the program starts or the window wakes: a notice of the system that says what is overdue. No timer
 * plans it; whenever data are read anew it is looked at again. In a browser there is no such notice, Hôm nay says it.
 */
import { useEffect } from 'react';
import { bridgeName, type DesktopBridge } from '../../shared/api/bridge.ts';
import { reminderWords } from '../../shared/overview/reminder.ts';
import { readAgain } from '../data/cache.ts';
import { useReminder } from '../parts/reminder/use-reminder.ts';
import { useReminderDays } from '../state/reminder-days.ts';
import { useSession } from '../state/session.ts';

/** Milliseconds between two looks at the clock; a longer gap than `asleep` means the computer slept. */
const tick = 60_000;
const asleep = 30 * 60_000;

const bridge = (): DesktopBridge | undefined => (window as { [bridgeName]?: DesktopBridge })[bridgeName];

export function useDailyNotice(): void {
  const now = useReminder(bridge() !== undefined);
  const key = useSession(({ profileId, personId }) => `${profileId ?? 'main'}/${personId ?? 'office'}`);
  const shownOn = useReminderDays(({ days }) => days[key]);
  const shown = useReminderDays((state) => state.shown);
  useEffect(() => {
    if (!now || shownOn === now.today || document.visibilityState !== 'visible') return;
    shown(key, now.today);
    const title = now.whose === null ? 'Sổ Việc: việc của cơ quan' : `Sổ Việc: việc của ${now.whose}`;
    void bridge()?.notify({ title: title.slice(0, 100), body: `Có ${reminderWords(now.reminder)}.` });
  }, [now, shownOn, shown, key]);
  useReadAfterSleep();
}

/** A computer that slept over night shows yesterday: everything on the screen is read again, the day with it. */
function useReadAfterSleep(): void {
  useEffect(() => {
    let last = Date.now();
    const look = () => {
      const at = Date.now();
      if (at - last > asleep) void readAgain();
      last = at;
    };
    const timer = setInterval(look, tick);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
}
