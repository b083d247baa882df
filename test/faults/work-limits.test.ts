/** The limits of long work: a file that uses up its thread's time is refused in words; a busy computer alone never ends one. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runInWorker, type WorkLimits } from '../../electron/work/run-in-worker.ts';
import { readPlanFile } from '../../electron/work/tasks.ts';
import { planFile } from '../support/plan-file.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

const control = () => ({ signal: new AbortController().signal, progress: () => undefined });
const hour = 3_600_000;

async function reading(limits: WorkLimits) {
  return readPlanFile({ bytes: await planFile(2024), name: 'ke-hoach.docx', options: {} }, control(), limits);
}

/** The looks at a thread's time come at once, as long as the work is under way. */
async function lookingOn<T>(work: Promise<T>): Promise<T> {
  let underWay = true;
  const ended = work.finally(() => {
    underWay = false;
  });
  const look = () => {
    if (!underWay) return;
    vi.advanceTimersByTime(hour);
    setImmediate(look);
  };
  look();
  return ended;
}

it('a thread past its limit is ended, and the file refused in a sentence', async () => {
  const answer = await lookingOn(reading({ longest: 120_000, used: async () => 120_001 }));
  expect(answer).toMatchObject({ ok: false, error: { code: 'qua-nang' } });
  expect(answer.ok ? '' : answer.error.message).toMatch(/quá nặng.*Chưa lưu gì/);
});

it('hours on the wall do not count: what a busy computer reads slowly is read to its end', async () => {
  const answer = await lookingOn(reading({ longest: 120_000, used: async () => 120_000 }));
  expect(answer).toMatchObject({ ok: true });
});

it('what counts is the processor time of the thread itself', async () => {
  const files = { bytes: await planFile(2024), name: 'ke-hoach.docx', options: {} };
  await expect(lookingOn(runInWorker('readPlan', files, control(), { longest: 1 }))).rejects.toThrow('too long');
});
