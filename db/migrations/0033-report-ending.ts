/** Step 33: a report may have recipients and a signer of its own; null follows the office. */
export const sql = `
alter table report add column recipients text;
alter table report add column signer text;
`;
