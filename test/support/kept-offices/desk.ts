/**
 * One office at work while the kept data folders are made: the real program on a folder, asked in process, with a clock and ids that are
 * the same in every run. Keys and the digests that follow from them are the program's own and differ from run to run.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, createClient } from '../../../electron/hosts/client.ts';
import { openOffice } from '../../../electron/server/open-office.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { JobView } from '../../../shared/api/contract/plans.ts';
import type { ReceiveBody } from '../../../shared/api/contract/receiving.ts';
import type { LedgerEntry, SendingLock } from '../../../shared/api/contract/sending.ts';

export type Sent = { readonly entry: LedgerEntry; readonly bytes: Uint8Array };

export type Desk = Client & {
  readonly dataDir: string;
  /** Moves the clock to an instant; every later look at it is a millisecond on. */
  at(iso: string): void;
  /** Follows a job to its end and gives its result; throws with the program's own words where it failed. */
  done(job: JobView): Promise<unknown>;
  /** A bundle written by a job into the office's own folder, where no path of this computer is remembered. */
  written(job: JobView): Promise<Sent>;
  /** Checks a file from outside and receives it; the id of what it became here. */
  take(bytes: Uint8Array, name: string, answer?: ReceiveBody): Promise<string>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Reads the words of stored files as the program does when it is idle, then closes. */
  close(): Promise<void>;
};

/** Where every bundle goes: the folder `goi` of the office's data. */
export const sentTo = (lock: SendingLock = { by: 'mo' }) => ({ placeId: 'kho-goi', ticket: null, lock });

/** Opens a new or existing folder; `prefix` begins every id, so that no two desks give the same one. */
export function openDesk(dataDir: string, prefix: string, startsAt: string): Desk {
  let now = Date.parse(startsAt);
  let count = 0;
  const opened = openOffice({
    dataDir,
    tickets: null,
    clock: () => now++,
    newId: () => `${prefix}-${String(++count).padStart(5, '0')}`,
    log: (line) => {
      if (line.startsWith('defect')) throw new Error(line);
    },
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const office = opened.value;
  const client = createClient(office, 'cli');
  const { ask, finish } = client;
  const done = async (job: JobView): Promise<unknown> => {
    const last = await finish(job);
    if (last.state !== 'done') throw new Error(`${job.kind}: ${last.error?.message ?? last.state}`);
    return last.result;
  };
  return {
    ...client,
    dataDir,
    at: (iso) => {
      now = Date.parse(iso);
    },
    done,
    written: async (job) => {
      const entry = (await done(job)) as LedgerEntry;
      return { entry, bytes: readFileSync(join(dataDir, 'goi', entry.fileName)) };
    },
    take: async (bytes, name, answer = {}) => {
      const job = await finish(await ask(contract.receiving.check, { query: { name }, bytes }));
      if (job.state !== 'done') throw new Error(`${name}: ${job.error?.message}`);
      const received = await ask(contract.receiving.receive, { params: { id: job.id }, body: answer });
      return received.receivedId ?? '';
    },
    undo: async () => {
      await ask(contract.office.undo, { body: { batchId: null } });
    },
    redo: async () => {
      await ask(contract.office.redo, { body: {} });
    },
    close: async () => {
      await office.deps.fileTexts.drain();
      await office.close();
    },
  };
}
