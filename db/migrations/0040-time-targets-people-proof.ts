/**
 * Step 40: what makes time, targets, people and proof work. Regimes and working years as the office keeps them, events it recorded,
 * answers to a time's question, figures of targets, hand-overs, activities, and the text of proof files for finding.
 */
export const sql = `
alter table reporting_window add column regime_id text;
alter table reporting_window add column due_strict integer not null default 0;
alter table reporting_window add column superior_due_date text;
alter table reporting_window add column superior_due_strict integer not null default 0;
alter table reporting_window add column cumulative integer not null default 0;
alter table reporting_window add column locked_at integer;

create table reporting_regime (
  id text primary key, data text not null, origin text not null check (origin in ('nhap', 'cap-tren')),
  issuer_unit_id text, revision integer not null
) strict;

create table working_year (
  id text primary key, year integer not null unique, off text not null, worked text not null, confirmed integer not null,
  source text not null, revision integer not null
) strict;

create table office_event (
  id text primary key, words text not null, event_key text not null, date text not null, last_day text, known_on text,
  note text not null, revision integer not null
) strict;
create index office_event_key on office_event(event_key);

create table schedule_answer (
  id text primary key, plan_id text not null references plan(id), words text not null, schedule text not null,
  revision integer not null, unique (plan_id, words)
) strict;

alter table progress add column late_reason text not null default '';

create table target_choice (
  id text primary key, group_id text not null references task_group(id), words text not null, targets text, proofs text,
  revision integer not null, unique (group_id, words)
) strict;

create table measurement (
  id text primary key, group_id text not null references task_group(id), target_key text not null,
  window_id text not null references reporting_window(id), numerator real, denominator real, note text not null,
  person_id text references person(id), updated_at integer not null, revision integer not null,
  unique (group_id, target_key, window_id)
) strict;
create index measurement_window on measurement(window_id);

create table proof_reason (
  id text primary key, group_id text not null references task_group(id), words text not null, proof_kind text not null,
  window_id text not null references reporting_window(id), reason text not null, revision integer not null,
  unique (group_id, words, proof_kind, window_id)
) strict;

create table handover (
  id text primary key, from_person_id text not null references person(id), to_person_id text not null references person(id),
  date text not null, post_ids text not null, content text not null, note text not null, made_at integer not null,
  revision integer not null
) strict;

alter table evidence add column proof_kind text;
alter table evidence add column issuer text;
alter table evidence add column seen_on text;
alter table evidence add column screenshot_id text;
alter table evidence add column bundle_reason text;

create table activity (
  id text primary key, kind text not null, date text not null, to_date text, title text not null, details text not null,
  sensitive integer not null, person_id text references person(id), added_at integer not null, revision integer not null
) strict;
create index activity_date on activity(date);

create table activity_task (
  id text primary key, activity_id text not null references activity(id), task_id text not null references task(id),
  revision integer not null, unique (activity_id, task_id)
) strict;
create index activity_task_task on activity_task(task_id);

create table activity_evidence (
  id text primary key, activity_id text not null references activity(id), evidence_id text not null references evidence(id),
  revision integer not null, unique (activity_id, evidence_id)
) strict;

create table file_text (sha256 text primary key, state text not null, text text not null, read_at integer not null) strict;
`;
