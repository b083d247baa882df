/**
 * Any bundle on its way out: its number held, the file written and read back (in parts where asked), the ledger told. For reports and
 * recalls here; verdicts and plans of a superior go the same way. What is not written leaves number and place as they were.
 */

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SendingLock, SendingWay } from '../../../shared/api/contract/sending.ts';
import { type ProblemCode, problems } from '../../../shared/api/problems.ts';
import type { AnyBundle } from '../../../shared/bundle/kinds.ts';
import { composeBundle } from '../../bundles/compose-bundle.ts';
import type { BundleLock } from '../../bundles/encryption/locks.ts';
import type { BundleFile, WriteBundleInput, WriteProblem } from '../../bundles/write-bundle.ts';
import { splitFileInWorker, writeBundleFile } from '../../work/tasks.ts';
import type { Deps } from '../core/deps.ts';
import type { JobControl } from '../core/jobs.ts';
import type { Place } from '../core/places.ts';
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';
import { ownUnit } from '../office/own-unit.ts';
import { identityOf, unitCardOf } from './keys/identity.ts';
import {
  heldPlace,
  holdPlace,
  type NextPlace,
  nextPlace,
  oneAtATime,
  placeFree,
  placeTaken,
} from './keys/outgoing-number.ts';
import { recipientsOf } from './keys/trust.ts';

export type BundleHead = AnyBundle['bundle'];

/** What to send. `bundle` must give the same content whenever it is asked with the same head. */
export type Outbound<H extends BundleHead> = {
  /** Names the content, e.g. report, version and chosen files: the same key after a crash is the same bundle. */
  key: string;
  /** Head and content digest it was sent with before, to be sent again as it was; null for something new. */
  sent: { head: H; digest: string } | null;
  newHead(next: NextPlace): H;
  bundle(head: H): {
    data: AnyBundle;
    files: BundleFile[];
    documents: WriteBundleInput['documents'];
    /** ASCII, ends with `.zip`. */
    fileName: string;
  };
};

export type WrittenBundle<H> = {
  head: H;
  data: AnyBundle;
  fileName: string;
  bytes: number;
  digest: string;
  encryptedTo: string | null;
  parts: number;
};

export type Sending = { place: Place; lock: LockFor; splitBytes: number | null };

/** A lock with what the ledger says of it: the fingerprint-like mark of the recipient, or `mat-khau`. */
export type LockFor = { lock: BundleLock; encryptedTo: string } | null;

/**
 * What the person's choice means for a receiver: `khoa` the believed keys of that unit (refused where there are none), `tu-dong` those
 * keys where there are any and else an open bundle.
 */
function lockFor(deps: Deps, receiverId: string | null, asked: SendingLock): LockFor | Refusal {
  if (asked.by === 'mo') return null;
  if (asked.by === 'mat-khau') return { lock: { passphrase: asked.password }, encryptedTo: 'mat-khau' };
  if (asked.by === 'the') return { lock: { recipients: [asked.recipient] }, encryptedTo: 'khoa' };
  const recipients = receiverId === null ? [] : recipientsOf(deps, receiverId);
  if (recipients.length === 0) return asked.by === 'tu-dong' ? null : refuse('chua-co-khoa');
  return { lock: { recipients }, encryptedTo: 'khoa' };
}

/** Where to and how locked for that receiver, or why not. */
export function sendingOf(
  deps: Deps,
  receiverId: string | null,
  { placeId, ticket, lock, splitBytes }: SendingWay,
): Sending | Refusal {
  const place = deps.places.find({ placeId, ticket });
  if (!place) return refuse('khong-co-noi');
  const found = lockFor(deps, receiverId, lock ?? { by: 'tu-dong' });
  return isRefusal(found) ? found : { place, lock: found, splitBytes: splitBytes ?? null };
}

const phases: Record<string, string> = {
  writing: 'đang ghi',
  checking: 'đang đọc lại để kiểm tra',
};

