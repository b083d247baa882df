/** Steps 20 to 38: reading again, signed files, Word files that went out, what is silenced, the ends and templates of reports. */
import { expect } from 'vitest';
import { type StepCase, storedBytes, storedSha256, withCells } from '../../support/migration-steps.ts';

const at = Date.parse('2024-03-21T02:00:00Z');

export const documentSteps: readonly StepCase[] = [
  {
    version: 20,
    after: (before) => ({ ...before, column_mapping: [], file_words: [] }),
    rows: `
      insert into column_mapping (id, captions, meanings, revision) values ('cm', '["TT","Nhiệm vụ"]', '["no","tasks"]', 1);
      insert into file_words (id, words, revision) values ('t1', '{"text":"Niêm yết"}', 2);
    `,
  },
  {
    version: 30,
    after: (before) => ({ ...before, issued_document: [], exported_word: [], silenced_rule: [] }),
    rows: `
      insert into issued_document
        (id, owner_kind, owner_id, version, number, date, title, document_sha256, file_name, media_type, sha256, bytes,
         issued_at, revision) values
        ('iss', 'report', 'r1', 2, '45/BC-UBND', '2024-03-20', 'Báo cáo quý I', '${storedSha256}', 'ky.pdf',
         'application/pdf', '${storedSha256}', ${storedBytes.length}, ${at}, 1);
      insert into exported_word (id, report_id, sha256, exported_at, revision) values ('ew', 'r2', '${storedSha256}', ${at}, 1);
      insert into silenced_rule (id, plan_id, rule, reason, at, revision) values ('sr', 'p', 'lead', 'Phân công miệng', ${at}, 1);
    `,
  },
  {
    version: 32,
    after: (before) => ({
      ...before,
      exported_word: [
        { id: 'ew', owner_id: 'r2', sha256: storedSha256, exported_at: at, revision: 1, owner_kind: 'report' },
      ],
    }),
    also: (sqlite) => {
      const indexes = sqlite.prepare(
        `select name from sqlite_master where type = 'index' and tbl_name = 'exported_word' and sql is not null`,
      );
      expect(indexes.pluck().all()).toEqual(['exported_word_owner']);
    },
    rows: `
      insert into exported_word (id, owner_id, owner_kind, sha256, exported_at, revision) values
        ('ew2', 'p', 'plan', '${storedSha256}', ${at + 1}, 1);
    `,
  },
  {
    version: 33,
    after: (before) => withCells(before, 'report', { recipients: null, signer: null }),
    rows: `update report set recipients = '["Sở Nội vụ"]', signer = '{"title":"PHÓ CHỦ TỊCH"}' where id = 'r2';`,
  },
  {
    version: 34,
    after: (before) => ({ ...before, silenced_layout: [] }),
    rows: `
      insert into silenced_layout (id, owner_kind, owner_id, rule, reason, at, revision) values
        ('sl', 'file', 'CV', 'page.margins', 'Mẫu cũ', ${at}, 1);
    `,
  },
  {
    version: 36,
    after: (before) => withCells(before, 'plan', { annex_title: '[]' }),
    rows: `update plan set annex_title = '["PHỤ LỤC","Nhiệm vụ"]' where id = 'p';`,
  },
  {
    version: 38,
    after: (before) => withCells(before, 'report', { template: null }),
    rows: `update report set template = 'nam' where id = 'r2';`,
  },
];
