/** The day each person was last reminded on this computer, by office and person; nothing else of a reminder is kept. */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

type ReminderDays = { days: Record<string, string>; shown: (key: string, day: string) => void };

export const useReminderDays = create<ReminderDays>()(
  persist(
    (set) => ({
      days: {},
      shown: (key, day) => set(({ days }) => ({ days: { ...days, [key]: day } })),
    }),
    { name: 'so-viec.reminders', version: 1, storage: createJSONStorage(() => localStorage) },
  ),
);
