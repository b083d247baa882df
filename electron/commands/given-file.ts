/** Bytes given to a command: a file on the disk, or what comes on the standard input; bounded as at the door of the server. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { CommandRefused } from './command.ts';

const largest = 50 * 1024 * 1024;

export type GivenFile = { name: string; bytes: Uint8Array };

/** `-` is the standard input, as pasted: the reader finds out by itself whether it is a page or text. */
export const givenFile = async (path: string): Promise<GivenFile> =>
  path === '-'
    ? { name: 'dan-vao.txt', bytes: await standardInput() }
    : { name: basename(path), bytes: fileBytes(path) };

export function fileBytes(path: string): Uint8Array {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts?.isFile()) throw new CommandRefused('khong-tim-thay', `Không có tệp ${path}. Hãy kiểm tra lại tên tệp.`);
  if (facts.size > largest)
    throw new CommandRefused('qua-lon', 'Tệp lớn hơn 50 MB nên không đọc. Hãy bỏ bớt ảnh trong tệp rồi thử lại.');
  return readFileSync(path);
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    length += chunk.length;
    if (length > largest) throw new CommandRefused('qua-lon', 'Nội dung dán vào lớn hơn 50 MB nên không đọc.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
