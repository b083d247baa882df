/** cli time TEXT --year N: what the words of "Thời gian thực hiện" mean, and in which reporting windows they are due. */
import { windowsOfYear } from '../../shared/period/windows.ts';
import { dueIn } from '../../shared/schedule/due.ts';
import { readTime } from '../../shared/schedule/parse.ts';
import { type Command, type CommandInput, WrongUsage } from './command.ts';

export const time: Command = {
  usage: 'time "THỜI GIAN THỰC HIỆN" --year NĂM [--json]',
  about: 'hiểu thời gian của một nhiệm vụ, đến hạn ở kỳ nào',
  options: { year: { type: 'string' } },
  run: async (input, output) => {
    const [text, ...more] = input.positionals;
    if (text === undefined || more.length > 0)
      throw new WrongUsage('Lệnh time cần đúng một đoạn chữ, đặt trong dấu ngoặc kép.');
    const year = yearOption(input);
    if (year === null) throw new WrongUsage('Thiếu --year: năm của kế hoạch.');
    const { schedule, question } = readTime(text, year);
    const windows = windowsOfYear(year).map((window) => ({ window, answer: dueIn(schedule, [], window) }));
    output.result(
      {
        schedule,
        dueIn: Object.fromEntries(windows.map(({ window, answer }) => [window.key, answer.due])),
        question,
      },
      [
        ...windows.map(({ window, answer }) => `${answer.due ? '✓' : '–'} ${window.label}: ${answer.why}`),
        ...(question === null ? [] : [`? ${question}`]),
      ],
    );
    return true;
  },
};

/** The year of --year; null when it is not given. */
export function yearOption(input: CommandInput): number | null {
  const value = input.values.year;
  if (value === undefined) return null;
  const year = Number(value);
  if (!Number.isInteger(year) || year < 2000 || year > 2099) throw new WrongUsage('--year là một năm, ví dụ 2024.');
  return year;
}
