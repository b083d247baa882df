/**
 * XML whose elements know where they stand in their text, so that a part can be changed at a few places and stays byte for byte
 * as it was everywhere else. The reader's own parser has looked at the text before: limits and refusals are its business.
 */
import { stopReading } from '../read/container/problems.ts';
import { parseXml, type XmlElement } from '../read/container/xml.ts';

/** Offsets into the part's text: start tag from `start` to `openEnd`, contents to `closeStart`, end tag to `end`. */
export type SourceElement = XmlElement & {
  /** Name as written, prefix included. */
  readonly tag: string;
  readonly children: readonly (SourceElement | string)[];
  readonly parent: SourceElement | null;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
};

type Open = { -readonly [K in keyof SourceElement]: SourceElement[K] } & { children: (SourceElement | string)[] };

const marks =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/[^>]*>|<([^\s/>!?]+)((?:[^"'>]|"[^"]*"|'[^']*')*)>/g;
const attributePattern = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The text of a part; a mark at its beginning stays. */
export const sourceText = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** Parses a part. Refuses what `parseXml` refuses, and parts in UTF-16, which are not written back. */
export function parseSource(bytes: Uint8Array): SourceElement {
  parseXml(bytes);
  if (bytes[0] === 0xff || bytes[0] === 0xfe) stopReading('broken');
  const text = sourceText(bytes);
  const top: Open = { ...empty, children: [], end: text.length, closeStart: text.length };
  let open: Open = top;
  let read = 0;
  for (const match of text.matchAll(marks)) {
    const [whole, data, tag, written = ''] = match;
    if (match.index > read) open.children.push(decoded(text.slice(read, match.index)));
    read = match.index + whole.length;
    if (data !== undefined) open.children.push(data);
    else if (tag !== undefined) {
      const closed = written.endsWith('/');
      const element: Open = {
        name: localName(tag),
        tag,
        attributes: attributesOf(written),
        children: [],
        parent: open,
        start: match.index,
        openEnd: read,
        closeStart: read,
        end: read,
      };
      open.children.push(element);
      if (!closed) open = element;
    } else if (whole.startsWith('</')) {
      open.closeStart = match.index;
      open.end = read;
      open = (open.parent as Open | null) ?? top;
    }
  }
  const root = top.children.find((node): node is SourceElement => typeof node !== 'string');
  return root ?? (parseXml(bytes) as SourceElement);
}

const empty = { name: '', tag: '', attributes: {}, parent: null, start: 0, openEnd: 0, closeStart: 0, end: 0 };

export const localName = (tag: string): string => tag.slice(tag.indexOf(':') + 1);

/** `w:` of `w:pPr`, or nothing. */
export const prefixOf = ({ tag }: SourceElement): string => tag.slice(0, tag.indexOf(':') + 1);

const attributesOf = (written: string): Record<string, string> =>
  Object.fromEntries(
    [...written.matchAll(attributePattern)].map(([, name = '', double, single]) => [
      localName(name),
      decoded(double ?? single ?? ''),
    ]),
  );

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Trees of this file are made by `parseSource` alone, so every element in them knows its place. */
export const asSource = (element: XmlElement): SourceElement => element as SourceElement;

export const elementsOf = (element: SourceElement): SourceElement[] =>
  element.children.filter((node): node is SourceElement => typeof node !== 'string');

export const childOf = (element: SourceElement | undefined, name: string): SourceElement | undefined =>
  element && elementsOf(element).find((each) => each.name === name);

/** All elements below that fit, in order. */
export function below(element: SourceElement, fits: (each: SourceElement) => boolean): SourceElement[] {
  return elementsOf(element).flatMap((each) => [...(fits(each) ? [each] : []), ...below(each, fits)]);
}

/** One stretch of a part's text replaced by another. */
export type Splice = { readonly from: number; readonly to: number; readonly text: string };

/** The text with all splices done. Splices that overlap are a defect of the caller and are thrown. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let result = '';
  let read = 0;
  for (const { from, to, text: put } of [...splices].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < read) throw new Error('two changes of one place in a part');
    result += text.slice(read, from) + put;
    read = to;
  }
  return result + text.slice(read);
}
