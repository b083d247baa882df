/**
 * Writes of one window go one after another. An edit begun before the previous own write came back still names the older
 * revision; the queue carries it forward, so that only changes by others count as stale.
 */
export type WriteQueue = {
  /** Runs when every earlier write has ended, whatever their outcome. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** The revision that own writes made of the one a person saw. */
  newest(record: string, seen: number): number;
  wrote(record: string, from: number, to: number): void;
  /** Writes that have not ended yet. */
  waiting(): number;
};

export function createWriteQueue(): WriteQueue {
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const made = new Map<string, number>();
  const key = (record: string, revision: number) => `${record}@${revision}`;
  return {
    run: (work) => {
      waiting += 1;
      const turn = tail.then(work).finally(() => {
        waiting -= 1;
      });
      tail = turn.catch(() => undefined);
      return turn;
    },
    newest: (record, seen) => {
      let revision = seen;
      for (let next = made.get(key(record, revision)); next !== undefined; next = made.get(key(record, revision)))
        revision = next;
      return revision;
    },
    wrote: (record, from, to) => {
      if (to > from) made.set(key(record, from), to);
    },
    waiting: () => waiting,
  };
}
