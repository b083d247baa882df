import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HttpHost, serveHttp } from '../../electron/hosts/node-http.ts';
import { type FakeApp, fakeApp } from './fake-app.ts';

let base: string;
let folder: string;
let app: FakeApp;
let host: HttpHost;
let defects: unknown[];

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'so-viec-hosts-'));
  folder = join(base, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Sổ Việc</title>');
  writeFileSync(join(folder, 'assets', 'trang-4f2a.js'), 'export {};');
  writeFileSync(join(base, 'so-viec-secret.txt'), 'outside');
  app = fakeApp();
  defects = [];
  const opened = await serveHttp(app, { port: 0, rendererDir: folder, onDefect: (error) => defects.push(error) });
  if (!opened.ok) throw new Error(opened.error.message);
  host = opened.value;
});

afterEach(async () => {
  await host.close();
  rmSync(base, { recursive: true, force: true });
});

const withToken = (extra: Record<string, string> = {}) => ({ Authorization: `Bearer ${host.token}`, ...extra });

/** A request as raw as Node lets us make it: own Host header, unnormalised path. */
function raw(
  path: string,
  headers: Record<string, string>,
  port = host.port,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, headers, setHost: false }, (answer: IncomingMessage) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Waits for something another side will bring about; the test's own limit ends it when it never happens. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('HO1 loopback only', () => {
  it('HO1 is not reachable by this machine’s other addresses', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter((entry) => !entry.internal && entry.family === 'IPv4');
    for (const { address } of others) {
      const refused = await new Promise((resolve) => {
        const socket = connect(host.port, address);
        socket.on('connect', () => resolve(false));
        socket.on('error', () => resolve(true));
      });
      expect(refused, address).toBe(true);
    }
  });
});

describe('HO2 own names only', () => {
  it.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost.evil.example:PORT',
    '[::1]:PORT',
    '',
  ])('HO2 refuses Host "%s" before anything else', async (name) => {
    const Host = name.replace('PORT', String(host.port));
    const answer = await raw('/api/xin-chao', { Host, Authorization: `Bearer ${host.token}` });
    // Node itself answers a request with an empty Host header.
    expect([400, 421]).toContain(answer.status);
    expect(app.seen).toEqual([]);
  });

  it('HO2 says in Vietnamese which address to use', async () => {
    const answer = await raw('/', { Host: 'evil.example' });
    expect(answer.status).toBe(421);
    expect(answer.text).toContain('Sổ Việc chỉ mở được trên chính máy này');
  });

  it('HO2 guards the evidence port as well', async () => {
    const port = Number(new URL(host.evidenceOrigin).port);
    expect((await raw('/e/abc', { Host: 'evil.example' }, port)).status).toBe(421);
    expect((await raw('/e/abc', { Host: `127.0.0.1:${host.port}` }, port)).status).toBe(421);
    expect((await raw('/e/abc', { Host: `127.0.0.1:${port}` }, port)).status).toBe(200);
  });

  it('HO2 knows localhost too', async () => {
    const answer = await raw('/api/xin-chao', { Host: `localhost:${host.port}`, ...withToken() });
    expect(answer.status).toBe(200);
  });
});

describe('HO3 the token of this start', () => {
  it('HO3 lets the page in, and does not show the token to the program', async () => {
    const answer = await fetch(`${host.origin}/api/xin-chao`, { headers: withToken() });
    expect(await answer.json()).toEqual({ loi: 'Xin chào' });
    expect(app.seen).toEqual([{ method: 'GET', path: '/api/xin-chao', door: 'http', authorization: null }]);
  });

  it.each(['', 'Bearer', 'Bearer x', 'Basic abc', 'bearer TOKEN', 'Bearer TOKENx', 'Bearer TOKEN x'])(
    'HO3 refuses "%s"',
    async (header) => {
      const Authorization = header.replace('TOKEN', host.token);
      const answer = await fetch(`${host.origin}/api/xin-chao`, { headers: { Authorization } });
      expect(answer.status).toBe(403);
      const body = (await answer.json()) as { error: { code: string; message: string } };
      expect(body.error.code).toBe('phien-cu');
      expect(body.error.message).toContain('mở lại');
      expect(app.seen).toEqual([]);
    },
  );

  it('HO3 shows a person a page instead of data', async () => {
    const answer = await fetch(`${host.origin}/api/xin-chao`, { headers: { Accept: 'text/html' } });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toContain('Trang này không còn dùng được');
  });

  it('HO3 is new at each start, and long', async () => {
    const again = await serveHttp(fakeApp(), { port: 0, rendererDir: folder });
    if (!again.ok) throw new Error(again.error.message);
    expect(again.value.token).not.toBe(host.token);
    expect(Buffer.from(host.token, 'base64url').length).toBe(32);
    expect(host.address).toBe(`${host.origin}/#k=${host.token}`);
    await again.value.close();
  });

  it('HO3 is not in the page', async () => {
    const page = await (await fetch(host.origin)).text();
    expect(page).not.toContain(host.token);
  });
});

