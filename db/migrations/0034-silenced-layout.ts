/** Step 34: rules of layout that a person put to silence for one plan, one report, or one kind of Word file. */
export const sql = `
create table silenced_layout (
  id text primary key, owner_kind text not null, owner_id text not null, rule text not null, reason text not null,
  at integer not null, revision integer not null
) strict;
create index silenced_layout_owner on silenced_layout (owner_id);
`;
