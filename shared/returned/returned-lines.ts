/**
 * A document that went out, was edited elsewhere and comes back, line by line and three ways: as it went out, as it stands here now,
 * as it came back. Each edit of the person once; what only the program changed since is no edit. Rules RT1 to RT6 in shared/returned/SPEC.md.
 */
import { compareLines, lineKey, pairLines } from '../compare/compare-texts.ts';

/**
 * One edit. `own` is the own line it is about, null for a new one; `after` the own line that an added or moved one follows from now
 * on, -1 before the first; `file` its line in the file. `conflict` is the line as it went out, where the program changed it too.
 */
export type ReturnedLine = {
  kind: 'changed' | 'added' | 'removed' | 'moved';
  own: number | null;
  after: number;
  file: number | null;
  conflict: string | null;
};

/** `exported` null: not known how the file went out, then every difference is taken as an edit. */
export function returnedLines(
  own: readonly string[],
  file: readonly string[],
  exported: readonly string[] | null,
): ReturnedLine[] {
  const base = exported ?? own;
  const stands = standingLines(base, own);
  const edits: ReturnedLine[] = [];
  const key = (lines: readonly string[], at: number) => lineKey(lines[at] ?? '');
  const conflictAt = (was: number, now: number) => (key(base, was) === key(own, now) ? null : (base[was] ?? ''));
  const changes = compareLines(base, file);
  const movedFrom = movesAmong(changes, base, file);
  const gone = new Set(movedFrom.values());
  for (const change of changes) {
    if (change.kind === 'changed') {
      const now = stands.ownOf[change.own] ?? null;
      if (now === null) {
        if (!stands.isNew(file[change.file] ?? ''))
          edits.push(added(stands.below(change.own), change.file, base[change.own] ?? ''));
      } else if (key(own, now) !== key(file, change.file))
        edits.push({
          kind: 'changed',
          own: now,
          after: now,
          file: change.file,
          conflict: conflictAt(change.own, now),
        });
      continue;
    }
    if (change.kind === 'removed') {
      const now = stands.ownOf[change.own] ?? null;
      if (now !== null && !gone.has(change.own))
        edits.push({ kind: 'removed', own: now, after: now, file: null, conflict: conflictAt(change.own, now) });
      continue;
    }
    const from = movedFrom.get(change.file);
    const now = from === undefined ? null : (stands.ownOf[from] ?? null);
    const after = stands.below(change.after);
    if (from !== undefined && now !== null)
      edits.push({ kind: 'moved', own: now, after, file: change.file, conflict: conflictAt(from, now) });
    else if (!stands.isNew(file[change.file] ?? ''))
      edits.push(added(after, change.file, from === undefined ? null : ''));
  }
  return edits;
}

const added = (after: number, file: number, conflict: string | null): ReturnedLine => ({
  kind: 'added',
  own: null,
  after,
  file,
  conflict,
});

/** By line of the file the line of the base it is, for lines that only changed their place. */
function movesAmong(
  changes: ReturnType<typeof compareLines>,
  base: readonly string[],
  file: readonly string[],
): Map<number, number> {
  const removed = new Map<string, number[]>();
  for (const change of changes) {
    if (change.kind !== 'removed') continue;
    const key = lineKey(base[change.own] ?? '');
    removed.set(key, [...(removed.get(key) ?? []), change.own]);
  }
  const moves = new Map<number, number>();
  for (const change of changes) {
    if (change.kind !== 'added') continue;
    const from = removed.get(lineKey(file[change.file] ?? ''))?.shift();
    if (from !== undefined) moves.set(change.file, from);
  }
  return moves;
}

type Standing = {
  /** By base line the own line it is now. */
  ownOf: (number | null)[];
  /** The own line that what follows this base line follows now. */
  below(base: number): number;
  /** Whether the program (or an earlier taking over) put this very line in since; each such line answers once. */
  isNew(line: string): boolean;
};

function standingLines(base: readonly string[], own: readonly string[]): Standing {
  const ownOf = new Array<number | null>(base.length).fill(null);
  const waiting = new Map<string, number[]>();
  (base === own ? own.map((_, at) => at) : pairLines(base, own)).forEach((was, now) => {
    if (was !== null) ownOf[was] = now;
    else {
      const key = lineKey(own[now] ?? '');
      waiting.set(key, [...(waiting.get(key) ?? []), now]);
    }
  });
  return {
    ownOf,
    below: (at) => {
      for (let line = at; line >= 0; line--) {
        const now = ownOf[line];
        if (now !== null && now !== undefined) return now;
      }
      return -1;
    },
    isNew: (line) => waiting.get(lineKey(line))?.shift() !== undefined,
  };
}
