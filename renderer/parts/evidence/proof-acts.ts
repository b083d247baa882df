/** What may be done with one proof of the store, each act with its way back. */

import { contract } from '../../../shared/api/contract/contract.ts';
import type { EvidenceView } from '../../../shared/api/contract/work.ts';
import { call } from '../../data/client.ts';
import { attempt, attemptWithUndo } from '../acts.ts';
import { withLateReason } from '../late-reason.tsx';
import type { PreviewFile } from './inline-preview.tsx';

export const markSensitive = (proof: EvidenceView, sensitive: boolean) =>
  attemptWithUndo(
    sensitive ? `Đã đánh dấu nhạy cảm: “${proof.title}” không đi theo gói` : `Đã bỏ dấu nhạy cảm “${proof.title}”`,
    () =>
      call(contract.work.changeEvidence, {
        params: { id: proof.id },
        body: { revision: proof.revision, title: proof.title, sensitive },
      }),
  );

export const linkProof = (proof: Pick<EvidenceView, 'id'>, taskId: string, windowId: string) =>
  attempt(() =>
    withLateReason('Gắn minh chứng', (late) =>
      call(contract.work.linkEvidence, { params: { id: proof.id }, body: { taskId, windowId, ...late } }),
    ),
  );

export const unlinkProof = (title: string, linkId: string) =>
  attemptWithUndo(`Đã gỡ “${title}” khỏi nhiệm vụ, tệp vẫn còn trong kho`, () =>
    withLateReason('Gỡ minh chứng', (late) =>
      call(contract.work.unlinkEvidence, { params: { id: linkId }, query: late }),
    ),
  );

/** A proof of the store as something to look at. */
export const previewOf = (proof: EvidenceView): PreviewFile => ({
  id: proof.id,
  title: proof.title,
  bytes: proof.bytes,
  address: (download) => call(contract.work.viewEvidence, { params: { id: proof.id }, body: { download } }),
});
