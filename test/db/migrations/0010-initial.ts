/** What step 10 makes, and an office that worked with the first release: one row at least in each of its tables. */
import { expect } from 'vitest';
import { entryHash } from '../../../db/write.ts';
import { type StepCase, storedBytes, storedSha256 } from '../../support/migration-steps.ts';

const tables = [
  ...['area', 'batch', 'component', 'evidence', 'evidence_link', 'holding', 'journal', 'office', 'person', 'plan'],
  ...['post', 'progress', 'received_report', 'report', 'reporting_window', 'search_entry', 'section', 'sent_bundle'],
  ...['task', 'task_group', 'unit'],
];

const at = Date.parse('2024-03-20T02:00:00Z');

/** A task reworded by a person, as the first release journaled it. */
const image = (text: string, revision: number) =>
  `{"id":"t1","planId":"p","groupId":"g","position":1000,"text":"${text}","lead":null,"time":null,"assigneeId":null,"revision":${revision}}`;
const [before, after] = [image('Niêm yết', 1), image('Niêm yết công khai', 2)];
const act = { batchId: 'b1', at, actor: 'ng', action: 'task.change', table: 'task', rowId: 't1', revision: 2 };
const seal = entryHash('', { ...act, before, after });

export const initial: StepCase = {
  version: 10,
  after: () => Object.fromEntries(tables.map((table) => [table, []])),
  also: (sqlite) => {
    const add = (sql: string) => () => sqlite.exec(sql);
    expect(add(`insert into person values ('x', 'X', 0, 'mot')`), 'types are kept strictly').toThrow(/TEXT value/);
    expect(add(`insert into holding values ('x', 'ai', 'gi', '2024-01-01', null, 1)`), 'references').toThrow(/FOREIGN/);
  },
  rows: `
    insert into unit (id, kind, name, superior_id, valid_from, valid_to, revision) values
      ('tinh', 'tinh', 'Sông Lam', null, null, null, 1),
      ('xa', 'xa', 'An Thịnh', 'tinh', '2024-01-01', null, 3);
    insert into office (id, unit_id, place, chair_title, chair_name, practice, revision) values
      ('own', 'xa', 'An Thịnh', 'CHỦ TỊCH', 'Nguyễn Văn Bình', 0, 2);
    insert into post (id, name, aliases, position, archived, revision) values ('vp', 'Văn phòng', '["VP"]', 1, 0, 1);
    insert into person (id, name, archived, revision) values
      ('ng', 'Nguyễn Thị Lan', 0, 1), ('cu', 'Trần Văn Cũ', 1, 2);
    insert into holding (id, person_id, post_id, from_date, to_date, revision) values
      ('h', 'ng', 'vp', '2023-12-15', null, 1);
    insert into reporting_window
      (id, year, key, kind, label, from_date, to_date, due_date, source, revision) values
      ('w1', 2024, '2024-Q1', 'quy', 'Quý I/2024', '2023-12-15', '2024-03-14', null, 'nd-09-2019', 1),
      ('w2', 2024, '2024-Q2', 'quy', 'Quý II/2024', '2024-03-15', '2024-06-14', '2024-06-20', 'nd-09-2019', 4);
    insert into plan
      (id, year, number, date, place, issuer, title, basis, preamble, closing, recipients, signer, source_name,
       source_sha256, created_at, revision) values
      ('p', 2024, '15/KH-UBND', '2024-01-20', 'An Thịnh', 'UBND xã An Thịnh', 'Nâng cao Chỉ số PAPI',
       '["Thực hiện Kế hoạch số 08/KH-UBND"]', '[]', '["Trên đây là Kế hoạch"]', '["Lưu: VT."]',
       '{"title":"CHỦ TỊCH"}', 'ke-hoach.docx', '${storedSha256}', ${at}, 5);
    insert into section (id, plan_id, parent_id, position, label, heading, paragraphs, revision) values
      ('s1', 'p', null, 0, 'I.', 'MỤC ĐÍCH', '[]', 1),
      ('s2', 'p', 's1', 1, '1.', 'Mục đích', '["Đoạn"]', 2);
    insert into area (id, plan_id, position, no, name, revision) values ('a', 'p', 0, '1', 'Tham gia ở cơ sở', 1);
    insert into component (id, plan_id, area_id, position, name, revision) values ('c', 'p', 'a', 0, 'Tri thức', 1);
    insert into task_group
      (id, plan_id, area_id, position, component_ids, results, lead, executors, time, note, revision) values
      ('g', 'p', 'a', 0, '["c"]', '["100% thôn niêm yết"]', 'Văn phòng', '["Các thôn"]', 'Quý I', 'Ghi chú', 3);
    insert into task (id, plan_id, group_id, position, text, lead, time, assignee_id, revision) values
      ('t1', 'p', 'g', 1000, 'Niêm yết công khai', null, null, null, 2),
      ('t2', 'p', 'g', 2000, 'Đối thoại', 'Công an', 'Quý II', 'ng', 1);
    insert into progress
      (id, task_id, window_id, state, done_text, numerator, denominator, measure, obstacle, proposal, person_id,
       updated_at, revision) values
      ('pr', 't1', 'w1', 'xong', 'Đã niêm yết', 7.5, 9, 'thôn', 'Thiếu chỗ', 'Cấp thêm', 'ng', ${at}, 6);
    insert into evidence
      (id, kind, title, file_name, media_type, sha256, bytes, url, number, date, excerpt, sensitive, added_at, revision)
      values
      ('e1', 'file', 'Biên bản', 'bien-ban.txt', 'text/plain', '${storedSha256}', ${storedBytes.length}, null, '3/BB',
       '2024-02-01', 'Về việc niêm yết', 1, ${at}, 2),
      ('e2', 'link', 'Bài đăng', null, null, null, null, 'https://vi-du.example/bai', null, null, null, 0, ${at}, 1);
    insert into evidence_link (id, evidence_id, task_id, window_id, revision) values ('el', 'e1', 't1', 'w1', 1);
    insert into report
      (id, plan_id, window_id, status, number, date, title, version, sections, frozen, docx_sha256, frozen_at, revision)
      values
      ('r1', 'p', 'w1', 'frozen', '45/BC-UBND', '2024-03-20', 'Báo cáo quý I', 2, '[{"key":"chung","text":"Lời"}]',
       '{"title":"Báo cáo quý I"}', '${storedSha256}', ${at}, 7),
      ('r2', 'p', 'w2', 'draft', '', '', 'Báo cáo quý II', 0, '[]', null, null, null, 1);
    insert into sent_bundle
      (id, report_id, report_version, purpose, head, sequence, file_name, place_label, bytes, digest, sent_at, revision)
      values ('sb', 'r1', 2, 'new', '{"id":"goi-1"}', 1, 'goi.zip', 'Ổ E:', 1234, 'd1', ${at}, 1);
    insert into received_report
      (id, unit_id, window_key, window_label, sequence, bundle_id, digest, fingerprint, file_name, bytes, received_at,
       superseded, row_count, answered_count, evidence_count, data, revision) values
      ('rr', 'xa', '2024-Q1', 'Quý I/2024', 1, 'goi-x', 'd2', '111122223333', 'goi-x.zip', 999, ${at},
       0, 2, 1, 0, '{"report":{"docx":null},"evidence":[],"chua-biet":1}', 1);
    insert into batch (seq, id, at, actor, action, label, undoable, kind, target) values
      (1, 'b1', ${at}, 'ng', 'task.change', 'Sửa nhiệm vụ', 1, 'do', null);
    insert into journal
      (seq, batch_id, at, actor, action, table_name, row_id, revision, before, after, previous_hash, hash) values
      (1, 'b1', ${at}, 'ng', 'task.change', 'task', 't1', 2, '${before}', '${after}', '', '${seal}');
    insert into search_entry (kind, ref, folded) values ('task', 't1', 'niem yet cong khai');
  `,
};
