/** Step 20: how a person read the columns of a table, and what a file said of a record when the plan was last updated from one. */
export const sql = `
create table column_mapping (id text primary key, captions text not null, meanings text not null, revision integer not null) strict;

create table file_words (id text primary key, words text not null, revision integer not null) strict;
`;
