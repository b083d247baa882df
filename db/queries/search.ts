/** Finding anything as people type it: without accents, words in any order, the last word perhaps unfinished. */
import { queryParts } from '../../shared/text/find-words.ts';
import { fold } from '../../shared/text/fold.ts';
import type { Database } from '../open.ts';
import { select } from '../rows.ts';
import { searchEntry } from '../schema/journal.ts';

export type SearchHit = { kind: string; ref: string };

/**
 * Every word must occur, or what it is short for; the last may be the beginning of one. Typed text never reaches the query language
 * raw. Null when nothing is asked.
 */
export function matchExpression(typed: string): string | null {
  const parts = queryParts(
    fold(typed)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  ).slice(0, 12);
  if (parts.length === 0) return null;
  return parts
    .map(({ ways }, at) => ways.map((words) => wayExpression(words, at === parts.length - 1)).join(' OR '))
    .map((way) => `(${way})`)
    .join(' AND ');
}

const wayExpression = (words: readonly string[], last: boolean): string =>
  `(${words.map((word, at) => (last && at === words.length - 1 ? `"${word}"*` : `"${word}"`)).join(' AND ')})`;

/**
 * Newest first rather than by rank: ranking every row that has a common short word costs a hundred times more, and in an office the
 * newest is what is looked for.
 */
export function search({ sqlite }: Database, typed: string, limit: number, kind: string | null = null): SearchHit[] {
  const match = matchExpression(typed);
  if (match === null) return [];
  return select(
    sqlite,
    { kind: searchEntry.kind, ref: searchEntry.ref },
    `from search_index join search_entry on search_entry.rowid = search_index.rowid
     where search_index match ? and (? is null or search_entry.kind = ?) order by search_index.rowid desc limit ?`,
  ).all(match, kind, kind, limit);
}

export const searchRefs = (db: Database, typed: string, kind: string, limit: number): string[] =>
  search(db, typed, limit, kind).map((hit) => hit.ref);
