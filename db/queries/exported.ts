/** Reading which Word files of a draft went out. */
import type { Database } from '../open.ts';
import { columnsOf, select } from '../rows.ts';
import { exportedWord } from '../schema/documents.ts';
import type { RowOf } from '../tables.ts';

/** The newest first. */
export const exportedOf = ({ sqlite }: Database, ownerId: string): RowOf<'exportedWord'>[] =>
  select(
    sqlite,
    columnsOf(exportedWord),
    'from exported_word where owner_id = ? order by exported_at desc, rowid desc',
  ).all(ownerId);

export const readExported = ({ sqlite }: Database, id: string): RowOf<'exportedWord'> | null =>
  select(sqlite, columnsOf(exportedWord), 'from exported_word where id = ?').get(id);
