/** cli workday DATE +N: the day on which N working days have passed, and whether every year on the way has its notice. */
import { workingCalendar } from '../../shared/period/working-days.ts';
import { isCalendarDate, shortDate } from '../../shared/text/dates.ts';
import { type Command, WrongUsage } from './command.ts';

/** More than any term of an office. */
const longestTerm = 1000;

export const workday: Command = {
  usage: 'workday YYYY-MM-DD +SỐ_NGÀY [--json]',
  about: 'tính hạn theo ngày làm việc',
  options: {},
  run: async ({ positionals }, output) => {
    const [from, count, ...more] = positionals;
    const days = Number(/^\+?(\d{1,4})$/.exec(count ?? '')?.[1]);
    if (from === undefined || !isCalendarDate(from) || more.length > 0)
      throw new WrongUsage('Lệnh workday cần một ngày có trong lịch, ví dụ 2023-12-29 +15.');
    if (!(days >= 1 && days <= longestTerm)) throw new WrongUsage(`Số ngày làm việc từ +1 đến +${longestTerm}.`);
    const { date, confirmed } = workingCalendar().after(from, days);
    output.result({ date, confirmed }, [
      `${days} ngày làm việc sau ${shortDate(from)}: ${shortDate(date)}`,
      ...(confirmed
        ? []
        : ['Lịch nghỉ của năm này chưa có thông báo hoặc chưa có trong chương trình: ngày trên là ước tính.']),
    ]);
    return true;
  },
};
