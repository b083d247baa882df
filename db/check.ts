/** The doctor: reads everything, changes nothing, and says of each promise whether it holds. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { blobPath, listBlobs } from './blobs.ts';
import type { DataFolder } from './data-folder.ts';
import { schemaVersion } from './migrate.ts';
import { columnsOf, select, selectDistinct, selectValue, text } from './rows.ts';
import * as schema from './schema/index.ts';
import type { Sqlite } from './sqlite.ts';
import { entryHash } from './write.ts';

export type OfficeCheck = {
  ok: boolean;
  sqliteVersion: string;
  schemaVersion: number;
  durability: { journalMode: string; synchronous: number; foreignKeys: number };
  integrity: string;
  foreignKeyFaults: number;
  journal: { entries: number; ok: boolean; brokenAt: number | null };
  evidence: { files: number; bytes: number; missing: string[]; damaged: string[]; unreferenced: number };
};

/** `readBytes: false` only compares presence and size of evidence; true reads and hashes every byte. */
export function checkOffice(sqlite: Sqlite, folder: DataFolder, options: { readBytes: boolean }): OfficeCheck {
  const integrity = (sqlite.pragma('integrity_check') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .join('; ');
  const foreignKeyFaults = (sqlite.pragma('foreign_key_check') as unknown[]).length;
  const journal = checkJournal(sqlite);
  const evidence = checkEvidence(sqlite, folder, options.readBytes);
  const durability = {
    journalMode: String(sqlite.pragma('journal_mode', { simple: true })),
    synchronous: Number(sqlite.pragma('synchronous', { simple: true })),
    foreignKeys: Number(sqlite.pragma('foreign_keys', { simple: true })),
  };
  const durable = durability.journalMode === 'wal' && durability.synchronous === 2 && durability.foreignKeys === 1;
  const whole = evidence.missing.length === 0 && evidence.damaged.length === 0;
  return {
    ok: integrity === 'ok' && foreignKeyFaults === 0 && journal.ok && durable && whole,
    sqliteVersion: String(sqlite.prepare('select sqlite_version()').pluck().get()),
    schemaVersion: schemaVersion(sqlite),
    durability,
    integrity,
    foreignKeyFaults,
    journal,
    evidence,
  };
}

function checkJournal(sqlite: Sqlite): OfficeCheck['journal'] {
  const rows = select(sqlite, columnsOf(schema.journal), 'from journal order by seq').each();
  let previous = '';
  let entries = 0;
  let brokenAt: number | null = null;
  for (const row of rows) {
    entries++;
    if (brokenAt === null && (row.previousHash !== previous || row.hash !== entryHash(previous, row)))
      brokenAt = row.seq;
    previous = row.hash;
  }
  return { entries, ok: brokenAt === null, brokenAt };
}

function checkEvidence(sqlite: Sqlite, folder: DataFolder, readBytes: boolean): OfficeCheck['evidence'] {
  const wanted = new Map(
    selectDistinct(
      sqlite,
      { sha256: text('evidence.sha256'), bytes: schema.evidence.bytes },
      'from evidence where sha256 is not null',
    )
      .all()
      .map((row) => [row.sha256, row.bytes]),
  );
  const referenced = new Set([...wanted.keys(), ...otherReferences(sqlite)]);
  const missing = [...referenced].filter((sha256) => !existsSync(blobPath(folder, sha256)));
  const damaged: string[] = [];
  let files = 0;
  let bytes = 0;
  let unreferenced = 0;
  for (const blob of listBlobs(folder)) {
    files++;
    bytes += blob.bytes;
    if (!referenced.has(blob.sha256)) unreferenced++;
    const size = wanted.get(blob.sha256);
    const rightSize = size === undefined || size === blob.bytes;
    if (!rightSize || (readBytes && digestOf(blob.path) !== blob.sha256)) damaged.push(blob.sha256);
  }
  return { files, bytes, missing, damaged, unreferenced };
}

/** Stored files that something else than a proof names: sources of plans, frozen and signed documents, what came with bundles. */
const otherReferences = (sqlite: Sqlite): string[] =>
  selectValue(
    sqlite,
    text('sha256'),
    `from (
       select source_sha256 as sha256 from plan
       union select docx_sha256 from report
       union select sha256 from issued_document
       union select document_sha256 from issued_document
       union select sha256 from exported_word
       union select json_extract(e.value, '$.sha256') from received_report r, json_each(r.data, '$.evidence') e
         where json_extract(e.value, '$.path') is not null
       union select json_extract(data, '$.report.docx.sha256') from received_report
       union select json_extract(f.value, '$.sha256') from superior_plan p, json_each(p.data, '$.plan.files') f)
     where sha256 is not null`,
  ).all();

function digestOf(path: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(1024 * 1024);
  const handle = openSync(path, 'r');
  try {
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer))
      hash.update(buffer.subarray(0, read));
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}
