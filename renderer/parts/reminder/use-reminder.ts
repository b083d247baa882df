/** What is overdue and due soon, for the acting person or, while nobody is chosen, for the whole office. Computed, never stored. */
import { contract } from '../../../shared/api/contract/contract.ts';
import { type Reminder, reminderOf } from '../../../shared/overview/reminder.ts';
import { useData } from '../../data/cache.ts';
import { useOffice } from '../../data/office.ts';
import { useSession } from '../../state/session.ts';

export type ReminderNow = { readonly reminder: Reminder; readonly whose: string | null; readonly today: string };

/** null while nothing is known or nothing has to be said. `wanted` false asks for nothing. */
export function useReminder(wanted: boolean): ReminderNow | null {
  const { state, plan, window } = useOffice();
  const personId = useSession((session) => session.personId);
  const ready = wanted && plan !== null && window !== null;
  const mine = useData(
    contract.work.mine,
    ready && personId !== null ? { query: { plan: plan.id, window: window.id, person: personId } } : null,
  );
  const table = useData(
    contract.plans.table,
    ready && personId === null ? { params: { id: plan.id }, query: { window: window.id } } : null,
  );
  const people = useData(contract.office.people, ready && personId !== null ? {} : null);
  const given = personId === null ? table : mine;
  if (!ready || !state || given.isPlaceholderData) return null;
  const items = personId === null ? table.data?.tasks : mine.data?.items;
  const reminder = items ? reminderOf(items, window, state.today) : null;
  const whose = people.data?.people.find(({ id }) => id === personId)?.name ?? null;
  return reminder && { reminder, whose: personId === null ? null : whose, today: state.today };
}
