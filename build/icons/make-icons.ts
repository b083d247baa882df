/**
 * Makes the icons of the installers from `so-viec.svg`, drawn by the browser the journeys use:
 *   node build/icons/make-icons.ts
 * The made files are kept in the repository, so that packing needs no browser.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { icoOf } from './ico.ts';

const { findBrowser } = createRequire(import.meta.url)('../scripts/ensure.cjs') as { findBrowser(): string | null };
const here = import.meta.dirname;
const drawing = readFileSync(join(here, 'so-viec.svg'), 'utf8');

const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();

async function draw(size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  return page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
}

/** What Windows picks from, by place: title bar, lists, task bar, large icons. */
const windows = [16, 20, 24, 32, 40, 48, 64, 128, 256];
/** What Linux desktops look for. */
const linux = [16, 24, 32, 48, 64, 128, 256, 512];

mkdirSync(join(here, 'linux'), { recursive: true });
const drawn = new Map<number, Buffer>();
for (const size of new Set([...windows, ...linux])) drawn.set(size, await draw(size));
await browser.close();

const png = (size: number): Buffer => drawn.get(size) ?? Buffer.alloc(0);
for (const size of linux) writeFileSync(join(here, 'linux', `${size}x${size}.png`), png(size));
writeFileSync(join(here, 'icon.ico'), icoOf(windows.map((size) => ({ size, png: png(size) }))));
