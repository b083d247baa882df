/** Proofs: files streamed into the store, links, document references, and what they prove. */

import { open } from 'node:fs/promises';
import type { Hono } from 'hono';
import { blobPath, putBlob } from '../../../db/blobs.ts';
import {
  evidenceByDigest,
  evidenceTotals,
  listEvidence,
  readEvidence,
  windowOfLink,
} from '../../../db/queries/evidence.ts';
import { hasTask } from '../../../db/queries/tasks.ts';
import { hasWindow } from '../../../db/queries/time.ts';
import type { Batch } from '../../../db/write.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { isCalendarDate } from '../../../shared/text/dates.ts';
import { type Actor, act, type Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { contentTypeOf, previewOf, servedType } from '../core/media-types.ts';
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';
import { lockedWindows } from '../time/windows.ts';
import { evidenceView } from './evidence-view.ts';

export function evidenceRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { work } = contract;

  implement(app, deps, work.evidence, ({ query }) => ({
    evidence: listEvidence(deps.db, query).map(evidenceView),
    ...evidenceTotals(deps.db),
  }));

  implement(app, deps, work.addFile, async ({ query, bytes, actor }) => {
    const target = targetOf(deps, query.task ?? null, query.window ?? null, query.lateReason);
    if (isRefusal(target)) return target;
    if (bytes === null) return refuse('tep-rong');
    const stored = await putBlob(deps.folder, bytes, work.addFile.body.rawBytes);
    if (!stored.ok) return refuse(stored.error.code);
    const { sha256, bytes: size } = stored.value;
    const same = evidenceByDigest(deps.db, sha256);
    if (same) return answerLinked(deps, actor, same.id, target, true);
    const fileName = safeName(query.name);
    const mediaType = (await contentTypeOf(blobPath(deps.folder, sha256), fileName)) ?? 'application/octet-stream';
    return addProof(deps, actor, target, `Thêm minh chứng ${fileName}`, {
      kind: 'file',
      title: fileName,
      fileName,
      mediaType,
      sha256,
      bytes: size,
    });
  });

  implement(app, deps, work.addLink, ({ body, actor }) => {
    const target = targetOf(deps, body.taskId, body.windowId, body.lateReason);
    if (isRefusal(target)) return target;
    return addProof(deps, actor, target, 'Thêm đường link', {
      kind: 'link',
      title: body.title,
      url: body.url,
      seenOn: body.seenOn || null,
    });
  });

  implement(app, deps, work.addDocument, ({ body, actor }) => {
    const target = targetOf(deps, body.taskId, body.windowId, body.lateReason);
    if (isRefusal(target)) return target;
    if (body.date !== '' && !isCalendarDate(body.date))
      return refuse('sai-du-lieu', { fieldErrors: { date: ['Ngày không có trong lịch.'] } });
    const { title, number, date, excerpt } = body;
    const issuer = body.issuer || null;
    return addProof(deps, actor, target, 'Thêm văn bản', { kind: 'document', title, number, date, excerpt, issuer });
  });

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

  implement(app, deps, work.linkEvidence, ({ params, body, actor }) => {
    const target = targetOf(deps, body.taskId, body.windowId, body.lateReason);
    if (isRefusal(target)) return target;
    if (target === null) return refuse('khong-tim-thay');
    const known = readEvidence(deps.db, params.id);
    if (!known) return refuse('khong-tim-thay');
    const present = known.links.find((link) => link.taskId === target.taskId && link.windowId === target.windowId);
    if (present) return { id: present.id, revision: 1, batchId: present.id };
    const id = deps.newId();
    const { batchId } = act(deps, actor, 'evidence.link', 'Gắn minh chứng', (batch) =>
      batch.insert('evidenceLink', { id, evidenceId: known.id, ...target }),
    );
    return { id, revision: 1, batchId };
  });

  implement(app, deps, work.unlinkEvidence, ({ params, query, actor }) => {
    const windowId = windowOfLink(deps.db, params.id);
    const reason = query.lateReason?.trim() ?? '';
    const locked = windowId !== null && lockedWindows(deps).has(windowId);
    if (locked && reason === '') return refuse('ky-da-khoa');
    // The link goes; why it went stays in the journal.
    const label = locked ? `Gỡ minh chứng sau khi khóa kỳ: ${reason}` : 'Gỡ minh chứng';
    const { batchId } = act(deps, actor, 'evidence.unlink', label, (batch) =>
      batch.remove('evidenceLink', params.id, null),
    );
    return { batchId };
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

type StoredFile = { sha256: string; bytes: number | null; mediaType: string | null; fileName: string | null };

/** A short-lived address of stored bytes; refused when they are gone or no longer of the stored size. */
export async function storedFileAddress(deps: Deps, file: StoredFile, download: boolean) {
  const path = blobPath(deps.folder, file.sha256);
  const handle = await open(path, 'r').catch(() => null);
  if (!handle) return refuse('mat-minh-chung');
  const { size } = await handle.stat();
  await handle.close();
  if (file.bytes !== null && size !== file.bytes) return refuse('minh-chung-hong');
  const fileName = file.fileName ?? 'minh-chung';
  // What came from outside names its own type: nothing is shown in place because of a name.
  const mediaType = servedType(file.mediaType, (await contentTypeOf(path, fileName)) ?? 'application/octet-stream');
  const url = deps.capabilities.address({ sha256: file.sha256, mediaType, fileName, download });
  return { url, mediaType, fileName, preview: previewOf(mediaType) };
}

/** `lateReason` only where the window is locked. */
type Target = { taskId: string; windowId: string; lateReason: string | null } | null;

function targetOf(deps: Deps, taskId: string | null, windowId: string | null, given = ''): Target | Refusal {
  if (taskId === null || windowId === null) return null;
  if (!hasTask(deps.db, taskId) || !hasWindow(deps.db, windowId)) return refuse('khong-tim-thay');
  if (!lockedWindows(deps).has(windowId)) return { taskId, windowId, lateReason: null };
  const lateReason = given.trim();
  return lateReason === '' ? refuse('ky-da-khoa') : { taskId, windowId, lateReason };
}

type Proof = {
  kind: 'file' | 'link' | 'document';
  title: string;
  fileName?: string;
  mediaType?: string;
  sha256?: string;
  bytes?: number;
  url?: string;
  number?: string;
  date?: string;
  excerpt?: string;
  issuer?: string | null;
  seenOn?: string | null;
};

function addProof(deps: Deps, actor: Actor, target: Target, label: string, proof: Proof) {
  const id = deps.newId();
  const { batchId } = act(deps, actor, 'evidence.add', label, (batch) => {
    batch.insert('evidence', {
      id,
      kind: proof.kind,
      title: proof.title,
      fileName: proof.fileName ?? null,
      mediaType: proof.mediaType ?? null,
      sha256: proof.sha256 ?? null,
      bytes: proof.bytes ?? null,
      url: proof.url ?? null,
      number: proof.number ?? null,
      date: proof.date ?? null,
      excerpt: proof.excerpt ?? null,
      issuer: proof.issuer ?? null,
      seenOn: proof.seenOn ?? null,
      sensitive: false,
      addedAt: deps.clock(),
    });
    if (target) link(deps, batch, id, target);
  });
  if (proof.kind === 'file') deps.fileTexts.nudge();
  return added(deps, id, false, batchId);
}

/** The bytes were stored before: the proof that has them serves this task too. */
function answerLinked(deps: Deps, actor: Actor, evidenceId: string, target: Target, known: boolean) {
  const proof = readEvidence(deps.db, evidenceId);
  const linked =
    target && proof?.links.some((each) => each.taskId === target.taskId && each.windowId === target.windowId);
  if (!target || linked) return added(deps, evidenceId, known, evidenceId);
  const { batchId } = act(deps, actor, 'evidence.link', 'Gắn minh chứng', (batch) =>
    link(deps, batch, evidenceId, target),
  );
  return added(deps, evidenceId, known, batchId);
}

const link = (deps: Deps, batch: Batch, evidenceId: string, target: NonNullable<Target>) =>
  batch.insert('evidenceLink', { id: deps.newId(), evidenceId, ...target });

function added(deps: Deps, id: string, known: boolean, batchId: string) {
  const proof = readEvidence(deps.db, id);
  if (!proof) throw new Error('the proof just stored is not there');
  return { evidence: evidenceView(proof), known, batchId };
}

/** The last part of a name, without what no file system takes; bytes are stored under their digest, this is only for people to read. */
const safeName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/[<>:"|?*\p{Cc}]/gu, '_')
    .trim()
    .slice(-200) || 'tep-khong-ten';
