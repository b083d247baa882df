/**
 * Parts of bundles that wait for the others (SPEC BN103 to BN105), kept across restarts beside the bundles of this office until the set is
 * complete or a person lets it go. Parts are told apart by what they say of themselves, never by their names.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PartsView } from '../../../../shared/api/contract/receiving.ts';
import type { PartHeader } from '../../../../shared/bundle/part-header.ts';
import { listedNumbers } from '../../../../shared/bundle/part-header.ts';
import { nodeDisk } from '../../../bundles/files/disk.ts';
import type { BundleProblem } from '../../../bundles/files/problems.ts';
import { type PartSet, sortParts } from '../../../bundles/parts/join-files.ts';
import { readPart } from '../../../bundles/parts/read-part.ts';
import { joinFilesInWorker } from '../../../work/tasks.ts';
import type { Deps } from '../../core/deps.ts';
import type { JobControl } from '../../core/jobs.ts';

const root = (deps: Pick<Deps, 'folder'>): string => join(deps.folder.bundles, 'phan-cho');

/** Short enough for an address; two different files never share it. */
const setIdOf = ({ totalSha256, count }: Pick<PartHeader, 'totalSha256' | 'count'>): string =>
  `${totalSha256.slice(0, 40)}-${count}`;

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => !name.endsWith('.dang-ghi'))
        .map((name) => join(folder, name))
    : [];

const viewOf = (setId: string, set: PartSet): PartsView => ({
  setId,
  fileName: set.fileName,
  total: set.count,
  have: set.have.length,
  missing: set.missing,
});

/** Every set that waits, by name. */
export function listWaiting(deps: Pick<Deps, 'folder'>): PartsView[] {
  const folder = root(deps);
  return (existsSync(folder) ? readdirSync(folder) : []).flatMap((setId) => {
    const [set] = sortParts(filesIn(join(folder, setId))).sets;
    return set ? [viewOf(setId, set)] : [];
  });
}

/** Throws a set away; ids that are none do nothing. */
export const dropWaiting = (deps: Pick<Deps, 'folder'>, setId: string): void =>
  rmSync(join(root(deps), setId), { recursive: true, force: true });

export type KeptPart =
  | { kind: 'refused'; problem: BundleProblem }
  | { kind: 'waiting'; view: PartsView; words: string }
  /** All parts were there and good; `path` is the file they make, in the folder given. The set is gone. */
  | { kind: 'joined'; setId: string; path: string; fileName: string };

const turns = new WeakMap<Deps['folder'], Promise<unknown>>();

/** One part after another: two that complete a set at once must not both join it. */
function inTurn<T>(deps: Pick<Deps, 'folder'>, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(deps.folder) ?? Promise.resolve()).then(work, work);
  turns.set(
    deps.folder,
    mine.catch(() => undefined),
  );
  return mine;
}

/** Keeps a part (moved from the check's own folder, copied from anywhere else), and joins the set where it is complete. */
export function keepPart(
  deps: Pick<Deps, 'folder' | 'newId'>,
  given: { path: string; folder: string },
  control: Pick<JobControl, 'signal' | 'progress'>,
): Promise<KeptPart> {
  return inTurn(deps, async () => {
    const found = readPart(nodeDisk, given.path);
    if (!found.ok) return { kind: 'refused', problem: found.error };
    const { part } = found.value;
    const setId = setIdOf(part);
    const folder = join(root(deps), setId);
    mkdirSync(folder, { recursive: true });
    put(given, join(folder, `phan-${String(part.number).padStart(3, '0')}-${deps.newId()}`));
    const [set] = sortParts(filesIn(folder)).sets;
    if (!set) throw new Error('the part just kept is not there');
    if (set.missing.length > 0) return { kind: 'waiting', view: viewOf(setId, set), words: waitingWords(part, set) };
    return joinSet(folder, setId, part, given.folder, control);
  });
}

/** A rename within the own disk; a copy under a temporary name from a stick. */
function put({ path, folder }: { path: string; folder: string }, target: string): void {
  if (path.startsWith(folder)) {
    renameSync(path, target);
    return;
  }
  const temporary = `${target}.dang-ghi`;
  try {
    copyFileSync(path, temporary);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

async function joinSet(
  folder: string,
  setId: string,
  part: PartHeader,
  into: string,
  control: Pick<JobControl, 'signal' | 'progress'>,
): Promise<KeptPart> {
  const { sets, refused } = await joinFilesInWorker(
    { paths: filesIn(folder), folder: into },
    { signal: control.signal, progress: (_, done, total) => control.progress('đang ghép các phần', done, total) },
  );
  // A damaged part is worth nothing; without it the set says what to send again.
  for (const { path } of refused) rmSync(path, { force: true });
  const [answer] = sets;
  if (answer?.joined) {
    rmSync(folder, { recursive: true, force: true });
    return { kind: 'joined', setId, path: answer.joined.path, fileName: answer.joined.fileName };
  }
  const [rest] = sortParts(filesIn(folder)).sets;
  if (rest && rest.missing.length > 0)
    return {
      kind: 'waiting',
      view: viewOf(setId, rest),
      words: `Phần ${listedNumbers(rest.missing)} bị hỏng khi chép hoặc gửi nên đã bỏ. Các phần khác vẫn giữ. Hãy đề nghị gửi lại phần đó.`,
    };
  rmSync(folder, { recursive: true, force: true });
  const problem = answer?.problem ?? refused[0]?.problem;
  if (!problem) throw new Error(`parts of ${part.fileName} neither joined nor refused`);
  return { kind: 'refused', problem };
}

const waitingWords = (part: PartHeader, set: PartSet): string =>
  `Đã giữ phần ${part.number} của ${part.count}. Còn thiếu phần ${listedNumbers(set.missing)}; thả tiếp vào đây, thứ tự nào cũng được.`;
