/**
 * The headers every door puts on what it serves. The page may run only its own scripts and reach only its own address and
 * the evidence's; evidence may do nothing at all.
 */

const common = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

/** For the page and its files. `evidence` is the origin of the proof files, as the browser sees it. */
export function pageHeaders(evidence: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    // pdf.js decodes scanned pages (JBIG2, JPEG 2000) in WebAssembly.
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    // Mantine writes its theme as a style element.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    `img-src 'self' blob: data: ${evidence}`,
    `media-src blob: ${evidence}`,
    `connect-src 'self' ${evidence}`,
    `frame-src blob: ${evidence}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    ...common,
    'Content-Security-Policy': policy.join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), serial=(), hid=()',
  };
}

/** For answers of the handler: data for the page's scripts, never a document of its own. */
export const answerHeaders: Readonly<Record<string, string>> = {
  ...common,
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * For proof files. They came from anywhere: whatever a dropped HTML or SVG file contains, it runs nothing and belongs to
 * no origin. `pages` are the origins of our own page, the only ones that may frame it.
 */
export function evidenceHeaders(pages: readonly string[]): Record<string, string> {
  return {
    ...common,
    'Content-Security-Policy': `sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors ${pages.join(' ')}`,
    // The page reads bytes through CORS (below); nothing else on the machine may embed them.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
}

/** Lets our own page, and no other, read evidence bytes by script (pdf.js does, in ranges). */
export function evidenceCors(origin: string | null, pages: readonly string[]): Record<string, string> {
  if (origin === null || !pages.includes(origin)) return { Vary: 'Origin' };
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': 'Range, If-Range, If-None-Match',
    'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Disposition, Content-Length, Content-Range, ETag',
  };
}

/** The same answer with these headers set over its own; nothing is kept in a cache unless the answer says so itself. */
export function withHeaders(answer: Response, headers: Readonly<Record<string, string>>): Response {
  const merged = new Headers(answer.headers);
  for (const [name, value] of Object.entries(headers)) merged.set(name, value);
  if (!merged.has('cache-control')) merged.set('Cache-Control', 'no-store');
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers: merged });
}
