/** What lies in memory alone until it is fetched or decided upon: the newest few under their ids, older ones go by themselves. */

export type NewestKept<T> = {
  /** Keeps `value` as the newest; with an id that is there already it takes the other's place. */
  add(id: string, value: T): void;
  /** Null where it was never added, was removed, or newer ones pushed it out. */
  get(id: string): T | null;
  remove(id: string): void;
};

/** Keeps at most `most` values, at least one. */
export function newestKept<T>(most: number): NewestKept<T> {
  const values = new Map<string, T>();
  return {
    add: (id, value) => {
      values.delete(id);
      values.set(id, value);
      const [oldest] = values.keys();
      if (values.size > most && oldest !== undefined) values.delete(oldest);
    },
    get: (id) => values.get(id) ?? null,
    remove: (id) => {
      values.delete(id);
    },
  };
}
