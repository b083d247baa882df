/**
 * HTML as a row of tags and texts. Tolerant as browsers are, but nothing is ever run, fetched or shown: scripts, styles and
 * comments are skipped whole, and only text leaves.
 */
import { decodeEntities } from './entities.ts';

export type Token =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: Readonly<Record<string, string>>; closed: boolean }
  | { kind: 'close'; name: string };

/** Elements whose content is no text of the page. */
const raw = new Set([
  'script',
  'style',
  'title',
  'textarea',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'xml',
]);

/** Tokens in order. Conditional comments of Word and Excel are comments; what stands between `<![if …]>` marks is text. */
export function* tokensOf(html: string): Generator<Token> {
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next < 0) {
      yield { kind: 'text', text: decodeEntities(html.slice(at)) };
      return;
    }
    if (next > at) yield { kind: 'text', text: decodeEntities(html.slice(at, next)) };
    if (html.startsWith('<!--', next)) {
      at = after(html, '-->', next + 4);
    } else if (html[next + 1] === '!' || html[next + 1] === '?') {
      at = after(html, '>', next);
    } else {
      const tag = readTag(html, next);
      if (!tag) {
        yield { kind: 'text', text: '<' };
        at = next + 1;
        continue;
      }
      yield tag.token;
      at = tag.end;
      if (tag.token.kind === 'open' && !tag.token.closed && raw.has(tag.token.name))
        at = endOfRaw(html, tag.token.name, at);
    }
  }
}

function after(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from);
  return at < 0 ? html.length : at + sign.length;
}

function endOfRaw(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\s*>`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(html);
  return found ? found.index + found[0].length : html.length;
}

/** Most characters of one tag; a longer one is not a tag. */
const longestTag = 20_000;

function readTag(html: string, start: number): { token: Token; end: number } | null {
  const name = /^<(\/?)([A-Za-z][\w:-]{0,40})/.exec(html.slice(start, start + 44));
  if (!name) return null;
  let at = start + name[0].length;
  const limit = Math.min(html.length, start + longestTag);
  let quote = '';
  for (; at < limit; at++) {
    const sign = html[at]!;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') break;
  }
  if (at >= limit) return null;
  const lower = name[2]!.toLowerCase();
  const inside = html.slice(start + name[0].length, at);
  const token: Token =
    name[1] === '/'
      ? { kind: 'close', name: lower }
      : { kind: 'open', name: lower, attributes: readAttributes(inside), closed: inside.trimEnd().endsWith('/') };
  return { token, end: at + 1 };
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null);
  if (text.trim() === '') return attributes;
  for (const found of text.matchAll(/([^\s=/"'<>]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    attributes[found[1]!.toLowerCase()] = decodeEntities(found[2] ?? found[3] ?? found[4] ?? '');
  }
  return attributes;
}