/** Writes the bundle and calls `record` once it lies there, verified; what `record` answers is the answer. */
export function sendBundle<H extends BundleHead, T>(
  deps: Deps,
  control: JobControl,
  outbound: Outbound<H>,
  sending: Sending,
  record: (written: WrittenBundle<H>) => T,
): Promise<T | Refusal> {
  return oneAtATime(deps, async () => {
    const unit = ownUnit(deps);
    if (!unit) return refuse('chua-co-co-quan');
    const identity = await identityOf(deps.folder, deps.newId);
    const compose = async (head: H) => {
      const made = outbound.bundle(head);
      // Data kept from before may name keys this installation no longer has: nothing can seal them as they were.
      const { sender } = made.data;
      if (sender.installationId !== identity.installationId || sender.unit.id !== unit.id) return null;
      const input: WriteBundleInput = {
        ...made,
        folder: sending.place.path,
        keys: identity.keys,
        card: unitCardOf(identity, unit),
        ...(sending.lock && { lock: sending.lock.lock }),
      };
      return { head, made, input, composed: await composeBundle(input) };
    };
    // BN24: one id has one content for good. What would be another content today (new keys, another name of the office, a newer program)
    // leaves under a head of its own, in place of the one before.
    const before = outbound.sent ?? heldPlace<H>(deps, outbound.key);
    const asBefore = before && (await compose(before.head));
    if (asBefore?.composed.ok === false) return writeRefusal(asBefore.composed.error);
    const same = asBefore?.composed.value.contentDigest === before?.digest ? asBefore : null;
    const again = same !== null && outbound.sent !== null;
    const current = same ?? (await compose(outbound.newHead(nextPlace(deps))));
    if (!current) throw new Error('a new bundle names another sender');
    const { head, made, input, composed } = current;
    if (!composed.ok) return writeRefusal(composed.error);
    const place = {
      key: outbound.key,
      sequence: head.sequence,
      digest: composed.value.contentDigest,
      head,
    };
    if (!again) holdPlace(deps, place);
    let done = false;
    try {
      const written = await write(deps, control, input, {
        splitBytes: sending.splitBytes,
        bytes: composed.value.bytes,
      });
      if (isRefusal(written)) return written;
      const answer = record({
        ...written,
        head,
        data: made.data,
        digest: place.digest,
        encryptedTo: sending.lock?.encryptedTo ?? null,
      });
      if (!again) placeTaken(deps, place);
      done = true;
      return answer;
    } finally {
      if (!again && !done) placeFree(deps);
    }
  });
}

/** More than a lock adds to any bundle: a bundle this close to the limit is cut as well. */
const lockRoom = 1024 * 1024;

/**
 * Into the place itself, or, where it is too large for one file there, into the own folder first and from there in parts to the place. The
 * parts are written, read back and named all or none.
 */
async function write(
  deps: Deps,
  control: JobControl,
  input: WriteBundleInput,
  { splitBytes, bytes }: { splitBytes: number | null; bytes: number },
): Promise<{ fileName: string; bytes: number; parts: number } | Refusal> {
  const watched = {
    signal: control.signal,
    progress: (phase: string, done: number, total: number) => control.progress(phases[phase] ?? phase, done, total),
  };
  if (splitBytes === null || bytes + lockRoom <= splitBytes) {
    const written = await writeBundleFile(input, watched);
    return written.ok ? { ...written.value, parts: 1 } : writeRefusal(written.error);
  }
  const folder = join(deps.folder.staging, `gui-${deps.newId()}`);
  mkdirSync(folder, { recursive: true });
  try {
    const whole = await writeBundleFile({ ...input, folder }, watched);
    if (!whole.ok) return writeRefusal(whole.error);
    const cut = await splitFileInWorker({ source: whole.value.path, folder: input.folder, limit: splitBytes }, watched);
    if (!cut.ok) return writeRefusal(cut.error);
    const { parts } = cut.value;
    return {
      fileName: parts.length === 1 ? (parts[0]?.fileName ?? whole.value.fileName) : whole.value.fileName,
      bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
      parts: parts.length,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The writer's own sentence names the file; the code keeps its meaning where the program's list knows it. */
export const writeRefusal = ({ code, message }: WriteProblem): Refusal =>
  refuse(code in problems ? (code as ProblemCode) : 'khong-ghi-duoc', undefined, message);
