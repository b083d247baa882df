/**
 * Random sequences through real offices: real databases, real bundles, real files. Everything that can happen to a bundle on its way and
 * to the computers at both ends happens in any order; the plain model says what must be true. A failure prints its steps.
 *
 * `SO_VIEC_SEQUENCES=1000` runs that many, `SO_VIEC_SEED` begins elsewhere.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { contract } from '../../../shared/api/contract/contract.ts';
import * as commune from './commune-acts.ts';
import { prepare } from './offices.ts';
import * as province from './province-acts.ts';
import { closeRound, nothingHappens, officesOf, openRound, pcAt, pick, type Round } from './round.ts';
import { type Step, sequences } from './steps.ts';

vi.mock('../../../electron/work/run-in-worker.ts', () => import('../../support/in-thread.ts'));

const { office } = contract;
const runs = Number(process.env.SO_VIEC_SEQUENCES ?? 24);
const seed = Number(process.env.SO_VIEC_SEED ?? 62_026);

let folder = '';
let base = { commune: '', province: '' };
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-viec-'));
  base = await prepare(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

/** How often each thing was met over all runs. */
const met = new Map<string, number>();

async function run(steps: readonly Step[]): Promise<void> {
  const round = await openRound(folder, base, met);
  try {
    for (const step of steps) await act(round, step);
    for (const each of round.pcs) await commune.ledgerAgrees(round, each);
    province.wallAgrees(round);
    for (const each of officesOf(round))
      expect((await each.ask(office.doctor, { body: {} })).lines.filter(({ ok }) => !ok)).toEqual([]);
  } finally {
    await closeRound(round);
  }
}

async function act(round: Round, step: Step): Promise<void> {
  const { windows, sent, came } = round;
  switch (step.do) {
    case 'send':
      return commune.send(round, pcAt(round, step.pc), windows[step.window % windows.length]?.id ?? '', step.fresh);
    case 'recall':
      return commune.recall(round, pcAt(round, step.pc));
    case 'backup':
      return commune.backup(round, pcAt(round, step.pc));
    case 'restore-data':
    case 'restore-all':
      return commune.restore(round, pcAt(round, step.pc), step.do === 'restore-all');
    case 'new-keys':
      return commune.renewKeys(pcAt(round, step.pc));
    case 'clone':
      return commune.clone(round);
    case 'deliver': {
      const given = pick(sent, step.paper);
      return given && province.deliver(round, given, step.main);
    }
    case 'damage': {
      const given = pick(sent, step.paper);
      return given && province.damage(round, given, step.at, step.cut);
    }
    case 'home': {
      const given = pick(sent, step.paper);
      return given && nothingHappens(round, pcAt(round, step.pc).office, given.bytes, 'home');
    }
    case 'answer':
      return province.answer(round, step.verdict, step.words, step.counted);
    case 'undo':
      return province.undo(round);
    case 'deliver-answer': {
      const given = pick(came, step.answer);
      return given && commune.deliverAnswer(round, pcAt(round, step.pc), given);
    }
    case 'receipt':
      return commune.receipt(round, pcAt(round, step.pc), step.received);
  }
}

it(`${runs} random sequences through real offices: never a wrong state, always a sentence`, {
  timeout: 7_200_000,
}, async () => {
  await fc.assert(fc.asyncProperty(sequences, run), { seed, numRuns: runs, endOnFailure: true });
  for (const what of ['sent-report', 'sent-recall', 'sent-again', 'report-again', 'answered', 'answer-counts'])
    expect(met.get(what) ?? 0, what).toBeGreaterThan(0);
  if (runs > 50) console.info(Object.fromEntries([...met].sort()));
});
