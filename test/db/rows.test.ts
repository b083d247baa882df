/** DB15, DB17: rows as the schema describes them, and stored JSON as its schema does. */

import { readFileSync } from 'node:fs';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../db/data-folder.ts';
import { openDatabase } from '../../db/open.ts';
import { listPlans } from '../../db/queries/plans.ts';
import { listReports, readReport } from '../../db/queries/reports.ts';
import { columnsOf, exists, flag, json, number, select, selectDistinct, selectValue, text } from '../../db/rows.ts';
import * as schema from '../../db/schema/index.ts';
import { texts } from '../../db/stored/shapes.ts';
import { Unreadable } from '../../db/stored/unreadable.ts';
import { undoLast } from '../../db/undo.ts';
import { createWriter } from '../../db/write.ts';
import { temporaryFolder } from '../support/make-office.ts';

function open() {
  const opened = openDatabase(dataFolder(temporaryFolder()), Date.parse('2024-04-02T02:00:00Z'));
  if (!opened.ok) throw new Error(opened.error.code);
  return { db: opened.value, sqlite: opened.value.sqlite };
}

const tables = Object.values(schema).filter((value) => is(value, SQLiteTable));
const jsonColumns = tables.flatMap((table) =>
  Object.entries(getTableColumns(table))
    .filter(([, column]) => column.dataType === 'custom')
    .map(([, column]) => ({ column, place: `${getTableName(table)}.${column.name}` })),
);

describe('rows', () => {
  it('DB15 reads every table by its own columns', () => {
    const { db, sqlite } = open();
    for (const table of tables) {
      const name = getTableName(table);
      expect([name, select(sqlite, columnsOf(table), `from ${name}`).all()]).toEqual([name, []]);
    }
    db.close();
  });

  it('DB15 gives flags as true and false, JSON as values, nothing as null', () => {
    const { db, sqlite } = open();
    sqlite.exec(
      `insert into post values ('a', 'Văn phòng', '["VP","Văn thư"]', 0, 0, 1), ('b', 'Tư pháp', '[]', 1, 1, 1)`,
    );
    const { post } = schema;
    expect(select(sqlite, columnsOf(post), 'from post order by id').all()).toEqual([
      { id: 'a', name: 'Văn phòng', aliases: ['VP', 'Văn thư'], position: 0, archived: false, revision: 1 },
      { id: 'b', name: 'Tư pháp', aliases: [], position: 1, archived: true, revision: 1 },
    ]);
    const fields = {
      named: text('upper(post.id)'),
      n: number('json_array_length(post.aliases)'),
      many: flag('json_array_length(post.aliases) > 1'),
      words: json('post.aliases', "coalesce(json_extract(post.aliases, '$'), '[]')", texts),
    };
    const rows = [
      { named: 'A', n: 2, many: true, words: ['VP', 'Văn thư'] },
      { named: 'B', n: 0, many: false, words: [] },
    ];
    const asked = select(sqlite, fields, 'from post where position <= @most order by id');
    expect(asked.all({ most: 9 })).toEqual(rows);
    expect([...asked.each({ most: 9 })]).toEqual(rows);
    expect(asked.get({ most: -1 })).toBeNull();
    expect(selectValue(sqlite, post.name, 'from post where id = ?').get('b')).toBe('Tư pháp');
    expect([...selectValue(sqlite, post.id, 'from post order by id desc').each()]).toEqual(['b', 'a']);
    expect(selectDistinct(sqlite, { revision: post.revision }, 'from post').all()).toEqual([{ revision: 1 }]);
    expect([exists(sqlite, 'from post where id = ?')('a'), exists(sqlite, 'from post where id = ?')('c')]).toEqual([
      true,
      false,
    ]);
    db.close();
  });
});

describe('stored JSON', () => {
  it('DB17 every column of JSON is written down with the schema that reads it', () => {
    const readme = readFileSync(new URL('../../db/README.md', import.meta.url), 'utf8');
    const named = [...readme.matchAll(/^\| `([a-z_]+)`: ([^|]+) \|/gm)].flatMap(([, table, columns]) =>
      [...(columns ?? '').matchAll(/`([a-z_]+)`/g)].map(([, column]) => `${table}.${column}`),
    );
    expect(named.sort()).toEqual(jsonColumns.map(({ place }) => place).sort());
  });

  it.each(jsonColumns)('DB17 refuses $place that is no JSON, or is of another form', ({ column, place }) => {
    for (const text of ['{"chữ": "bị cắ', '', '12', '"chữ"', 'true']) {
      let thrown: unknown = null;
      try {
        column.mapFromDriverValue(text);
      } catch (error) {
        thrown = error;
      }
      expect([text, thrown]).toEqual([text, expect.any(Unreadable)]);
      expect(thrown).toMatchObject({ problem: 'muc-hong', message: expect.stringContaining(`unreadable ${place}`) });
      expect((thrown as Error).message).not.toContain('chữ');
    }
  });

  it.each(['received_report.data', 'received_verdict.data', 'superior_plan.data', 'unit_key.card'])(
    'DB17 %s of version 2 is of a newer program',
    (wanted) => {
      const { column } = jsonColumns.find(({ place }) => place === wanted)!;
      const later = JSON.stringify({ format: { name: 'so-viec/goi', version: '2.0' }, bundle: { kind: 'report' } });
      const read = () => column.mapFromDriverValue(later);
      expect(read).toThrow('of a newer program');
    },
  );

  it('DB17 lists go on when one record cannot be read, and undo moves its image as it is', () => {
    const { db, sqlite } = open();
    const writer = createWriter(sqlite);
    const act = { actor: 'a', at: 1, action: 'x', label: 'Sửa', undoable: true };
    writer.run(act, 'b1', (batch) => {
      batch.insert('plan', {
        id: 'p',
        year: 2024,
        number: '',
        date: '',
        place: '',
        issuer: '',
        title: 'PAPI',
        basis: [],
        preamble: [],
        closing: [],
        recipients: [],
        signer: { authority: '', title: '', name: '' },
        sourceName: '',
        createdAt: 1,
      });
      batch.insert('reportingWindow', {
        id: 'w',
        year: 2024,
        key: '2024-Q1',
        kind: 'quy',
        label: 'quý I',
        fromDate: '2024-01-01',
        toDate: '2024-03-31',
        source: '',
      });
      batch.insert('report', {
        id: 'r',
        planId: 'p',
        windowId: 'w',
        status: 'draft',
        number: '',
        date: '',
        title: 'Trước',
        version: 0,
        sections: [],
      });
    });
    const later = '{"version":9,"của":"bản mới"}';
    sqlite.prepare('update plan set basis = ?').run('hỏng');
    sqlite.prepare("update report set frozen = ?, status = 'frozen'").run(later);
    expect(listPlans(db)).toMatchObject([{ id: 'p', title: 'PAPI' }]);
    expect(listReports(db)).toMatchObject([{ id: 'r', status: 'frozen' }]);
    expect(() => readReport(db, 'r')).toThrow('unreadable report.frozen: of a newer program');

    writer.run(act, 'b2', (batch) => void batch.update('report', 'r', null, { title: 'Sau' }));
    expect(undoLast(sqlite, writer, 'a', 2, 'b3')).toMatchObject({ ok: true });
    expect(sqlite.prepare('select title, frozen from report').get()).toEqual({ title: 'Trước', frozen: later });
    db.close();
  });
});
