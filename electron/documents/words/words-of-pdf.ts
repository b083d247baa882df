/// <reference path="./pdf-worker.d.ts" />
/** Text of a PDF by pdf.js in Node: no canvas, no fonts fetched, nothing drawn. */

/** pdf.js asks for this class when it is loaded, though only drawing needs it. */
class NoMatrix {}

type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let library: Promise<PdfLibrary> | null = null;

async function loadLibrary(): Promise<PdfLibrary> {
  const here = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData']) here[name] ??= NoMatrix;
  // The library's own worker, in this thread: the thread is ours and is ended with it.
  here.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  // On loading it complains about the canvas that only drawing needs.
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}

/** Null when the file is no readable PDF (broken, or locked with a password). */
export async function wordsOfPdf(
  bytes: Uint8Array,
  limits: { readonly pages: number; readonly letters: number },
): Promise<string | null> {
  library ??= loadLibrary();
  const pdf = await library;
  const loading = pdf.getDocument({
    data: bytes,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  try {
    const document = await loading.promise;
    let text = '';
    for (let at = 1; at <= Math.min(document.numPages, limits.pages) && text.length < limits.letters; at += 1) {
      const page = await document.getPage(at);
      const { items } = await page.getTextContent();
      for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
      text += '\n';
      page.cleanup();
    }
    return text;
  } catch {
    // Whatever is wrong inside a foreign file, it is a file without searchable words.
    return null;
  } finally {
    await loading.destroy();
  }
}
