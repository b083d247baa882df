/**
 * Tests hold on a busy machine: they wait for facts. Nobody sleeps for a time, and nobody has less patience than the runners
 * (test/support/patience.ts), so a machine with other work to do makes them slow and nothing else.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hang, patience } from '../support/patience.ts';

const tests = fileURLToPath(new URL('..', import.meta.url));

/** Where a timer is no sleep and a limit no impatience: each file with the reason, and nothing else in it excused. */
const excused: Readonly<Record<string, readonly [line: RegExp, reason: string]>> = {
  'support/until.ts': [/setTimeout\(resolve, 5\)/, 'the pause between two looks at a fact'],
  'support/running-office.ts': [/patience\)/, 'a program that never starts or ends'],
  'support/slow-computer.ts': [/window\.setTimeout/, 'slows the timers of the page'],
  'support/e2e-office.ts': [/window\.setTimeout/, 'lengthens the timers of the page'],
  'e2e/report-words.spec.ts': [
    /window\.setTimeout|short\(act, wait/,
    'the pauses of the page are given in: they never end',
  ],
  'build/bundles.test.ts': [
    /setTimeout\(resolve, 20\)/,
    'the pause between two looks at a job, in a program of its own',
  ],
  'hosts/node-http.test.ts': [
    /setTimeout\(resolve, 150\)/,
    'a longer pause proves more, a busy machine cannot fail it',
  ],
};

type Impatience = { line: number; text: string; why: string };

const limit =
  /\b(?:timeout|[a-z]+Timeout): ([\d_]+)|\.setTimeout\(([\d_]+)\)|^\s*\}, ([\d_]{5,})\);$|^\s+([\d_]*\d_000),$/;

/** Every line that sleeps, and every limit shorter than a fact or a whole test may take. */
function impatienceOf(code: string): Impatience[] {
  return code.split('\n').flatMap((text, at) => {
    const found = (why: string): Impatience[] => [{ line: at + 1, text: text.trim(), why }];
    const milliseconds = limit.exec(text)?.slice(1).find(Boolean);
    if (milliseconds !== undefined)
      return Number(milliseconds.replaceAll('_', '')) < hang ? found('a limit of its own') : [];
    if (/waitForTimeout\(|timers\/promises|AbortSignal\.timeout\(/.test(text)) return found('sleeps');
    return /\bsetTimeout\b/.test(text) && !/toFake/.test(text) ? found('sleeps') : [];
  });
}

const files = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !/^(results|bench)\/|^rules\/patience\.test\.ts$/.test(name));

describe('patience', () => {
  it('no test sleeps, and none has a shorter limit than the runners', () => {
    expect(files.length).toBeGreaterThan(200);
    const impatient = files.flatMap((name) =>
      impatienceOf(readFileSync(join(tests, name), 'utf8'))
        .filter(({ text }) => !excused[name]?.[0].test(text))
        .map(({ line, text, why }) => `${name}:${line} ${why}: ${text}`),
    );
    expect(impatient).toEqual([]);
  });

  it.each(Object.entries(excused))('%s still needs its excuse', (name, [line]) => {
    const found = impatienceOf(readFileSync(join(tests, name), 'utf8'));
    expect(found.filter(({ text }) => line.test(text))).not.toEqual([]);
  });

  it.each([
    'await page.waitForTimeout(500);',
    'await new Promise((resolve) => setTimeout(resolve, 2500));',
    "import { setTimeout as sleep } from 'node:timers/promises';",
    'const signal = AbortSignal.timeout(1000);',
    "it('x', { timeout: 40_000 }, () => {",
    'await expect(line).toBeVisible({ timeout: 30_000 });',
    'test.setTimeout(240_000);',
    'actionTimeout: 10_000,',
    '}, 280_000);',
    '    180_000,',
  ])('finds %s', (line) => expect(impatienceOf(line)).toHaveLength(1));

  it.each([
    '  testTimeout: hang,',
    '}, 2027);',
    '  timeout: 7_200_000,',
    "vi.useFakeTimers({ toFake: ['setTimeout'] });",
  ])('lets %s be', (line) => expect(impatienceOf(line)).toEqual([]));

  it('the runners wait for minutes', () => {
    expect(Math.min(patience, hang)).toBeGreaterThanOrEqual(120_000);
    const runners = ['vitest.config.ts', 'playwright.config.ts'].map((name) => readFileSync(join(tests, name), 'utf8'));
    for (const words of ['testTimeout: hang', 'hookTimeout: hang', ' timeout: hang', 'timeout: patience'])
      expect(runners.join('\n')).toContain(words);
  });
});
