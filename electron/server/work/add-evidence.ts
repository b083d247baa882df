/** Proof on its way in: the task and window it is for, its row and its link in one act, and bytes that were stored before known again. */
import { readEvidence } from '../../../db/queries/evidence.ts';
import { hasTask } from '../../../db/queries/tasks.ts';
import { hasWindow } from '../../../db/queries/time.ts';
import type { Batch } from '../../../db/write.ts';
import { type Actor, act, type Deps } from '../core/deps.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import { lockedWindows } from '../time/windows.ts';
import { evidenceView } from './evidence-view.ts';

/** `lateReason` only where the window is locked. */
type Target = { taskId: string; windowId: string; lateReason: string | null } | null;

/** The task and window a proof is for, null for neither; refused where they are gone, or where the window is locked and `given` says no reason. */
export function targetOf(deps: Deps, taskId: string | null, windowId: string | null, given = ''): Target | Refusal {
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

/** Keeps a proof that was not here, with its link. */
export function addProof(deps: Deps, actor: Actor, target: Target, label: string, proof: Proof) {
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
export function answerLinked(deps: Deps, actor: Actor, evidenceId: string, target: Target, known: boolean) {
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
export const safeName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/[<>:"|?*\p{Cc}]/gu, '_')
    .trim()
    .slice(-200) || 'tep-khong-ten';
