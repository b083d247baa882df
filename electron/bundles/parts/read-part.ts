/** The header of one file that may be a part. SPEC BN100, BN101. */
import { hash } from 'node:crypto';
import { basename } from 'node:path';
import { longestPartHeader, type PartHeader, partMagic, readPartHeader } from '../../../shared/bundle/part-header.ts';
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import { closeQuietly, type Disk, readFully } from '../files/disk.ts';
import { type BundleProblem, problem, sourceProblem } from '../files/problems.ts';

export const sha256Text = (text: string): string => hash('sha256', Buffer.from(text, 'latin1'), 'hex');

/** A part as it lies on a disk; its content begins at `start`. Only the header has been checked. */
export type FoundPart = { path: string; part: PartHeader; start: number };

/** Reads the header; a file that is no part, or one whose header or size is damaged, is refused by itself. */
export function readPart(disk: Disk, path: string): Result<FoundPart, BundleProblem> {
  const name = basename(path);
  let fd: number | null = null;
  try {
    fd = disk.openSync(path, 'r');
    const stat = disk.fstatSync(fd);
    if (!stat.isFile()) return fail(problem('phan-la', name));
    const start = Buffer.alloc(Math.min(longestPartHeader, stat.size));
    readFully(disk, fd, start, 0);
    const read = readPartHeader(start.toString('latin1'), sha256Text);
    if (!read.ok) return fail(problem(read.error === 'no-part' ? 'phan-la' : 'phan-hong', name));
    const { part, length } = read.value;
    if (stat.size !== length + part.bytes) return fail(problem('phan-hong', name));
    return ok({ path, part, start: length });
  } catch (error) {
    return fail(sourceProblem(error, name));
  } finally {
    if (fd !== null) closeQuietly(disk, fd);
  }
}

/** True for a file that begins as a part does, whatever its name; false too where it cannot be read. */
export function isPart(disk: Disk, path: string): boolean {
  let fd: number | null = null;
  try {
    fd = disk.openSync(path, 'r');
    const start = Buffer.alloc(partMagic.length + 1);
    return readFully(disk, fd, start, 0) === start.length && start.toString('latin1') === `${partMagic}\n`;
  } catch {
    return false;
  } finally {
    if (fd !== null) closeQuietly(disk, fd);
  }
}
