/** Words inside stored files. They follow from the bytes, so they are written beside the journal, not through it. */

import { fold } from '../../shared/text/fold.ts';
import type { Database } from '../open.ts';
import { select, text } from '../rows.ts';
import * as schema from '../schema/index.ts';

export type FileTextState = RowOfFileText['state'];
type RowOfFileText = typeof schema.fileText.$inferSelect;

export type UnreadFile = { sha256: string; bytes: number | null; mediaType: string | null; fileName: string | null };

/** Stored files nobody looked into yet, newest first. */
export const unreadFiles = ({ sqlite }: Database, limit: number): UnreadFile[] =>
  select(
    sqlite,
    {
      sha256: text('evidence.sha256'),
      bytes: schema.evidence.bytes,
      mediaType: schema.evidence.mediaType,
      fileName: schema.evidence.fileName,
    },
    `from evidence where evidence.sha256 is not null
       and not exists (select 1 from file_text where file_text.sha256 = evidence.sha256)
     group by evidence.sha256 order by max(evidence.added_at) desc limit ?`,
  ).all(limit);

/** Keeps what was read and makes it findable, in one transaction. */
export function keepFileText(
  { sqlite }: Database,
  sha256: string,
  { state, text: words, readAt }: { state: FileTextState; text: string; readAt: number },
): void {
  sqlite.transaction(() => {
    sqlite
      .prepare(
        `insert into file_text (sha256, state, text, read_at) values (?, ?, ?, ?)
         on conflict (sha256) do update set state = excluded.state, text = excluded.text, read_at = excluded.read_at`,
      )
      .run(sha256, state, words, readAt);
    if (state === 'doc-duoc')
      sqlite
        .prepare(
          `insert into search_entry (kind, ref, folded) values ('file_text', ?, ?)
           on conflict (ref) do update set folded = excluded.folded`,
        )
        .run(sha256, fold(words));
    else sqlite.prepare('delete from search_entry where ref = ?').run(sha256);
  })();
}

/** What was read in a file; null where nobody looked into it yet. */
export const readFileText = ({ sqlite }: Database, sha256: string): Pick<RowOfFileText, 'state' | 'text'> | null =>
  select(sqlite, { state: schema.fileText.state, text: schema.fileText.text }, 'from file_text where sha256 = ?').get(
    sha256,
  );

/** What is known of the words inside files, by digest. */
export function fileTextStates({ sqlite }: Database): Map<string, FileTextState> {
  const { sha256, state } = schema.fileText;
  return new Map(
    select(sqlite, { sha256, state }, 'from file_text')
      .all()
      .map((row) => [row.sha256, row.state]),
  );
}
