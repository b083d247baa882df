/** cli time, target, workday and window: the commands themselves, and one as a person calls it. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Command, type CommandInput, WrongUsage } from '../../electron/commands/command.ts';
import { target } from '../../electron/commands/target.ts';
import { time } from '../../electron/commands/time.ts';
import { window } from '../../electron/commands/window.ts';
import { workday } from '../../electron/commands/workday.ts';

type Printed = { value: unknown; lines: readonly string[] };

/** Runs a command and keeps what it would print. */
async function run(command: Command, positionals: string[], values: CommandInput['values'] = {}): Promise<Printed> {
  const printed: Printed[] = [];
  const output = {
    say: () => undefined,
    result: (value: unknown, lines: readonly string[]) => void printed.push({ value, lines }),
  };
  expect(await command.run({ positionals, values }, output)).toBe(true);
  return printed[0]!;
}

it('the command line prints JSON and nothing else', () => {
  const program = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [program, 'workday', '2023-12-29', '+15', '--json'], {
    encoding: 'utf8',
  });
  expect([status, JSON.parse(stdout)]).toEqual([0, { date: '2024-01-22', confirmed: true }]);
});

describe('cli time', () => {
  it('prints schedule, windows and question', async () => {
    expect((await run(time, ['Quý II, III năm 2024'], { year: '2024' })).value).toEqual({
      schedule: { kind: 'quarters', year: 2024, quarters: [2, 3] },
      dueIn: {
        '2024-Q1': false,
        '2024-Q2': true,
        '2024-H1': true,
        '2024-Q3': true,
        '2024-Q4': false,
        '2024-Y': true,
      },
      question: null,
    });
  });

  it('asks about what it does not know, and about nothing at all', async () => {
    expect((await run(time, ['lúc nào rảnh'], { year: '2024' })).value).toMatchObject({
      schedule: { kind: 'unknown' },
      dueIn: { '2024-Y': false },
      question: expect.stringContaining('lúc nào rảnh'),
    });
    expect((await run(time, [''], { year: '2024' })).value).toMatchObject({ schedule: { kind: 'blank' } });
  });

  it('refuses a call without a year or with a strange one', async () => {
    await expect(run(time, ['Thường xuyên'])).rejects.toThrow(WrongUsage);
    await expect(run(time, ['Thường xuyên'], { year: 'hai nghìn' })).rejects.toThrow(WrongUsage);
    await expect(run(time, [], { year: '2024' })).rejects.toThrow(WrongUsage);
  });
});

describe('cli target', () => {
  it('prints targets and proofs', async () => {
    expect((await run(target, ['UBND tổ chức đối thoại ít nhất 2 lần/năm; báo cáo'])).value).toMatchObject({
      targets: [{ operator: '>=', value: 2, unit: 'lần', per: 'năm', of: 'UBND tổ chức đối thoại' }],
      proofs: ['bao-cao', 'hoat-dong'],
    });
  });

  it('says it in words for people', async () => {
    expect((await run(target, ['Trên 95% TTHC đúng hạn'])).lines).toEqual(['Chỉ tiêu: > 95% – TTHC: đúng hạn']);
  });
});

describe('cli workday', () => {
  it('counts, and says when a year on the way is an estimate', async () => {
    const late = await run(workday, ['2026-12-25', '+15']);
    expect((await run(workday, ['2023-12-26', '15'])).value).toEqual({ date: '2024-01-17', confirmed: true });
    expect(late.value).toMatchObject({ confirmed: false });
    expect(late.lines.join()).toContain('ước tính');
  });

  it('refuses a day that is not in the calendar and a count that is none', async () => {
    await expect(run(workday, ['2024-02-30', '+3'])).rejects.toThrow(WrongUsage);
    await expect(run(workday, ['2024-02-28', '+0'])).rejects.toThrow(WrongUsage);
    await expect(run(workday, ['2024-02-28'])).rejects.toThrow(WrongUsage);
  });
});

describe('cli window', () => {
  it('lists regimes with the windows of a year', async () => {
    const { regimes } = (await run(window, [], { year: '2024' })).value as {
      regimes: { id: string; year: number; windows: { key: string; due: { lastDay: string } | null }[] }[];
    };
    expect(regimes.map(({ id }) => id)).toContain('nd-09-2019');
    const nhuQuynh = regimes.find(({ id }) => id === 'nhu-quynh-2024')!;
    expect(nhuQuynh.windows.map(({ key, due }) => [key, due?.lastDay])).toEqual([
      ['2024-H1', '2024-07-02'],
      ['2024-Y', '2025-01-02'],
    ]);
    expect(regimes.find(({ id }) => id === 'hung-yen-2023-xa')!.year).toBe(2023);
  });
});
