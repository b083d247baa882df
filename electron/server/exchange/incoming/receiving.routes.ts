/** Receiving: a file is checked first and received on a person's yes. Any number of files at once; each is a job of its own. */
import { createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Hono } from 'hono';
import { readOffice } from '../../../../db/queries/office.ts';
import { contract } from '../../../../shared/api/contract/contract.ts';
import type { Deps } from '../../core/deps.ts';
import { implement, type ServerEnv } from '../../core/implement.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { checkFile, checkFolder, type PendingFile } from './check-file.ts';
import { receiveFile } from './receive.ts';
import { dropWaiting, listWaiting } from './waiting-parts.ts';

export function receivingRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { receiving } = contract;
  const waiting = new Map<string, PendingFile>();

  const letGo = (id: string) => {
    const found = waiting.get(id);
    if (found) rmSync(found.folder, { recursive: true, force: true });
    waiting.delete(id);
  };

  /** Checks as a job; what waits for a yes or a password stays, everything else leaves the disk at once. */
  const startCheck = (given: { path: string; fileName: string; folder: string; password?: string }) =>
    deps.jobs.start(
      { kind: 'check', label: `Kiểm tra ${given.fileName}`, unit: 'bytes', total: 0 },
      async (control) => {
        let kept = false;
        try {
          const staged = await checkFile(deps, given, control);
          kept = staged.check.receivable || staged.check.needsPassword;
          if (kept) waiting.set(control.id, staged);
          return staged.check;
        } finally {
          if (!kept) rmSync(given.folder, { recursive: true, force: true });
        }
      },
    );

  implement(app, deps, receiving.check, async ({ query, bytes }) => {
    if (!readOffice(deps.db)) return refuse('chua-co-co-quan');
    if (bytes === null) return refuse('tep-rong');
    const folder = checkFolder(deps);
    const path = join(folder, 'goi');
    try {
      await pipeline(
        Readable.from(counted(bytes, receiving.check.body.rawBytes)),
        createWriteStream(path, { flags: 'wx' }),
      );
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      if (error instanceof TooLong) return refuse('qua-lon');
      throw error;
    }
    return startCheck({ path, fileName: query.name, folder });
  });

  implement(app, deps, receiving.unlock, ({ params, body }) => {
    const found = waiting.get(params.id);
    if (!found) return refuse('viec-da-xong', undefined, gone);
    waiting.delete(params.id);
    return startCheck({
      path: found.path,
      fileName: found.facts.fileName,
      folder: found.folder,
      password: body.password,
    });
  });

  implement(app, deps, receiving.receive, async ({ params, body, actor }) => {
    const found = waiting.get(params.id);
    if (!found) return refuse('viec-da-xong', undefined, gone);
    const answer = await receiveFile(deps, actor, found, body);
    // What needs another word of the person stays; everything else is over.
    if (!isRefusal(answer)) letGo(params.id);
    return answer;
  });

  implement(app, deps, receiving.parts, () => ({ sets: listWaiting(deps) }));

  implement(app, deps, receiving.discardParts, ({ params }) => {
    dropWaiting(deps, params.id);
    return {};
  });

  implement(app, deps, receiving.discard, ({ params }) => {
    letGo(params.id);
    return {};
  });
}

const gone = 'Lần kiểm tra này đã xong hoặc không nhận được. Hãy thả lại tệp gói để kiểm tra lại.';

class TooLong extends Error {}

async function* counted(stream: ReadableStream<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > limit) throw new TooLong();
    yield chunk;
  }
}
