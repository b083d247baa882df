import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { compileCache } from './support/compile-cache.ts';
import { hang } from './support/patience.ts';

// Read by Node when a process starts, so it must stand in the environment that the test processes inherit.
process.env.NODE_COMPILE_CACHE = compileCache;

const root = fileURLToPath(new URL('..', import.meta.url));

const included = 'test/**/*.test.{ts,tsx}';
const excluded = ['test/e2e/**', 'test/bench/**', 'test/results/**'];

/**
 * Files that put something else in the place of a module, of a global or of the environment would leave it to the next file; those of
 * faults, hosts and the shell try what a whole process does. Each of them has modules, and a process, of its own.
 */
const alone = [
  'test/{faults,hosts,shell,build}/**/*.test.{ts,tsx}',
  ...globSync(included, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) =>
      /\bvi\.(mock|doMock|stub\w+|resetModules)\(|process\.env\.\w+ =[^=]/.test(readFileSync(root + file, 'utf8')),
    ),
];

/**
 * Everything that runs without a browser. Journeys (`test/e2e`) belong to Playwright, measurements (`test/bench`) to their
 * own program. Two workers at most: the machines that run this are small, and more of them only wait for each other. The program's modules
 * are read once for many files: reading them anew for each took a tenth of all the time.
 */
export default defineConfig({
  root,
  cacheDir: 'test/results/.vite',
  test: {
    environment: 'node',
    // Native add-ons and worker threads behave in a process of their own exactly as they do in the product.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: hang,
    hookTimeout: hang,
    sequence: { shuffle: false },
    // Calendar days belong to the office, not to the machine that runs the test: this makes a slip visible everywhere alike.
    env: { TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: { name: 'together', include: [included], exclude: [...excluded, ...alone], isolate: false },
      },
      { extends: true, test: { name: 'alone', include: alone, exclude: excluded } },
    ],
  },
});
