/** The figures of a received row: those of its targets where the unit's program sends them, and the one pair every row has. */
import { z } from 'zod';
import type { BundleRow } from '../bundle/manifest-v1.ts';
import type { RowFigure } from './unit-report.ts';

const amount = z.number().finite().nullable();
const sentTargets = z
  .array(
    z.looseObject({
      measured: z.string().max(4_000),
      unit: z.string().max(200),
      numerator: amount,
      denominator: amount,
    }),
  )
  .max(200);

/** A pair that repeats the counts of a target is that target's, and is not counted twice. */
export function reportedFigures(row: BundleRow): RowFigure[] {
  const { numerator, denominator, measure } = row;
  const sent = sentTargets.safeParse(row.targets);
  const targets = (sent.success ? sent.data : [])
    .filter((target) => target.numerator !== null || target.denominator !== null)
    .map((target) => ({
      numerator: target.numerator,
      denominator: target.denominator,
      measure: target.measured || target.unit,
    }));
  const isSaid = numerator !== null || denominator !== null;
  const isRepeated = targets.some((each) => each.numerator === numerator && each.denominator === denominator);
  return isSaid && !isRepeated ? [...targets, { numerator, denominator, measure }] : targets;
}
