import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrintPdf } from '../../electron/documents/write/print-pdf.ts';
import type { AppHost } from '../../electron/server/core/app-host.ts';
import { startDesktop } from '../../electron/shell/desktop.ts';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import { type FakeApp, fakeApp } from '../hosts/fake-app.ts';
import { FakeWindow, type Recorder, recorder } from './recorder.ts';

const tick = () => new Promise((resolve) => setImmediate(resolve));

let folder: string;
let seen: Recorder;
let app: FakeApp;
let defects: unknown[];
let given: PrintPdf[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'so-viec-desktop-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Sổ Việc</title>');
  seen = recorder();
  app = fakeApp();
  defects = [];
  given = [];
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (opened: Result<AppHost, { message: string }> = ok(app)) =>
  startDesktop(seen.electron, {
    profileDir: join(folder, 'profile'),
    rendererDir: folder,
    preload: '/out/preload.cjs',
    open: async (_tickets, printPdf) => {
      given.push(printPdf);
      return opened;
    },
    drives: async () => [],
    onDefect: (error) => defects.push(error),
  });

/** Asks as the window would; `from` is the origin the browser reports. */
async function ask(url: string, init: RequestInit = {}, from?: string): Promise<Response> {
  const handler = seen.protocolHandlers.get('app');
  if (handler === undefined) throw new Error('the scheme is not served');
  const request = new Request(url, init);
  if (from !== undefined) Object.defineProperty(request, 'initiatorOrigin', { value: from });
  return handler(request);
}

describe('SH6 the scheme', () => {
  it('SH6 is registered before ready, with exactly these rights', async () => {
    await start();
    expect(seen.order).toEqual(['setPath', 'registerScheme', 'lock', 'ready', 'protocol.handle']);
    expect(seen.schemes).toEqual([
      {
        scheme: 'app',
        privileges: {
          standard: true,
          secure: true,
          supportFetchAPI: true,
          stream: true,
          corsEnabled: true,
          codeCache: true,
          bypassCSP: false,
          allowServiceWorkers: false,
        },
      },
    ]);
    expect(seen.app.sandboxed).toBe(true);
    expect(seen.app.paths.userData).toBe(join(folder, 'profile'));
  });
});

describe('the protocol', () => {
  it('HO5 HO6 serves the page with its policy', async () => {
    await start();
    for (const path of ['', 'index.html', 'nhiem-vu/3']) {
      const answer = await ask(`app://so-viec/${path}`);
      expect(await answer.text()).toContain('Sổ Việc');
      expect(answer.headers.get('content-security-policy')).toContain("connect-src 'self' app://minh-chung");
    }
    expect((await ask('app://so-viec/%2e%2e%2fsecret.txt')).status).toBe(404);
    expect((await ask('app://so-viec/', { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('hands API requests to the program as the window, without a token', async () => {
    await start();
    const answer = await ask('app://so-viec/api/xin-chao', {}, 'app://so-viec');
    expect(await answer.json()).toEqual({ loi: 'Xin chào' });
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const sent = await ask('app://so-viec/api/nhan', { method: 'PUT', body: new Uint8Array(300_000) }, 'app://so-viec');
    expect(await sent.json()).toEqual({ bytes: 300_000 });
    expect(app.seen.map(({ door }) => door)).toEqual(['window', 'window']);
  });

  it.each(['app://minh-chung', 'null', 'https://evil.example'])('HO4 refuses the API to %s', async (from) => {
    await start();
    expect((await ask('app://so-viec/api/xin-chao', {}, from)).status).toBe(403);
    expect((await ask('app://so-viec/api/xin-chao', { headers: { Origin: from } })).status).toBe(403);
    expect(app.seen).toEqual([]);
  });

  it('HO7 serves evidence without rights, on its own origin', async () => {
    await start();
    expect(app.origins).toEqual(['app://minh-chung']);
    const answer = await ask('app://minh-chung/e/abc', { headers: { Origin: 'app://so-viec' } });
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none';/);
    expect(answer.headers.get('access-control-allow-origin')).toBe('app://so-viec');
    expect((await ask('app://minh-chung/api/xin-chao')).status).toBe(404);
    expect((await ask('app://minh-chung/e/abc', { method: 'DELETE' })).status).toBe(405);
    expect((await ask('app://khac/')).status).toBe(404);
  });

  it('HO8 stops the reading when the page goes away', async () => {
    await start();
    const answer = await ask('app://so-viec/api/vo-tan', {}, 'app://so-viec');
    const reader = answer.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(app.endless.cancelled).toBe(true);
  });

  it('HO9 answers a defect with a sentence', async () => {
    await start();
    const answer = await ask('app://so-viec/api/loi', {}, 'app://so-viec');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
    expect(defects).toHaveLength(1);
  });
});

describe('SH10, SH11 start and end', () => {
  it('SH10 gives way to the first start, which comes to the front', async () => {
    seen.app.first = false;
    await start();
    expect(seen.app.quits).toBe(1);
    expect(FakeWindow.made).toEqual([]);

    seen = recorder();
    await start();
    const [window] = FakeWindow.made;
    if (window !== undefined) window.minimized = true;
    seen.app.emit('second-instance');
    expect(window?.calls).toEqual(['load app://so-viec/', 'restore', 'show', 'focus']);
  });

  it('SH10 says why the data cannot be opened, and ends', async () => {
    await start(fail({ message: 'Dữ liệu này đang được mở ở một cửa sổ Sổ Việc khác.' }));
    expect(seen.dialog.errors).toEqual([
      ['Sổ Việc chưa mở được', 'Dữ liệu này đang được mở ở một cửa sổ Sổ Việc khác.'],
    ]);
    expect(seen.app.exits).toEqual([1]);
    expect(FakeWindow.made).toEqual([]);
  });

  it('SH11 quits when the window is closed, after the data is closed', async () => {
    let finish = () => {};
    app.close = () => new Promise((resolve) => (finish = resolve));
    await start();
    seen.app.emit('window-all-closed');
    expect(seen.app.quits).toBe(1);

    const quit = () => {
      const asked = {
        prevented: false,
        preventDefault() {
          asked.prevented = true;
        },
      };
      seen.app.emit('will-quit', asked);
      return asked.prevented;
    };
    expect([quit(), quit()]).toEqual([true, true]);
    await tick();
    expect(seen.app.quits).toBe(1);
    finish();
    await tick();
    expect(seen.app.quits).toBe(2);
    expect(quit()).toBe(false);
  });

  it('SH11 quits although closing failed, and tells', async () => {
    app.close = () => Promise.reject(new Error('the disk is gone'));
    await start();
    seen.app.emit('will-quit', { preventDefault: () => undefined });
    await tick();
    expect(defects).toHaveLength(1);
    expect(seen.app.quits).toBe(1);
  });

  it('leaves Ctrl+Z to the page', async () => {
    await start();
    expect(JSON.stringify(seen.menus)).toContain('zoomIn');
    expect(JSON.stringify(seen.menus)).not.toContain('"undo"');
  });
});

it('SH12 gives the program its own way to print to PDF', async () => {
  await start();
  expect(await given[0]?.('<p>Kế hoạch</p>')).toMatchObject({ ok: true });
  // The window of the program, and the hidden one that printed.
  expect(FakeWindow.made.map(({ options }) => options.show)).toEqual([false, false]);
  expect(FakeWindow.made.map(({ destroyed }) => destroyed)).toEqual([false, true]);
});
