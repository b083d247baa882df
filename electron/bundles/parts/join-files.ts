/**
 * Parts put together again: sorted by what they say of themselves, each verified, missing ones named. A bad part or one of another
 * bundle never stops the rest. SPEC BN103 to BN105.
 */
import { basename } from 'node:path';
import { listedNumbers, sliceOf } from '../../../shared/bundle/part-header.ts';
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import { type Disk, nodeDisk, writeFully } from '../files/disk.ts';
import { type CopiedFile, copy, writeNew } from '../files/new-file.ts';
import { type BundleProblem, problem } from '../files/problems.ts';
import { countBytes, type OnProgress } from '../files/progress.ts';
import { type Tools, waitFor } from '../files/target.ts';
import { type FoundPart, readPart } from './read-part.ts';

/** The parts of one file that are at hand. */
export type PartSet = {
  /** Digest of the whole file and number of parts: the same file cut twice with different limits gives two sets. */
  key: string;
  /** Name of the file the parts make. */
  fileName: string;
  count: number;
  totalBytes: number;
  have: number[];
  missing: number[];
  /** Files by part number; several where a part came more than once. */
  files: { number: number; paths: string[] }[];
  /** `Thiếu phần 2 và 4 của 5…`; null where all are there. */
  problem: BundleProblem | null;
};

export type SortedParts = { sets: PartSet[]; refused: { path: string; problem: BundleProblem }[] };

/** Sorts files into sets by their headers alone; contents are verified when they are joined. Reads a few KB of each file. */
export function sortParts(paths: readonly string[], disk: Disk = nodeDisk): SortedParts {
  const { groups, refused } = grouped(paths, disk);
  return { sets: [...groups].map(([key, parts]) => setOf(key, parts)), refused };
}

function grouped(paths: readonly string[], disk: Disk) {
  const groups = new Map<string, FoundPart[]>();
  const refused: SortedParts['refused'] = [];
  for (const path of paths) {
    const found = readPart(disk, path);
    if (!found.ok) {
      refused.push({ path, problem: found.error });
      continue;
    }
    const { totalSha256, totalBytes, count } = found.value.part;
    const key = `${totalSha256}-${totalBytes}-${count}`;
    groups.set(key, [...(groups.get(key) ?? []), found.value]);
  }
  return { groups, refused };
}

function setOf(key: string, parts: readonly FoundPart[], useless: ReadonlySet<string> = new Set()): PartSet {
  const { fileName, count, totalBytes } = (parts[0] as FoundPart).part;
  const good = parts.filter(({ path }) => !useless.has(path));
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const files = numbers.map((number) => ({
    number,
    paths: good.filter(({ part }) => part.number === number).map(({ path }) => path),
  }));
  const missing = files.filter(({ paths }) => paths.length === 0).map(({ number }) => number);
  return {
    key,
    fileName,
    count,
    totalBytes,
    have: numbers.filter((number) => !missing.includes(number)),
    missing,
    files: files.filter(({ paths }) => paths.length > 0),
    problem:
      missing.length === 0 ? null : problem('phan-thieu', `${listedNumbers(missing)} của ${count} (${fileName})`),
  };
}

/** Plain data, so that it can be sent to a worker thread. Joined files go to `folder`, under their own names. */
export type JoinInput = { paths: string[]; folder: string };

export type JoinedSet = { set: PartSet; joined: CopiedFile | null; problem: BundleProblem | null };
export type JoinOutput = { sets: JoinedSet[]; refused: SortedParts['refused'] };

/**
 * Joins every set whose parts are all there and good. Where a part came twice and one copy is damaged, the other is taken. A set that
 * cannot be joined says what is missing; damaged files are listed in `refused`. Nothing unfinished stays in `folder`.
 */
export async function joinFiles(
  { paths, folder }: JoinInput,
  onProgress: OnProgress = () => undefined,
  isCancelled: () => boolean = () => false,
  tools: Partial<Tools> = {},
): Promise<JoinOutput> {
  const work: Tools = { disk: nodeDisk, wait: waitFor, isCancelled, ...tools };
  const { groups, refused } = grouped([...new Set(paths)], work.disk);
  const ready = [...groups].filter(([key, parts]) => setOf(key, parts).missing.length === 0);
  const total = ready.reduce((sum, [, parts]) => sum + (parts[0] as FoundPart).part.totalBytes, 0);
  const counted = countBytes('writing', total, onProgress);
  const sets: JoinedSet[] = [];
  for (const [key, parts] of groups) {
    const set = setOf(key, parts);
    if (set.problem) {
      sets.push({ set, joined: null, problem: set.problem });
      continue;
    }
    const damaged = new Map<string, BundleProblem>();
    const answer = await joinSet(work, folder, set, parts, damaged, counted.add);
    for (const [path, found] of damaged) refused.push({ path, problem: found });
    const after = setOf(key, parts, new Set(damaged.keys()));
    const found = answer.ok ? null : answer.error.code === 'phan-thieu' ? after.problem : answer.error;
    sets.push({ set: after, joined: answer.ok ? answer.value : null, problem: found });
  }
  counted.finish();
  return { sets, refused };
}

async function joinSet(
  tools: Tools,
  folder: string,
  { fileName, count, totalBytes }: PartSet,
  parts: readonly FoundPart[],
  damaged: Map<string, BundleProblem>,
  onBytes: (bytes: number) => void,
): Promise<Result<CopiedFile, BundleProblem>> {
  const { disk, isCancelled } = tools;
  const header = (parts[0] as FoundPart).part;
  return writeNew(tools, { folder, fileName }, totalBytes, async (fd, temporary, pace) => {
    const missing: number[] = [];
    for (let number = 1; number <= count; number++) {
      const copies = parts.filter(({ part }) => part.number === number);
      const copied = await copyFirstGood(tools, fd, copies, damaged, onBytes, pace);
      if (!copied.ok) return copied;
      if (!copied.value) missing.push(number);
    }
    if (missing.length > 0) return fail(problem('phan-thieu', listedNumbers(missing)));
    // Read anew: the order of the parts, and what reached the disk.
    return ok(async () => {
      const whole = await copy(disk, temporary, { total: totalBytes, isCancelled });
      if (!whole.ok) return whole.error.code === 'da-huy' ? whole.error : problem('doc-lai-sai');
      return whole.value === header.totalSha256 ? null : problem('ghep-sai');
    });
  });
}

/** Copies the first copy of a part whose content has its digest; false where none has. Another try overwrites what the last one wrote. */
async function copyFirstGood(
  { disk, isCancelled }: Tools,
  fd: number,
  copies: readonly FoundPart[],
  damaged: Map<string, BundleProblem>,
  onBytes: (bytes: number) => void,
  pace: (bytes: number) => Promise<void> | undefined,
): Promise<Result<boolean, BundleProblem>> {
  for (const { path, part, start } of copies) {
    const { offset } = sliceOf(part);
    const content = await copy(disk, path, {
      start,
      total: part.bytes,
      isCancelled,
      pace,
      onBytes,
      take: (chunk, position) => writeFully(disk, fd, chunk, offset + position),
    });
    if (content.ok && content.value === part.sha256) return ok(true);
    if (!content.ok && content.error.code === 'da-huy') return content;
    damaged.set(path, content.ok ? problem('phan-hong', basename(path)) : content.error);
  }
  return ok(false);
}
