/** Changing the words of body blocks without touching how they look or what tables they stand in. Rule BB3 in SPEC.md. */

import { onLongestRise } from '../compare/order.ts';
import { wordDiff } from '../compare/word-diff.ts';
import { type Run, textOf } from '../document/model.ts';
import { type BodyBlock, blockOfRuns, joinRuns, plainTextOf, runOf, runsOfBlock } from './body-blocks.ts';

/** Words with the white space behind them, as `wordDiff` cuts them. */
const split = (text: string): string[] => text.match(/\S+\s*|^\s+/gu) ?? [];

type Look = { bold?: boolean; italic?: boolean };

/** New words over old runs: what stays keeps its look, what replaces takes the look of what it replaces. */
export function retext(runs: readonly Run[], text: string): Run[] {
  const before = textOf(runs);
  if (before === text) return [...runs];
  const looks: Look[] = runs.flatMap((run) => [...run.text].map(() => run));
  const letters = [...before];
  let at = 0;
  const wordLooks = split(letters.join('')).map((word) => {
    const from = at;
    at += [...word].length;
    return looks.slice(from, at);
  });
  const result: Run[] = [];
  const put = (words: string, look: Look | undefined) => result.push(runOf(words, look));
  let word = 0;
  let replaced: { words: Look | undefined; space: Look | undefined } | undefined;
  for (const piece of wordDiff(before, text)) {
    const count = split(piece.text).length;
    if (piece.kind === 'old') {
      replaced = { words: wordLooks[word]?.[0], space: wordLooks[word + count - 1]?.at(-1) };
      word += count;
    } else if (piece.kind === 'new') {
      const look = replaced?.words ?? result.at(-1) ?? wordLooks[word]?.[0];
      const said = piece.text.trimEnd();
      put(said, look);
      put(piece.text.slice(said.length), replaced?.space ?? look);
      replaced = undefined;
    } else {
      replaced = undefined;
      for (const same of split(piece.text)) {
        const own = wordLooks[word++] ?? [];
        for (const [index, letter] of [...same].entries()) put(letter, own[index] ?? own.at(-1));
      }
    }
  }
  return joinRuns(result);
}

/** Each paragraph of a block put through a change of words. */
export function mapText(block: BodyBlock, change: (text: string) => string): BodyBlock {
  if (typeof block === 'string') return change(block);
  const put = (runs: readonly Run[]): Run[] => retext(runs, change(textOf(runs)));
  if (block.type === 'rich') return { ...block, runs: put(block.runs) };
  return {
    ...block,
    rows: block.rows.map((row) => row.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(put) }))),
  };
}

/** The block with the plain text that `plainTextOf` gave, changed: lines stay in their cells. */
export function withPlainText(block: BodyBlock, text: string): BodyBlock {
  if (typeof block === 'string') return text;
  if (block.type === 'rich') return { ...block, runs: retext(block.runs, text) };
  const [changed] = withLines([block], text.split('\n'));
  return changed ?? block;
}

/** Lines as they print: of all blocks, trimmed, without empty ones. */
export const linesOfBlocks = (blocks: readonly BodyBlock[]): string[] =>
  blocks
    .flatMap((block) => plainTextOf(block).split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A line of a block: what it says, and what stands there after the change. */
type Slot = { runs: Run[]; now: Run[][] };

/**
 * Blocks whose printed lines are these. Lines that stay keep block and look; a changed one takes the place of the line it
 * replaces, in its cell too; a new one stands behind the line before it, in the same cell where that is one of a table.
 */
export function withLines(blocks: readonly BodyBlock[], lines: readonly string[]): BodyBlock[] {
  const wanted = lines.map((line) => line.trim()).filter((line) => line !== '');
  const slots: Slot[] = [];
  const slotsOf = (runs: readonly Run[]): Slot[] =>
    linesOfRuns(runs).map((line) => {
      const slot = { runs: line, now: [] };
      if (textOf(line).trim() !== '') slots.push(slot);
      return slot;
    });
  const shaped = blocks.map((block) =>
    typeof block === 'string' || block.type === 'rich'
      ? { kind: 'lines' as const, block, slots: slotsOf(runsOfBlock(block)) }
      : {
          kind: 'table' as const,
          block,
          cells: block.rows.map((row) => row.map((cell) => cell.paragraphs.map(slotsOf))),
        },
  );
  const first = settle(slots, wanted);
  const result: BodyBlock[] = [...first];
  for (const each of shaped) {
    if (each.kind === 'lines') {
      const kept = each.slots.flatMap((slot) => slot.now);
      const isLines = typeof each.block === 'string' && each.slots.length > 1;
      if (isLines && kept.length > 0) result.push(kept.map(textOf).join('\n'));
      else result.push(...kept.map(blockOfRuns));
      continue;
    }
    const rows = each.block.rows.map((row, at) =>
      row.map((cell, index) => {
        const paragraphs = (each.cells[at]?.[index] ?? []).flatMap((list) => list.flatMap((slot) => slot.now));
        return { ...cell, paragraphs };
      }),
    );
    result.push({ ...each.block, rows });
  }
  return result;
}

/** Runs cut at line breaks. */
export function linesOfRuns(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs)
    run.text.split('\n').forEach((text, at) => {
      if (at > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    });
  return lines;
}

/** Says for each slot what stands there now; answers with what comes before the first. */
function settle(slots: readonly Slot[], wanted: readonly string[]): string[] {
  const texts = slots.map((slot) => textOf(slot.runs).trim());
  const partner = pairEqual(texts, wanted);
  const before: string[] = [];
  let slot = 0;
  let pending: number[] = [];
  const flush = (until: number) => {
    // Unpaired lines on both sides between two that stay: replaced one by one, the rest added or taken out.
    for (const line of pending) {
      const text = wanted[line] ?? '';
      const own = slot < until ? slots[slot] : undefined;
      if (own) {
        own.now.push(retext(own.runs, text));
        slot++;
      } else if (slot > 0) slots[slot - 1]?.now.push([{ text }]);
      else before.push(text);
    }
    pending = [];
    slot = until;
  };
  for (const [line, own] of partner.entries()) {
    if (own === null) {
      pending.push(line);
      continue;
    }
    flush(own);
    slots[own]?.now.push(slots[own].runs);
    slot = own + 1;
  }
  flush(slots.length);
  return before;
}

/** For each wanted line the index of the equal line it is, in rising order. */
function pairEqual(texts: readonly string[], wanted: readonly string[]): (number | null)[] {
  const places = new Map<string, number[]>();
  for (const [at, text] of texts.entries()) places.set(text, [...(places.get(text) ?? []), at]);
  const guess = wanted.map((line) => places.get(line)?.shift() ?? null);
  const rises = onLongestRise(guess);
  return guess.map((place, at) => (rises[at] ? place : null));
}
