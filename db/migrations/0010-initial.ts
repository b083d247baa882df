/** Step 10: every table of the first release. Never edited once released; a change is a new step. */
export const sql = `
create table unit (
  id text primary key, kind text not null, name text not null, superior_id text references unit(id),
  valid_from text, valid_to text, revision integer not null
) strict;
create index unit_superior on unit(superior_id);

create table office (
  id text primary key check (id = 'own'), unit_id text not null references unit(id), place text not null,
  chair_title text not null, chair_name text not null, practice integer not null, revision integer not null
) strict;

create table post (
  id text primary key, name text not null, aliases text not null, position integer not null, archived integer not null,
  revision integer not null
) strict;

create table person (id text primary key, name text not null, archived integer not null, revision integer not null) strict;

create table holding (
  id text primary key, person_id text not null references person(id), post_id text not null references post(id),
  from_date text not null, to_date text, revision integer not null
) strict;
create index holding_person on holding(person_id);
create index holding_post on holding(post_id);

create table reporting_window (
  id text primary key, year integer not null, key text not null unique, kind text not null, label text not null,
  from_date text not null, to_date text not null, due_date text, source text not null, revision integer not null
) strict;

create table plan (
  id text primary key, year integer not null, number text not null, date text not null, place text not null, issuer text not null,
  title text not null, basis text not null, preamble text not null, closing text not null, recipients text not null, signer text not null, source_name text not null,
  source_sha256 text, created_at integer not null, revision integer not null
) strict;

create table section (
  id text primary key, plan_id text not null references plan(id), parent_id text references section(id), position integer not null,
  label text not null, heading text not null, paragraphs text not null, revision integer not null
) strict;
create index section_plan on section(plan_id, position);

create table area (
  id text primary key, plan_id text not null references plan(id), position integer not null, no text not null, name text not null,
  revision integer not null
) strict;
create index area_plan on area(plan_id, position);

create table component (
  id text primary key, plan_id text not null references plan(id), area_id text not null references area(id), position integer not null,
  name text not null, revision integer not null
) strict;
create index component_plan on component(plan_id, position);

create table task_group (
  id text primary key, plan_id text not null references plan(id), area_id text not null references area(id), position integer not null,
  component_ids text not null, results text not null, lead text not null, executors text not null, time text not null,
  note text not null, revision integer not null
) strict;
create index task_group_plan on task_group(plan_id, position);

create table task (
  id text primary key, plan_id text not null references plan(id), group_id text not null references task_group(id),
  position integer not null, text text not null, lead text, time text, assignee_id text references person(id),
  revision integer not null
) strict;
create index task_plan on task(plan_id, position);
create index task_group_of on task(group_id, position);

create table progress (
  id text primary key, task_id text not null references task(id), window_id text not null references reporting_window(id),
  state text not null check (state in ('chua', 'dang-lam', 'xong', 'khong-phat-sinh')), done_text text not null,
  numerator real, denominator real, measure text not null, obstacle text not null, proposal text not null,
  person_id text references person(id), updated_at integer not null, revision integer not null,
  unique (task_id, window_id)
) strict;
create index progress_window on progress(window_id);

create table evidence (
  id text primary key, kind text not null check (kind in ('file', 'link', 'document')), title text not null, file_name text,
  media_type text, sha256 text, bytes integer, url text, number text, date text, excerpt text, sensitive integer not null,
  added_at integer not null, revision integer not null
) strict;
create index evidence_sha256 on evidence(sha256);

create table evidence_link (
  id text primary key, evidence_id text not null references evidence(id), task_id text not null references task(id),
  window_id text not null references reporting_window(id), revision integer not null,
  unique (evidence_id, task_id, window_id)
) strict;
create index evidence_link_task on evidence_link(task_id, window_id);

create table report (
  id text primary key, plan_id text not null references plan(id), window_id text not null references reporting_window(id),
  status text not null check (status in ('draft', 'frozen')), number text not null, date text not null, title text not null,
  version integer not null, sections text not null, frozen text, docx_sha256 text, frozen_at integer, revision integer not null,
  unique (plan_id, window_id)
) strict;

create table sent_bundle (
  id text primary key, report_id text not null references report(id), report_version integer not null, purpose text not null,
  head text not null, sequence integer not null, file_name text not null, place_label text not null, bytes integer not null,
  digest text not null, sent_at integer not null, revision integer not null
) strict;

create table received_report (
  id text primary key, unit_id text not null references unit(id), window_key text not null, window_label text not null,
  sequence integer not null, bundle_id text not null, digest text not null, fingerprint text not null, file_name text not null, bytes integer not null,
  received_at integer not null, superseded integer not null, row_count integer not null, answered_count integer not null,
  evidence_count integer not null, data text not null, revision integer not null
) strict;
create index received_report_unit on received_report(unit_id, window_key);

create table batch (
  seq integer primary key, id text not null unique, at integer not null, actor text not null, action text not null,
  label text not null, undoable integer not null, kind text not null check (kind in ('do', 'undo', 'redo')), target text
) strict;
create index batch_actor on batch(actor, seq);
create index batch_target on batch(target);

create table journal (
  seq integer primary key, batch_id text not null references batch(id), at integer not null, actor text not null, action text not null,
  table_name text not null, row_id text not null, revision integer not null, before text, after text,
  previous_hash text not null, hash text not null
) strict;
create index journal_batch on journal(batch_id);
create index journal_row on journal(table_name, row_id);
create trigger journal_no_update before update on journal begin select raise(abort, 'journal is append-only'); end;
create trigger journal_no_delete before delete on journal begin select raise(abort, 'journal is append-only'); end;

create table search_entry (rowid integer primary key, kind text not null, ref text not null unique, folded text not null) strict;
create virtual table search_index using fts5(folded, content='search_entry', content_rowid='rowid', prefix='2 3');
create trigger search_entry_insert after insert on search_entry begin
  insert into search_index(rowid, folded) values (new.rowid, new.folded);
end;
create trigger search_entry_delete after delete on search_entry begin
  insert into search_index(search_index, rowid, folded) values ('delete', old.rowid, old.folded);
end;
create trigger search_entry_update after update on search_entry begin
  insert into search_index(search_index, rowid, folded) values ('delete', old.rowid, old.folded);
  insert into search_index(rowid, folded) values (new.rowid, new.folded);
end;
`;
