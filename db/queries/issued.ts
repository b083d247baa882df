/** Reading what was issued: number, date and the signed file of a report or plan. */
import type { Database } from '../open.ts';
import type { RowOf } from '../tables.ts';

/** Newest first. */
export const issuedOf = ({ orm }: Database, ownerId: string): RowOf<'issuedDocument'>[] =>
  orm.query.issuedDocument
    .findMany({
      where: (table, { eq }) => eq(table.ownerId, ownerId),
      orderBy: (table, { desc }) => [desc(table.issuedAt), desc(table.id)],
    })
    .sync();

export const readIssued = ({ orm }: Database, id: string): RowOf<'issuedDocument'> | null =>
  orm.query.issuedDocument.findFirst({ where: (table, { eq }) => eq(table.id, id) }).sync() ?? null;
