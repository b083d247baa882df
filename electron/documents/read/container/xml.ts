/**
 * XML of office parts as a plain tree. Names lose their prefix (writers choose it freely), document types and entities of
 * their own are refused, nesting is limited by the parser.
 */
import { XMLParser } from 'fast-xml-parser';
import { limits } from './limits.ts';
import { stopReading } from './problems.ts';

export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
};
export type XmlNode = XmlElement | string;

type ParsedNode = { readonly [name: string]: unknown };
const attributesKey = ':@';
const textKey = '#text';
const none: Readonly<Record<string, string>> = {};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  htmlEntities: true,
  maxNestedTags: limits.xmlDepth,
  jPath: false,
});

/** Parses one part. Refuses document types, own entities, nesting beyond the limit and text that is not XML. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const text = decodeXml(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) stopReading('unsafe');
  if (countTags(text) > limits.xmlTags) stopReading('too-large');
  let parsed: ParsedNode[];
  try {
    parsed = parser.parse(text) as ParsedNode[];
  } catch {
    return stopReading('broken');
  }
  const root = parsed.map(toNode).find((node) => typeof node !== 'string');
  return root ?? stopReading('broken');
}

/** A tree costs a hundred times the bytes of an empty tag, so tags are counted before it is built. */
function countTags(text: string): number {
  let count = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) count++;
  return count;
}

/** Office parts are UTF-8; some writers use UTF-16 and then begin with its mark. */
function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function toNode(parsed: ParsedNode): XmlNode {
  let name = '';
  let content: unknown;
  for (const key in parsed) {
    if (key === attributesKey) continue;
    name = key;
    content = parsed[key];
    break;
  }
  if (name === textKey) return String(content);
  const attributes = (parsed[attributesKey] as Record<string, string> | undefined) ?? none;
  return { name, attributes, children: (content as ParsedNode[]).map(toNode) };
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** First child of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (!element) return undefined;
  for (const node of element.children) if (typeof node !== 'string' && node.name === name) return node;
  return undefined;
}

/** All children of a name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element ? element.children.filter((node): node is XmlElement => isElement(node) && node.name === name) : [];
}

/** The `val` attribute of a child, the way office formats write most settings. */
export const childValue = (element: XmlElement | undefined, name: string): string | undefined =>
  child(element, name)?.attributes.val;

/** An on/off setting: present without a value means on. */
export function isOn(element: XmlElement | undefined, name: string): boolean | undefined {
  const setting = child(element, name);
  if (!setting) return undefined;
  return !['0', 'false', 'off', 'none'].includes(setting.attributes.val ?? '1');
}

/** Text directly inside an element. */
export const ownText = (element: XmlElement | undefined): string =>
  element ? element.children.filter((node) => typeof node === 'string').join('') : '';
