/** Step 42: a proof brought to a locked window has a reason of its own; null for one in time. */
export const sql = `
alter table evidence_link add column late_reason text;
`;
