/** The figures of a received row: the list of its targets where the unit's program sends one, else the one pair every row has. */
import { z } from 'zod';
import type { BundleRow } from '../bundle/manifest-v1.ts';
import type { RowFigure } from './unit-report.ts';

const amount = z.number().finite().nullable();
const list = z.array(z.looseObject({ numerator: amount, denominator: amount, measure: z.string().max(500) })).max(200);

export function reportedFigures(row: BundleRow): RowFigure[] {
  const sent = list.safeParse(row.figures);
  const figures = sent.success && sent.data.length > 0 ? sent.data : [row];
  return figures
    .filter(({ numerator, denominator }) => numerator !== null || denominator !== null)
    .map(({ numerator, denominator, measure }) => ({ numerator, denominator, measure }));
}
