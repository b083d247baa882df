/**
 * What a kind of bundle is where it arrives: how it is judged, stored and told. `check-file.ts` and `receive.ts` see to the file, the
 * seal, the key and the files of every kind alike; what a report or a plan means is said in a file of its own, registered in
 * `table.ts`.
 */
import type { ArrivalRow } from '../../../../../db/queries/arrivals.ts';
import type { Batch } from '../../../../../db/write.ts';
import type { BundleCheck, ReceiveBody } from '../../../../../shared/api/contract/receiving.ts';
import type { BundleKind } from '../../../../../shared/bundle/kind-names.ts';
import type { BundleDataByKind } from '../../../../../shared/bundle/kinds.ts';
import type { Deps } from '../../../core/deps.ts';

/** A checked bundle, its sender already resolved to a unit of ours. */
export type Incoming<K extends BundleKind> = {
  data: BundleDataByKind[K];
  /** Content digest (BN24). */
  digest: string;
  /** Fingerprint of the key it is sealed with. */
  fingerprint: string;
  /** Null for a sender this office does not know. */
  unitId: string | null;
  fileName: string;
  bytes: number;
};

/** Where `receivable` is false, `standingText` says why, and nothing is changed. */
export type Judgement = Pick<BundleCheck, 'standing' | 'standingText' | 'warnings' | 'undecided' | 'receivable'> & {
  /** Nothing in the sender's numbers asks for a look: it may be received together with others. */
  quiet: boolean;
};

/** The id of what lies here now, what it was to what was here, and one sentence. */
export type Reception = { id: string; standing: Judgement['standing']; text: string };

export type IncomingKind<K extends BundleKind> = {
  /** Whether units below send it or the superior does: a sender nobody knows yet is entered accordingly. */
  readonly from: 'below' | 'above';
  /** What the act is called in the journal, before the sender's name. */
  readonly actLabel: string;
  /** Reads only. */
  judge(deps: Deps, bundle: Incoming<K>): Judgement;
  /** The id of what an equal bundle became when it came before; null where there is none. */
  find(deps: Deps, digest: string): string | null;
  /**
   * Writes within one batch, after judging anew: another bundle may have come since the check. Null where that one forbids it. `as` is the
   * person's word on a bundle whose numbers do not say whether it counts. The files lie in the store before this is called.
   */
  receive(deps: Deps, batch: Batch, bundle: Incoming<K> & { unitId: string }, as: ReceiveBody['as']): Reception | null;
  /** Everything of this kind that came, for the ledger. */
  arrivals(deps: Deps): ArrivalRow[];
};
