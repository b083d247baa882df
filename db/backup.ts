/**
 * Whole copies of the database, made before anything that replaces or removes, and by hand.
 * `VACUUM INTO` because a copied file of a database in WAL mode lacks its newest rows. Names carry a running number, never order by
 * date: a wrong clock must not make the newest copy look like the oldest. Evidence needs no copy: stored bytes are never changed. The keys
 * of the office are copied beside it.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from './data-folder.ts';
import { openSqlite, type Sqlite } from './sqlite.ts';
import { writeWhole } from './write-whole.ts';

export type Backup = { name: string; number: number; reason: string; bytes: number; at: number };

/** Rotation keeps this many; the newest are never deleted. */
export const keptBackups = 30;

const namePattern = /^so-viec-(\d{6})-([a-z0-9-]+)\.db$/;

/** Newest first. */
export function listBackups(folder: DataFolder): Backup[] {
  const found: Backup[] = [];
  for (const name of existsSync(folder.backups) ? readdirSync(folder.backups) : []) {
    const match = namePattern.exec(name);
    if (!match) continue;
    const stat = statSync(join(folder.backups, name));
    found.push({
      name,
      number: Number(match[1]),
      reason: match[2] ?? '',
      bytes: stat.size,
      at: Math.trunc(stat.mtimeMs),
    });
  }
  return found.sort((a, b) => b.number - a.number);
}

/** Writes a copy under a temporary name, checks it by opening it, then gives it its name. `reason` is ASCII, e.g. `truoc-khi-nhap`. */
export function backupNow(db: Sqlite, folder: DataFolder, reason: string): Backup {
  const number = (listBackups(folder)[0]?.number ?? 0) + 1;
  const name = `so-viec-${String(number).padStart(6, '0')}-${reason}.db`;
  const temporary = join(folder.backups, `${name}.dang-ghi`);
  rmSync(temporary, { force: true });
  try {
    db.prepare('vacuum into ?').run(temporary);
    checkCopy(temporary);
    copyKeys(folder, keysOf(name));
    renameSync(temporary, join(folder.backups, name));
  } catch (error) {
    rmSync(temporary, { force: true });
    rmSync(join(folder.backups, keysOf(name)), { force: true, recursive: true });
    throw error;
  }
  for (const old of listBackups(folder).slice(keptBackups)) {
    rmSync(join(folder.backups, old.name), { force: true });
    rmSync(join(folder.backups, keysOf(old.name)), { force: true, recursive: true });
  }
  const made = listBackups(folder).find((backup) => backup.name === name);
  if (!made) throw new Error('the backup just written is not there');
  return made;
}

/** The keys of a copy lie beside it: `so-viec-000012-bang-tay.khoa`, a folder. */
const keysOf = (name: string): string => name.replace(/\.db$/, '.khoa');

/**
 * Without its keys a restored office could neither sign as itself nor open what was sent to it. The copy is protected by the rights of
 * the data folder alone, as the keys themselves are.
 */
function copyKeys(folder: DataFolder, name: string): void {
  const files = existsSync(folder.keys) ? readdirSync(folder.keys).filter((file) => file.endsWith('.json')) : [];
  if (files.length === 0) return;
  const target = join(folder.backups, name);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  for (const file of files) writeWhole(join(target, file), readFileSync(join(folder.keys, file)));
}

function checkCopy(path: string): void {
  const copy = openSqlite(path, { readonly: true });
  try {
    const answer = copy.pragma('quick_check', { simple: true });
    if (answer !== 'ok') throw new Error(`backup check: ${String(answer)}`);
  } finally {
    copy.close();
  }
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
