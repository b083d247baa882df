/** Values far from what most units report (CO8). Iglewicz and Hoaglin's modified z-score: robust against the outliers themselves. */

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
  const farFrom =
    spread === 0
      ? (at: number) => deviations[at]! > (share ? 0.1 : Math.max(Math.abs(middle) * 0.1, 0.1))
      : (at: number) =>
          (scale * deviations[at]!) / spread > limit && deviations[at]! > (share ? 0.05 : 0.05 * Math.max(middle, 1));
  return numbers.flatMap((_, at) => (farFrom(at) ? [at] : []));
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[at]! : (sorted[at - 1]! + sorted[at]!) / 2;
}
