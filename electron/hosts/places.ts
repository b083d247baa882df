/** Where things lie: the office's data by default, and the built page beside the program. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Machine = {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/**
 * The data folder used when nobody names one: the place each system sets aside for a program's local data. On Windows that is
 * the local (not the roaming) one: a domain's profile service must not copy a database that is open.
 */
export function defaultDataDir({ platform, home, env }: Machine): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'SoViec');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'SoViec');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'so-viec');
}

/** Sources are TypeScript, what ships is JavaScript in `out/`. */
const fromSource = import.meta.url.endsWith('.ts');

/** Folder of the built page, whether this runs from the sources or from a bundle in `out/`. */
export function rendererDir(): string {
  return fileURLToPath(new URL(fromSource ? '../../out/renderer' : './renderer', import.meta.url));
}

/**
 * Where the desktop window's browser part keeps its cache and storage: outside the data folder, which holds only what an office
 * would miss, and one per data folder, so that two offices can be open side by side. `key` names the data folder.
 */
export function windowProfileDir(machine: Machine, key: string): string {
  return join(`${defaultDataDir(machine)}-cua-so`, key);
}

/** This machine, for the functions above. */
export const thisMachine = (): Machine => ({ platform: process.platform, home: homedir(), env: process.env });
