/** The calm word of the morning: what is overdue and due soon, and the way there. */
import { Link } from 'wouter';
import { reminderWords } from '../../../shared/overview/reminder.ts';
import { useReminder } from '../../parts/reminder/use-reminder.ts';
import { Note } from '../../ui/note.tsx';

export function ReminderNote() {
  const now = useReminder(true);
  if (!now) return null;
  const words = reminderWords(now.reminder);
  return (
    <Note
      tone={now.reminder.late > 0 ? 'doubt' : 'info'}
      actions={
        <>
          <Link href={now.whose === null ? '/dieu-hanh' : '/viec-cua-toi'} className="text-link">
            {now.whose === null ? 'Xem ai còn việc' : 'Mở việc của tôi'}
          </Link>
          <Link href="/dieu-hanh/ban-trinh" className="text-link">
            Bản trình Chủ tịch
          </Link>
        </>
      }
    >
      {now.whose === null ? `Cả cơ quan có ${words}.` : `${now.whose} có ${words}.`}
    </Note>
  );
}
