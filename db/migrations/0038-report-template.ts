/** Step 38: a person may choose the template of a report; null follows the window. */
export const sql = `
alter table report add column template text;
`;
