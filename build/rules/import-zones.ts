/**
 * Who may import whom, file by file. The layers keep their promises only while these hold: what runs in a page must not reach
 * the disk, what is pure must not read the clock, and one part of the screens must not lean on another.
 *
 *   node build/rules/import-zones.ts      prints each breach and ends with 1 when there is one
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { floorBreach } from './floors.ts';

type Zone = {
  readonly name: string;
  /** Paths with this beginning belong to the zone; the first zone that fits decides. */
  readonly paths: readonly string[];
  /** Beginnings of repository paths that may be imported. */
  readonly inside: readonly string[];
  /** Packages that may be imported; `@x/` stands for all of a family, `*` for any package but those in `never`. */
  readonly packages: readonly string[];
  readonly never?: readonly string[];
  /** Beginnings of repository paths that may not be imported although they lie in `inside`. */
  readonly notInside?: readonly string[];
  /** Words of code that must not occur, with what to do instead. */
  readonly words?: readonly { readonly pattern: RegExp; readonly instead: string }[];
};

const pureWords = [
  { pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/, instead: 'take the time as an argument' },
  { pattern: /\bMath\.random\b|\bcrypto\.\w/, instead: 'take ids and randomness as arguments' },
];

/** Statements stand in `db/queries`, each under a name: there rows take their types from the schema. */
const noStatements = [
  {
    pattern:
      /\.(prepare|pluck|pragma)\(|\bsqlite\s*\.\s*(exec|transaction)\b|\.\s*orm\b|\{[^{}]*\borm\b[^{}]*\}\s*[:=]/,
    instead: 'write the statement as a function of db/queries',
  },
];
const databaseOnly = ['drizzle-orm', 'better-sqlite3'];

const desktopOnly = ['electron/shell/', 'electron/main.ts', 'electron/preload.ts'];

export const zones: readonly Zone[] = [
  {
    name: 'shared',
    paths: ['shared/'],
    inside: ['shared/'],
    packages: ['zod'],
    words: [...pureWords, ...noStatements],
  },
  {
    name: 'db',
    paths: ['db/'],
    inside: ['db/', 'shared/'],
    packages: ['drizzle-orm', 'better-sqlite3', 'zod', 'node:'],
  },
  { name: 'preload', paths: ['electron/preload.ts'], inside: ['shared/'], packages: ['electron'] },
  {
    name: 'desktop shell',
    paths: desktopOnly,
    inside: ['electron/', 'db/', 'shared/'],
    packages: ['*'],
    never: databaseOnly,
    notInside: ['db/schema/'],
    words: noStatements,
  },
  {
    name: 'program',
    paths: ['electron/'],
    inside: ['electron/', 'db/', 'shared/', 'package.json'],
    packages: ['*'],
    never: ['electron', 'react', 'react-dom', ...databaseOnly],
    notInside: [...desktopOnly, 'db/schema/'],
    words: noStatements,
  },
  {
    name: 'renderer',
    paths: ['renderer/'],
    inside: ['renderer/', 'shared/'],
    packages: [
      'react',
      'react-dom',
      '@mantine/',
      '@tiptap/',
      '@tanstack/',
      '@tabler/',
      '@fontsource/',
      'wouter',
      'zustand',
      'zod',
      'pdfjs-dist',
    ],
    // These are missing where a page is not a secure context (an address of the local network).
    words: [{ pattern: /\bcrypto\.(randomUUID|subtle)\b/, instead: 'let the server give ids and digests' }],
  },
];

/** What a file imports, re-exports or loads at run time, as written. Types count: they lead to the same dependence. */
export function importsOf(file: string, code: string): string[] {
  const { module, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const named = [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap((entry) =>
      entry.entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  const loaded = module.dynamicImports.map(({ moduleRequest }) => code.slice(moduleRequest.start, moduleRequest.end));
  // import('…') inside a type is not an import to the parser.
  const typed = [...code.matchAll(/\bimport\(\s*(['"][^'"]+['"])\s*\)/g)].map((match) => match[1] ?? '');
  return [...new Set([...named, ...[...loaded, ...typed].map((text) => text.replace(/^['"`]|['"`]$/g, ''))])];
}

const startsWithOne = (text: string, beginnings: readonly string[]) =>
  beginnings.some((beginning) => text.startsWith(beginning));

const packageFits = (wanted: string, allowed: string) =>
  wanted === allowed || wanted.startsWith(allowed.endsWith('/') || allowed.endsWith(':') ? allowed : `${allowed}/`);

/** `renderer/features/plans/list.tsx` → `plans`; null outside the features. */
const featureOf = (path: string) => /^renderer\/features\/([^/]+)\//.exec(path)?.[1] ?? null;

function judgeImport(file: string, zone: Zone, wanted: string): string | null {
  if (!wanted.startsWith('.')) {
    const denied = (zone.never ?? []).some((name) => packageFits(wanted, name));
    const allowed = zone.packages.includes('*') || zone.packages.some((name) => packageFits(wanted, name));
    return denied || !allowed ? `${zone.name} may not import the package ${wanted}` : null;
  }
  // A loader's suffix (`?url`, `?worker`) is not part of the path.
  const target = posix.normalize(posix.join(posix.dirname(file), wanted.replace(/\?.*$/, '')));
  if (!startsWithOne(target, zone.inside) || startsWithOne(target, zone.notInside ?? [])) {
    return `${zone.name} may not import ${target}`;
  }
  const floor = floorBreach(file, target);
  if (floor !== null) return floor;
  const [from, to] = [featureOf(file), featureOf(target)];
  if (from !== null && to !== null && from !== to) return `feature ${from} may not import feature ${to}`;
  if (file.startsWith('renderer/ui/') && to !== null) return `ui may not import feature ${to}`;
  return null;
}

/** Code without comments, in which the forbidden words may be explained. */
const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');

/** The breaches of one file, as sentences; none for files outside all zones. `file` is relative to the repository, with `/`. */
export function breachesOf(file: string, code: string): string[] {
  const zone = zones.find(({ paths }) => startsWithOne(file, paths));
  if (zone === undefined) return [];
  const imports = importsOf(file, code).flatMap((wanted) => judgeImport(file, zone, wanted) ?? []);
  const bare = withoutComments(code);
  const words = (zone.words ?? []).flatMap(({ pattern, instead }) => {
    const found = pattern.exec(bare)?.[0];
    return found === undefined ? [] : [`${zone.name} may not use ${found}: ${instead}`];
  });
  return [...imports, ...words];
}

/** Paths of all source files in a folder and below. */
export function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesBelow(path);
    return /\.(ts|tsx|mts|js|mjs)$/.test(entry.name) ? [path] : [];
  });
}

/** The breaches of the whole repository, each with its file in front. */
export function allBreaches(root: string): string[] {
  return ['shared', 'db', 'electron', 'renderer'].flatMap((top) =>
    sourcesBelow(join(root, top)).flatMap((path) => {
      const file = relative(root, path).split(sep).join('/');
      return breachesOf(file, readFileSync(path, 'utf8')).map((breach) => `${file}: ${breach}`);
    }),
  );
}

if (import.meta.main) {
  const breaches = allBreaches(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
  for (const breach of breaches) console.error(breach);
  console.log(`import zones: ${breaches.length === 0 ? 'kept' : `${breaches.length} breaches`}`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
