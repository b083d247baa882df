/**
 * No circle of files and no circle of folders: what leans on each other both ways can only be understood, moved and tested together.
 * Imports of types count. A folder is its direct files; a folder inside another is another folder.
 *
 *   node build/rules/circles.ts      prints each circle and ends with 1 when there is one
 */
import { readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importsOf, sourcesBelow } from './import-zones.ts';

/** For each file or folder those it leans on. */
export type Leanings = ReadonlyMap<string, ReadonlySet<string>>;

/** What leans on what, read from the sources: `code` by path, relative to the repository, with `/`. */
export function fileLeanings(code: ReadonlyMap<string, string>): Leanings {
  return new Map(
    [...code].map(([file, text]) => {
      const targets = importsOf(file, text)
        .filter((wanted) => wanted.startsWith('.'))
        .map((wanted) => posix.join(posix.dirname(file), wanted.replace(/\?.*$/, '')));
      return [file, new Set(targets.filter((target) => code.has(target)))] as const;
    }),
  );
}

/** The same by folder. */
export function folderLeanings(files: Leanings): Leanings {
  const folders = new Map<string, Set<string>>();
  for (const [file, targets] of files) {
    const folder = posix.dirname(file);
    const known = folders.get(folder) ?? new Set<string>();
    for (const target of targets) if (posix.dirname(target) !== folder) known.add(posix.dirname(target));
    folders.set(folder, known);
  }
  return folders;
}

/** Every set in which each leans, over others, on each: sorted by name, inside and out (Tarjan's strongly connected components). */
export function circlesIn(leanings: Leanings): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (node: string): void => {
    order.set(node, order.size);
    lowest.set(node, order.get(node) ?? 0);
    open.push(node);
    for (const next of leanings.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      const reach = open.includes(next) ? (lowest.get(next) ?? 0) : Number.POSITIVE_INFINITY;
      lowest.set(node, Math.min(lowest.get(node) ?? 0, reach));
    }
    if (lowest.get(node) !== order.get(node)) return;
    const circle = open.splice(open.indexOf(node));
    if (circle.length > 1) circles.push(circle.sort());
  };
  for (const node of leanings.keys()) if (!order.has(node)) visit(node);
  return circles.sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''));
}

/** The circles of the repository's own code. */
export function allCircles(root: string): { files: string[][]; folders: string[][] } {
  const paths = ['shared', 'db', 'electron', 'renderer'].flatMap((top) => sourcesBelow(join(root, top)));
  const code = new Map(
    paths.map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')] as const),
  );
  const files = fileLeanings(code);
  return { files: circlesIn(files), folders: circlesIn(folderLeanings(files)) };
}

if (import.meta.main) {
  const { files, folders } = allCircles(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
  for (const circle of [...files, ...folders]) console.error(circle.join(' | '));
  console.log(`circles: ${files.length} of files, ${folders.length} of folders`);
  process.exitCode = files.length + folders.length === 0 ? 0 : 1;
}
