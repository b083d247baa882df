/** Step 30: what was issued and signed, which Word files went out to be edited, and which rules of the review are silent. */
export const sql = `
create table issued_document (
  id text primary key, owner_kind text not null, owner_id text not null, version integer not null,
  number text not null, date text not null, title text not null,
  document_sha256 text, file_name text not null, media_type text not null, sha256 text not null, bytes integer not null,
  issued_at integer not null, revision integer not null
) strict;
create index issued_document_owner on issued_document (owner_id);

create table exported_word (
  id text primary key, report_id text not null, sha256 text not null, exported_at integer not null, revision integer not null
) strict;
create index exported_word_report on exported_word (report_id);

create table silenced_rule (
  id text primary key, plan_id text not null, rule text not null, reason text not null, at integer not null,
  revision integer not null
) strict;
create index silenced_rule_plan on silenced_rule (plan_id);
`;
