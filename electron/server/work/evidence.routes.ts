/** Proof that is here: listed, described, marked as sensitive, shown. */
import type { Hono } from 'hono';
import { evidenceTotals, listEvidence, readEvidence } from '../../../db/queries/evidence.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { act, type Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { refuse } from '../core/refusal.ts';
import { storedFileAddress } from '../core/stored-file.ts';
import { evidenceView } from './evidence-view.ts';

export function evidenceRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { work } = contract;

  implement(app, deps, work.evidence, ({ query }) => ({
    evidence: listEvidence(deps.db, query).map(evidenceView),
    ...evidenceTotals(deps.db),
  }));

  implement(app, deps, work.changeEvidence, ({ params, body, actor }) => {
    const { value, batchId } = act(deps, actor, 'evidence.change', 'Sửa minh chứng', (batch) =>
      batch.update('evidence', params.id, body.revision, {
        title: body.title,
        sensitive: body.sensitive,
        // A mark set anew starts without leave to travel.
        ...(body.sensitive ? {} : { bundleReason: null }),
      }),
    );
    return { id: params.id, revision: value.revision, batchId };
  });

  implement(app, deps, work.registerEvidence, ({ params, body, actor }) => {
    const { revision, seenOn, screenshotId, ...fields } = body;
    if (screenshotId && (screenshotId === params.id || readEvidence(deps.db, screenshotId)?.kind !== 'file'))
      return refuse('khong-tim-thay');
    const patch = {
      ...fields,
      ...(seenOn === undefined ? {} : { seenOn: seenOn || null }),
      ...(screenshotId === undefined ? {} : { screenshotId }),
    };
    const { value, batchId } = act(deps, actor, 'evidence.register', 'Sửa thông tin minh chứng', (batch) =>
      batch.update('evidence', params.id, revision, patch),
    );
    return { id: params.id, revision: value.revision, batchId };
  });

  implement(app, deps, work.allowInBundle, ({ params, body, actor }) => {
    const reason = body.reason || null;
    const label = reason === null ? 'Giữ minh chứng nhạy cảm lại' : `Cho kèm minh chứng nhạy cảm vào gói: ${reason}`;
    const { value, batchId } = act(deps, actor, 'evidence.bundle', label, (batch) =>
      batch.update('evidence', params.id, body.revision, { bundleReason: reason }),
    );
    return { id: params.id, revision: value.revision, batchId };
  });

  implement(app, deps, work.viewEvidence, async ({ params, body }) => {
    const proof = readEvidence(deps.db, params.id);
    if (!proof?.sha256) return refuse('khong-tim-thay');
    return storedFileAddress(
      deps,
      { sha256: proof.sha256, bytes: proof.bytes, mediaType: proof.mediaType, fileName: proof.fileName },
      body.download,
    );
  });
}
