/**
 * Makes the data folders of today's program that every later program must open (`test/fixtures/offices/README.md` says when):
 *
 *   node test/support/kept-offices/make.ts          writes test/fixtures/offices/v-<schema>/{xa,cap-tren} with an expected.json each
 *
 * Refuses where the folder of this schema is there already. Prints the tables that hold nothing in any of the offices.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrations } from '../../../db/migrations/index.ts';
import { recordTables } from '../../../db/tables.ts';
import { filesOf, keep, keptRoot, openKept } from './kept-folder.ts';
import { readOut } from './read-out.ts';
import { playStory } from './story.ts';

const offices = ['xa', 'cap-tren'] as const;
const target = join(keptRoot, `v-${migrations.at(-1)?.version}`);
if (existsSync(target)) throw new Error(`${target} is kept already: it must stay as the program of its time wrote it`);

const root = mkdtempSync(join(tmpdir(), 'so-viec-'));
const empty = new Set(Object.values(recordTables).map((table) => table.name));
try {
  await playStory(root);
  for (const name of offices) {
    keep(join(root, name), join(target, name));
    // Read from another copy: a program that opens a folder leaves its lock there.
    const copy = join(root, 'doc', name);
    keep(join(root, name), copy);
    const office = openKept(copy);
    const expected = await readOut(office);
    for (const table of empty)
      if (office.host.deps.db.sqlite.prepare(`select 1 from ${table}`).get() !== undefined) empty.delete(table);
    await office.close();
    writeFileSync(join(target, `${name}.expected.json`), `${JSON.stringify(expected, null, 1)}\n`);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
refuseTraces(target);
for (const { path, bytes } of filesOf(target)) if (bytes > 100_000) console.log(`${path}: ${bytes} bytes`);
console.log(`empty in all offices: ${[...empty].join(', ') || 'no table'}`);

/** Nothing of the computer that made the folders may be in them. */
function refuseTraces(folder: string): void {
  const repository = fileURLToPath(new URL('../../../', import.meta.url));
  // A name as short as "vm" occurs in any packed file.
  const names = [hostname(), userInfo().username].filter((name) => name.length > 4);
  const traces = [repository, tmpdir(), root, userInfo().homedir, ...names];
  for (const { path } of filesOf(folder)) {
    const bytes = readFileSync(join(folder, path));
    const found = traces.filter((trace) => bytes.includes(trace));
    if (found.length > 0) throw new Error(`${path} holds ${found.join(', ')}`);
  }
}
