/**
 * How long a job still takes, from its own recent speed. Pure: the caller passes the clock.
 * Amounts are bytes or rows; times are milliseconds of any monotonic clock.
 */

export type Sample = { readonly at: number; readonly done: number };

/** Speed over the last stretch only: copying starts fast from the cache and settles to the speed of the stick. */
const stretch = 12_000;
/** Before this much time any estimate would jump about, and a wrong promise is worse than none. */
const settle = 1_500;

/** Adds a sample and forgets what is older than the stretch, keeping one older sample as the start of the line. */
export function addSample(samples: readonly Sample[], sample: Sample): Sample[] {
  const last = samples.at(-1);
  if (last && sample.done < last.done) return [sample];
  const from = samples.findLastIndex((one) => sample.at - one.at >= stretch);
  return [...(from > 0 ? samples.slice(from) : samples), sample];
}

/** Milliseconds left, or null while it cannot be said (too early, standing still, total unknown). */
export function timeLeft(samples: readonly Sample[], total: number | null): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || total === null) return null;
  const time = last.at - first.at;
  const amount = last.done - first.done;
  if (time < settle || amount <= 0) return null;
  return Math.max(0, ((total - last.done) / amount) * time);
}
