/** A saved web page, or what Word, Excel and PDF readers put on the clipboard, as paragraphs and tables. */
import type { ReadingBlock } from '../../../../shared/reading/blocks.ts';
import { cleanText } from '../../../../shared/reading/clean-text.ts';
import { decodeByEvidence, decodeByFont } from '../../../../shared/reading/legacy-fonts.ts';
import type { ContainerText } from '../container/container-text.ts';
import { limits } from '../container/limits.ts';
import { stopReading } from '../container/problems.ts';
import { createFlow } from './flow.ts';
import { type Look, nextLook } from './look.ts';
import { createTables } from './tables.ts';
import { type Token, tokensOf } from './tokens.ts';

type List = { ordered: boolean; type: string; next: number };

const blockElements = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre center address article section header footer main body form fieldset caption figure hr tr'.split(
    ' ',
  ),
);
const voidElements = new Set('br hr img input meta link col base area wbr param source embed'.split(' '));

const impliedEnds: Readonly<Record<string, readonly string[]>> = {
  tr: ['tr', 'td', 'th'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  thead: ['tr', 'td', 'th', 'tbody'],
  tbody: ['tr', 'td', 'th', 'thead'],
  li: ['li'],
  p: ['p'],
};

/** True for bytes that were decoded to something that begins like HTML, or holds a table's tags near its beginning. */
export const looksLikeHtml = (text: string): boolean => {
  const start = text
    .slice(0, 4000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^(?:<!doctype html|<html|<head|<body|<meta|<table|<div|<p[\s>]|<span|<style)/i.test(start)) return true;
  if (/^Version:[\d.]+\s+StartHTML:/i.test(start)) return true;
  return /^<(?:!--|\?xml)/.test(start) && /<(?:html|table|body)[\s>]/i.test(text.slice(0, 20_000));
};

/** Reads a page. Refuses nesting and grids beyond the limits. */
export function readHtml(page: { text: string; encoding: string }): ContainerText {
  const source = page.text.replace(/^\uFEFF?Version:[\s\S]*?(?=<)/i, '');
  const reader = createReader(classFonts(source));
  for (const token of tokensOf(source)) reader.take(token);
  const blocks = reader.finish();
  const encodings = reader.encodings();
  const undone = encodings.length === 0 ? undoLegacy(blocks) : null;
  return { blocks, warnings: [], encoding: undone ?? (encodings.join(', ') || page.encoding), plainText: false };
}

/** Fonts that classes of the page give, for Excel's cells: `.xl65 {font-family:".VnTime"}`. Only legacy ones matter. */
function classFonts(source: string): Map<string, string> {
  const fonts = new Map<string, string>();
  for (const style of source.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)) {
    for (const rule of style[1]!
      .slice(0, 500_000)
      .matchAll(/\.([\w-]+)\s*\{[^}]*font-family:\s*["']?(\.Vn\w+|VNI[-\w ]+)/gi)) {
      fonts.set(rule[1]!.toLowerCase(), rule[2]!.trim());
    }
  }
  return fonts;
}

/** A page without font names whose letters are still in an old encoding is decoded as a whole. */
function undoLegacy(blocks: ReadingBlock[]): string | null {
  const texts = blocks.flatMap((block) =>
    block.type === 'paragraph' ? [block.text] : block.cells.map((cell) => cell.text),
  );
  const { encoding } = decodeByEvidence(texts.join('\n').slice(0, 60_000));
  if (encoding === null) return null;
  for (const block of blocks) {
    for (const holder of block.type === 'paragraph' ? [block] : block.cells) {
      const decoded = decodeByFont(holder.text, encoding === 'VNI' ? 'VNI-Times' : '.VnTime');
      holder.text = cleanText(decoded.text);
    }
  }
  return encoding;
}

/** Follows the page's elements: how words look, which list they stand in, when a line, a cell and a table begin and end. */
function createReader(fonts: ReadonlyMap<string, string>) {
  const looks: Look[] = [];
  const lists: List[] = [];
  const flow = createFlow();
  const tables = createTables(flow);

  const look = (): Look | undefined => looks.at(-1);

  function addText(text: string): void {
    const betweenCells = tables.depth() > 0 && !flow.inCell();
    if (look()?.hidden || tables.inHiddenRow() || betweenCells) return;
    flow.addText(text, look());
  }

  function open(token: Token & { kind: 'open' }): void {
    const { name, attributes } = token;
    if (name === 'br') {
      flow.breakLine();
      return;
    }
    if (name === 'table') tables.openTable();
    else if (name === 'thead') tables.head(true);
    else if (name === 'tbody') tables.head(false);
    else if (name === 'tr') tables.openRow(attributes);
    else if (name === 'td' || name === 'th') tables.openCell(attributes);
    else if (blockElements.has(name)) flow.endLine();
    if (voidElements.has(name) || token.closed) return;
    endImplied(name);
    if (looks.length >= limits.xmlDepth * 4) stopReading('too-large');
    looks.push(nextLook(name, attributes, look(), fonts));
    if (name === 'ul' || name === 'ol') {
      lists.push({ ordered: name === 'ol', type: attributes.type ?? '1', next: Number(attributes.start) || 1 });
    } else if (name === 'li') flow.label(itemLabel(lists.at(-1)));
  }

  /** A new row, cell, item or paragraph ends the one before it, which pages often leave open. */
  function endImplied(name: string): void {
    const ended = impliedEnds[name];
    if (!ended) return;
    const border = looks.findLastIndex((open) => open.name === 'table' || open.name === 'ul' || open.name === 'ol');
    const at = looks.findIndex((open, index) => index > border && ended.includes(open.name));
    if (at >= 0) looks.length = at;
  }

  function close(name: string): void {
    if (name === 'p' || blockElements.has(name)) flow.endLine();
    if (name === 'td' || name === 'th') tables.closeCell();
    else if (name === 'thead') tables.head(false);
    else if (name === 'table') tables.closeTable();
    else if (name === 'ul' || name === 'ol') lists.pop();
    const at = looks.findLastIndex((open) => open.name === name);
    if (at >= 0) looks.length = at;
  }

  return {
    take(token: Token): void {
      if (token.kind === 'text') addText(token.text);
      else if (token.kind === 'open') open(token);
      else close(token.name);
    },
    finish(): ReadingBlock[] {
      flow.endLine();
      while (tables.depth() > 0) tables.closeTable();
      flow.endLine();
      return flow.page();
    },
    encodings: (): string[] => flow.encodings(),
  };
}

function itemLabel(list: List | undefined): string {
  if (!list?.ordered) return '- ';
  const value = list.next++;
  if (list.type === 'a') return `${String.fromCharCode(97 + ((value - 1) % 26))}) `;
  return `${value}. `;
}
