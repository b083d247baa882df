import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { hang, patience } from './support/patience.ts';

const { findBrowser } = createRequire(import.meta.url)('../build/scripts/ensure.cjs') as {
  findBrowser(): string | null;
};
const browser = findBrowser();

/**
 * Journeys through the built renderer in a real Chromium, served by the real handler over loopback http, on the
 * screen size of the offices. Two files at a time: each has a server, a data folder and a browser of its own, and one journey leaves half
 * of a small machine waiting. The browser is the machine's own where it has one (`npm test` finds or installs it).
 */
export default defineConfig({
  testDir: './e2e',
  outputDir: './results/e2e',
  globalSetup: fileURLToPath(new URL('./support/build-renderer.ts', import.meta.url)),
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: hang,
  expect: { timeout: patience },
  reporter: [['list'], ['json', { outputFile: fileURLToPath(new URL('./results/e2e.json', import.meta.url)) }]],
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1366, height: 768 },
    actionTimeout: patience,
    navigationTimeout: patience,
    // No hand is as fast as a journey: its pointer would press where a dialog still gliding in no longer is.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // Recording costs a quarter of the whole time; `--trace retain-on-failure` asks for it where a picture and the page's tree do not tell enough.
    trace: 'off',
    launchOptions: {
      ...(browser === null ? {} : { executablePath: browser }),
      // Chromium refuses its own sandbox to root, and containers run tests as root.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
});
