/** Long tables that are no grid: the first screenful is painted at once, the rest right behind it without holding up the window. */
import { useDeferredValue } from 'react';

/** More than stands on a screen. */
const firstScreen = 30;

export function useFirstRows<T>(rows: readonly T[]): readonly T[] {
  const rest = useDeferredValue(true, false);
  return rest ? rows : rows.slice(0, firstScreen);
}
