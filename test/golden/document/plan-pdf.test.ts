/** A plan printed to PDF by the browser of the machine and read again by another program: pages, paper, words. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, createReadStream, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { documentOfParts, partsOfRead } from '../../../electron/documents/plan-parts.ts';
import { readDocument } from '../../../electron/documents/read/read-document.ts';
import { findBrowser } from '../../../electron/documents/write/find-browser.ts';
import { toPdf } from '../../../electron/documents/write/to-pdf.ts';
import { samplePlan } from '../../../electron/server/plan/sample-plan.ts';
import { type OfficialDocument, textOf } from '../../../shared/document/model.ts';
import { toPrintHtml } from '../../../shared/document/to-html.ts';
import { temporaryFolder } from '../../support/make-office.ts';
import { needs } from '../../support/needs.ts';

const needed = needs('Chromium', 'poppler', 'Times New Roman');
const posix = process.platform !== 'win32';

async function practicePlan(): Promise<OfficialDocument> {
  const read = readDocument(await samplePlan(2026), 'ke-hoach-mau.docx');
  if (!read.ok) throw new Error(read.error.message);
  const parts = partsOfRead(read.value);
  if (parts === null) throw new Error('the practice plan has no head');
  return documentOfParts(parts, 2026);
}

/** A folder of this test alone for temporary files, and a look at what the program left in it. */
function ownTemporaryFolder(): () => string[] {
  const folder = temporaryFolder();
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  return () => readdirSync(folder).filter((name) => name.startsWith('so-viec-pdf-'));
}

/** Words of the body as a reader sees them, in order. */
const bodyWords = (document: OfficialDocument): string[] =>
  (document.sections[0]?.nodes ?? []).flatMap((node) =>
    node.type === 'paragraph' || node.type === 'listItem'
      ? [textOf(node.runs)]
      : node.type === 'heading'
        ? [`${node.label} ${node.text}`]
        : [],
  );

const words = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').toLowerCase().trim();

describe.skipIf(needed.absent)(`PDF of the practice plan ${needed.words}`, () => {
  it('is whole: portrait A4 and a landscape annex, all words in order, page numbers from the second page', async () => {
    const document = await practicePlan();
    const made = await toPdf(toPrintHtml(document));
    if (!made.ok) throw new Error(made.error.message);
    const file = join(temporaryFolder(), 'ke-hoach.pdf');
    writeFileSync(file, made.value);

    const info = execFileSync('pdfinfo', ['-f', '1', '-l', '99', file], { encoding: 'utf8' });
    const sizes = [...info.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/g)].map((found) => [
      Math.round((Number(found[1]) / 72) * 25.4),
      Math.round((Number(found[2]) / 72) * 25.4),
    ]);
    expect(sizes.length).toBe(Number(/Pages:\s+(\d+)/.exec(info)?.[1]));
    const body = sizes.findIndex(([width]) => width === 297);
    expect(body).toBeGreaterThanOrEqual(1);
    expect(body).toBeLessThanOrEqual(3);
    expect(sizes.slice(0, body)).toEqual(Array(body).fill([210, 297]));
    expect(sizes.slice(body)).toEqual(Array(sizes.length - body).fill([297, 210]));
    expect(info).toContain('JavaScript:      no');
    expect(info).toContain('Tagged:          yes');

    const pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f');
    expect(pages[0]).toContain('15/KH-UBND');
    expect(pages[0]?.trim()).not.toMatch(/^1\s*\n/);
    expect(pages[body + 1]?.trim()).toMatch(/^2\s*\n/);
    expect(pages.slice(body, -1).every((page) => page.includes('Nhiệm vụ') && page.includes('Kết quả'))).toBe(true);

    const plain = words(
      execFileSync('pdftotext', ['-l', String(body), file, '-'], { encoding: 'utf8' }).replace(/^\d+\n/gm, ''),
    );
    let from = 0;
    for (const text of bodyWords(document)) {
      const at = plain.indexOf(words(text), from);
      expect(at, `“${text}” is missing or out of order`).toBeGreaterThanOrEqual(from);
      from = at;
    }
    expect(plain).toContain('nguyễn văn bình');
  });

  it('runs no script of the page and leaves nothing behind', async () => {
    const leftovers = ownTemporaryFolder();
    const page = toPrintHtml(await practicePlan()).replace(
      '</body>',
      '<p id="p">trước</p><script>document.getElementById("p").textContent="sau"</script></body>',
    );
    const made = await toPdf(page);
    if (!made.ok) throw new Error(made.error.message);
    const file = join(temporaryFolder(), 'thu.pdf');
    writeFileSync(file, made.value);
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
    expect(text).toContain('trước');
    expect(text).not.toMatch(/^sau$/m);
    expect(leftovers()).toEqual([]);
  });
});

