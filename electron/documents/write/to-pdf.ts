/**
 * Print HTML → PDF by the browser of the machine, without a window. The page is the program's own: no script in it, its content
 * policy allows none, and the browser gets no network. It cannot be told to switch scripts off altogether: its own print command is one.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import { findBrowser } from './find-browser.ts';

export type PdfProblem = { code: 'khong-co-trinh-duyet' | 'qua-lau' | 'khong-in-duoc'; message: string };

export type PdfOptions = { browser?: string | null; longest?: number };

const sentences: Record<PdfProblem['code'], string> = {
  'khong-co-trinh-duyet':
    'Máy này chưa có Chrome, Edge hoặc Chromium để tạo PDF. Chưa ghi tệp nào. Hãy cài một trình duyệt đó, hoặc xuất ra Word rồi lưu thành PDF.',
  'qua-lau':
    'Trình duyệt tạo PDF quá lâu nên đã dừng lại. Chưa ghi tệp nào. Hãy đóng bớt chương trình rồi thử lại, hoặc xuất ra Word.',
  'khong-in-duoc':
    'Trình duyệt không tạo được PDF. Chưa ghi tệp nào. Hãy thử lại; nếu vẫn lỗi, xuất ra Word rồi lưu thành PDF.',
};

const refuse = (code: PdfProblem['code']) => fail({ code, message: sentences[code] });

/** A table of thousands of rows takes a slow machine about a minute. */
const longestPrint = 180_000;

/** The PDF of a complete print page. Refused when no browser is there, when it takes longer than `longest` milliseconds, or when it fails. */
export async function toPdf(
  html: string,
  { browser = findBrowser(), longest = longestPrint }: PdfOptions = {},
): Promise<Result<Uint8Array, PdfProblem>> {
  if (browser === null) return refuse('khong-co-trinh-duyet');
  const folder = await mkdtemp(join(tmpdir(), 'so-viec-pdf-'));
  try {
    const [page, pdf] = [join(folder, 'trang.html'), join(folder, 'trang.pdf')];
    await writeFile(page, html, 'utf8');
    const ended = await run(browser, switches(folder, page, pdf), longest);
    if (ended === 'too long') return refuse('qua-lau');
    const bytes = await readFile(pdf).catch(() => null);
    return bytes !== null && isWhole(bytes) ? ok(new Uint8Array(bytes)) : refuse('khong-in-duoc');
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
  `--print-to-pdf=${pdf}`,
  pathToFileURL(page).href,
];

function run(browser: string, args: string[], longest: number): Promise<'ended' | 'too long'> {
  return new Promise((resolve) => {
    const windows = process.platform === 'win32';
    const child = spawn(browser, args, { stdio: 'ignore', windowsHide: true, detached: !windows });
    const timer = setTimeout(() => {
      kill(child);
      resolve('too long');
    }, longest);
    const end = () => {
      clearTimeout(timer);
      resolve('ended');
    };
    child.once('error', end);
    child.once('exit', end);
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

/** A file cut off in the middle has no end mark. */
function isWhole(bytes: Buffer): boolean {
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-' && bytes.subarray(-1024).includes('%%EOF');
}
