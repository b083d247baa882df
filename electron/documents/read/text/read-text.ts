/** Plain text, separated values and pasted text as blocks. */
import type { ReadingBlock } from '../../../../shared/reading/blocks.ts';
import { decodeByEvidence } from '../../../../shared/reading/legacy-fonts.ts';
import { textBlocks } from '../../../../shared/reading/plain-text.ts';
import type { ContainerText } from '../container/container-text.ts';
import { limits } from '../container/limits.ts';
import { stopReading } from '../container/problems.ts';
import { findDelimiter, separatedTable } from './separated.ts';

/** Reads decoded text: a table where fields are divided, paragraphs otherwise. Old encodings kept inside Unicode are undone. */
export function readText(decoded: { text: string; encoding: string }): ContainerText {
  const legacy = decodeByEvidence(decoded.text);
  const text = legacy.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const encoding = legacy.encoding ?? decoded.encoding;
  const delimiter = findDelimiter(text);
  const table = delimiter ? separatedTable(text, delimiter) : null;
  if (table) return { blocks: [table], warnings: [], encoding, plainText: false };
  const blocks: ReadingBlock[] = textBlocks(text);
  if (
    blocks.length > limits.blocks ||
    blocks.some((block) => block.type === 'paragraph' && block.text.length > limits.text)
  ) {
    stopReading('too-large');
  }
  return { blocks, warnings: [], encoding, plainText: true };
}