describe('the document of a plan', () => {
  it('keeps the colon of a basis that opens the text, and closes the others', async () => {
    const read = readDocument(await samplePlan(2026), 'ke-hoach-mau.docx');
    const parts = read.ok ? partsOfRead(read.value) : null;
    if (parts === null) throw new Error('the practice plan has no head');
    const basis = [
      'Căn cứ Luật Tổ chức chính quyền địa phương',
      'Xét đề nghị của Văn phòng, UBND xã ban hành Kế hoạch như sau:',
    ];
    const page = toPrintHtml(documentOfParts({ ...parts, head: { ...parts.head, basis } }, 2026));
    expect(page).toContain('chính quyền địa phương.<');
    expect(page).toContain('ban hành Kế hoạch như sau:<');
  });
});

describe('a machine that cannot print', () => {
  it('says that no browser is there and what to do', async () => {
    const made = await toPdf('<p>', { browser: null });
    expect(made).toMatchObject({ ok: false, error: { code: 'khong-co-trinh-duyet' } });
    expect(made.ok ? '' : made.error.message).toMatch(/Chrome.*Chưa ghi tệp nào.*Word/);
  });

  const program = (lines: string): string => {
    const path = join(temporaryFolder(), 'trinh-duyet');
    writeFileSync(path, `#!/bin/sh\n${lines}\n`);
    chmodSync(path, 0o755);
    return path;
  };

  /**
   * A browser that never ends, with a helper of its own. The helper holds one end of a pipe: its first word on it says that it runs, the
   * end of the pipe that it is gone.
   */
  function browserWithHelper(): { browser: string; started: Promise<unknown>; ended: Promise<unknown> } {
    const pipe = join(temporaryFolder(), 'ong');
    execFileSync('mkfifo', [pipe]);
    const heard = createReadStream(pipe);
    return {
      browser: program(`( echo running; exec sleep 3600 ) > "${pipe}" &\nwait`),
      started: once(heard, 'data'),
      ended: once(heard, 'close'),
    };
  }

  it.skipIf(!posix)(
    'refuses when the browser writes nothing, half a file, or cannot start (needs a POSIX shell)',
    async () => {
      const leftovers = ownTemporaryFolder();
      for (const browser of [
        program('exit 0'),
        program(
          `for a in "$@"; do case "$a" in --print-to-pdf=*) printf '%%PDF-1.4 cut' > "\${a#--print-to-pdf=}";; esac; done`,
        ),
        join(temporaryFolder(), 'khong-co'),
      ])
        expect(await toPdf('<p>', { browser })).toMatchObject({ ok: false, error: { code: 'khong-in-duoc' } });
      expect(leftovers()).toEqual([]);
    },
  );

  it.skipIf(!posix)(
    'ends the browser with its helpers when it is stopped, and leaves nothing behind (needs a POSIX shell)',
    async () => {
      const leftovers = ownTemporaryFolder();
      const { browser, started, ended } = browserWithHelper();
      const stop = new AbortController();
      const printing = toPdf('<p>', { browser, signal: stop.signal });
      await started;
      expect(leftovers()).toHaveLength(1);
      stop.abort();
      const made = await printing;
      expect(made).toMatchObject({ ok: false, error: { code: 'da-dung' } });
      expect(made.ok ? '' : made.error.message).toMatch(/Đã dừng.*Chưa ghi tệp nào/);
      expect(leftovers()).toEqual([]);
      expect(await toPdf('<p>', { browser, signal: stop.signal })).toMatchObject({ error: { code: 'da-dung' } });
      await ended;
    },
  );

  it.skipIf(!posix)('ends a browser that takes too long, with its helpers (needs a POSIX shell)', async () => {
    const { browser, started, ended } = browserWithHelper();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const printing = toPdf('<p>', { browser, longest: 60_000 });
    await started;
    vi.advanceTimersByTime(59_999);
    expect(await Promise.race([printing, Promise.resolve('under way')])).toBe('under way');
    vi.advanceTimersByTime(1);
    expect(await printing).toMatchObject({ ok: false, error: { code: 'qua-lau' } });
    await ended;
  });
});

describe('where the browser is looked for', () => {
  it('takes the one that was named, then the usual places, then the path', () => {
    const root = temporaryFolder();
    const put = (...parts: string[]): string => {
      mkdirSync(join(root, ...parts.slice(0, -1)), { recursive: true });
      const path = join(root, ...parts);
      writeFileSync(path, '');
      return path;
    };
    const edge = put('x86', 'Microsoft', 'Edge', 'Application', 'msedge.exe');
    const env = { 'PROGRAMFILES(X86)': join(root, 'x86'), Path: join(root, 'bin') };
    expect(findBrowser({ platform: 'win32', env })).toBe(edge);
    const chrome = put('local', 'Google', 'Chrome', 'Application', 'chrome.exe');
    expect(findBrowser({ platform: 'win32', env: { ...env, LOCALAPPDATA: join(root, 'local') } })).toBe(chrome);
    const chosen = put('rieng', 'chrome');
    expect(findBrowser({ platform: 'win32', env: { ...env, CHROME_PATH: chosen } })).toBe(chosen);
    expect(findBrowser({ platform: 'win32', env: { CHROME_PATH: join(root, 'khong-co') } })).toBeNull();
    const chromium = put('bin', 'chromium');
    expect(findBrowser({ platform: 'linux', env: { PATH: join(root, 'bin') } })).toBe(chromium);
    expect(readFileSync(chromium, 'utf8')).toBe('');
  });
});
