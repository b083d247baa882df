/**
 * The check of any dropped file: a bundle, a part of one, a locked one, a unit card, or something else. Reads the file where it lies and
 * stages what is good; nothing is received. One bad file never stops another, because each is a job of its own.
 */
import { closeSync, mkdirSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleCheck } from '../../../../shared/api/contract/receiving.ts';
import type { UnitCard } from '../../../../shared/bundle/unit-card.ts';
import { looksEncrypted } from '../../../bundles/encryption/locks.ts';
import { nodeDisk } from '../../../bundles/files/disk.ts';
import { isPart } from '../../../bundles/parts/read-part.ts';
import type { ReceivedBundle } from '../../../bundles/read-bundle.ts';
import { readBundleFile } from '../../../work/tasks.ts';
import type { Deps } from '../../core/deps.ts';
import type { JobControl } from '../../core/jobs.ts';
import { ownUnit } from '../../office/own-unit.ts';
import { largestCard, readCardFile } from '../keys/card-file.ts';
import { openingIdentities } from '../keys/own-keys.ts';
import { checkOf, emptyCheck, type GivenFileFacts, senderOf } from './bundle-check.ts';
import { foreignSentence, foreignWords } from './foreign-file.ts';
import { keepPart } from './waiting-parts.ts';

/** A file that waits for a yes, for a password, or to be let go. */
export type PendingFile = {
  /** Folder of this check alone, removed with it. */
  folder: string;
  /** Where the file lies: in `folder`, or where the command line named it. */
  path: string;
  facts: GivenFileFacts;
  check: BundleCheck;
  bundle: ReceivedBundle | null;
  card: UnitCard | null;
  /** The set of parts this file was joined from. */
  setId: string | null;
};

type Control = Pick<JobControl, 'signal' | 'progress'>;

/** A folder for one check. */
export function checkFolder(deps: Pick<Deps, 'folder' | 'newId'>): string {
  const folder = join(deps.folder.staging, `goi-${deps.newId()}`);
  mkdirSync(join(folder, 'tep'), { recursive: true });
  return folder;
}

/** Looks at a file and says what it is and what receiving it would do. `password` is for a file locked with one. */
export async function checkFile(
  deps: Deps,
  given: { path: string; fileName: string; folder: string; password?: string },
  control: Control,
): Promise<PendingFile> {
  const { path, fileName, folder, password } = given;
  const facts = { fileName, bytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0 };
  const staged = (check: BundleCheck, rest: Partial<Pick<PendingFile, 'bundle' | 'card'>> = {}): PendingFile => ({
    folder,
    path,
    facts,
    check,
    bundle: null,
    card: null,
    setId: null,
    ...rest,
  });
  const { start, end } = edgesOf(path, facts.bytes);
  if (facts.bytes <= largestCard) {
    const card = await readCardFile(start);
    if (card !== null) return card === 'sai' ? staged(brokenCard(facts)) : cardCheck(deps, facts, card, staged);
  }
  if (isPart(nodeDisk, path)) return checkPart(deps, given, facts, staged, control);
  const locked = looksEncrypted(start);
  if (!locked && !(start[0] === 0x50 && start[1] === 0x4b))
    return staged({ ...emptyCheck(facts), standingText: foreignSentence(foreignWords(start, end)) });
  const target = join(folder, 'tep');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const read = await readBundleFile(
    {
      path,
      stagingFolder: target,
      ...(locked && { keys: { identities: await openingIdentities(deps), ...(password && { passphrase: password }) } }),
    },
    {
      signal: control.signal,
      progress: (_, done, total) => control.progress('đang kiểm tra', done, total),
    },
  );
  const check = checkOf(deps, facts, read);
  const needsPassword = read.errors.some(({ code }) => code === 'can-mat-khau' || code === 'sai-mat-khau');
  const closed = locked && !read.bundle && read.signedBy === null;
  if (closed) return staged({ ...check, given: 'khoa', errors: [], needsPassword });
  const foreign = read.errors.some(({ code }) => code === 'goi-la') || namesNoBag(start, end);
  if (!locked && !read.bundle && foreign)
    return staged({ ...check, given: 'la', errors: [], standingText: foreignSentence(foreignWords(start, end)) });
  return staged(check, { bundle: check.receivable ? read.bundle : null });
}

/** A part is kept; the last one of a set brings the whole file, which is then checked as if it had been dropped. */
async function checkPart(
  deps: Deps,
  given: { path: string; folder: string },
  facts: GivenFileFacts,
  staged: (check: BundleCheck) => PendingFile,
  control: Control,
): Promise<PendingFile> {
  const kept = await keepPart(deps, given, control);
  if (kept.kind === 'joined') {
    const whole = await checkFile(deps, { ...given, path: kept.path, fileName: kept.fileName }, control);
    return { ...whole, setId: kept.setId };
  }
  const base: BundleCheck = { ...emptyCheck(facts), given: 'phan' };
  if (kept.kind === 'refused') return staged({ ...base, standingText: kept.problem.message });
  return staged({ ...base, complete: false, unchanged: true, parts: kept.view, standingText: kept.words });
}

/** A zip that nowhere names the first file of a bag, neither at its beginning nor in the list at its end. */
const namesNoBag = (start: Uint8Array, end: Uint8Array): boolean =>
  !Buffer.concat([start, end]).includes('bagit.txt', 0, 'latin1');

const edgeBytes = 64 * 1024;

/** First and last bytes of a file; a card is read whole by this. */
function edgesOf(path: string, bytes: number): { start: Uint8Array; end: Uint8Array } {
  const fd = openSync(path, 'r');
  try {
    const read = (length: number, position: number) => {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(fd, buffer, 0, length, position));
    };
    const length = Math.min(bytes, edgeBytes);
    return { start: read(length, 0), end: read(length, bytes - length) };
  } finally {
    closeSync(fd);
  }
}

const brokenCard = (facts: GivenFileFacts): BundleCheck => ({
  ...emptyCheck(facts),
  given: 'the',
  standingText: 'Thẻ đơn vị này bị hỏng hoặc đã bị sửa trên đường đi. Chưa nhận gì. Hãy đề nghị đơn vị gửi lại thẻ.',
});

function cardCheck(
  deps: Deps,
  facts: GivenFileFacts,
  card: UnitCard,
  staged: (check: BundleCheck, rest: { card: UnitCard | null }) => PendingFile,
): PendingFile {
  const from = senderOf(deps, card);
  const base: BundleCheck = { ...emptyCheck(facts), given: 'the', complete: true, unchanged: true, from };
  if (card.unit.id === ownUnit(deps)?.id)
    return staged({ ...base, standingText: 'Đây là thẻ của chính cơ quan này.' }, { card: null });
  if (from.known === 'tu-choi')
    return staged(
      { ...base, standingText: 'Khóa trong thẻ này đã bị cơ quan từ chối. Xem lại ở Cơ quan, mục Khóa và thẻ đơn vị.' },
      { card: null },
    );
  const known = from.known === 'tin';
  return staged(
    {
      ...base,
      standing: known ? 'da-co' : 'moi',
      receivable: true,
      standingText: known
        ? `Khóa của ${from.unitName} đã được tin từ trước. Nhận lại không đổi gì.`
        : from.known === 'khoa-doi'
          ? `Thẻ mới của ${from.unitName}, khóa khác khóa đang biết. Hãy gọi điện so dấu vân tay trước khi thay.`
          : `Thẻ của ${from.unitName}. Hãy gọi điện so dấu vân tay rồi mới tin.`,
    },
    { card },
  );
}
