/** What the ledger keeps of a plan that went down: enough to know it again. The plan itself stands in the tables. */
import { z } from 'zod';

export const sentPlan = z.looseObject({
  plan: z.looseObject({
    id: z.string(),
    title: z.string(),
    number: z.string(),
    date: z.string(),
    year: z.number(),
  }),
  /** `unitId` null: the unit's id at home is not known, or the bundle is for every unit alike. */
  receiver: z.looseObject({ unitId: z.string().nullable(), name: z.string() }),
  regimes: z.array(z.string()),
  /** Digest of the plan alone, and with regimes and receiver. */
  planDigest: z.string(),
  contentDigest: z.string(),
});
export type SentPlan = z.infer<typeof sentPlan>;
