/** Steps 40 to 62: time, targets, people and proof; the round trip with other units; plans made from the year before; late figures. */
import { expect } from 'vitest';
import { type Held, type StepCase, withCells } from '../../support/migration-steps.ts';

const at = Date.parse('2024-03-22T02:00:00Z');

const emptyTables = (...names: string[]): Held => Object.fromEntries(names.map((name) => [name, []]));

const timeAndTargets: StepCase = {
  version: 40,
  after: (before) => {
    const windows = withCells(before, 'reporting_window', {
      regime_id: null,
      due_strict: 0,
      superior_due_date: null,
      superior_due_strict: 0,
      cumulative: 0,
      locked_at: null,
    });
    const progress = withCells(windows, 'progress', { late_reason: '' });
    const evidence = withCells(progress, 'evidence', {
      proof_kind: null,
      issuer: null,
      seen_on: null,
      screenshot_id: null,
      bundle_reason: null,
    });
    return {
      ...evidence,
      ...emptyTables('reporting_regime', 'working_year', 'office_event', 'schedule_answer', 'target_choice'),
      ...emptyTables('measurement', 'proof_reason', 'handover'),
      ...emptyTables('activity', 'activity_task', 'activity_evidence', 'file_text'),
    };
  },
  rows: `
    update reporting_window set regime_id = 'cchc', due_strict = 1, superior_due_date = '2024-06-25', superior_due_strict = 1,
      cumulative = 1, locked_at = ${at} where id = 'w2';
    update progress set late_reason = 'Nhận số muộn' where id = 'pr';
    update evidence set proof_kind = 'bien-ban', issuer = 'Thôn 1', seen_on = '2024-03-01', screenshot_id = 'e2',
      bundle_reason = 'Cấp trên yêu cầu' where id = 'e1';
    insert into reporting_regime (id, data, origin, issuer_unit_id, revision) values ('cchc', '{"id":"cchc"}', 'cap-tren', 'tinh', 1);
    insert into working_year (id, year, off, worked, confirmed, source, revision) values
      ('wy', 2024, '["02-08"]', '["05-04"]', 1, 'Thông báo nghỉ Tết', 2);
    insert into office_event (id, words, event_key, date, last_day, known_on, note, revision) values
      ('oe', 'Bầu cử trưởng thôn', 'bau cu truong thon', '2024-03-05', null, '2024-02-01', 'Đợt 1', 1);
    insert into schedule_answer (id, plan_id, words, schedule, revision) values ('sa', 'p', 'dinh ky', '{"kind":"year","year":2024}', 1);
    insert into target_choice (id, group_id, words, targets, proofs, revision) values
      ('tc', 'g', '100% thôn niêm yết', null, '["bien-ban"]', 1);
    insert into measurement
      (id, group_id, target_key, window_id, numerator, denominator, note, person_id, updated_at, revision) values
      ('m', 'g', 't-thon', 'w1', 8, 9.5, 'Thôn 3 chưa làm', 'ng', ${at}, 3);
    insert into proof_reason (id, group_id, words, proof_kind, window_id, reason, revision) values
      ('prr', 'g', '100% thôn niêm yết', 'bien-ban', 'w1', 'Đang chờ ký', 1);
    insert into handover (id, from_person_id, to_person_id, date, post_ids, content, note, made_at, revision) values
      ('ho', 'cu', 'ng', '2024-03-01', '["vp"]', '{"tasks":[]}', 'Đủ hồ sơ', ${at}, 1);
    insert into activity (id, kind, date, to_date, title, details, sensitive, person_id, added_at, revision) values
      ('ac', 'tuyen-truyen', '2024-03-02', null, 'Phát thanh', '{"times":3}', 1, 'ng', ${at}, 2);
    insert into activity_task (id, activity_id, task_id, revision) values ('at', 'ac', 't1', 1);
    insert into activity_evidence (id, activity_id, evidence_id, revision) values ('ae', 'ac', 'e1', 1);
    insert into file_text (sha256, state, text, read_at) values ('${'0'.repeat(64)}', 'doc-duoc', 'bien ban hop thon', ${at});
  `,
};

