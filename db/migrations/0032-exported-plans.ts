/** Step 32: Word files that went out are remembered for plans as they are for reports. */
export const sql = `
drop index exported_word_report;
alter table exported_word rename column report_id to owner_id;
alter table exported_word add column owner_kind text not null default 'report';
create index exported_word_owner on exported_word (owner_id);
`;
