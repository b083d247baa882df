/**
 * A file as a web stream. Not `Readable.toWeb`: when a page cancels, that can throw an error nobody can catch and end the process.
 * This one opens the file only when asked for bytes and closes it whatever happens.
 */
import type { FileHandle } from 'node:fs/promises';

const chunkBytes = 256 * 1024;

/** Bytes `start` to `end` inclusive. */
export function fileStream(open: () => Promise<FileHandle>, start: number, end: number): ReadableStream<Uint8Array> {
  let handle: FileHandle | undefined;
  let position = start;
  let closed = false;
  const shut = async () => {
    closed = true;
    const current = handle;
    handle = undefined;
    await current?.close();
  };
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          handle ??= await open();
          if (closed) return void (await shut());
          const buffer = new Uint8Array(Math.min(chunkBytes, end - position + 1));
          const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
          if (closed) return;
          if (bytesRead === 0) throw new Error('the file is shorter than announced');
          position += bytesRead;
          controller.enqueue(bytesRead === buffer.length ? buffer : buffer.subarray(0, bytesRead));
          if (position > end) {
            controller.close();
            await shut();
          }
        } catch (error) {
          if (closed) return;
          controller.error(error);
          await shut();
        }
      },
      cancel: shut,
    },
    { highWaterMark: 0 },
  );
}
