/**
 * The evidence origin: bytes under short-lived capability addresses, on an origin without any rights.
 * A dropped HTML or SVG opened on the program's own origin would run with its rights; here it has none, and only pictures and PDF
 * are ever shown in place, everything else is a download.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { blobPath } from '../../../db/blobs.ts';
import type { DataFolder } from '../../../db/data-folder.ts';
import { fileStream } from './file-stream.ts';
import { previewOf } from './media-types.ts';
import { refusalResponse, refuse } from './refusal.ts';

type Ticket = { sha256: string; mediaType: string; fileName: string; download: boolean; until: number };

export type Capabilities = {
  /** Address under which the stored bytes can be fetched for a few minutes. */
  address(ticket: Omit<Ticket, 'until'>): string;
  setOrigin(origin: string): void;
  serve(request: Request): Promise<Response>;
};

/** Long enough to page through a PDF, short enough to be worthless in a history list. */
const lifetime = 10 * 60 * 1000;

export function createCapabilities(folder: DataFolder, clock: () => number): Capabilities {
  const key = randomBytes(32);
  let origin = '';
  const sign = (payload: string) => createHmac('sha256', key).update(payload).digest('base64url');

  const redeem = (token: string): Ticket | null => {
    const [payload = '', mark = ''] = token.split('.');
    const right = Buffer.from(sign(payload));
    const given = Buffer.from(mark);
    if (right.length !== given.length || !timingSafeEqual(right, given)) return null;
    const ticket = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Ticket;
    return ticket.until > clock() ? ticket : null;
  };

  return {
    address: (ticket) => {
      const payload = Buffer.from(JSON.stringify({ ...ticket, until: clock() + lifetime })).toString('base64url');
      return `${origin}/e/${payload}.${sign(payload)}`;
    },
    setOrigin: (value) => {
      origin = value;
    },
    serve: async (request) => {
      const match = /^\/e\/([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/.exec(new URL(request.url).pathname);
      const ticket = match?.[1] ? redeem(match[1]) : null;
      if (!ticket) return refusalResponse(refuse('khong-duoc-phep'));
      const path = blobPath(folder, ticket.sha256);
      const size = (await stat(path).catch(() => null))?.size;
      if (size === undefined) return refusalResponse(refuse('mat-minh-chung'));
      return fileResponse(request, path, size, ticket);
    },
  };
}

function fileResponse(request: Request, path: string, size: number, ticket: Ticket): Response {
  const shown = !ticket.download && previewOf(ticket.mediaType) !== 'none';
  const headers = new Headers({
    'content-type': shown ? ticket.mediaType : 'application/octet-stream',
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(ticket.fileName)}`,
    'content-security-policy': "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    'referrer-policy': 'no-referrer',
    'accept-ranges': 'bytes',
    etag: `"${ticket.sha256}"`,
  });
  const range = parseRange(request.headers.get('range'), size);
  if (range === 'wrong') {
    headers.set('content-range', `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  headers.set('content-length', String(end - start + 1));
  if (range) headers.set('content-range', `bytes ${start}-${end}/${size}`);
  const body = request.method === 'HEAD' ? null : fileStream(() => open(path, 'r'), start, end);
  return new Response(body, { status: range ? 206 : 200, headers });
}

/** One byte range (RFC 9110, 14.1.2); several ranges are answered with the whole file, as the RFC allows. */
function parseRange(header: string | null, size: number): { start: number; end: number } | 'wrong' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  if (match[1] === '') {
    const length = Math.min(Number(match[2]), size);
    return length === 0 ? 'wrong' : { start: size - length, end: size - 1 };
  }
  const start = Number(match[1]);
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start > end || start >= size ? 'wrong' : { start, end };
}
