/**
 * What the bundles that come down from a superior do here. `receive.ts` checks the file, the seal and the key; what a verdict or a plan
 * means is said by the handler of its kind, in a file of its own, registered in `index.ts`.
 */
import type { Batch } from '../../../../../db/write.ts';
import type { BundleCheck } from '../../../../../shared/api/contract/receiving.ts';
import type { BundleDataByKind } from '../../../../../shared/bundle/kinds.ts';
import type { StagedFile } from '../../../../bundles/read-bundle.ts';
import type { Deps } from '../../../core/deps.ts';

/** A checked bundle, its sender already resolved to a unit of ours. */
export type Incoming<K extends keyof BundleDataByKind> = {
  data: BundleDataByKind[K];
  /** Content digest (BN24). */
  digest: string;
  /** Fingerprint of the key it is sealed with. */
  fingerprint: string;
  /** Null for a sender this office does not know. */
  unitId: string | null;
  fileName: string;
  bytes: number;
  /** Files of the bundle; their bytes are in the store before `receive` is called. */
  files: readonly StagedFile[];
};

export type Judgement = Pick<BundleCheck, 'standing' | 'standingText' | 'warnings'> & {
  /** False: `standingText` says why, and nothing is changed. */
  receivable: boolean;
  /** For the card of the check queue: title, window and counts. */
  about: BundleCheck['report'];
};

export type KindHandler<K extends keyof BundleDataByKind> = {
  /** Reads only. Called at the check and again at the yes, because another bundle may have come between. */
  judge(deps: Deps, bundle: Incoming<K>): Judgement;
  /** Writes within one batch; answers with the id of what lies here now and one sentence. Not called for what is here already. */
  receive(
    deps: Deps,
    batch: Batch,
    bundle: Incoming<K> & { unitId: string },
    judged: Judgement,
  ): { id: string; text: string };
  /** The id of what an equal bundle became when it came before; null where there is none. */
  find(deps: Deps, digest: string): string | null;
};
