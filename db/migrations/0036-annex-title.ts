/** Step 36: how the plan calls its annex, line by line. */
export const sql = `
alter table plan add column annex_title text not null default '[]';
`;
