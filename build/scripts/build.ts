/** npm run build: makes everything that ships, in `out/`. Prints each file with its size; ends with 1 when a part fails. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './freshness.ts';
import { buildNodeBundles, commandLine, desktop } from './node-bundles.ts';
import { buildRenderer } from './renderer-build.ts';

function sizeOf(path: string): number {
  const stat = statSync(path);
  return stat.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : stat.size;
}

await buildRenderer();
await buildNodeBundles([...new Set([...commandLine, ...desktop])]);

for (const name of ['renderer', 'main.cjs', 'preload.cjs', 'cli.js', 'worker.js', 'native']) {
  console.log(`out/${name.padEnd(12)} ${(sizeOf(join(root, 'out', name)) / 1024).toFixed(0).padStart(8)} KiB`);
}
