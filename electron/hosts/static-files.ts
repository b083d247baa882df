/**
 * The built page's files. The folder is listed once, at start; afterwards a request can only name a file of that list, so no
 * spelling of a path leads elsewhere. Files are read whole: they are small, and inside Electron's archive nothing else works.
 */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { doorRefusalAsPage } from './refusals.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

type StaticFile = { readonly path: string; readonly type: string; readonly immutable: boolean };

export type StaticFiles = {
  /** How many files were found. Nought means the page has not been built. */
  readonly count: number;
  /** The file, the start page for an address of the program's own, or a refusal; `headers` go on every file. */
  answer(request: Request, headers: Readonly<Record<string, string>>): Promise<Response>;
};

function list(folder: string, address: string, into: Map<string, StaticFile>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) list(path, `${address}${entry.name}/`, into);
    // Links are left out: they could point anywhere.
    if (!entry.isFile()) continue;
    into.set(address + entry.name, {
      path,
      type: types[extname(entry.name).toLowerCase()] ?? 'application/octet-stream',
      // The builder puts the content's hash into the names below /assets/.
      immutable: address.startsWith('/assets/'),
    });
  }
}

function listAll(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  try {
    list(folder, '/', files);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return files;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/** Opens the folder of the built page. An absent folder is not an error here: the answer says what to do. */
export function openStaticFiles(folder: string): StaticFiles {
  const files = listAll(folder);

  return {
    count: files.size,
    async answer(request, headers) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return doorRefusalAsPage('khong-lam-duoc');
      if (files.size === 0) return doorRefusalAsPage('chua-dung-giao-dien');
      const name = decode(new URL(request.url).pathname);
      if (name === null) return doorRefusalAsPage('yeu-cau-hong');
      // Addresses inside the program (/nhiem-vu/…) have no ending; they are all the one page.
      const file = files.get(name) ?? (extname(name) === '' ? files.get('/index.html') : undefined);
      if (file === undefined) return doorRefusalAsPage('khong-co-trang');
      const bytes = await readFile(file.path);
      return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), {
        headers: {
          ...headers,
          'Content-Type': file.type,
          'Content-Length': String(bytes.length),
          'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
        },
      });
    },
  };
}
