/**
 * pdf.js as the program uses it: worker and decoders from our own origin, nothing that a strict content policy would refuse.
 * The "legacy" build is taken because a browser in the office may be older than the one inside the desktop program.
 */
import * as pdf from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

export type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';

pdf.GlobalWorkerOptions.workerSrc = workerUrl;

export type PdfProblem = 'password' | 'broken';

/** Starts to open a PDF held in memory; the bytes are handed over to the worker. `problemOf` names a refusal. */
export function openPdf(data: ArrayBuffer) {
  // The build copies pdf.js's fonts and script decoders to this folder; WebAssembly would need a hole in the content policy.
  const support = new URL('pdf-support/', document.baseURI).href;
  return pdf.getDocument({
    data,
    useWasm: false,
    wasmUrl: support,
    standardFontDataUrl: support,
    enableXfa: false,
    maxImageSize: 64 * 1024 * 1024,
    verbosity: pdf.VerbosityLevel.ERRORS,
  });
}

/** Tells a locked file from a damaged one by the error pdf.js gives. */
export function problemOf(error: unknown): PdfProblem {
  return error instanceof Error && error.name === 'PasswordException' ? 'password' : 'broken';
}