describe('HO4 other pages', () => {
  it.each([
    ['Origin', 'https://evil.example'],
    ['Origin', 'null'],
    ['Origin', 'EVIDENCE'],
    ['Sec-Fetch-Site', 'cross-site'],
  ])('HO4 refuses %s: %s even with the token', async (name, value) => {
    const headers = withToken({ [name]: value.replace('EVIDENCE', host.evidenceOrigin) });
    const answer = await raw('/api/xin-chao', { Host: `127.0.0.1:${host.port}`, ...headers });
    expect(answer.status).toBe(403);
    expect(app.seen).toEqual([]);
  });

  it('HO4 accepts our own', async () => {
    const answer = await fetch(`${host.origin}/api/nhan`, {
      method: 'POST',
      body: 'abc',
      headers: withToken({ Origin: host.origin }),
    });
    expect(await answer.json()).toEqual({ bytes: 3 });
  });
});

describe('HO5 the built page', () => {
  it('HO5 serves listed files, and the page for addresses of its own', async () => {
    for (const path of ['/', '/index.html', '/nhiem-vu/12', '/bao-cao']) {
      const answer = await fetch(host.origin + path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('<title>Sổ Việc</title>');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
    const asset = await fetch(`${host.origin}/assets/trang-4f2a.js`);
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    '/../so-viec-secret.txt',
    '/assets/../../so-viec-secret.txt',
    '/%2e%2e/so-viec-secret.txt',
    '/..%2fso-viec-secret.txt',
    '/..%5Cso-viec-secret.txt',
    '//so-viec-secret.txt',
    '/index.html%00.txt',
    '/etc/passwd.txt',
  ])('HO5 has nothing at %s', async (path) => {
    const answer = await raw(path, { Host: `127.0.0.1:${host.port}` });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('outside');
  });

  it('HO5 refuses what it cannot decode, and writes', async () => {
    expect((await raw('/%E0%A4%A', { Host: `127.0.0.1:${host.port}` })).status).toBe(400);
    expect((await fetch(host.origin, { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('HO5 serves only what was there at the start', async () => {
    writeFileSync(join(folder, 'moi.js'), '1');
    expect((await fetch(`${host.origin}/moi.js`)).status).toBe(404);
  });

  it('HO5 says what to do when the page was never built', async () => {
    const opened = await serveHttp(fakeApp(), { port: 0, rendererDir: join(folder, 'absent') });
    if (!opened.ok) throw new Error(opened.error.message);
    const answer = await fetch(opened.value.origin);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('npm start');
    await opened.value.close();
  });
});

describe('HO6 headers', () => {
  it('HO6 gives the page a narrow policy', async () => {
    const { headers } = await fetch(host.origin);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self' 'wasm-unsafe-eval'");
    expect(/connect-src ([^;]*)/.exec(policy)?.[1]).toBe(`'self' ${host.evidenceOrigin}`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  it('HO6 gives answers a policy too, and does not keep them', async () => {
    const { headers } = await fetch(`${host.origin}/api/xin-chao`, { headers: withToken() });
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('HO7 evidence', () => {
  it('HO7 takes all rights from a hostile file', async () => {
    expect(app.origins).toEqual([host.evidenceOrigin]);
    const { headers } = await fetch(`${host.evidenceOrigin}/e/abc`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^sandbox; default-src 'none';/);
    expect(policy).not.toContain('script-src');
    expect(policy).toContain(`frame-ancestors http://127.0.0.1:${host.port} http://localhost:${host.port}`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('HO7 is readable by script from our page alone', async () => {
    const ask = async (Origin: string) =>
      (await fetch(`${host.evidenceOrigin}/e/abc`, { headers: { Origin } })).headers.get('access-control-allow-origin');
    expect(await ask(host.origin)).toBe(host.origin);
    expect(await ask('https://evil.example')).toBeNull();
    expect(await ask('null')).toBeNull();
  });

  it('HO7 answers the browser’s question before a range', async () => {
    const answer = await fetch(`${host.evidenceOrigin}/e/abc`, { method: 'OPTIONS', headers: { Origin: host.origin } });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-headers')).toContain('Range');
  });

  it('HO7 has no API, no page, and takes nothing in', async () => {
    expect((await fetch(`${host.evidenceOrigin}/api/xin-chao`, { headers: withToken() })).status).toBe(404);
    expect((await fetch(host.evidenceOrigin)).status).toBe(404);
    expect((await fetch(`${host.evidenceOrigin}/e/abc`, { method: 'POST', body: 'x' })).status).toBe(405);
    expect(app.seen).toEqual([]);
  });
});

describe('HO8 streams', () => {
  const big = 24 * 1024 * 1024;

  it('HO8 takes a large upload and gives a large answer', async () => {
    const sent = await fetch(`${host.origin}/api/nhan`, {
      method: 'PUT',
      headers: withToken(),
      body: new Blob([new Uint8Array(big)]),
    });
    expect(await sent.json()).toEqual({ bytes: big });
    const answer = await fetch(`${host.origin}/api/dai`, { headers: withToken() });
    expect((await answer.arrayBuffer()).byteLength).toBe(64 * 256 * 1024);
  });

  it('HO8 delivers a refusal although the upload was not read', async () => {
    const answer = await fetch(`${host.origin}/api/khong-doc`, {
      method: 'PUT',
      headers: withToken(),
      body: new Blob([new Uint8Array(big)]),
    });
    expect(answer.status).toBe(413);
    expect(((await answer.json()) as { error: { code: string } }).error.code).toBe('qua-lon');
  });

  it('HO8 stops the reading when the page goes away', async () => {
    const leave = new AbortController();
    const answer = await fetch(`${host.origin}/api/vo-tan`, { headers: withToken(), signal: leave.signal });
    await answer.body?.getReader().read();
    leave.abort();
    await until(() => app.endless.cancelled);
    expect(defects).toEqual([]);
  });

  it('HO8 does not run ahead of a slow page', async () => {
    const socket = connect(host.port, '127.0.0.1');
    socket.pause();
    socket.write(
      `GET /api/vo-tan HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nAuthorization: Bearer ${host.token}\r\n\r\n`,
    );
    let before = -1;
    // Production stands still once the buffers of both sides are full.
    while (app.endless.bytes === 0 || before !== app.endless.bytes) {
      before = app.endless.bytes;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect(app.endless.bytes).toBeLessThan(64 * 1024 * 1024);
    socket.destroy();
    await until(() => app.endless.cancelled);
  });

  it('HO8 shows a broken transfer as broken', async () => {
    const answer = await fetch(`${host.origin}/api/dut`, { headers: withToken() });
    await expect(answer.arrayBuffer()).rejects.toThrow();
    expect(defects).toHaveLength(1);
  });

  it('HO8 turns an upload that breaks off into an error of the reader', async () => {
    const socket = connect(host.port, '127.0.0.1');
    socket.write(
      `PUT /api/nhan HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nAuthorization: Bearer ${host.token}\r\nContent-Length: 1000\r\n\r\nabc`,
    );
    await until(() => app.seen.length === 1);
    socket.destroy();
    // The door still answers others, and a sender who left is not reported as a defect.
    expect((await fetch(`${host.origin}/api/xin-chao`, { headers: withToken() })).status).toBe(200);
    expect(defects).toEqual([]);
  });
});

describe('HO9, HO10 failures of the door itself', () => {
  it('HO9 answers a defect with a sentence and keeps its text inside', async () => {
    const answer = await fetch(`${host.origin}/api/loi`, { headers: withToken() });
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).toContain('Sổ Việc gặp lỗi');
    expect(text).not.toContain('secret');
    expect(defects).toHaveLength(1);
    expect((await fetch(`${host.origin}/api/xin-chao`, { headers: withToken() })).status).toBe(200);
  });

  it('HO9 survives messages that are not http', async () => {
    for (const words of [
      'GET http://evil.example/ HTTP/1.1\r\nHost: HOST\r\n\r\n',
      'TRACE / HTTP/1.1\r\nHost: HOST\r\n\r\n',
      '\0\0\0',
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(host.port, '127.0.0.1');
        socket.on('data', () => socket.destroy());
        socket.on('close', () => resolve());
        socket.on('error', () => resolve());
        socket.write(words.replace('HOST', `127.0.0.1:${host.port}`));
      });
    }
    expect((await fetch(`${host.origin}/api/xin-chao`, { headers: withToken() })).status).toBe(200);
  });

  it('HO10 says that the port is taken', async () => {
    const second = await serveHttp(fakeApp(), { port: host.port, rendererDir: folder });
    expect(second).toMatchObject({ ok: false, error: { code: 'cong-ban' } });
    if (!second.ok) expect(second.error.message).toContain(`Cổng ${host.port}`);
  });

  it('HO10 frees both ports when closed', async () => {
    await host.close();
    await expect(fetch(host.origin)).rejects.toThrow();
    await expect(fetch(host.evidenceOrigin)).rejects.toThrow();
  });
});
