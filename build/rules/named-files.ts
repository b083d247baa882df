/**
 * Every file that a README or SPEC names in backticks is there: a room's description that names what has moved leads people astray.
 * A name is looked for beside the document and below it, then from each folder above, up to the root; once a file was given with its
 * folders, those beside it need no more. `README.md` and `SPEC.md` alone are words for a kind of file.
 *
 *   node build/rules/named-files.ts      prints each missing file and ends with 1 when there is one
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files of the repository that may be named, and the documents that name them; what is built or fetched is neither. */
const skipped = new Set(['node_modules', 'out', 'release', 'results', '.git']);

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** Names of source files in backticks: `open.ts`, `logic/update.ts`, `shared/text/fold.ts`, `electron/server/README.md`. */
export function namedFiles(text: string): string[] {
  const spans = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  return [
    ...new Set(
      spans.filter((span) => /^[\w@./-]+\.(ts|tsx|mts|mjs|css|md)$/.test(span) && !/^(README|SPEC)\.md$/.test(span)),
    ),
  ];
}

/** A folder and all above it, up to the root (`.`). */
function foldersAbove(folder: string): string[] {
  return folder === '.' ? ['.'] : [folder, ...foldersAbove(posix.dirname(folder))];
}

/** The names in the document at `file` that lead to none of `files`; all paths relative to the repository, with `/`. */
export function missingFiles(file: string, text: string, files: ReadonlySet<string>): string[] {
  const folder = posix.dirname(file);
  const below = [...files].filter((each) => folder === '.' || each.startsWith(`${folder}/`));
  const names = namedFiles(text);
  const placeOf = (name: string): string | undefined =>
    foldersAbove(folder)
      .map((above) => posix.join(above, name))
      .find((path) => files.has(path)) ?? below.find((path) => path.endsWith(`/${name}`));
  const namedFolders = names.filter((name) => name.includes('/')).flatMap((name) => placeOf(name) ?? []);
  const isBesideNamed = (name: string): boolean =>
    namedFolders.some((path) => files.has(posix.join(posix.dirname(path), name)));
  return names.filter((name) => placeOf(name) === undefined && !isBesideNamed(name));
}

/** The missing files of the whole repository, each with the document in front. */
export function allMissingFiles(root: string): string[] {
  const files = new Set(filesBelow(root).map((path) => relative(root, path).split(sep).join('/')));
  const documents = [...files].filter((file) => /(^|\/)(README|SPEC)\.md$/.test(file) && !file.includes('/fixtures/'));
  return documents
    .sort()
    .flatMap((file) =>
      missingFiles(file, readFileSync(join(root, file), 'utf8'), files).map((name) => `${file}: ${name}`),
    );
}

if (import.meta.main) {
  const missing = allMissingFiles(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
  for (const each of missing) console.error(each);
  console.log(`named files: ${missing.length === 0 ? 'all there' : `${missing.length} missing`}`);
  process.exitCode = missing.length === 0 ? 0 : 1;
}
