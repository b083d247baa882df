/**
 * Writes a bundle to a folder, a stick or a place for mail. SPEC BN40 to BN47. What has the final name has been read back and
 * verified; until then the file has another name, and every failure or cancel removes it. The evidence is only ever read.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { withKind } from '../../shared/bundle/kinds.ts';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import { dateInVietnam, timeInVietnam } from '../../shared/text/dates.ts';
import { type ArchiveWriter, startArchive } from './archive-writer.ts';
import { type Composed, composeBundle, type Part, type WriteBundleInput } from './compose-bundle.ts';
import { encryptedBytes, encryptingDisk, type NewLock, newLock, reopen } from './encryption/encrypted-disk.ts';
import { type DosTime, dosTime } from './files/archive-format.ts';
import {
  chunkBytes,
  closeQuietly,
  type Disk,
  errnoCode,
  nodeDisk,
  paceTheDisk,
  readFully,
  syncFolder,
} from './files/disk.ts';
import { type BundleProblem, problem, targetProblem } from './files/problems.ts';
import { countBytes, type OnProgress } from './files/progress.ts';
import {
  giveFinalName,
  patiently,
  removeLeftovers,
  removeQuietly,
  roomProblem,
  type Tools,
  temporaryName,
  waitFor,
  writeFailure,
} from './files/target.ts';
import { inspect } from './inspect.ts';

export type { BundleFile, WriteBundleInput } from './compose-bundle.ts';

export type WrittenBundle = {
  path: string;
  /** The name it got, with a number where the wished one was taken and `.age` at the end where it is encrypted. */
  fileName: string;
  bytes: number;
  /** SHA-256 of the tag manifest: identity of the content, however it is packed later (BN24). */
  contentDigest: string;
};

export type WriteProblem = BundleProblem;

/** What the name of an encrypted bundle ends with; readers go by the content (BN60). */
const encryptedEnding = '.age';

/**
 * Writes, syncs, reads back, verifies and only then names a bundle. Every expected failure (full disk, drive gone, no right to
 * write, evidence missing or changed, cancel) is a value, and leaves neither a file behind nor the evidence touched.
 */
export async function writeBundle(
  input: WriteBundleInput,
  onProgress: OnProgress = () => undefined,
  isCancelled: () => boolean = () => false,
  tools: Partial<Tools> = {},
): Promise<Result<WrittenBundle, WriteProblem>> {
  const work: Tools = { disk: nodeDisk, wait: waitFor, isCancelled, ...tools };
  const { disk } = work;
  const composed = await composeBundle(input);
  if (!composed.ok) return composed;
  const { folder } = input;
  const { contentDigest } = composed.value;
  const made = input.lock ? await newLock(input.lock) : ok(null);
  if (!made.ok) return made;
  const lock = made.value;
  const bytes = lock ? encryptedBytes(lock, composed.value.bytes) : composed.value.bytes;
  const fileName = lock ? `${input.fileName}${encryptedEnding}` : input.fileName;
  const noRoom = roomProblem(disk, folder, bytes);
  if (noRoom) return fail(noRoom);
  const own = temporaryName(fileName);
  const temporary = join(folder, own);
  const refuse = (found: BundleProblem) => {
    removeQuietly(disk, temporary);
    return fail(found);
  };
  const written = await writeTemporary(work, input, composed.value, lock, temporary, onProgress);
  if (written) return refuse(written);
  removeLeftovers(disk, folder, own);
  const wrong = await readBack(work, input, composed.value, lock, temporary, onProgress);
  if (wrong) return refuse(wrong);
  let finalName: string | null = null;
  try {
    finalName = await giveFinalName(work, folder, temporary, fileName);
    syncFolder(disk, folder);
    return ok({ path: join(folder, finalName), fileName: finalName, bytes, contentDigest });
  } catch (error) {
    if (finalName !== null) removeQuietly(disk, join(folder, finalName));
    return refuse(targetProblem(error, fileName));
  }
}

/** Writes everything under the temporary name and syncs it; returns what went wrong. */
async function writeTemporary(
  tools: Tools,
  input: WriteBundleInput,
  composed: Composed,
  lock: NewLock | null,
  temporary: string,
  onProgress: OnProgress,
): Promise<BundleProblem | null> {
  const { disk, isCancelled } = tools;
  let fd: number | null = null;
  let paced: ReturnType<typeof paceTheDisk> | null = null;
  try {
    fd = disk.openSync(temporary, 'wx');
    paced = paceTheDisk(disk, fd);
    const { add, pace } = paced;
    const counted = countBytes('writing', composed.bytes, onProgress);
    const onBytes = (bytes: number) => {
      add(bytes);
      counted.add(bytes);
    };
    const encrypting = lock && encryptingDisk(disk, fd, lock, composed.bytes);
    const archive = startArchive(encrypting?.disk ?? disk, fd, {
      modified: modifiedTime(input.data.bundle.createdAt),
      onBytes,
      pace,
    });
    for (const part of composed.parts) {
      if (isCancelled()) return problem('da-huy');
      const found = await addPart(tools, archive, composed.base + part.path, part, input);
      if (found) return found;
    }
    if (archive.finish() !== composed.bytes) throw new Error('the archive is not as long as it was composed');
    encrypting?.finish();
    await paced.settle();
    disk.fsyncSync(fd);
    const open = fd;
    fd = null;
    disk.closeSync(open);
    counted.finish();
    return isCancelled() ? problem('da-huy') : null;
  } catch (error) {
    return writeFailure(disk, input.folder, temporary, error);
  } finally {
    await paced?.settle().catch(() => undefined);
    if (fd !== null) closeQuietly(disk, fd);
  }
}

