import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { rendererConfig } from '../config/vite.renderer.ts';
import { fingerprint, isFresh, markFresh, root } from './freshness.ts';

const sources = () => fingerprint(['renderer', 'shared', 'package-lock.json', 'build/config/vite.renderer.ts']);

/** Whether `out/renderer` was built from the sources as they are now. */
export function rendererIsCurrent(): boolean {
  return existsSync(join(root, 'out', 'renderer', 'index.html')) && isFresh('renderer', sources());
}

/** Builds `renderer/` into `out/renderer`. Speaks only on stderr through vite's warnings; throws when the build fails. */
export async function buildRenderer(): Promise<void> {
  const before = sources();
  await build({ ...rendererConfig, logLevel: 'warn' });
  markFresh('renderer', before);
}
