/** Every kind of bundle as it arrives. A kind of `shared/bundle/kinds.ts` that has no row here does not compile. */
import type { BundleKind } from '../../../../../shared/bundle/kind-names.ts';
import type { IncomingKind } from './incoming-kind.ts';
import { incomingPlan } from './plan.ts';
import { incomingRecall } from './recall.ts';
import { incomingReport } from './report.ts';
import { incomingVerdict } from './verdict.ts';

const kinds: { readonly [K in BundleKind]: IncomingKind<K> } = {
  report: incomingReport,
  recall: incomingRecall,
  verdict: incomingVerdict,
  plan: incomingPlan,
};

/** The row of a kind; its data are those of the bundle it is asked about. */
export const incomingKind = (kind: BundleKind): IncomingKind<BundleKind> => kinds[kind];
