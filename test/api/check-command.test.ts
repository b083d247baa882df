/** cli check: JSON with findings and passed rules; done is exit 0 whatever was found, a refused file is exit 1. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { check, edited, inText, planFile } from '../unit/check/right-document.ts';

const folder = mkdtempSync(join(tmpdir(), 'kiem-tra-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url));

/** The command in a process of its own, as people run it. */
const run = (...args: string[]): Promise<{ code: number; out: string; error: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], (_failed, out, error) =>
      resolve({ code: child.exitCode ?? -1, out, error }),
    );
  });

const file = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

describe('cli check', () => {
  it('a right document: no finding, rules passed', async () => {
    const { code, out } = await run('check', file('dung.docx', await planFile), '--json');
    const report = JSON.parse(out);
    expect([code, report.findings]).toEqual([0, []]);
    expect(report.passed).toContain('page.margin.left');
  });

  it('a fault: its rule, place, what was found, what is allowed, how to mend it', async () => {
    const path = file('sai.docx', edited(await planFile, inText('ngày 05 tháng 01', 'ngày 5 tháng 01')));
    const { code, out } = await run('check', path, '--json');
    const report = JSON.parse(out);
    expect(code).toBe(0);
    expect(report.findings).toEqual([
      {
        rule: 'date.dayZero',
        severity: 'error',
        where: 'Địa danh, ngày tháng năm, đoạn 8: “An Bình, ngày 5 tháng 01 năm 2024”',
        paragraphs: [7],
        found: 'ngày 5',
        allowed: 'ngày dưới 10 có số 0 phía trước',
        fix: 'Viết: ngày 05',
        source: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 4',
      },
    ]);
    expect(report.passed).not.toContain('date.dayZero');
    expect((await run('check', path)).out).toContain('[SAI] Địa danh, ngày tháng năm');
  });

  it('TT25 --fix writes a copy that is right, lists what was changed, and never touches the file or another one', async () => {
    const bytes = edited(await planFile, inText('ngày 05 tháng 01', 'ngày 5 tháng 1'));
    const path = file('can-sua.docx', bytes);
    const to = join(folder, 'da-sua.docx');
    const { code, out } = await run('check', path, '--fix', '--to', to, '--json');
    const done = JSON.parse(out);
    expect([code, done.path, done.findings]).toEqual([0, to, []]);
    expect(done.changed).toMatchObject([{ rule: 'date.dayZero', found: 'ngày 5' }, { rule: 'date.monthZero' }]);
    expect(new Uint8Array(readFileSync(path))).toEqual(bytes);
    expect(check(new Uint8Array(readFileSync(to))).findings).toEqual([]);
    expect(JSON.parse((await run('check', path, '--fix', '--to', to, '--json')).out).error.code).toBe('da-co');
    expect((await run('check', path, '--fix', '--to', path)).code).toBe(2);
    expect((await run('check', path, '--fix')).code).toBe(2);
  });

  it('refuses what is no Word file, and a call without a file', async () => {
    const { code, out } = await run('check', file('bang.csv', 'TT,Việc\n1,Niêm yết\n'), '--json');
    expect([code, JSON.parse(out).error.code]).toEqual([1, 'not-word']);
    expect((await run('check', join(folder, 'khong-co.docx'))).code).toBe(1);
    expect((await run('check')).code).toBe(2);
  });
});
