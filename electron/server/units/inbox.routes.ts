/** What was received: who has sent what, one report to read, its proof. */
import type { Hono } from 'hono';
import { blobPath } from '../../../db/blobs.ts';
import { readOffice } from '../../../db/queries/office.ts';
import { listReceived, type ReceivedLine, readReceived, recallOfBundle } from '../../../db/queries/received.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { ReceivedView } from '../../../shared/api/contract/reports.ts';
import type { ReportBundle } from '../../../shared/bundle/manifest-v1.ts';
import type { Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { contentTypeOf, isFalseType, previewOf, servedType } from '../core/media-types.ts';
import { refuse } from '../core/refusal.ts';
import { storedFileAddress } from '../core/stored-file.ts';
import { unitView } from '../office/office-view.ts';

export function inboxRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { reports } = contract;
  implement(app, deps, reports.inbox, () => {
    const office = readOffice(deps.db);
    const received = listReceived(deps.db).filter((row) => !row.superseded);
    const units = new Map((office?.subordinates ?? []).map((unit) => [unit.id, unitView(unit)]));
    const labels = new Map(received.map((row) => [row.windowKey, row.windowLabel]));
    return {
      windows: [...labels].map(([key, label]) => ({ key, label })).sort((a, b) => (a.key < b.key ? -1 : 1)),
      units: [...units.values()].map((unit) => ({
        unit,
        expected: true,
        received: received
          .filter((row) => row.unitId === unit.id)
          .map(({ id, windowKey, receivedAt, sequence, rowCount, answeredCount, evidenceCount, bytes, state }) => ({
            id,
            windowKey,
            receivedAt,
            sequence,
            rows: rowCount,
            answered: answeredCount,
            evidence: evidenceCount,
            bytes,
            state,
          })),
      })),
    };
  });

  implement(app, deps, reports.received, async ({ params }) => {
    const row = readReceived(deps.db, params.id);
    if (!row) return refuse('khong-tim-thay');
    const { data } = row;
    return {
      id: row.id,
      unit: unitView(row.unit),
      windowLabel: row.windowLabel,
      title: data.report.title,
      planTitle: data.plan.title,
      sequence: row.sequence,
      receivedAt: row.receivedAt,
      fingerprint: row.fingerprint,
      fileName: row.fileName,
      state: row.state,
      superseded: row.superseded,
      recall: recallOf(deps, row),
      versions: versionsOf(deps, row),
      sections: data.report.sections.map(({ heading, text }) => ({ heading, text })),
      rows: data.rows.map((each) => ({
        taskId: each.taskId,
        no: each.no,
        area: each.area,
        component: each.component,
        text: each.text,
        lead: each.lead,
        time: each.time,
        state: each.state,
        doneText: each.doneText,
        numerator: each.numerator,
        denominator: each.denominator,
        measure: each.measure,
        obstacle: each.obstacle,
        proposal: each.proposal,
        lateReason: each.lateReason ?? '',
        evidenceIds: each.evidenceIds,
      })),
      evidence: await Promise.all(data.evidence.map((each) => proofView(deps, each))),
    };
  });

  implement(app, deps, reports.viewReceivedEvidence, ({ params, body }) => {
    const proof = readReceived(deps.db, params.id)?.data.evidence.find((each) => each.id === params.evidence);
    if (!proof?.sha256 || proof.path === null)
      return refuse('khong-tim-thay', undefined, 'Đơn vị gửi không kèm tệp của minh chứng này trong gói.');
    return storedFileAddress(
      deps,
      { sha256: proof.sha256, bytes: proof.bytes, mediaType: proof.mediaType, fileName: proof.fileName },
      body.download,
    );
  });
}

type Proof = ReportBundle['evidence'][number];

/** A proof as it came; what it is called is the sender's word, what it is shows in its bytes. */
async function proofView(deps: Deps, proof: Proof): Promise<ReceivedView['evidence'][number]> {
  const { id, kind, title, fileName, mediaType, bytes, url, number, date, path, sha256 } = proof;
  const content =
    path === null || sha256 === null ? null : await contentTypeOf(blobPath(deps.folder, sha256), fileName ?? '');
  return {
    id,
    kind,
    title,
    fileName,
    mediaType,
    bytes,
    url,
    number,
    date,
    preview: content === null ? 'none' : previewOf(servedType(mediaType, content)),
    falseType: content !== null && isFalseType(mediaType, content),
  };
}

function recallOf({ db }: Deps, row: ReceivedLine): { at: number; reason: string } | null {
  if (row.state !== 'thu-hoi') return null;
  return recallOfBundle(db, row.unitId, row.bundleId) ?? { at: row.recalledAt ?? row.receivedAt, reason: '' };
}

const versionsOf = ({ db }: Deps, { unitId, windowKey }: ReceivedLine) =>
  listReceived(db)
    .filter((row) => row.unitId === unitId && row.windowKey === windowKey)
    .map(({ id, sequence, receivedAt, state, superseded }) => ({ id, sequence, receivedAt, state, superseded }))
    .sort((a, b) => b.receivedAt - a.receivedAt);
