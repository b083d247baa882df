/**
 * pdf.js as the program uses it: worker, fonts and decoders from our own origin, no `eval`.
 * The "legacy" build is taken because a browser in the office may be older than the one inside the desktop program.
 * Its decoders of scanned pages (JBIG2, fax, JPEG 2000) are WebAssembly: the page's policy allows that alone ('wasm-unsafe-eval').
 */
import * as pdf from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

export type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';

pdf.GlobalWorkerOptions.workerSrc = workerUrl;

export type PdfProblem = 'password' | 'broken';

/** Addresses of the files pdf.js asks for by name: the fourteen fonts a PDF may leave out, and the decoders. */
const fonts = import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url',
  import: 'default',
  eager: true,
});
const decoders = import.meta.glob<string>('../../../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg}.wasm', {
  query: '?url',
  import: 'default',
  eager: true,
});
const addresses = new Map(
  Object.entries({ ...fonts, ...decoders }).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]),
);

/** pdf.js wants a constructor; what it constructs answers each file by name and refuses the others (pdf.js then does without). */
function OwnFiles() {
  return {
    async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
      const address = addresses.get(filename);
      if (!address) throw new Error(`${filename} is not shipped`);
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${filename}: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/** Starts to open a PDF held in memory; the bytes are handed over to the worker. `problemOf` names a refusal. */
export function openPdf(data: ArrayBuffer) {
  return pdf.getDocument({
    data,
    BinaryDataFactory: OwnFiles,
    enableXfa: false,
    maxImageSize: 64 * 1024 * 1024,
    verbosity: pdf.VerbosityLevel.ERRORS,
  });
}

/** Tells a locked file from a damaged one by the error pdf.js gives. */
export function problemOf(error: unknown): PdfProblem {
  return error instanceof Error && error.name === 'PasswordException' ? 'password' : 'broken';
}
