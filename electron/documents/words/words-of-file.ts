/** The words inside a stored file, for finding it: Word, Excel, plain text by our own readers, PDF by pdf.js. Runs in a work thread. */
import { readFileSync, statSync } from 'node:fs';
import { readBlocksOf } from '../read/read-document.ts';
import { wordsOfPdf } from './words-of-pdf.ts';

export type WordsOfFile = { state: 'doc-duoc' | 'khong-co-chu' | 'khong-doc-duoc'; text: string };

/** Larger files are not looked into: reading them would hold an old computer up for a search that rarely needs them. */
export const wordLimits = { bytes: 20 * 1024 * 1024, pages: 300, letters: 1024 * 1024 } as const;

/** Never throws for what the file holds; a file that cannot be read is told apart from one without words (a scan). */
export async function wordsOfFile({ path }: { path: string }): Promise<WordsOfFile> {
  if (statSync(path).size > wordLimits.bytes) return { state: 'khong-doc-duoc', text: '' };
  const bytes = new Uint8Array(readFileSync(path));
  const text = isPdf(bytes) ? await wordsOfPdf(bytes, wordLimits) : wordsOfOffice(bytes);
  if (text === null) return { state: 'khong-doc-duoc', text: '' };
  const plain = text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, wordLimits.letters);
  return /\p{L}{2}/u.test(plain) ? { state: 'doc-duoc', text: plain } : { state: 'khong-co-chu', text: '' };
}

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

function wordsOfOffice(bytes: Uint8Array): string | null {
  const blocks = readBlocksOf(bytes);
  if (!blocks.ok) return null;
  return blocks.value
    .map((block) => (block.type === 'paragraph' ? block.text : block.cells.map((cell) => cell.text).join(' ')))
    .join(' ');
}
