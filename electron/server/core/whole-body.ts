/** A file sent as a raw body, in memory. */
import { type Refusal, refuse } from './refusal.ts';

/** The whole body in memory, or null when it is longer than allowed. */
export async function wholeBody(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A file that is to be read at once: refused as too long, or where nothing came. */
export async function wholeFile(
  stream: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array | Refusal> {
  const file = stream === null ? new Uint8Array() : await wholeBody(stream, limit);
  if (file === null) return refuse('qua-lon');
  return file.length === 0 ? refuse('tep-rong') : file;
}
