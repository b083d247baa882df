/**
 * Step 50: the round trip. Keys of other units and what we think of them, answers row by row, verdicts out and in, receipts,
 * recalls, the superior's plan and which of our tasks answers which of its tasks.
 */
export const sql = `
create table unit_key (
  id text primary key, unit_id text not null, installation_id text not null, fingerprint text not null, card text not null,
  standing text not null check (standing in ('moi', 'tin', 'da-thay', 'tu-choi')), first_seen_at integer not null,
  decided_at integer, replaced_by text, revision integer not null
) strict;
create index unit_key_unit on unit_key(unit_id);

alter table sent_bundle add column encrypted_to text;
alter table sent_bundle add column parts integer not null default 1;
alter table sent_bundle add column carried text;
alter table sent_bundle add column receipt text;
alter table sent_bundle add column receipt_at integer;

create table outgoing (
  id text primary key, kind text not null check (kind in ('verdict', 'plan', 'recall')), subject_id text not null, unit_id text,
  head text not null, data text not null, sequence integer not null, file_name text not null, place_label text not null,
  bytes integer not null, digest text not null, sent_at integer not null, revision integer not null
) strict;
create index outgoing_subject on outgoing(subject_id);

alter table received_report add column state text not null default 'da-nhan';
alter table received_report add column recalled_at integer;
alter table received_report add column previous text;
alter table received_report add column installation_id text;

create table received_recall (
  id text primary key, unit_id text not null, bundle_id text not null, replaces text not null, installation_id text not null,
  sequence integer not null, previous text, digest text not null, fingerprint text not null, window_label text not null,
  title text not null, reason text not null, received_at integer not null, revision integer not null
) strict;
create index received_recall_unit on received_recall(unit_id);

create table row_answer (
  id text primary key, received_id text not null references received_report(id), task_id text not null,
  verdict text not null check (verdict in ('chap-nhan', 'tra-lai', 'gop-y')), words text not null, revision_seen integer not null,
  person_id text, answered_at integer not null, revision integer not null, unique (received_id, task_id)
) strict;

create table whole_answer (
  id text primary key, received_id text not null unique references received_report(id),
  verdict text not null check (verdict in ('chap-nhan', 'tra-lai')), words text not null, resubmit_by text, person_id text,
  answered_at integer not null, revision integer not null
) strict;

create table received_verdict (
  id text primary key, report_id text not null, report_version integer not null, unit_id text not null, bundle_id text not null,
  sequence integer not null, digest text not null, fingerprint text not null, verdict text not null, data text not null,
  received_at integer not null, superseded integer not null, revision integer not null
) strict;
create index received_verdict_report on received_verdict(report_id);

create table superior_plan (
  id text primary key, unit_id text not null, plan_id text not null, year integer not null, number text not null, title text not null,
  bundle_id text not null, sequence integer not null, digest text not null, fingerprint text not null, data text not null,
  received_at integer not null, superseded integer not null, revision integer not null
) strict;
create index superior_plan_year on superior_plan(year);

create table coverage (
  id text primary key, plan_id text not null references plan(id), superior_task_id text not null, task_id text references task(id),
  reason text not null, revision integer not null
) strict;
create index coverage_plan on coverage(plan_id);

create table forked_installation (
  id text primary key, installation_id text not null, unit_id text not null, sequence integer not null, digest text not null,
  other_digest text not null, seen_at integer not null, revision integer not null
) strict;
`;