/** Time of the bundle as the zip shows it, by the clock in Việt Nam. */
function modifiedTime(createdAt: string): DosTime {
  const instant = Date.parse(createdAt);
  return dosTime(dateInVietnam(instant), timeInVietnam(instant));
}

/** Streams one file into the archive. Its digest is compared when the archive is read back (BN44), once instead of twice. */
async function addPart(
  tools: Tools,
  archive: ArchiveWriter,
  name: string,
  part: Part,
  input: WriteBundleInput,
): Promise<BundleProblem | null> {
  if (part.source === undefined) {
    await archive.addBytes(name, part.content);
    return null;
  }
  const { disk, isCancelled } = tools;
  const { source } = part;
  let fd: number;
  try {
    fd = await patiently(tools, () => disk.openSync(source, 'r'));
  } catch (error) {
    return evidenceProblem(error, peoplesName(input, part));
  }
  let readError: unknown = null;
  try {
    const whole = await archive.addFile(name, part.bytes, (buffer, position) => {
      try {
        return isCancelled() ? 0 : readFully(disk, fd, buffer, position);
      } catch (error) {
        readError = error;
        return 0;
      }
    });
    if (readError !== null) return evidenceProblem(readError, peoplesName(input, part));
    if (whole) return null;
    return isCancelled() ? problem('da-huy') : problem('minh-chung-hong', peoplesName(input, part));
  } finally {
    closeQuietly(disk, fd);
  }
}

/** The name people gave a file, for messages. */
const peoplesName = ({ data }: WriteBundleInput, part: Part): string => {
  const found = withKind(data);
  const evidence = found.kind === 'report' ? found.data.evidence : [];
  return evidence.find(({ path }) => path === part.path)?.fileName ?? part.path;
};

/** A failed file call on the evidence, which lies on the own disk. */
function evidenceProblem(error: unknown, name: string): BundleProblem {
  const code = errnoCode(error);
  if (code === null) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return problem('mat-minh-chung', name);
  return problem(['EBUSY', 'EPERM', 'EACCES'].includes(code) ? 'tep-dang-ban' : 'minh-chung-khong-doc', name);
}

/** Opens the written file anew and checks all of it as a receiver would. */
async function readBack(
  tools: Tools,
  input: WriteBundleInput,
  composed: Composed,
  lock: NewLock | null,
  temporary: string,
  onProgress: OnProgress,
): Promise<BundleProblem | null> {
  const { disk, isCancelled } = tools;
  const opened = lock ? reopen(disk, temporary, lock) : ok({ disk });
  if (!opened.ok) return opened.error.code === 'khong-doc-duoc' ? problem('khong-co-noi') : problem('doc-lai-sai');
  const seen = await inspect(opened.value.disk, temporary, { onProgress, isCancelled, justWritten: true });
  if (seen.cancelled) return problem('da-huy');
  if (seen.errors.some(({ code }) => code === 'khong-doc-duoc' || code === 'khong-co-tep'))
    return problem('khong-co-noi');
  // The content digest stands over every other one, so the data read back are those that were composed.
  if (seen.ok && seen.contents?.contentDigest === composed.contentDigest) return null;
  const differing = new Set(seen.errors.filter(({ code }) => code === 'bag-sai-ma').map(({ path }) => path));
  for (const part of composed.parts)
    if (part.source !== undefined && differing.has(part.path) && !stillFits(disk, part.source, part.sha256))
      return problem('minh-chung-hong', peoplesName(input, part));
  return problem('doc-lai-sai');
}

/** Tells a file that changed in the store from a disk that wrote something else. */
function stillFits(disk: Disk, source: string, sha256: string): boolean {
  const content = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  const fd = disk.openSync(source, 'r');
  try {
    for (let position = 0; ; ) {
      const got = readFully(disk, fd, buffer, position);
      if (got === 0) return content.digest('hex') === sha256;
      content.update(buffer.subarray(0, got));
      position += got;
    }
  } finally {
    closeQuietly(disk, fd);
  }
}
