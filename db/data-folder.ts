/**
 * Layout of one office's data folder, and the lock that lives with the data.
 *
 * [Note: lock with the data] Electron's single-instance lock belongs to one Windows user; a second logged-on user would open the same
 * data. So the lock is an SQLite file held in EXCLUSIVE mode for the whole run: the operating system frees it when the process dies,
 * on Windows as on Linux, and it works between any two processes that can reach the folder.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fail, ok, type Result } from '../shared/core/result.ts';
import { openSqlite } from './sqlite.ts';

export type DataFolder = {
  readonly root: string;
  readonly database: string;
  readonly evidence: string;
  readonly staging: string;
  readonly quarantine: string;
  readonly backups: string;
  readonly keys: string;
  readonly bundles: string;
  readonly profiles: string;
};

/** Names are ASCII: the folder may lie on a stick that other systems read. */
export function dataFolder(root: string): DataFolder {
  const at = (...parts: string[]) => join(resolve(root), ...parts);
  return {
    root: at(),
    database: at('so-viec.db'),
    evidence: at('minh-chung'),
    staging: at('minh-chung', 'tam'),
    quarantine: at('minh-chung', 'cach-ly'),
    backups: at('sao-luu'),
    keys: at('khoa-ky'),
    bundles: at('goi'),
    profiles: at('ho-so'),
  };
}

export function createFolders(folder: DataFolder): void {
  for (const path of [
    folder.root,
    folder.evidence,
    folder.staging,
    folder.quarantine,
    folder.backups,
    folder.keys,
    folder.bundles,
  ])
    mkdirSync(path, { recursive: true });
}

export type FolderLock = { release(): void };

/** Takes the folder for this process, or says since when another one holds it. */
export function lockFolder(
  folder: DataFolder,
  startedAt: string,
): Result<FolderLock, { code: 'dang-mo'; since: string | null }> {
  const note = join(folder.root, 'dang-mo.json');
  const lock = openSqlite(join(folder.root, 'khoa.db'), { timeout: 200 });
  try {
    lock.pragma('journal_mode = DELETE');
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('begin exclusive');
  } catch {
    lock.close();
    return fail({ code: 'dang-mo', since: readSince(note) });
  }
  writeFileSync(note, JSON.stringify({ since: startedAt, process: process.pid }));
  return ok({ release: () => lock.close() });
}

function readSince(note: string): string | null {
  try {
    const value: unknown = JSON.parse(readFileSync(note, 'utf8'));
    return typeof value === 'object' && value !== null && 'since' in value ? String(value.since) : null;
  } catch {
    return null;
  }
}
