/** DB4, DB5 for the steps that exist: an office made by each earlier program opens in this one with everything it held. */
import { expect, it } from 'vitest';
import { checkOffice } from '../../db/check.ts';
import { dataFolder } from '../../db/data-folder.ts';
import { migrations } from '../../db/migrations/index.ts';
import { openDatabase } from '../../db/open.ts';
import { temporaryFolder } from '../support/make-office.ts';

const heldInStep10 = `
insert into unit values ('u', 'xa', 'An Thịnh', null, null, null, 1);
insert into plan values ('p', 2024, '15/KH-UBND', '2024-01-20', 'An Thịnh', 'UBND xã An Thịnh', 'PAPI', '[]', '[]', '[]', '[]', '{}', 'a.docx', null, 1, 1);
insert into area values ('a', 'p', 0, '1', 'Tham gia', 1);
insert into component values ('c', 'p', 'a', 0, 'Cơ hội', 1);
insert into task_group values ('g', 'p', 'a', 0, '["c"]', '[]', 'Văn phòng', '[]', 'Quý I', '', 1);
insert into task values ('t', 'p', 'g', 1000, 'Niêm yết', null, null, null, 1);
`;

it('step 20: an office of step 10 keeps its plan and gets the new tables, empty', () => {
  const root = temporaryFolder();
  const first = openDatabase(dataFolder(root), 1, migrations.slice(0, 1));
  if (!first.ok) throw new Error(first.error.code);
  first.value.sqlite.exec(heldInStep10);
  const before = first.value.sqlite.prepare('select * from task join task_group g on g.id = group_id').all();
  first.value.close();

  const opened = openDatabase(dataFolder(root), 2);
  if (!opened.ok) throw new Error(opened.error.code);
  const { sqlite } = opened.value;
  expect(sqlite.prepare('select * from task join task_group g on g.id = group_id').all()).toEqual(before);
  for (const table of ['file_words', 'column_mapping'])
    expect(sqlite.prepare(`select count(*) from ${table}`).pluck().get()).toBe(0);
  expect(checkOffice(sqlite, dataFolder(root), { readBytes: false })).toMatchObject({
    ok: true,
    schemaVersion: migrations.at(-1)?.version,
  });
  opened.value.close();
});

it('step 30: an office of step 20 keeps its report and gets the new tables, empty', () => {
  const root = temporaryFolder();
  const first = openDatabase(dataFolder(root), 1, migrations.slice(0, 2));
  if (!first.ok) throw new Error(first.error.code);
  first.value.sqlite.exec(heldInStep10);
  first.value.sqlite.exec(
    "insert into reporting_window values ('w', 2024, '2024-Q1', 'quy', 'quý I/2024', '2024-01-01', '2024-03-31', null, '', 1);\n" +
      "insert into report values ('r', 'p', 'w', 'draft', '', '', '', 0, '[]', null, null, null, 1);",
  );
  const before = first.value.sqlite.prepare('select * from report').all();
  first.value.close();

  const opened = openDatabase(dataFolder(root), 2);
  if (!opened.ok) throw new Error(opened.error.code);
  const { sqlite } = opened.value;
  expect(sqlite.prepare('select * from report').all()).toMatchObject(before);
  for (const table of ['issued_document', 'exported_word', 'silenced_rule'])
    expect(sqlite.prepare(`select count(*) from ${table}`).pluck().get()).toBe(0);
  expect(checkOffice(sqlite, dataFolder(root), { readBytes: false })).toMatchObject({
    ok: true,
    schemaVersion: migrations.at(-1)?.version,
  });
  opened.value.close();
});

it('step 36: a plan of an earlier program has no annex title of its own', () => {
  const root = temporaryFolder();
  const first = openDatabase(dataFolder(root), 1, migrations.slice(0, 3));
  if (!first.ok) throw new Error(first.error.code);
  first.value.sqlite.exec(heldInStep10);
  first.value.close();

  const opened = openDatabase(dataFolder(root), 2);
  if (!opened.ok) throw new Error(opened.error.code);
  const { sqlite } = opened.value;
  expect(sqlite.prepare('select title, annex_title from plan').get()).toEqual({ title: 'PAPI', annex_title: '[]' });
  opened.value.close();
});

it('steps 32, 33: Word files that went out of reports stay remembered, and reports follow the office', () => {
  const root = temporaryFolder();
  const first = openDatabase(dataFolder(root), 1, migrations.slice(0, 3));
  if (!first.ok) throw new Error(first.error.code);
  first.value.sqlite.exec(heldInStep10);
  first.value.sqlite.exec(
    "insert into exported_word values ('x', 'r', 'abc', 5, 1);\n" +
      "insert into reporting_window values ('w', 2024, '2024-Q1', 'quy', 'quý I/2024', '2024-01-01', '2024-03-31', null, '', 1);\n" +
      "insert into report values ('r', 'p', 'w', 'draft', '', '', '', 0, '[]', null, null, null, 1);",
  );
  first.value.close();
  const opened = openDatabase(dataFolder(root), 2);
  if (!opened.ok) throw new Error(opened.error.code);
  const { sqlite } = opened.value;
  expect(sqlite.prepare('select id, owner_id, owner_kind, sha256 from exported_word').all()).toEqual([
    { id: 'x', owner_id: 'r', owner_kind: 'report', sha256: 'abc' },
  ]);
  expect(sqlite.prepare('select recipients, signer from report').all()).toEqual([{ recipients: null, signer: null }]);
  opened.value.close();
});
