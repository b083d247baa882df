import type { AppHost, Door } from '../../electron/server/core/app-host.ts';

/** A program that only tells what reached it: the doors are tested without anything behind them. */
export type FakeApp = AppHost & {
  readonly seen: { method: string; path: string; door: Door; authorization: string | null }[];
  /** Set by setEvidenceOrigin(). */
  readonly origins: string[];
  /** How many bytes the last endless body produced, and whether its reader went away. */
  readonly endless: { bytes: number; cancelled: boolean };
};

const letters = (count: number, letter: number) => new Uint8Array(count).fill(letter);

async function count(body: ReadableStream<Uint8Array> | null): Promise<number> {
  let bytes = 0;
  if (body !== null) for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) bytes += chunk.byteLength;
  return bytes;
}

export function fakeApp(): FakeApp {
  const seen: FakeApp['seen'] = [];
  const origins: string[] = [];
  const endless = { bytes: 0, cancelled: false };

  const routes: Record<string, (request: Request) => Promise<Response> | Response> = {
    '/api/xin-chao': () => Response.json({ loi: 'Xin chào' }),
    '/api/nhan': async (request) => Response.json({ bytes: await count(request.body) }),
    '/api/khong-doc': () =>
      Response.json({ error: { code: 'qua-lon', message: 'Tệp lớn quá mức nhận.' } }, { status: 413 }),
    '/api/loi': () => {
      throw new Error('a defect with a secret inside');
    },
    '/api/dai': () => {
      let left = 64;
      return new Response(
        new ReadableStream({
          pull(controller) {
            if (left-- === 0) controller.close();
            else controller.enqueue(letters(256 * 1024, 97));
          },
        }),
        { headers: { 'Content-Length': String(64 * 256 * 1024) } },
      );
    },
    '/api/vo-tan': () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            endless.bytes += 64 * 1024;
            controller.enqueue(letters(64 * 1024, 98));
          },
          cancel() {
            endless.cancelled = true;
          },
        }),
      ),
    '/api/dut': () => {
      let sent = false;
      return new Response(
        new ReadableStream({
          pull(controller) {
            if (sent) controller.error(new Error('the disk broke'));
            else controller.enqueue(letters(1024, 99));
            sent = true;
          },
        }),
        { headers: { 'Content-Length': '4096' } },
      );
    },
  };

  return {
    seen,
    origins,
    endless,
    fetch(request, { door }) {
      const path = new URL(request.url).pathname;
      seen.push({ method: request.method, path, door, authorization: request.headers.get('authorization') });
      return (
        routes[path]?.(request) ?? Response.json({ error: { code: 'khong-tim-thay', message: '' } }, { status: 404 })
      );
    },
    evidence(request) {
      if (!new URL(request.url).pathname.includes('/e/')) return new Response(null, { status: 404 });
      // A hostile file, answered carelessly: the door must make it harmless.
      return new Response('<script>parent.hacked = true</script>', {
        headers: { 'Content-Type': 'text/html', 'Content-Security-Policy': "default-src * 'unsafe-inline'" },
      });
    },
    setEvidenceOrigin(origin) {
      origins.push(origin);
    },
    async close() {},
  };
}
