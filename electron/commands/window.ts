/** cli window: the reporting regimes the program brings, with the windows of a year. */
import { type PlacedWindow, placeWindows } from '../../shared/period/regime.ts';
import { regimes } from '../../shared/period/regimes.ts';
import { dateInVietnam, shortDate } from '../../shared/text/dates.ts';
import { type Command, WrongUsage } from './command.ts';
import { yearOption } from './time.ts';

export const window: Command = {
  usage: 'window [--year NĂM] [--json]',
  about: 'liệt kê chế độ báo cáo: kỳ, ngày chốt số liệu, hạn gửi',
  options: { year: { type: 'string' } },
  run: async (input, output) => {
    if (input.positionals.length > 0) throw new WrongUsage('Lệnh window không nhận thêm chữ.');
    const asked = yearOption(input) ?? Number(dateInVietnam(Date.now()).slice(0, 4));
    const listed = regimes.map(({ windows: _, ...regime }, at) => {
      // A regime of one past year is shown in the year it was made for.
      const year = Math.max(regime.firstYear, Math.min(asked, regime.lastYear ?? asked));
      return { ...regime, year, windows: placeWindows(regimes[at]!, year) };
    });
    output.result(
      { regimes: listed },
      listed.flatMap((regime) => [
        `${regime.name} (${regime.source})`,
        ...regime.windows.map((each) => `  ${each.label}: ${lineOf(each)}`),
      ]),
    );
    return true;
  },
};

function lineOf({ fromDate, toDate, due, superiorDue }: PlacedWindow): string {
  const days = `số liệu từ ${shortDate(fromDate)} đến ${shortDate(toDate)}`;
  const own = due && `hạn gửi ${due.strict ? 'trước ' : ''}${shortDate(due.date)}`;
  const upward = superiorDue && `cấp trên gửi ${superiorDue.strict ? 'trước ' : ''}${shortDate(superiorDue.date)}`;
  return [days, own, upward].filter((part) => part !== null).join('; ');
}
