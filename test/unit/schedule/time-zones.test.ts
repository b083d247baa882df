/** The same answers wherever the machine believes to be: each zone gets a process of its own. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const folder = new URL('../../../shared/', import.meta.url).href;

const program = `
const { readTime } = await import('${folder}schedule/parse.ts');
const { dueIn } = await import('${folder}schedule/due.ts');
const { windowsOfYear, quarterOn } = await import('${folder}period/windows.ts');
const { placeWindows } = await import('${folder}period/regime.ts');
const { regimes } = await import('${folder}period/regimes.ts');
const { workingCalendar } = await import('${folder}period/working-days.ts');
const { dateInVietnam } = await import('${folder}text/dates.ts');
const windows = windowsOfYear(2024);
const quarterAt = (instant) => quarterOn(windows, dateInVietnam(Date.parse(instant))).key;
console.log(JSON.stringify({
  offset: new Date(Date.UTC(2024, 5, 15)).getTimezoneOffset(),
  // The last minute of quarter II's data in Việt Nam, and half an hour into the next day.
  edges: ['2024-06-14T23:59:00+07:00', '2024-06-15T00:30:00+07:00', '2024-03-15T00:30:00+07:00', '2024-03-14T23:59:00+07:00'].map(quarterAt),
  due: ['trước ngày 01/7', 'Quý II, III', 'từ 15/12/2023 đến 14/3/2024', 'chậm nhất 15 ngày làm việc sau khi có kế hoạch'].map((text) =>
    windows.map((window) => dueIn(readTime(text, 2024).schedule, [{ words: 'có kế hoạch', date: '2023-12-29' }], window))),
  regimes: regimes.map((regime) => placeWindows(regime, regime.lastYear ?? 2024)),
  working: workingCalendar().after('2023-12-29', 15),
}));
`;

function answersIn(zone: string): { offset: number; edges: string[]; working: unknown } {
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  expect(done.status, done.stderr).toBe(0);
  return JSON.parse(done.stdout);
}

it('SC9 UTC, Kiritimati and Los Angeles agree on every date', () => {
  const [utc, ...others] = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map(answersIn);
  expect([utc, ...others].map((answers) => answers?.offset)).toEqual([0, -840, 420]);
  expect(utc?.edges).toEqual(['2024-Q2', '2024-Q3', '2024-Q2', '2024-Q1']);
  expect(utc?.working).toEqual({ date: '2024-01-22', confirmed: true });
  for (const other of others) expect({ ...other, offset: 0 }).toEqual({ ...utc, offset: 0 });
});
