/**
 * Brings a database to the newest schema, one numbered step at a time.
 *
 * [Note: own migration runner] drizzle's runner rebuilds tables with foreign keys switched off inside a transaction, where SQLite ignores
 * the switch, so child rows cascade away without an error. Here they are off outside the transaction, every reference is checked before
 * commit, each applied step's text is remembered by hash, and a file from a newer program is refused untouched.
 */
import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../shared/core/result.ts';
import { type MigrationStep, migrations } from './migrations/index.ts';
import type { Sqlite } from './sqlite.ts';

export type MigrateProblem = { code: 'tu-ban-moi'; version: number } | { code: 'buoc-bi-sua'; version: number };

const hashOf = (step: MigrationStep): string => createHash('sha256').update(step.sql).digest('hex');

/** Steps still to be applied; refuses a newer file, and a file whose applied steps differ from this program's. */
export function pendingSteps(db: Sqlite, steps = migrations): Result<readonly MigrationStep[], MigrateProblem> {
  const exists = db.prepare(`select 1 from sqlite_master where name = 'schema_step'`).get() !== undefined;
  if (!exists) return ok(steps);
  const applied = db.prepare('select version, hash from schema_step order by version').all() as {
    version: number;
    hash: string;
  }[];
  const known = new Map(steps.map((step) => [step.version, step]));
  for (const { version, hash } of applied) {
    const step = known.get(version);
    if (!step) return fail({ code: 'tu-ban-moi', version });
    if (hashOf(step) !== hash) return fail({ code: 'buoc-bi-sua', version });
  }
  return ok(steps.filter((step) => !applied.some((row) => row.version === step.version)));
}

/** Applies the steps in order, each in its own transaction together with its record; throws on a step that breaks a reference. */
export function applySteps(db: Sqlite, steps: readonly MigrationStep[], at: number): void {
  db.pragma('foreign_keys = OFF');
  db.exec(
    'create table if not exists schema_step (version integer primary key, name text not null, hash text not null, at integer not null) strict',
  );
  for (const step of steps) {
    db.transaction(() => {
      db.exec(step.sql);
      const broken = db.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`migration ${step.version} leaves ${broken.length} broken references`);
      db.prepare('insert into schema_step (version, name, hash, at) values (?, ?, ?, ?)').run(
        step.version,
        step.name,
        hashOf(step),
        at,
      );
    })();
  }
  db.pragma('foreign_keys = ON');
}

/** Version of the newest applied step, 0 for an empty file. */
export function schemaVersion(db: Sqlite): number {
  const exists = db.prepare(`select 1 from sqlite_master where name = 'schema_step'`).get() !== undefined;
  return exists ? (db.prepare('select coalesce(max(version), 0) from schema_step').pluck().get() as number) : 0;
}
