import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { type NodeBundle, nodeBundle } from '../config/vite.node.ts';
import { fingerprint, isFresh, markFresh, root } from './freshness.ts';

const worker: NodeBundle = { entry: 'electron/work/worker.ts', file: 'worker.js' };

/** The command line: what runs with a bare Node. */
export const commandLine: readonly NodeBundle[] = [{ entry: 'electron/cli.ts', file: 'cli.js' }, worker];

/** The desktop program: what Electron runs. */
export const desktop: readonly NodeBundle[] = [
  { entry: 'electron/main.ts', file: 'main.cjs' },
  { entry: 'electron/preload.ts', file: 'preload.cjs' },
  worker,
];

/** The machines the program is shipped for; each needs its own native part of SQLite (`<platform>-<arch>.node`). */
const machines = ['win32-x64', 'win32-arm64', 'linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

function copyNativeParts(outDir: string): void {
  const from = join(root, 'node_modules', 'better-sqlite3', 'prebuilds');
  const to = join(outDir, 'native');
  mkdirSync(to, { recursive: true });
  for (const machine of machines) cpSync(join(from, `${machine}.node`), join(to, `${machine}.node`));
}

const sources = () =>
  fingerprint([
    'electron',
    'shared',
    'db',
    'package-lock.json',
    'build/config/vite.node.ts',
    'build/scripts/node-bundles.ts',
  ]);

/** Builds the bundles one after the other into `outDir`, with what must lie beside them. Throws when one fails. */
export async function buildNodeBundles(bundles: readonly NodeBundle[], outDir = join(root, 'out')): Promise<void> {
  for (const bundle of bundles) await build(nodeBundle(bundle, outDir));
  copyNativeParts(outDir);
  // The folder may be carried away from the repository: it says itself that its .js files are modules.
  writeFileSync(join(outDir, 'package.json'), '{ "type": "module" }\n');
}

/** Builds the desktop program unless it was built from the sources as they are now. */
export async function buildDesktopIfNeeded(): Promise<void> {
  const before = sources();
  if (existsSync(join(root, 'out', 'main.cjs')) && isFresh('desktop', before)) return;
  await buildNodeBundles(desktop);
  markFresh('desktop', before);
}
