import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findDesktop } from '../../build/scripts/desktop-program.ts';
import { browserCommand } from '../../build/scripts/open-browser.ts';
import { playwrightCounts, vitestCounts } from '../../build/scripts/test-counts.ts';
import { skipLines, skippedBy } from '../../build/scripts/test-skips.ts';
import { readStartArguments } from '../../electron/hosts/start-arguments.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'so-viec-scripts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('which window opens', () => {
  const machine = { platform: 'linux', env: { DISPLAY: ':0' }, user: 1000 } as const;

  it('says in Vietnamese that Electron is not there, without loading its package', () => {
    expect(findDesktop(machine, folder)).toMatchObject({
      program: null,
      why: expect.stringContaining('chưa có Electron'),
    });
    // A download that broke off leaves the name and not the program.
    writeFileSync(join(folder, 'path.txt'), 'electron');
    expect(findDesktop(machine, folder).program).toBeNull();
  });

  it('takes the program where it is, and says why not where it cannot run', () => {
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'path.txt'), 'electron');
    writeFileSync(join(folder, 'dist', 'electron'), '');
    expect(findDesktop(machine, folder)).toEqual({ program: join(folder, 'dist', 'electron') });
    expect(findDesktop({ ...machine, env: {} }, folder)).toEqual({ program: null, why: 'máy này không có màn hình' });
    expect(findDesktop({ ...machine, user: 0 }, folder)).toEqual({ program: null, why: 'đang chạy bằng quyền root' });
    expect(findDesktop({ platform: 'win32', env: {}, user: undefined }, folder).program).not.toBeNull();
  });

  it('opens the browser in each system’s way', () => {
    expect(browserCommand('linux', 'http://127.0.0.1:1/#k=a')).toEqual(['xdg-open', ['http://127.0.0.1:1/#k=a']]);
    expect(browserCommand('darwin', 'http://127.0.0.1:1/#k=a')[0]).toBe('open');
    expect(browserCommand('win32', 'http://127.0.0.1:1/#k=a')[1]).toContain('start "" "http://127.0.0.1:1/#k=a"');
  });
});

describe('words after npm start', () => {
  it('reads them', () => {
    expect(readStartArguments([])).toEqual({
      ok: true,
      value: { dataDir: undefined, port: undefined, open: true, json: false },
    });
    expect(readStartArguments(['--data', 'hồ sơ', '--port', '8080', '--no-open', '--json'])).toEqual({
      ok: true,
      value: { dataDir: resolve('hồ sơ'), port: 8080, open: false, json: true },
    });
  });

  it.each([
    ['--dat', 'x'],
    ['x'],
    ['--data'],
    ['--data', ''],
    ['--port', 'abc'],
    ['--port', '65536'],
    ['--port', '-1'],
    ['--port', ''],
    ['--port', '1.5'],
  ])('refuses %s %s with the usage', (...given) => {
    const read = readStartArguments(given.filter((word) => word !== undefined));
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error.message).toContain('npm start --');
  });
});

describe('counting tests', () => {
  const report = (name: string, value: unknown) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(value));
    return path;
  };
  const vitest = (passed: number, failed: number, files: { status: string; assertionResults: unknown[] }[] = []) =>
    report('vitest.json', { numPassedTests: passed, numFailedTests: failed, numPendingTests: 1, testResults: files });
  const playwright = (expected: number, unexpected: number, flaky = 0, errors: unknown[] = []) =>
    report('e2e.json', { stats: { expected, unexpected, flaky, skipped: 2 }, errors });

  it('adds what the runners say', () => {
    expect(vitestCounts(vitest(10, 0), 0)).toEqual({ passed: 10, failed: 0, skipped: 1 });
    expect(vitestCounts(vitest(10, 2), 1)).toEqual({ passed: 10, failed: 2, skipped: 1 });
    expect(playwrightCounts(playwright(7, 0), 0)).toEqual({ passed: 7, failed: 0, skipped: 2 });
    expect(playwrightCounts(playwright(7, 1, 1), 1)).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });

  it('never takes a failed runner for a success', () => {
    expect(vitestCounts(join(folder, 'absent.json'), 0).failed).toBe(1);
    expect(vitestCounts(vitest(10, 0), 1).failed).toBe(1);
    expect(vitestCounts(vitest(10, 0, [{ status: 'failed', assertionResults: [] }]), 1).failed).toBe(1);
    expect(playwrightCounts(playwright(0, 0, 0, [{ message: 'no tests found' }]), 1).failed).toBe(1);
    expect(playwrightCounts(playwright(7, 0), 2).failed).toBe(1);
  });
});

describe('what a run left out', () => {
  const report = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  const test = (status: string, fullName: string) => ({ status, fullName });
  const unit = () =>
    report('vitest.json', {
      testResults: [
        {
          assertionResults: [test('passed', 'a (needs zip)'), test('skipped', 'pages (needs LibreOffice, poppler) D1')],
        },
        { assertionResults: [test('skipped', 'pages (needs LibreOffice, poppler) D2'), test('skipped', 'b c')] },
      ],
    });
  const journeys = () => {
    const spec = (title: string, status: string, annotations: unknown[]) => ({
      title,
      tests: [{ status, annotations }],
    });
    const inner = { specs: [spec('e', 'skipped', [{ description: 'needs ../shared/samples, which is not here' }])] };
    return report('e2e.json', { suites: [{ specs: [spec('d', 'expected', [])], suites: [inner] }] });
  };

  it('is told by what the tests need, most first, with the command that brings it', () => {
    expect(skipLines(skippedBy(unit(), journeys()), ['LibreOffice'], (tools) => `apt ${tools.join(' ')}`)).toEqual([
      'skipped here:',
      '     2  needs LibreOffice, poppler',
      '     1  without a reason: b c',
      '     1  needs ../shared/samples, which is not here',
      'npm run test:tools   brings what is missing of it (LibreOffice); by hand: apt LibreOffice',
    ]);
  });

  it('is not told where nothing was left out, and a report that is absent says nothing', () => {
    expect(skipLines(skippedBy(join(folder, 'x.json'), join(folder, 'y.json')), ['7z'], String)).toEqual([]);
  });
});
