/** Order of records: which of them stayed in line, and the fewest new positions that bring a wanted order about. */

/** For each value whether it lies on the longest rising run; null never does. What is not on it has moved. */
export function onLongestRise(values: readonly (number | null)[]): boolean[] {
  /** Indices of the smallest last value of a run of each length, and what stands before each value on its run. */
  const ends: number[] = [];
  const before = new Array<number>(values.length).fill(-1);
  values.forEach((value, index) => {
    if (value === null) return;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = index;
  });
  const on = new Array<boolean>(values.length).fill(false);
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index]!) on[index] = true;
  return on;
}

/**
 * Rising positions for records in the wanted order. Records that are in line keep theirs, so that a change of order writes
 * no more than it must; the others go between them, and only where there is no room is everything numbered anew by `step`.
 */
export function positionsInOrder(current: readonly (number | null)[], step: number): number[] {
  const stays = onLongestRise(current);
  const positions: number[] = [];
  for (let at = 0; at < current.length; ) {
    if (stays[at]) {
      positions.push(current[at]!);
      at++;
      continue;
    }
    let end = at;
    while (end < current.length && !stays[end]) end++;
    const count = end - at;
    const next = end < current.length ? current[end]! : null;
    const last = positions.at(-1) ?? (next === null ? 0 : next - step * (count + 1));
    const room = next === null ? step * (count + 1) : next - last;
    if (room <= count) return current.map((_, index) => (index + 1) * step);
    for (let place = 1; place <= count; place++) positions.push(last + Math.floor((room * place) / (count + 1)));
    at = end;
  }
  return positions;
}
