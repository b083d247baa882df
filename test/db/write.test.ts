/** DB6 to DB10, DB12, DB14: the one way in, the journal, undo, search. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOffice } from '../../db/check.ts';
import { dataFolder } from '../../db/data-folder.ts';
import { openDatabase } from '../../db/open.ts';
import { search } from '../../db/queries/search.ts';
import { redoLast, undoBatch, undoLast } from '../../db/undo.ts';
import { type Batch, createWriter, StaleWrite } from '../../db/write.ts';
import { temporaryFolder } from '../support/make-office.ts';

function office() {
  const root = temporaryFolder();
  const opened = openDatabase(dataFolder(root), 1000);
  if (!opened.ok) throw new Error(opened.error.code);
  const db = opened.value;
  const writer = createWriter(db.sqlite);
  let count = 0;
  const act = <T>(work: (batch: Batch) => T, undoable = true, actor = 'office') => {
    const id = `act-${++count}`;
    writer.run({ actor, at: 1000 + count, action: 'test', label: `Việc ${count}`, undoable }, id, work);
    return id;
  };
  const undo = (actor = 'office') => undoLast(db.sqlite, writer, actor, 5000, `undo-${++count}`);
  const redo = (actor = 'office') => redoLast(db.sqlite, writer, actor, 5000, `redo-${++count}`);
  const people = () => db.sqlite.prepare('select id, name, archived from person order by id').all();
  const whole = () => checkOffice(db.sqlite, dataFolder(root), { readBytes: true });
  return {
    root,
    db,
    writer,
    act,
    undo,
    redo,
    people,
    whole,
    undoNamed: (id: string) => undoBatch(db.sqlite, writer, id, 'office', 1, `un-${++count}`),
  };
}

const person = (id: string, name = id) => ({ id, name, archived: false });

describe('writing', () => {
  it('DB6 raises the revision and journals before and after with the actor', () => {
    const { act, db } = office();
    act((batch) => batch.insert('person', person('a', 'Lan')), true, 'p1');
    act((batch) => batch.update('person', 'a', 1, { name: 'Lan Anh' }), true, 'p2');
    const rows = db.sqlite.prepare('select actor, revision, before, after from journal order by seq').all() as Record<
      string,
      string
    >[];
    expect(rows.map((row) => [row.actor, row.revision])).toEqual([
      ['p1', 1],
      ['p2', 2],
    ]);
    expect(JSON.parse(rows[1]!.before!)).toMatchObject({ name: 'Lan', revision: 1 });
    expect(JSON.parse(rows[1]!.after!)).toMatchObject({ name: 'Lan Anh', revision: 2 });
  });

  it('DB7 refuses a stale write whole and shows what stands there', () => {
    const { act, people, db } = office();
    act((batch) => batch.insert('person', person('a', 'Lan')));
    act((batch) => batch.update('person', 'a', 1, { name: 'Lan Anh' }));
    const before = db.sqlite.prepare('select count(*) from journal').pluck().get();
    try {
      act((batch) => {
        batch.insert('person', person('b'));
        batch.update('person', 'a', 1, { name: 'Lan Hương' });
      });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(StaleWrite);
      expect((error as StaleWrite).current).toMatchObject({ name: 'Lan Anh', revision: 2 });
    }
    expect(people()).toEqual([{ id: 'a', name: 'Lan Anh', archived: 0 }]);
    expect(db.sqlite.prepare('select count(*) from journal').pluck().get()).toBe(before);
  });
});

describe('DB8 the journal', () => {
  it('cannot be rewritten through SQL', () => {
    const { act, db } = office();
    act((batch) => batch.insert('person', person('a')));
    expect(() => db.sqlite.exec(`update journal set actor = 'x'`)).toThrow(/append-only/);
    expect(() => db.sqlite.exec('delete from journal')).toThrow(/append-only/);
  });

  it.each([
    ['a changed entry', `update journal set after = '{}' where seq = 2`, 2],
    ['a removed entry', 'delete from journal where seq = 2', 3],
    ['another actor', `update journal set actor = 'x' where seq = 1`, 1],
  ])('shows %s', (_, tampering, at) => {
    const { act, db, whole } = office();
    for (const id of ['a', 'b', 'c']) act((batch) => batch.insert('person', person(id)));
    expect(whole()).toMatchObject({ ok: true, journal: { entries: 3, ok: true } });
    db.sqlite.exec('drop trigger journal_no_update; drop trigger journal_no_delete');
    db.sqlite.exec(tampering);
    expect(whole()).toMatchObject({ ok: false, journal: { ok: false, brokenAt: at } });
  });
});

describe('DB9 undo and redo', () => {
  it('takes back an act of several records as a whole, and brings it back', () => {
    const { act, undo, redo, people } = office();
    act((batch) => batch.insert('person', person('a', 'Lan')));
    act((batch) => {
      batch.update('person', 'a', 1, { name: 'Lan Anh' });
      batch.insert('person', person('b'));
    });
    const after = people();
    expect(undo()).toMatchObject({ ok: true, value: { label: 'Việc 2' } });
    expect(people()).toEqual([{ id: 'a', name: 'Lan', archived: 0 }]);
    expect(redo()).toMatchObject({ ok: true });
    expect(people()).toEqual(after);
    expect(undo().ok && undo().ok).toBe(true);
    expect(people()).toEqual([]);
    expect(undo()).toMatchObject({ ok: false, error: { code: 'khong-con-gi' } });
  });

  it('refuses when a record moved on, and changes nothing', () => {
    const { act, undoNamed, people } = office();
    const first = act((batch) => batch.insert('person', person('a', 'Lan')));
    act((batch) => batch.update('person', 'a', null, { name: 'Khác' }));
    expect(undoNamed(first)).toMatchObject({ ok: false, error: { code: 'da-doi-tiep' } });
    expect(people()).toEqual([{ id: 'a', name: 'Khác', archived: 0 }]);
  });

  it('is each person’s own, passes over sealed acts, and a new act ends redoing', () => {
    const { act, undo, redo, people } = office();
    act((batch) => batch.insert('person', person('a')), true, 'p1');
    act((batch) => batch.insert('person', person('b')), true, 'p2');
    act((batch) => batch.insert('person', person('c')), false, 'p1');
    expect(undo('p1')).toMatchObject({ ok: true, value: { label: 'Việc 1' } });
    expect((people() as { id: string }[]).map((row) => row.id)).toEqual(['b', 'c']);
    act((batch) => batch.insert('person', person('d')), true, 'p1');
    expect(redo('p1')).toMatchObject({ ok: false, error: { code: 'khong-con-gi' } });
  });

  it('DB10 property: undoing everything gives the beginning, redoing everything the end', () => {
    const step = fc.record({
      kind: fc.constantFrom('insert', 'update', 'remove'),
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      name: fc.string({ maxLength: 8 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (acts) => {
        const { db, act, undo, redo, people, whole } = office();
        for (const steps of acts)
          act((batch) => {
            for (const { kind, id, name } of steps) {
              const known = batch.get('person', id);
              if (kind === 'insert' && !known) batch.insert('person', person(id, name));
              if (kind === 'update' && known) batch.update('person', id, known.revision, { name });
              if (kind === 'remove' && known) batch.remove('person', id, known.revision);
            }
          });
        const end = people();
        for (const _ of acts) expect(undo().ok).toBe(true);
        expect(people()).toEqual([]);
        for (const _ of acts) expect(redo().ok).toBe(true);
        expect(people()).toEqual(end);
        expect(whole().journal.ok).toBe(true);
        db.close();
      }),
      { numRuns: 40, seed: 20240402 },
    );
  });
});

describe('DB12 search', () => {
  const texts = ['Niêm yết công khai đất đai', 'Đường thôn – Xã', 'Đại hội; "OR" AND* (NEAR)', 'Thủ tục hành chính'];
  const found = (typed: string) => {
    const { act, db, undo } = office();
    act((batch) => texts.forEach((title, index) => void batch.insert('evidence', proof(`e${index}`, title))));
    const hits = search(db, typed, 10).map((hit) => Number(hit.ref.slice(1)));
    undo();
    expect(search(db, typed, 10)).toEqual([]);
    return hits.sort();
  };
  const proof = (id: string, title: string) => ({
    id,
    kind: 'link' as const,
    title,
    fileName: null,
    mediaType: null,
    sha256: null,
    bytes: null,
    url: null,
    number: null,
    date: null,
    excerpt: null,
    sensitive: false,
    addedAt: 1,
  });

  it.each([
    ['dat dai', [0]],
    ['ĐẤT', [0]],
    ['khai niem', [0]],
    ['duong', [1]],
    ['thon xa', [1]],
    ['thu tuc hanh ch', [3]],
    ['dai', [0, 2]],
    ['"OR" (near', [2]],
    ['không có', []],
    ['  * ^ "', []],
  ])('%s', (typed, expected) => expect(found(typed)).toEqual(expected));
});

it('DB14 what was acknowledged is there after kill -9', async () => {
  const root = temporaryFolder();
  const child = spawn(process.execPath, [
    fileURLToPath(new URL('../support/writer-process.ts', import.meta.url)),
    root,
  ]);
  let acknowledged = 0;
  for await (const chunk of child.stdout) {
    acknowledged += String(chunk).split('\n').length - 1;
    if (acknowledged >= 40) {
      child.kill('SIGKILL');
      break;
    }
  }
  await new Promise((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('close', resolve) : resolve(null),
  );
  const opened = openDatabase(dataFolder(root), 2);
  if (!opened.ok) throw new Error(opened.error.code);
  expect(opened.value.sqlite.prepare('select count(*) from person').pluck().get()).toBeGreaterThanOrEqual(acknowledged);
  expect(checkOffice(opened.value.sqlite, dataFolder(root), { readBytes: true }).ok).toBe(true);
  opened.value.close();
});
