/** Adding proof, a file, a link or a document, and tying it to a task in a window or untying it. */
import type { Hono } from 'hono';
import { blobPath, putBlob } from '../../../db/blobs.ts';
import { evidenceByDigest, readEvidence, windowOfLink } from '../../../db/queries/evidence.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { isCalendarDate } from '../../../shared/text/dates.ts';
import { act, type Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { contentTypeOf } from '../core/media-types.ts';
import { isRefusal, refuse } from '../core/refusal.ts';
import { lockedWindows } from '../time/windows.ts';
import { addProof, answerLinked, safeName, targetOf } from './add-evidence.ts';

export function evidenceLinkRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { work } = contract;

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
}
