/**
 * The program's house: the rooms of `electron/server` on their floors, and who else in `electron` may come in. A room leans only on
 * floors below its own, so that a question has one place where it is answered and no two rooms need each other; the imports of a
 * folder then say what it stands on. `import-zones.ts` asks this of every import between files of `electron`.
 */

/** Bottom up. */
export const floors: readonly string[] = [
  'core',
  'paper',
  'time',
  'office',
  'work',
  'plan',
  'superior',
  'report',
  'exchange/keys',
  'exchange/incoming',
  'exchange',
  'proofreading',
  'units',
  'practice',
];

const server = 'electron/server/';

/** What each part of the program outside the server may import of it, by the beginning of the path; parts not named: nothing. */
const visitors: readonly { readonly paths: readonly string[]; readonly inside: readonly string[] }[] = [
  { paths: ['electron/main.ts', 'electron/headless.ts'], inside: [`${server}open-app-host.ts`] },
  { paths: ['electron/hosts/', 'electron/shell/'], inside: [`${server}core/`] },
  { paths: ['electron/commands/'], inside: [server] },
];

/** What the server may import of the rest of `electron`. */
const foundations = ['electron/work/', 'electron/documents/', 'electron/bundles/'];

/** `exchange/keys` before `exchange`. */
const longestFirst = [...floors].sort((a, b) => b.length - a.length);

/** The room a file lies in; `null` for the files on top of all rooms, `undefined` for a folder that is on no floor. */
function roomOf(path: string): string | null | undefined {
  const inner = path.slice(server.length);
  return inner.includes('/') ? longestFirst.find((name) => inner.startsWith(`${name}/`)) : null;
}

/** Why `file` may not import `target`, both relative to the repository; null where it may, or where neither is of the server. */
export function floorBreach(file: string, target: string): string | null {
  if (!file.startsWith(server)) return visitorBreach(file, target);
  if (!target.startsWith(server))
    return target.startsWith('electron/') && !foundations.some((path) => target.startsWith(path))
      ? `the server may not import ${target}`
      : null;
  const [from, to] = [roomOf(file), roomOf(target)];
  if (from === undefined) return `${file} lies in no room: give its folder a floor`;
  if (to === undefined) return `${target} lies in no room: give its folder a floor`;
  if (target.endsWith('.routes.ts') && file !== `${server}routes.ts`)
    return `only routes.ts may import ${target}: what others need has a file of its own`;
  if (from === null) return null;
  if (to === null) return `room ${from} may not import ${target}, which stands on top of all rooms`;
  return from === to || floors.indexOf(to) < floors.indexOf(from) ? null : `room ${from} may not import room ${to}`;
}

function visitorBreach(file: string, target: string): string | null {
  if (!file.startsWith('electron/') || !target.startsWith(server)) return null;
  const inside = visitors.find(({ paths }) => paths.some((path) => file.startsWith(path)))?.inside ?? [];
  const isOpen = inside.some((path) => target.startsWith(path)) && !target.endsWith('.routes.ts');
  return isOpen ? null : `${file} may not import ${target}`;
}