const roundTrip: StepCase = {
  version: 50,
  after: (before) => {
    const sent = withCells(before, 'sent_bundle', {
      encrypted_to: null,
      parts: 1,
      carried: null,
      receipt: null,
      receipt_at: null,
    });
    const received = withCells(sent, 'received_report', {
      state: 'da-nhan',
      recalled_at: null,
      previous: null,
      installation_id: null,
    });
    return {
      ...received,
      ...emptyTables('unit_key', 'outgoing', 'received_recall', 'row_answer', 'whole_answer', 'received_verdict'),
      ...emptyTables('superior_plan', 'coverage', 'forked_installation'),
    };
  },
  // Coverage came into use with step 52.
  unused: ['coverage'],
  rows: `
    update sent_bundle set encrypted_to = 'mat-khau', parts = 3, carried = '["e1"]', receipt = 'ABCD', receipt_at = ${at};
    update received_report set state = 'tra-lai', recalled_at = ${at}, previous = 'd1', installation_id = 'may-1';
    insert into unit_key
      (id, unit_id, installation_id, fingerprint, card, standing, first_seen_at, decided_at, replaced_by, revision) values
      ('uk', 'tinh', 'may-2', '444455556666', '{"unit":{"name":"Sông Lam"}}', 'tin', ${at}, ${at + 1}, null, 2);
    insert into outgoing
      (id, kind, subject_id, unit_id, head, data, sequence, file_name, place_label, bytes, digest, sent_at, revision) values
      ('og', 'verdict', 'rr', 'xa', '{"id":"goi-2"}', '{"rows":[]}', 2, 'tra-loi.zip', 'Ổ E:', 321, 'd3', ${at}, 1);
    insert into received_recall
      (id, unit_id, bundle_id, replaces, installation_id, sequence, previous, digest, fingerprint, window_label, title,
       reason, received_at, revision) values
      ('rc', 'xa', 'goi-3', 'goi-x', 'may-1', 2, 'd2', 'd4', '111122223333', 'Quý I/2024', 'Báo cáo', 'Sai số', ${at}, 1);
    insert into row_answer
      (id, received_id, task_id, verdict, words, revision_seen, person_id, answered_at, revision) values
      ('ra', 'rr', 't-xa', 'gop-y', 'Nên có ảnh', 4, null, ${at}, 2);
    insert into whole_answer (id, received_id, verdict, words, resubmit_by, person_id, answered_at, revision) values
      ('wa', 'rr', 'tra-lai', 'Bổ sung', '2024-04-12', null, ${at}, 1);
    insert into received_verdict
      (id, report_id, report_version, unit_id, bundle_id, sequence, digest, fingerprint, verdict, data, received_at,
       superseded, revision) values
      ('rv', 'r1', 2, 'tinh', 'goi-4', 5, 'd5', '444455556666', 'nhan', '{"rows":[]}', ${at}, 0, 1);
    insert into superior_plan
      (id, unit_id, plan_id, year, number, title, bundle_id, sequence, digest, fingerprint, data, received_at, superseded,
       revision) values
      ('sp', 'tinh', 'p-tinh', 2024, '08/KH-UBND', 'Kế hoạch của tỉnh', 'goi-5', 6, 'd6', '444455556666',
       '{"plan":{"files":[]}}', ${at}, 0, 1);
    insert into forked_installation
      (id, installation_id, unit_id, sequence, digest, other_digest, seen_at, revision) values
      ('fi', 'may-3', 'xa', 4, 'd7', 'd8', ${at}, 1);
  `,
};

const coverageLinks: StepCase = {
  version: 52,
  after: (before) => before,
  also: (sqlite) => {
    sqlite.exec('begin');
    sqlite.exec(`insert into coverage values ('x', 'p', 'viec-tinh', 't2', '', 1); delete from task where id = 't2';`);
    expect(sqlite.prepare('select task_id from coverage').pluck().all(), 'the link outlives its task').toEqual(['t2']);
    expect(() => sqlite.exec(`insert into coverage values ('y', 'p', 'viec-tinh', null, null, 1)`)).toThrow(/NOT NULL/);
    sqlite.exec('rollback');
  },
  rows: `
    insert into coverage (id, plan_id, superior_task_id, task_id, reason, revision) values
      ('co1', 'p', 'viec-tinh-1', 't1', '', 1), ('co2', 'p', 'viec-tinh-2', null, 'Xã không có cảng', 2);
  `,
};

export const timeAndExchangeSteps: readonly StepCase[] = [
  timeAndTargets,
  {
    version: 42,
    after: (before) => withCells(before, 'evidence_link', { late_reason: null }),
    rows: `update evidence_link set late_reason = 'Ký sau ngày khóa' where id = 'el';`,
  },
  roundTrip,
  coverageLinks,
  {
    version: 60,
    after: (before) => ({ ...before, plan_origin: [] }),
    rows: `insert into plan_origin (id, from_plan_id, content, revision) values ('p', 'p-2023', '{"notMoved":[]}', 1);`,
  },
  {
    version: 62,
    after: (before) => withCells(before, 'measurement', { late_reason: '' }),
    rows: `update measurement set late_reason = 'Số liệu về muộn' where id = 'm';`,
  },
];
