/**
 * Runs in: main process. PDF of a print page by Electron's own Chromium: a hidden window of its own session, without bridge, scripts
 * and network. The page is served from memory, because an address of data may not be longer than two million letters.
 */
import { ok } from '../../shared/core/result.ts';
import { isWholePdf, longestPrint, type PrintPdf, refusePdf } from '../documents/write/print-pdf.ts';
import { scheme } from './addresses.ts';
import type { ElectronModule } from './electron-module.ts';
import { restrictSession } from './permissions.ts';

type Parts = Pick<ElectronModule, 'BrowserWindow' | 'session'>;

/** Without "persist:" in its name the session lives in memory alone. */
const partition = 'so-viec-in';

/** Margins, paper, turns and page numbers are the page's own; headings become the outline of the file. */
export const pdfOptions: Electron.PrintToPDFOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  displayHeaderFooter: false,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
};

export const printWindowOptions: Electron.BrowserWindowConstructorOptions = {
  show: false,
  webPreferences: {
    partition,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    javascript: false,
    images: false,
    spellcheck: false,
    devTools: false,
  },
};

/** The window's way of `PrintPdf`. A defect of the print is told to `onDefect` and answered with a sentence. */
export function pdfPrinter({ BrowserWindow, session }: Parts, onDefect: (error: unknown) => void): PrintPdf {
  const pages = new Map<string, string>();
  let printed = 0;
  let isServing = false;

  /** Sessions exist only when the application is ready; the first print sets this one up. */
  function serve(): void {
    if (isServing) return;
    isServing = true;
    const own = session.fromPartition(partition, { cache: false });
    restrictSession(own);
    own.protocol.handle(scheme, (request) => {
      const html = pages.get(request.url);
      return html === undefined
        ? new Response(null, { status: 404 })
        : new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
    });
  }

  return async (html, { signal, longest = longestPrint } = {}) => {
    if (signal?.aborted) return refusePdf('da-dung');
    serve();
    printed += 1;
    const address = `${scheme}://in/${printed}`;
    pages.set(address, html);
    const window = new BrowserWindow(printWindowOptions);
    let release = (): void => undefined;
    const given = new Promise<'da-dung' | 'qua-lau'>((resolve) => {
      const timer = setTimeout(() => resolve('qua-lau'), longest);
      const stop = () => resolve('da-dung');
      signal?.addEventListener('abort', stop, { once: true });
      release = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', stop);
      };
    });
    const made = window
      .loadURL(address)
      .then(() => window.webContents.printToPDF(pdfOptions))
      .catch((error: unknown) => {
        // A window destroyed under its print fails too; that is what was wanted.
        if (!window.isDestroyed()) onDefect(error);
        return null;
      });
    try {
      const first = await Promise.race([made, given]);
      if (typeof first === 'string') return refusePdf(first);
      return first !== null && isWholePdf(first) ? ok(new Uint8Array(first)) : refusePdf('khong-in-duoc');
    } finally {
      release();
      pages.delete(address);
      window.destroy();
    }
  };
}
