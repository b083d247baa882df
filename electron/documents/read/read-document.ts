/**
 * Opens a foreign file and says what plan it holds. The kind is decided by content, never by the name. Pure computation on
 * bytes, made to run in a worker that may be killed: nothing is stored, opened or fetched.
 */
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import type { ReadPlan } from '../../../shared/plan/read-plan.ts';
import type { ReadingBlock } from '../../../shared/reading/blocks.ts';
import { type ReadOptions, readBlocks } from '../../../shared/reading/read-blocks.ts';
import { nfc } from '../../../shared/text/fold.ts';
import type { ContainerText } from './container/container-text.ts';
import { containerKind } from './container/kind.ts';
import { limits } from './container/limits.ts';
import { isOpenDocument, partsByType, sheetPart, wordPart } from './container/package.ts';
import { type ReadProblem, readProblemOf, stopReading } from './container/problems.ts';
import { openContainer } from './container/unpack.ts';
import { readExportMark } from './export-mark.ts';
import { looksLikeHtml, readHtml } from './html/read-html.ts';
import { readXls } from './sheet/read-xls.ts';
import { readXlsx } from './sheet/read-xlsx.ts';
import { decodePage, decodeText } from './text/decode.ts';
import { readText } from './text/read-text.ts';
import { readDocx } from './word/read-docx.ts';

export type { ReadOptions } from '../../../shared/reading/read-blocks.ts';
export type { ReadProblem, ReadProblemCode } from './container/problems.ts';

/**
 * Reads a file into a plan beside its source. Refuses (with a code and a Vietnamese sentence) what is empty, too large,
 * broken, protected, not text, or of a kind that is not read. `name` is only repeated in the result.
 */
export function readDocument(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Result<ReadPlan, ReadProblem> {
  try {
    const { blocks, mark, ...facts } = readContainer(bytes);
    if (!blocks.some(hasText)) stopReading('no-text');
    const plan = readBlocks(blocks, { ...facts, name: nfc(name), bytes: bytes.length }, options);
    return ok(mark === undefined ? plan : { ...plan, source: { ...plan.source, mark } });
  } catch (error) {
    const refusal = readProblemOf(error);
    if (refusal) return fail(refusal);
    throw error;
  }
}

/** The text blocks of a file in order, without looking for a plan in them; refused like `readDocument`. */
export function readBlocksOf(bytes: Uint8Array): Result<ReadingBlock[], ReadProblem> {
  try {
    return ok(readContainer(bytes).blocks);
  } catch (error) {
    const refusal = readProblemOf(error);
    if (refusal) return fail(refusal);
    throw error;
  }
}

function readContainer(bytes: Uint8Array): ContainerText {
  if (bytes.length === 0) stopReading('empty');
  if (bytes.length > limits.file) stopReading('too-large');
  const kind = containerKind(bytes);
  if (kind === 'zip') return readPackage(bytes);
  if (kind === 'xls') return readXls(bytes);
  if (kind !== 'unknown') return stopReading(kind);
  const decoded = decodeText(bytes) ?? stopReading('unknown');
  return looksLikeHtml(decoded.text) ? readHtml(decodePage(bytes, decoded)) : readText(decoded);
}

function readPackage(bytes: Uint8Array): ContainerText {
  const container = openContainer(bytes);
  const parts = partsByType(container);
  const text = wordPart(container, parts);
  if (text !== null) return { ...readDocx(container, parts, text), mark: readExportMark(container) };
  const workbook = sheetPart(container, parts);
  if (workbook !== null) return readXlsx(container, workbook);
  return stopReading(isOpenDocument(container) ? 'opendocument' : 'unknown');
}

const hasText = (block: ReadingBlock): boolean =>
  block.type === 'paragraph' ? block.text.trim() !== '' : block.cells.some((cell) => cell.text.trim() !== '');
