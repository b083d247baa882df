/** A file cut into parts for mail: each written, read back and named by itself, all or none. SPEC BN100 to BN103. */
import { createHash, type Hash } from 'node:crypto';
import { basename } from 'node:path';
import {
  type PartHeader,
  partCount,
  partFileName,
  partHeaderText,
  sliceOf,
} from '../../../shared/bundle/part-header.ts';
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import { nodeDisk, writeFully } from '../files/disk.ts';
import { type CopiedFile, copy, sizeOf, writeNew } from '../files/new-file.ts';
import { type BundleProblem, problem } from '../files/problems.ts';
import { countBytes, type OnProgress } from '../files/progress.ts';
import { removeQuietly, roomProblem, type Tools, waitFor } from '../files/target.ts';
import { sha256Text } from './read-part.ts';

/** Plain data, so that it can be sent to a worker thread. `limit`: the most bytes a part may have. */
export type SplitInput = { source: string; folder: string; limit: number };

/** The parts in order; a file within the limit is one part all the same, so ask for its size first. */
export type SplitFile = { parts: CopiedFile[]; totalBytes: number; totalSha256: string };

/** Cuts a file into parts of at most `limit` bytes in `folder`. A failure or a cancel removes the parts already there. */
export async function splitFile(
  input: SplitInput,
  onProgress: OnProgress = () => undefined,
  isCancelled: () => boolean = () => false,
  tools: Partial<Tools> = {},
): Promise<Result<SplitFile, BundleProblem>> {
  const work: Tools = { disk: nodeDisk, wait: waitFor, isCancelled, ...tools };
  const { disk } = work;
  const size = sizeOf(disk, input.source);
  if (!size.ok) return size;
  const totalBytes = size.value;
  const count = partCount(totalBytes, input.limit);
  if (count === null) return fail(problem('chia-qua-nho'));
  const noRoom = roomProblem(disk, input.folder, totalBytes);
  if (noRoom) return fail(noRoom);
  const digests = await digestParts(work, input.source, { totalBytes, count }, onProgress);
  if (!digests.ok) return digests;
  const { totalSha256, parts } = digests.value;
  const counted = countBytes('writing', totalBytes, onProgress);
  const written: CopiedFile[] = [];
  for (const [index, sha256] of parts.entries()) {
    const number = index + 1;
    const slice = sliceOf({ number, count, totalBytes });
    const fileName = basename(input.source);
    const part = { fileName, number, count, bytes: slice.bytes, sha256, totalBytes, totalSha256 };
    const answer = await writePart(work, input, part, slice.offset, counted.add);
    if (!answer.ok) {
      for (const { path } of written) removeQuietly(disk, path);
      return answer;
    }
    written.push(answer.value);
  }
  counted.finish();
  return ok({ parts: written, totalBytes, totalSha256 });
}

/** One pass for the digest of the whole and of every part. */
async function digestParts(
  { disk, isCancelled }: Tools,
  source: string,
  { totalBytes, count }: { totalBytes: number; count: number },
  onProgress: OnProgress,
): Promise<Result<{ totalSha256: string; parts: string[] }, BundleProblem>> {
  const counted = countBytes('checking', totalBytes, onProgress);
  const hashes: Hash[] = Array.from({ length: count }, () => createHash('sha256'));
  const length = sliceOf({ number: 1, count, totalBytes }).bytes;
  const read = await copy(disk, source, {
    total: totalBytes,
    isCancelled,
    onBytes: counted.add,
    take: (chunk, position) => {
      for (let done = 0; done < chunk.byteLength; ) {
        const index = Math.floor((position + done) / length);
        const end = (index + 1) * length - position;
        hashes[index]?.update(chunk.subarray(done, end));
        done = Math.min(end, chunk.byteLength);
      }
    },
  });
  counted.finish();
  return read.ok ? ok({ totalSha256: read.value, parts: hashes.map((hash) => hash.digest('hex')) }) : read;
}

function writePart(
  tools: Tools,
  { source, folder }: SplitInput,
  part: PartHeader,
  offset: number,
  onBytes: (bytes: number) => void,
): Promise<Result<CopiedFile, BundleProblem>> {
  const { disk, isCancelled } = tools;
  const header = Buffer.from(partHeaderText(part, sha256Text), 'latin1');
  const bytes = header.length + part.bytes;
  return writeNew(tools, { folder, fileName: partFileName(part) }, bytes, async (fd, temporary, pace) => {
    writeFully(disk, fd, header, 0);
    const from = await copy(disk, source, {
      start: offset,
      total: part.bytes,
      isCancelled,
      pace,
      onBytes,
      take: (chunk, position) => writeFully(disk, fd, chunk, header.length + position),
    });
    if (!from.ok) return from;
    return ok(async () => {
      const content = await copy(disk, temporary, { start: header.length, total: part.bytes, isCancelled });
      if (!content.ok) return content.error.code === 'da-huy' ? content.error : problem('doc-lai-sai');
      return content.value === part.sha256 ? null : problem('doc-lai-sai');
    });
  });
}
