/** SH12: PDF by the desktop window, in a hidden window of its own. */
import { describe, expect, it } from 'vitest';
import { pdfPrinter } from '../../electron/shell/print-pdf.ts';
import { FakeContents, FakeWindow, recorder } from './recorder.ts';

const whole = Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n');

function printer() {
  const seen = recorder();
  const defects: unknown[] = [];
  FakeContents.pdf = async () => whole;
  return { seen, defects, print: pdfPrinter(seen.electron, (error) => defects.push(error)) };
}

const session = (seen: ReturnType<typeof recorder>) => {
  const [made] = seen.partitions.values();
  if (!made) throw new Error('no session was made');
  return made;
};

describe('SH12 a PDF of the desktop window', () => {
  it('is printed with the page’s own paper and margins, tagged and with an outline', async () => {
    const { print } = printer();
    const made = await print('<h1>Kế hoạch</h1>');
    expect(made).toEqual({ ok: true, value: new Uint8Array(whole) });
    const [window] = FakeWindow.made;
    expect(window?.webContents.prints).toEqual([
      {
        preferCSSPageSize: true,
        printBackground: true,
        displayHeaderFooter: false,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      },
    ]);
    expect(window?.calls).toEqual(['load app://in/1', 'destroy']);
  });

  it('comes from a hidden, sandboxed window without bridge, scripts or network, in a session that is kept nowhere', async () => {
    const { print, seen } = printer();
    await print('<p>');
    const { show, webPreferences } = FakeWindow.made[0]!.options;
    expect(show).toBe(false);
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      javascript: false,
      devTools: false,
    });
    expect(webPreferences).not.toHaveProperty('preload');
    expect([...seen.partitions.keys()]).toEqual([webPreferences?.partition]);
    expect(webPreferences?.partition).not.toMatch(/^persist:/);
    expect(session(seen).blocked).toEqual(expect.arrayContaining(['http://*/*', 'https://*/*', 'file://*/*']));
    expect(seen.partitions.get('') ?? seen.session.handlers.request).toBeUndefined();
  });

  it('is given its page from memory, only while it is printed, and no other address', async () => {
    const { print, seen } = printer();
    const answers: [number, string][] = [];
    const long = `<p>${'x'.repeat(3_000_000)}`;
    FakeContents.pdf = async () => {
      const serve = session(seen).schemes.get('app')!;
      for (const path of ['2', '1', '7']) {
        const answer = await serve(new Request(`app://in/${path}`));
        answers.push([answer.status, await answer.text()]);
      }
      return whole;
    };
    await print('<p>một');
    answers.length = 0;
    await print(long);
    expect(answers).toEqual([
      [200, long],
      [404, ''],
      [404, ''],
    ]);
    const after = await session(seen).schemes.get('app')!(new Request('app://in/2'));
    expect(after.status).toBe(404);
    expect(seen.partitions.size).toBe(1);
  });

  it('stops when the person stops it, and the window is gone', async () => {
    const { print, defects } = printer();
    const stop = new AbortController();
    FakeContents.pdf = () =>
      new Promise((_resolve, reject) => {
        stop.abort();
        setImmediate(() => reject(new Error('the window is gone')));
      });
    const made = await print('<p>', { signal: stop.signal });
    expect(made).toMatchObject({ ok: false, error: { code: 'da-dung' } });
    expect(FakeWindow.made[0]?.destroyed).toBe(true);
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    expect(defects).toEqual([]);
    expect(await print('<p>', { signal: stop.signal })).toMatchObject({ error: { code: 'da-dung' } });
    expect(FakeWindow.made).toHaveLength(1);
  });

  it('gives up after its time with a sentence that says what to do', async () => {
    const { print } = printer();
    FakeContents.pdf = () => new Promise(() => undefined);
    const made = await print('<p>', { longest: 5 });
    expect(made).toMatchObject({ ok: false, error: { code: 'qua-lau' } });
    expect(made.ok ? '' : made.error.message).toMatch(/quá lâu.*Chưa ghi tệp nào.*Word/);
    expect(FakeWindow.made[0]?.destroyed).toBe(true);
  });

  it('says so when the print fails or is cut off; the defect is told, the window goes', async () => {
    const { print, defects } = printer();
    FakeContents.pdf = async () => {
      throw new Error('no printer part');
    };
    expect(await print('<p>')).toMatchObject({ ok: false, error: { code: 'khong-in-duoc' } });
    expect(defects).toHaveLength(1);
    FakeContents.pdf = async () => Buffer.from('%PDF-1.7 cut');
    expect(await print('<p>')).toMatchObject({ ok: false, error: { code: 'khong-in-duoc' } });
    expect(FakeWindow.made.every(({ destroyed }) => destroyed)).toBe(true);
  });
});
