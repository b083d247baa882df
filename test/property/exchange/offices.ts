/** Real offices for random sequences: a commune's computers and the province, each on a data folder that is copied, put back and cloned. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, Refused } from '../../../electron/hosts/client.ts';
import { openOffice } from '../../../electron/server/open-office.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { JobView } from '../../../shared/api/contract/plans.ts';
import { provinceSetUp } from '../../support/province-set-up.ts';

let offices = 0;
let now = Date.parse('2024-04-02T02:00:00Z');

export type OpenedOffice = ReturnType<typeof openAt>;

/** Opens the office of a folder; ids and clock never repeat over a run, whatever is put back. */
export function openAt(dataDir: string) {
  const prefix = `o${++offices}`;
  let count = 0;
  const opened = openOffice({
    dataDir,
    tickets: null,
    clock: () => now++,
    newId: () => `${prefix}-${String(++count).padStart(6, '0')}`,
    log: (line) => {
      if (line.startsWith('defect')) throw new Error(line);
    },
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const office = opened.value;
  office.setEvidenceOrigin('http://minh-chung.invalid');
  const client = createClient(office, 'test');
  const { sqlite } = office.deps.db;
  return {
    ...client,
    dataDir,
    close: () => office.close(),
    rows: <T>(sql: string, ...given: unknown[]): T[] => sqlite.prepare(sql).all(...given) as T[],
    /** Everything the database holds, as one digest. */
    content: (): string => {
      const tables = sqlite
        .prepare(
          `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and sql not like '%virtual%'`,
        )
        .pluck()
        .all() as string[];
      const hash = createHash('sha256');
      for (const name of tables.sort())
        hash.update(JSON.stringify(sqlite.prepare(`select * from "${name}"`).raw().all()));
      return hash.digest('hex');
    },
    /** A copy as a disk image would be: data and keys of one moment. */
    copyTo: (folder: string): void => {
      mkdirSync(folder, { recursive: true });
      sqlite.prepare('vacuum into ?').run(join(folder, 'so-viec.db'));
      for (const name of ['khoa-ky', 'minh-chung'])
        if (existsSync(join(dataDir, name))) cpSync(join(dataDir, name), join(folder, name), { recursive: true });
    },
    done: async (job: JobView): Promise<unknown> => {
      const last = await client.finish(job);
      if (last.state !== 'done') throw new Error(JSON.stringify(last.error));
      return last.result;
    },
    refused: async (call: Promise<unknown>): Promise<Refused | null> => {
      try {
        await call;
        return null;
      } catch (error) {
        if (error instanceof Refused) return error;
        throw error;
      }
    },
    bytesOf: (fileName: string): Buffer => readFileSync(join(dataDir, 'goi', fileName)),
  };
}

/** Puts an earlier copy back over a closed office; with the keys, or the database alone. */
export function putBack(copy: string, dataDir: string, keysToo: boolean): void {
  for (const rest of ['', '-wal', '-shm']) rmSync(join(dataDir, `so-viec.db${rest}`), { force: true });
  cpSync(join(copy, 'so-viec.db'), join(dataDir, 'so-viec.db'));
  if (!keysToo) return;
  rmSync(join(dataDir, 'khoa-ky'), { recursive: true, force: true });
  cpSync(join(copy, 'khoa-ky'), join(dataDir, 'khoa-ky'), { recursive: true });
}

/** A commune with its plan and a province, made once; every sequence works on copies of these two folders. */
export async function prepare(folder: string): Promise<{ commune: string; province: string }> {
  const [commune, province] = [join(folder, 'xa'), join(folder, 'tinh')];
  const [from, to] = [openAt(commune), openAt(province)];
  await from.ask(contract.office.practice, { body: {} });
  await to.ask(contract.office.setUp, { body: provinceSetUp('') });
  // The province's card comes first, so that receipts can be told from the start (AN8).
  const card = new Uint8Array(await (await to.raw(contract.trust.card)).arrayBuffer());
  const check = await from.ask(contract.receiving.check, { query: { name: 'the.json' }, bytes: card });
  await from.done(check);
  await from.ask(contract.receiving.receive, { params: { id: check.id }, body: { key: 'tin' } });
  await from.close();
  await to.close();
  return { commune, province };
}
