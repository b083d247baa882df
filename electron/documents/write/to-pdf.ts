/**
 * Print HTML → PDF by the browser of the machine, without a window. The page is the program's own: no script in it, its content
 * policy allows none, and the browser gets no network. It cannot be told to switch scripts off altogether: its own print command is one.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ok, type Result } from '../../../shared/core/result.ts';
import { findBrowser } from './find-browser.ts';
import { isWholePdf, longestPrint, type PdfProblem, type PrintOptions, refusePdf } from './print-pdf.ts';

export type PdfOptions = PrintOptions & { browser?: string | null };

/** Refused when no browser is there, when it takes longer than `longest` milliseconds, when it is stopped, or when it fails. */
export async function toPdf(
  html: string,
  { browser = findBrowser(), longest = longestPrint, signal }: PdfOptions = {},
): Promise<Result<Uint8Array, PdfProblem>> {
  if (browser === null) return refusePdf('khong-co-trinh-duyet');
  if (signal?.aborted) return refusePdf('da-dung');
  const folder = await mkdtemp(join(tmpdir(), 'so-viec-pdf-'));
  try {
    const [page, pdf] = [join(folder, 'trang.html'), join(folder, 'trang.pdf')];
    await writeFile(page, html, 'utf8');
    const ended = await run(browser, switches(folder, page, pdf), longest, signal);
    if (ended !== 'ended') return refusePdf(ended);
    const bytes = await readFile(pdf).catch(() => null);
    return bytes !== null && isWholePdf(bytes) ? ok(new Uint8Array(bytes)) : refusePdf('khong-in-duoc');
  } finally {
    // The browser's helpers may hold its profile a moment longer on Windows.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(() => undefined);
  }
}

const switches = (folder: string, page: string, pdf: string): string[] => [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // A browser started by the administrator of Linux refuses its own sandbox.
  ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  `--user-data-dir=${join(folder, 'ho-so')}`,
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
  `--print-to-pdf=${pdf}`,
  pathToFileURL(page).href,
];

/** Resolves when the browser is gone, also after it was stopped: its folder can be removed then. */
function run(
  browser: string,
  args: string[],
  longest: number,
  signal: AbortSignal | undefined,
): Promise<'ended' | 'qua-lau' | 'da-dung'> {
  return new Promise((resolve) => {
    const windows = process.platform === 'win32';
    const child = spawn(browser, args, { stdio: 'ignore', windowsHide: true, detached: !windows });
    let outcome: 'ended' | 'qua-lau' | 'da-dung' = 'ended';
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      resolve(outcome);
    };
    const killAs = (why: typeof outcome) => {
      outcome = why;
      kill(child);
    };
    const stop = () => killAs('da-dung');
    const timer = setTimeout(() => killAs('qua-lau'), longest);
    child.once('error', end);
    child.once('exit', end);
    signal?.addEventListener('abort', stop, { once: true });
    // Stopped while the page was being written.
    if (signal?.aborted) stop();
  });
}

/** The browser with its helpers: on Windows through the system's own command, elsewhere as the group it leads. */
function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    const ending = spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true });
    ending.once('error', () => child.kill());
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
