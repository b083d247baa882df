/** A proof as the screens see it: what is known of it, and the tasks it proves. */
import type { EvidenceRecord } from '../../../db/queries/evidence.ts';
import type { EvidenceView } from '../../../shared/api/contract/work.ts';
import { guessProofKind } from '../../../shared/target/checklist.ts';
import { proofKind } from '../../../shared/target/target.ts';
import { previewOf } from '../core/media-types.ts';

export const evidenceView = ({ sha256, ...row }: EvidenceRecord): EvidenceView => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  fileName: row.fileName,
  mediaType: row.mediaType,
  bytes: row.bytes,
  sha256,
  url: row.url,
  number: row.number,
  date: row.date,
  excerpt: row.excerpt,
  sensitive: row.sensitive,
  ...registerView(row),
  addedAt: row.addedAt,
  revision: row.revision,
  preview: previewOf(row.mediaType),
  links: row.links.map(({ id, taskId, taskText, windowId, windowLabel, lateReason }) => ({
    id,
    taskId,
    taskText,
    windowId,
    windowLabel,
    lateReason,
  })),
});

/** How a proof is known beside its name: its kind, its register, how a link was seen. */
const registerView = (row: Omit<EvidenceRecord, 'sha256'>) => {
  const said = proofKind.safeParse(row.proofKind);
  return {
    proofKind: said.success ? said.data : guessProofKind(row),
    proofKindGuessed: !said.success,
    issuer: row.issuer,
    seenOn: row.seenOn,
    screenshotId: row.screenshotId,
    bundleReason: row.bundleReason,
    words: row.words,
  };
};
