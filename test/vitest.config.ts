import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { compileCache } from './support/compile-cache.ts';
import { hang } from './support/patience.ts';

// Read by Node when a process starts, so it must stand in the environment that the test processes inherit.
process.env.NODE_COMPILE_CACHE = compileCache;

/**
 * Everything that runs without a browser. Journeys (`test/e2e`) belong to Playwright, measurements (`test/bench`) to their
 * own program. Two workers at most: the machines that run this are small, and more of them only wait for each other.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: 'test/results/.vite',
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**', 'test/results/**'],
    environment: 'node',
    // Native add-ons and worker threads behave in a process of their own exactly as they do in the product.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: hang,
    hookTimeout: hang,
    sequence: { shuffle: false },
    // Calendar days belong to the office, not to the machine that runs the test: this makes a slip visible everywhere alike.
    env: { TZ: 'UTC' },
  },
});
