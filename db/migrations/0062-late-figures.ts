/** Step 62: a target's figure written after its window was locked keeps the reason; empty for one in time. */
export const sql = `
alter table measurement add column late_reason text not null default '';
`;
