/** Words inside stored files. They follow from the bytes, so they are written beside the journal, not through it. */

import { fold } from '../../shared/text/fold.ts';
import type { Database } from '../open.ts';

export type FileTextState = 'doc-duoc' | 'khong-co-chu' | 'khong-doc-duoc';

export type UnreadFile = { sha256: string; bytes: number | null; mediaType: string | null; fileName: string | null };

/** Stored files nobody looked into yet, newest first. */
export const unreadFiles = ({ sqlite }: Database, limit: number): UnreadFile[] =>
  sqlite
    .prepare(
      `select e.sha256, e.bytes, e.media_type as mediaType, e.file_name as fileName from evidence e
       where e.sha256 is not null and not exists (select 1 from file_text f where f.sha256 = e.sha256)
       group by e.sha256 order by max(e.added_at) desc limit ?`,
    )
    .all(limit) as UnreadFile[];

/** Keeps what was read and makes it findable, in one transaction. */
export function keepFileText(
  { sqlite }: Database,
  sha256: string,
  { state, text, readAt }: { state: FileTextState; text: string; readAt: number },
): void {
  sqlite.transaction(() => {
    sqlite
      .prepare(
        `insert into file_text (sha256, state, text, read_at) values (?, ?, ?, ?)
         on conflict (sha256) do update set state = excluded.state, text = excluded.text, read_at = excluded.read_at`,
      )
      .run(sha256, state, text, readAt);
    if (state === 'doc-duoc')
      sqlite
        .prepare(
          `insert into search_entry (kind, ref, folded) values ('file_text', ?, ?)
           on conflict (ref) do update set folded = excluded.folded`,
        )
        .run(sha256, fold(text));
    else sqlite.prepare('delete from search_entry where ref = ?').run(sha256);
  })();
}

export const readFileText = ({ sqlite }: Database, sha256: string): { state: FileTextState; text: string } | null =>
  (sqlite.prepare('select state, text from file_text where sha256 = ?').get(sha256) as
    | { state: FileTextState; text: string }
    | undefined) ?? null;

/** What is known of the words inside files, by digest. */
export const fileTextStates = ({ sqlite }: Database): Map<string, FileTextState> =>
  new Map(
    (sqlite.prepare('select sha256, state from file_text').all() as { sha256: string; state: FileTextState }[]).map(
      (row) => [row.sha256, row.state],
    ),
  );
