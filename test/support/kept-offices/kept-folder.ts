/** A data folder as it is kept in the repository: what is carried over, how it is opened for reading, and a digest of all its bytes. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder } from '../../../db/data-folder.ts';
import { openSqlite } from '../../../db/sqlite.ts';
import { createClient } from '../../../electron/hosts/client.ts';
import { openOffice } from '../../../electron/server/open-office.ts';
import type { ReadingDesk } from './read-out.ts';

/** `test/fixtures/offices` */
export const keptRoot = fileURLToPath(new URL('../../fixtures/offices/', import.meta.url));

/** Every later look at a kept office happens at this instant, so that what depends on the day stays the same. */
export const readingInstant = Date.parse('2024-04-10T02:00:00Z');

/** Opens a folder to be read and tried; ids of acts made here begin unlike all that are kept. The caller closes. */
export function openKept(dataDir: string) {
  let count = 0;
  const opened = openOffice({
    dataDir,
    tickets: null,
    clock: () => readingInstant,
    newId: () => `doc-${String(++count).padStart(5, '0')}`,
  });
  if (!opened.ok) throw new Error(`${dataDir}: ${opened.error.message}`);
  const host = opened.value;
  host.setEvidenceOrigin('http://minh-chung.invalid');
  const desk: ReadingDesk = { ...createClient(host, 'test'), evidence: host.evidence };
  return { ...desk, host, close: () => host.close() };
}

/** Takes over a closed data folder: the database packed, without locks, safety copies and what waits in staging. */
export function keep(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  const folder = dataFolder(to);
  const sqlite = openSqlite(folder.database);
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  sqlite.exec('vacuum');
  sqlite.close();
  for (const path of [folder.backups, folder.staging, folder.quarantine, folder.profiles])
    rmSync(path, { recursive: true, force: true });
  for (const name of ['khoa.db', 'dang-mo.json']) rmSync(join(to, name), { force: true });
  forgetComputer(join(folder.keys, 'cac-khoa.json'));
  const left = readdirSync(to).filter((name) => /-(wal|shm|journal)$/.test(name));
  if (left.length > 0) throw new Error(`not closed cleanly: ${left.join(', ')}`);
}

/** The keys name the computer they were made on by a digest: here one that no computer has. */
function forgetComputer(path: string): void {
  const keys: object = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...keys, machine: '0'.repeat(64) }));
}

/** Path, size and digest of each file below a folder, sorted by path. */
export function filesOf(folder: string): { path: string; bytes: number; sha256: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      path: relative(folder, path).split(sep).join('/'),
      bytes: statSync(path).size,
      sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
    }));
}
