/** Keys of a list that a person walks through: the same on every screen. Pure. */

const pageStep = 8;

/** Where a key leads from a place in a list (-1: nothing chosen yet); null when the key does not move. */
export function placeAfterKey(key: string, place: number, count: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  const steps = new Map([
    ['ArrowDown', place + 1],
    ['j', place + 1],
    ['ArrowUp', place - 1],
    ['k', place - 1],
    ['Home', 0],
    ['End', last],
    ['PageDown', place + pageStep],
    ['PageUp', place - pageStep],
  ]);
  const to = steps.get(key.length === 1 ? key.toLowerCase() : key);
  return to === undefined ? null : Math.min(last, Math.max(0, to));
}
