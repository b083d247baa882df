/** Step 60: where a plan made from the year before comes from, and what could not be moved. */
export const sql = `
create table plan_origin (
  id text primary key, from_plan_id text not null, content text not null, revision integer not null
) strict;
`;
