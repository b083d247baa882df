/** Values far from what most units report (CO8). Iglewicz and Hoaglin's modified z-score: robust against the outliers themselves. */
import { itemAt } from '../core/sure.ts';

const fewest = 5;
const limit = 3.5;
/** Makes the median deviation of a normal distribution its standard deviation. */
const scale = 0.6745;

type Value = { readonly numerator: number; readonly denominator: number | null };

/** Indices of the outliers. Shares are compared as they are, counts by their size's logarithm (communes differ in size). */
export function findOutliers(values: readonly Value[], share: boolean): number[] {
  if (values.length < fewest) return [];
  const numbers = values.map(({ numerator, denominator }) =>
    share ? numerator / (denominator ?? 1) : Math.log1p(numerator),
  );
  const middle = median(numbers);
  const deviations = numbers.map((number) => Math.abs(number - middle));
  const spread = median(deviations);
  const isFar =
    spread === 0
      ? (deviation: number) => deviation > (share ? 0.1 : Math.max(Math.abs(middle) * 0.1, 0.1))
      : (deviation: number) =>
          (scale * deviation) / spread > limit && deviation > (share ? 0.05 : 0.05 * Math.max(middle, 1));
  return deviations.flatMap((deviation, at) => (isFar(deviation) ? [at] : []));
}

/** The middle value, or the mean of the two in the middle. Throws on an empty list. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = sorted.length >> 1;
  return sorted.length % 2 === 1 ? itemAt(sorted, at) : (itemAt(sorted, at - 1) + itemAt(sorted, at)) / 2;
}
