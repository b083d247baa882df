/**
 * A bag to be read, wherever it lies: a folder, a zip with the bag at its root, or a zip with the bag in one top folder. What
 * follows sees only paths relative to the bag and streams of bytes, so every rule is checked the same way on all three.
 */
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import { standardLimits } from './archive-directory.ts';
import { type Archive, type OpenOptions, openArchive } from './archive-reader.ts';
import { chunkBytes, closeQuietly, type Disk, readFully } from './files/disk.ts';
import { type BundleProblem, problem, sourceProblem } from './files/problems.ts';

export type BagFile = { path: string; bytes: number };

export type BagSource = {
  /** In the order in which they are read fastest; paths relative to the bag, with `/`. */
  files: BagFile[];
  hasDataFolder: boolean;
  /** Of a zip's frame comment (BN8): true fits, false another comment, null none or a folder. */
  frame: boolean | null;
  /** Found while listing, without making the bag unreadable: links, names that cannot be carried. */
  problems: BundleProblem[];
  /** As `Archive.read`: in order, each chunk only good until the call returns. */
  read(
    file: BagFile,
    onChunk: (chunk: Uint8Array) => void,
    isCancelled?: () => boolean,
  ): Promise<Result<null, BundleProblem>>;
  close(): void;
};

/** Opens what lies at `path`; `name` is how messages call it. Refuses what is neither a folder nor a well-formed zip. */
export function openBag(
  disk: Disk,
  path: string,
  name: string,
  options?: OpenOptions,
): Result<BagSource, BundleProblem> {
  try {
    if (disk.statSync(path).isDirectory()) {
      // Somebody may point at a whole drive: what is no bag is not walked through.
      const isBag = disk.lstatSync(join(path, 'bagit.txt'), { throwIfNoEntry: false }) !== undefined;
      return isBag ? openFolder(disk, path) : fail(problem('bag-khai-bao', 'bagit.txt'));
    }
  } catch (error) {
    return fail(sourceProblem(error, name));
  }
  const archive = openArchive(disk, path, name, options);
  if (!archive.ok) return archive;
  return ok(bagInArchive(archive.value));
}

/** Folder that macOS adds when it makes a zip; nothing of the bag, never read. */
const macFolder = '__MACOSX/';

function bagInArchive(archive: Archive): BagSource {
  const base = bagBase(archive);
  const files: (BagFile & { index: number })[] = [];
  const problems: BundleProblem[] = [];
  let hasDataFolder = false;
  for (const [index, { name, bytes }] of archive.entries.entries()) {
    if (name.startsWith(macFolder) || name === base) continue;
    if (!name.startsWith(base)) {
      problems.push(problem('goi-tep-la', name));
      continue;
    }
    const path = name.slice(base.length);
    if (path.startsWith('data/')) hasDataFolder = true;
    if (!path.endsWith('/')) files.push({ path, bytes, index });
  }
  const entryOf = new Map(files.map(({ path, index }) => [path, archive.entries[index]]));
  return {
    files: files.map(({ path, bytes }) => ({ path, bytes })),
    hasDataFolder,
    frame: archive.frame,
    problems,
    read: async (file, onChunk, isCancelled) => {
      const entry = entryOf.get(file.path);
      if (!entry) throw new Error(`not in the archive: ${file.path}`);
      return archive.read(entry, onChunk, isCancelled);
    },
    close: archive.close,
  };
}

/** `''` for a bag at the root, `folder/` for a bag in the only top folder. */
function bagBase(archive: Archive): string {
  const names = archive.entries.map((entry) => entry.name).filter((name) => !name.startsWith(macFolder));
  if (names.includes('bagit.txt')) return '';
  const first = names[0] ?? '';
  const base = first.slice(0, first.indexOf('/') + 1);
  return base !== '' && names.every((name) => name.startsWith(base)) ? base : '';
}

function openFolder(disk: Disk, root: string): Result<BagSource, BundleProblem> {
  const listed = listFolder(disk, root);
  if (!listed.ok) return listed;
  const read: BagSource['read'] = async (file, onChunk, isCancelled = () => false) => {
    let fd: number | null = null;
    try {
      fd = disk.openSync(join(root, ...file.path.split('/')), 'r');
      const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, file.bytes + 1));
      for (let position = 0; ; ) {
        if (isCancelled()) return fail(problem('da-huy'));
        const got = readFully(disk, fd, buffer, position);
        if (got === 0) return position === file.bytes ? ok(null) : fail(problem('khong-doc-duoc', file.path));
        onChunk(buffer.subarray(0, got));
        position += got;
      }
    } catch (error) {
      return fail(sourceProblem(error, file.path));
    } finally {
      if (fd !== null) closeQuietly(disk, fd);
    }
  };
  return ok({ ...listed.value, frame: null, read, close: () => undefined });
}

const deepestFolder = 64;

function listFolder(
  disk: Disk,
  root: string,
): Result<Pick<BagSource, 'files' | 'hasDataFolder' | 'problems'>, BundleProblem> {
  const files: BagFile[] = [];
  const problems: BundleProblem[] = [];
  let hasDataFolder = false;
  const walk = (folder: string, prefix: string, depth: number): BundleProblem | null => {
    const found = disk.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name } of found) {
      const path = prefix + name;
      if (files.length >= standardLimits.entries || depth > deepestFolder) return problem('bag-qua-lon', path);
      const stat = disk.lstatSync(join(folder, name));
      if (stat.isDirectory()) {
        if (path === 'data') hasDataFolder = true;
        const fault = walk(join(folder, name), `${path}/`, depth + 1);
        if (fault) return fault;
      } else if (!stat.isFile()) problems.push(problem('bag-lien-ket', path));
      else if (name.includes('\\')) problems.push(problem('bag-ra-ngoai', path));
      else files.push({ path, bytes: stat.size });
    }
    return null;
  };
  try {
    const fault = walk(root, '', 0);
    return fault ? fail(fault) : ok({ files, hasDataFolder, problems });
  } catch (error) {
    return fail(sourceProblem(error, root));
  }
}
