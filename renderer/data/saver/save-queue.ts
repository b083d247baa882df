/**
 * Writes of one record go one after the other, each over the newest revision that own writes made of the one a person saw: only changes
 * by others count as stale. Writes of different records do not wait for each other.
 */

/** Of a record that has no revision yet, null. */
export type Revision = number | null;

export type SaveQueue = {
  /** Runs when every earlier write of the record has ended, whatever their outcome. */
  run<T>(record: string, work: () => Promise<T>): Promise<T>;
  /** The revision that own writes made of the one a person saw. */
  newest(record: string, seen: Revision): Revision;
  wrote(record: string, from: Revision, to: Revision): void;
  /** The screen shows the record: who sees none from now on sees that it was taken away, not that it is still being made. */
  shown(record: string): void;
  /** Writes that have not ended yet, of this record or of all. */
  waiting(record?: string): number;
};

export function createSaveQueue(): SaveQueue {
  const tails = new Map<string, Promise<unknown>>();
  const counts = new Map<string, number>();
  const made = new Map<string, Revision>();
  const step = (record: string, revision: Revision) => `${record}@${revision}`;

  const ended = (record: string, turn: Promise<unknown>) => {
    const left = (counts.get(record) ?? 1) - 1;
    if (left > 0) counts.set(record, left);
    else counts.delete(record);
    if (tails.get(record) === turn) tails.delete(record);
  };

  return {
    run: (record, work) => {
      counts.set(record, (counts.get(record) ?? 0) + 1);
      const before = tails.get(record) ?? Promise.resolve();
      const result = before.then(work);
      const turn: Promise<unknown> = result.then(
        () => ended(record, turn),
        () => ended(record, turn),
      );
      tails.set(record, turn);
      return result;
    },
    newest: (record, seen) => {
      let revision = seen;
      for (let next = made.get(step(record, revision)); next !== undefined; next = made.get(step(record, revision)))
        revision = next;
      return revision;
    },
    wrote: (record, from, to) => {
      if (to !== null && to > (from ?? 0)) made.set(step(record, from), to);
    },
    shown: (record) => void made.delete(step(record, null)),
    waiting: (record) =>
      record === undefined ? [...counts.values()].reduce((sum, each) => sum + each, 0) : (counts.get(record) ?? 0),
  };
}
