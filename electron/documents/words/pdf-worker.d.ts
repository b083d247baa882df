/** pdf.js brings no types for its worker; only its being there is needed. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
