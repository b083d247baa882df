/**
 * Node's http messages as web requests and answers. Bodies flow with back-pressure both ways: a gigabyte of evidence passes
 * through a few hundred kilobytes of memory, and a page that goes away stops the reading behind it.
 *
 * [Note: own streams] Node's own adapters (`Readable.toWeb`) can end the process when the page cancels at the wrong
 * moment, because they write to a stream that was just closed. These check first.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * The request's bytes, taken from the connection only as they are read. Ends in an error, never early and silent, when the
 * sender breaks off. What is left unread once the answer is out is dropped, so that the sender gets to see the answer.
 */
function bodyOf(incoming: IncomingMessage, outgoing: ServerResponse): ReadableStream<Uint8Array<ArrayBuffer>> {
  let attached = false;
  let done = false;
  const drop = () => {
    done = true;
    incoming.resume();
  };
  const attach = (controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>) => {
    attached = true;
    const end = (action: () => void) => {
      if (done) return;
      done = true;
      action();
    };
    incoming.on('data', (chunk: Buffer) => {
      if (done) return;
      controller.enqueue(new Uint8Array(chunk));
      incoming.pause();
    });
    incoming.on('end', () => end(() => controller.close()));
    incoming.on('error', (error) => end(() => controller.error(error)));
    incoming.on('close', () => end(() => controller.error(new Error('the sender broke off'))));
    outgoing.on('finish', drop);
  };
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (!attached) attach(controller);
        // A sender that left before the first read has sent its last event already.
        if (incoming.destroyed && !done) throw new Error('the sender broke off');
        incoming.resume();
      },
      cancel: drop,
    },
    { highWaterMark: 0 },
  );
}

/**
 * The request as the program sees it: `origin` plus the address, headers without the door's own token, the body as a stream,
 * and a signal that fires when the other side goes away. Null when the address or a header is malformed.
 */
export function toRequest(incoming: IncomingMessage, outgoing: ServerResponse, origin: string): Request | null {
  const address = incoming.url ?? '';
  if (!address.startsWith('/')) return null;
  const gone = new AbortController();
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  try {
    const headers = new Headers();
    for (const [name, values] of Object.entries(incoming.headersDistinct)) {
      for (const value of values ?? []) headers.append(name, value);
    }
    const method = incoming.method ?? 'GET';
    const bodyless = method === 'GET' || method === 'HEAD';
    return new Request(origin + address, {
      method,
      headers,
      signal: gone.signal,
      ...(bodyless ? {} : { body: bodyOf(incoming, outgoing), duplex: 'half' }),
    });
  } catch {
    return null;
  }
}

const drained = (outgoing: ServerResponse) =>
  new Promise<void>((resolve) => {
    const go = () => {
      outgoing.off('drain', go);
      outgoing.off('close', go);
      resolve();
    };
    outgoing.on('drain', go);
    outgoing.on('close', go);
  });

/**
 * Sends an answer. When its body fails half-way the connection is cut, so that the page sees a broken transfer and not a
 * short file; when the page goes away the body is cancelled.
 */
export async function sendResponse(answer: Response, outgoing: ServerResponse, headOnly: boolean): Promise<void> {
  if (outgoing.destroyed) {
    await answer.body?.cancel();
    return;
  }
  outgoing.writeHead(answer.status, [...answer.headers].flat());
  if (answer.body === null || headOnly) {
    outgoing.end();
    await answer.body?.cancel();
    return;
  }
  // The first bytes of a slow stream (progress of a job) may come late; the page should know at once that it is open.
  outgoing.flushHeaders();
  const reader = answer.body.getReader();
  const stop = () => void reader.cancel().catch(() => undefined);
  outgoing.on('close', stop);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || outgoing.destroyed) break;
      if (!outgoing.write(value)) await drained(outgoing);
    }
    outgoing.off('close', stop);
    outgoing.end();
  } catch (error) {
    outgoing.destroy();
    throw error;
  }
}
