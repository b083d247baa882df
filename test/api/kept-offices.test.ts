/**
 * DB3, DB4, DB8, DB9 over whole offices: the data folders that earlier programs left (`test/fixtures/offices`) open in today's program with
 * everything they held, and go on working. Each is tried on a copy; what is kept stays as it is, byte for byte.
 */
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { checkOffice } from '../../db/check.ts';
import { dataFolder } from '../../db/data-folder.ts';
import { schemaVersion } from '../../db/migrate.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import type { BundleCheck } from '../../shared/api/contract/receiving.ts';
import { filesOf, keptRoot, openKept } from '../support/kept-offices/kept-folder.ts';
import { readOut } from '../support/kept-offices/read-out.ts';
import { temporaryFolder } from '../support/make-office.ts';
import { newestVersion } from '../support/migration-steps.ts';

const { office, plans, receiving } = contract;

const foldersIn = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** `v-62/xa` and its like. */
const kept = foldersIn(keptRoot).flatMap((version) =>
  foldersIn(join(keptRoot, version)).map((name) => ({ version, name, path: join(keptRoot, version, name) })),
);

/** A copy to work on, removed when the test ends. */
function copyOf(path: string): string {
  const copy = join(temporaryFolder(), 'du-lieu');
  cpSync(path, copy, { recursive: true });
  return copy;
}

function open(dataDir: string) {
  const opened = openKept(dataDir);
  onTestFinished(opened.close);
  return opened;
}

const untouched = filesOf(keptRoot);
afterAll(() => {
  expect(filesOf(keptRoot), 'what is kept was changed by a test').toEqual(untouched);
});

/** The doctor's report with every byte of evidence read. */
const examined = ({ host }: ReturnType<typeof openKept>) =>
  checkOffice(host.deps.db.sqlite, host.deps.folder, { readBytes: true });

it('a commune and a superior are kept of every version', () => {
  const names = Object.groupBy(kept, ({ version }) => version);
  expect(Object.values(names).map((offices) => offices?.map(({ name }) => name).sort())).toEqual(
    Object.keys(names).map(() => ['cap-tren', 'xa']),
  );
  expect(kept.length).toBeGreaterThan(0);
});

describe.for(kept)('$version/$name', ({ version, name, path }) => {
  it('is what the program of its schema left: closed, and without a lock', () => {
    const beside = readdirSync(path).filter((file) => /-(wal|shm|journal)$|^khoa\.db$|^dang-mo\.json$/.test(file));
    expect(beside).toEqual([]);
    const sqlite = openSqlite(dataFolder(copyOf(path)).database);
    expect(`v-${schemaVersion(sqlite)}`).toBe(version);
    sqlite.close();
  });

  it('opens with all it held, and says the same when it is opened again', async () => {
    const expected: object = JSON.parse(readFileSync(`${path}.expected.json`, 'utf8'));
    const copy = copyOf(path);
    const first = open(copy);
    expect(examined(first)).toMatchObject({
      ok: true,
      schemaVersion: newestVersion,
      integrity: 'ok',
      foreignKeyFaults: 0,
      journal: { ok: true, brokenAt: null },
      evidence: { missing: [], damaged: [] },
    });
    const said = JSON.parse(JSON.stringify(await readOut(first)));
    // Later programs may say more; what was said before is still there with the same value.
    expect(said).toMatchObject(expected);
    await first.close();
    const second = open(copy);
    expect(JSON.parse(JSON.stringify(await readOut(second)))).toEqual(said);
    expect(await second.ask(office.doctor, { body: {} })).toMatchObject({ ok: true });
  });

  it('its last act is taken back and brought back', async () => {
    const opened = open(copyOf(path));
    const { canUndo, plans: listed } = await opened.ask(office.state);
    const texts = async () => {
      const tables = listed.map(({ id }) => opened.ask(plans.table, { params: { id }, query: {} }));
      return (await Promise.all(tables)).flatMap(({ tasks }) => tasks.map(({ text }) => text));
    };
    const before = await texts();
    const reworded = before.filter((text) => text.endsWith('trong năm 2024 và những năm tiếp theo'));
    expect(reworded).toHaveLength(1);
    expect(await opened.ask(office.undo, { body: { batchId: null } })).toEqual({ label: canUndo });
    expect(await texts()).toEqual(
      before.map((text) => (text === reworded[0] ? text.replace(' và những năm tiếp theo', '') : text)),
    );
    expect(await opened.ask(office.redo, { body: {} })).toEqual({ label: canUndo });
    expect(await texts()).toEqual(before);
    expect(examined(opened)).toMatchObject({ ok: true });
  });

  it('the bundles it wrote are read by the office they were for', async () => {
    const sent = readdirSync(dataFolder(path).bundles);
    expect(sent.length).toBeGreaterThan(1);
    const other = join(path, '..', name === 'xa' ? 'cap-tren' : 'xa');
    expect(existsSync(other)).toBe(true);
    const { ask, finish } = open(copyOf(other));
    for (const file of sent) {
      const bytes = readFileSync(join(dataFolder(path).bundles, file));
      const job = await finish(await ask(receiving.check, { query: { name: file }, bytes }));
      const check = job.result as BundleCheck;
      expect([file, check]).toMatchObject([
        file,
        { complete: true, unchanged: true, errors: [], from: { known: 'tin' } },
      ]);
    }
  });
});
