/** Where the words of a page flow: line by line into the page itself, or into the table cell that is open innermost. */
import type { Alignment, ReadingBlock } from '../../../../shared/reading/blocks.ts';
import { cleanText } from '../../../../shared/reading/clean-text.ts';
import { decodeByFont } from '../../../../shared/reading/legacy-fonts.ts';
import { limits } from '../container/limits.ts';
import { stopReading } from '../container/problems.ts';
import type { Look } from './look.ts';

type Line = { text: string; plain: boolean; bold: boolean; align: Alignment; level: number | null };
type Frame = { blocks: ReadingBlock[]; line: Line | null };

export type Flow = {
  /** True while a cell takes the words. */
  inCell(): boolean;
  /** Takes in words as they stand in the page, spaces and all. */
  addText(text: string, look: Look | undefined): void;
  /** A line break inside the line that is open; without one it is nothing. */
  breakLine(): void;
  /** Ends the open line: it becomes a paragraph, unless it is empty. */
  endLine(): void;
  /** The label of a list's item, put before the next words. */
  label(words: string): void;
  add(blocks: readonly ReadingBlock[]): void;
  openCell(): void;
  /** Ends the innermost cell and gives what flowed into it. */
  closeCell(): ReadingBlock[];
  /** What stands on the page outside of tables, and the tables. */
  page(): ReadingBlock[];
  /** Old encodings that were undone by the names of their fonts. */
  encodings(): string[];
};

/** Refuses a paragraph or a page beyond the limits. */
export function createFlow(): Flow {
  const page: Frame = { blocks: [], line: null };
  const cells: Frame[] = [];
  const encodings = new Set<string>();
  let pending = '';
  const frame = (): Frame => cells.at(-1) ?? page;

  function add(blocks: readonly ReadingBlock[]): void {
    frame().blocks.push(...blocks);
  }

  function endLine(): void {
    const { line } = frame();
    frame().line = null;
    if (!line) return;
    const text = cleanText(line.text)
      .replace(/[ \t]*\n[ \t]*/g, '\n')
      .trim();
    if (text === '') return;
    if (text.length > limits.text) stopReading('too-large');
    add([{ type: 'paragraph', text, bold: line.bold && !line.plain, align: line.align, level: line.level }]);
    if (frame().blocks.length > limits.blocks) stopReading('too-large');
  }

  function addText(text: string, look: Look | undefined): void {
    const words = text.replace(/[ \t\r\n\f]+/g, ' ');
    if (words === ' ' && !frame().line) return;
    const line = frame().line ?? {
      text: pending,
      plain: false,
      bold: true,
      align: look?.align ?? 'left',
      level: look?.level ?? null,
    };
    frame().line = line;
    pending = '';
    const decoded = decodeByFont(words, look?.font);
    if (decoded.encoding !== null) encodings.add(decoded.encoding);
    const atBeginning = line.text === '' || line.text.endsWith(' ') || line.text.endsWith('\n');
    line.text += atBeginning ? decoded.text.trimStart() : decoded.text;
    if (words.trim() !== '' && !look?.bold) line.plain = true;
  }

  return {
    inCell: () => cells.length > 0,
    addText,
    breakLine: () => {
      const { line } = frame();
      if (line) line.text += '\n';
    },
    endLine,
    label: (words) => {
      pending = words;
    },
    add,
    openCell: () => {
      cells.push({ blocks: [], line: null });
    },
    closeCell: () => cells.pop()?.blocks ?? [],
    page: () => page.blocks,
    encodings: () => [...encodings],
  };
}
