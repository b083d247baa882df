/** The kinds of bundle by name. What each of them is stands in `kinds.ts`; here alone so that the contract need not carry every schema. */

export const bundleKinds = ['report', 'recall', 'verdict', 'plan'] as const;
export type BundleKind = (typeof bundleKinds)[number];
