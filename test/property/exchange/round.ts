/** One run of random steps: the two ends with what is on the way between them, and the model of what must be true of it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { BundleCheck } from '../../../shared/api/contract/receiving.ts';
import type { LedgerEntry } from '../../../shared/api/contract/sending.ts';
import {
  type Answer,
  type CommuneModel,
  communeModel,
  type Paper,
  type SuperiorModel,
  superiorModel,
} from './model.ts';
import { type OpenedOffice, openAt } from './offices.ts';

const { office, receiving, trust } = contract;

export type Sent = { paper: Paper; bytes: Buffer; entry: LedgerEntry };
export type Came = { answer: Answer; bytes: Buffer };
export type Computer = {
  office: OpenedOffice;
  model: CommuneModel;
  installation: string;
  last: Paper | null;
  versions: Map<string, { version: number; frozen: boolean }>;
  kept:
    | (Pick<Computer, 'installation' | 'last' | 'versions'> & {
        model: ReturnType<CommuneModel['snapshot']>;
        folder: string;
      })
    | null;
};

export type Round = {
  /** The folder all data of the run lie in. */
  here: string;
  province: OpenedOffice;
  superior: SuperiorModel;
  pcs: Computer[];
  planId: string;
  /** The current window of the plan and another one. */
  windows: readonly { id: string }[];
  sent: Sent[];
  came: Came[];
  /** Windows by the report about them; every computer has a report of its own for a window. */
  keyOf: Map<string, string>;
  /** Counts up, for names that must not repeat. */
  made: number;
  /** How often each thing was met; goes on over all runs. */
  met: Map<string, number>;
};

/** Opens a run on copies of the two offices of `base`. */
export async function openRound(
  folder: string,
  base: { commune: string; province: string },
  met: Map<string, number>,
): Promise<Round> {
  const here = mkdtempSync(join(folder, 'luot-'));
  const open = (from: string, name: string): OpenedOffice => {
    cpSync(from, join(here, name), { recursive: true });
    return openAt(join(here, name));
  };
  const province = open(base.province, 'tinh');
  const first: Computer = {
    office: open(base.commune, 'xa-1'),
    model: communeModel(),
    installation: '',
    last: null,
    versions: new Map(),
    kept: null,
  };
  first.installation = await installationOf(first.office);
  const state = await first.office.ask(office.state);
  const windows = state.windows
    .filter(({ id }) => id === state.currentWindowId)
    .concat(state.windows.filter(({ id }) => id !== state.currentWindowId).slice(0, 1));
  return {
    here,
    province,
    superior: superiorModel(),
    pcs: [first],
    planId: state.plans[0]?.id ?? '',
    windows,
    sent: [],
    came: [],
    keyOf: new Map(),
    made: 0,
    met,
  };
}

export const officesOf = ({ province, pcs }: Round): OpenedOffice[] => [province, ...pcs.map((pc) => pc.office)];

export async function closeRound(round: Round): Promise<void> {
  for (const each of officesOf(round)) await each.close();
  rmSync(round.here, { recursive: true, force: true, maxRetries: 3 });
}

export const installationOf = async (each: OpenedOffice): Promise<string> =>
  (await each.ask(trust.view)).own.installationId;

/** Steps are drawn before anything is there to choose from: their numbers count round and round through what there is. */
export const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
export const pcAt = ({ pcs }: Round, at: number): Computer => pcs[at % pcs.length] as Computer;

export const note = ({ met }: Round, what: string): void => void met.set(what, (met.get(what) ?? 0) + 1);

/** Gives bytes to an office, which says what they are and changes nothing yet. */
export async function check(
  round: Round,
  to: OpenedOffice,
  bytes: Uint8Array,
): Promise<{ id: string; said: BundleCheck }> {
  const job = await to.ask(receiving.check, {
    query: { name: `goi ${++round.made}.zip` },
    bytes: new Uint8Array(bytes),
  });
  const said = (await to.done(job)) as BundleCheck;
  expect(said.standingText.trim()).not.toBe('');
  return { id: job.id, said };
}

/** Bytes that must not be taken. */
export async function nothingHappens(round: Round, to: OpenedOffice, bytes: Uint8Array, what: string): Promise<void> {
  const before = to.content();
  const { said } = await check(round, to, bytes);
  note(round, what);
  expect(said).toMatchObject({ receivable: false, standing: 'khong-nhan' });
  expect(to.content()).toBe(before);
}
