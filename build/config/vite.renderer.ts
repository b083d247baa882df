import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The window's program: static files that any of the hosts serves from `/`.
 * Nothing is inlined as `data:` so that the content policy can stay narrow, and nothing is fetched from elsewhere.
 */
export const rendererConfig: InlineConfig = {
  configFile: false,
  root: `${root}renderer`,
  base: '/',
  cacheDir: `${root}node_modules/.vite-renderer`,
  plugins: [react()],
  build: {
    outDir: `${root}out/renderer`,
    emptyOutDir: true,
    // Electron 45 is Chromium 15x; the loopback door may be opened in an Edge or Chrome of the last two years.
    target: 'chrome120',
    assetsInlineLimit: 0,
    sourcemap: false,
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
};
