/** A saved web page, or what Word, Excel and PDF readers put on the clipboard, as paragraphs and tables. */
import type { ReadingBlock } from '../../../../shared/reading/blocks.ts';
import { cleanText } from '../../../../shared/reading/clean-text.ts';
import { decodeByEvidence, decodeByFont } from '../../../../shared/reading/legacy-fonts.ts';
import type { ContainerText } from '../container/container-text.ts';
import { PageReader } from './page-reader.ts';
import { tokensOf } from './tokens.ts';

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
  const reader = new PageReader(classFonts(source));
  for (const token of tokensOf(source)) reader.take(token);
  const blocks = reader.finish();
  const encodings = [...reader.encodings];
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
