/** Where the worker threads' program lies: `worker.ts` beside this file, or `out/worker.js` when bundled. */
import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * The address to start a worker thread with. In an installed desktop program the bundles lie inside Electron's archive, but the
 * worker and SQLite's native part are kept beside it as plain files: a thread starts without the archive's help.
 */
export function workerEntry(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('./worker.ts', import.meta.url);
  const beside = fileURLToPath(new URL('./worker.js', import.meta.url));
  return pathToFileURL(beside.replace(`${sep}app.asar${sep}`, `${sep}app.asar.unpacked${sep}`));
}
