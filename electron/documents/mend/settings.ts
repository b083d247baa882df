/** Settings elements (`pPr`, `rPr`, `sectPr` …) written anew with a few changes, children kept as they stand and in the schema's order. */
import { elementsOf, escaped, localName, prefixOf, type SourceElement, type Splice } from './source-xml.ts';

/** Attributes to set by local name, null to take one away; or the whole child taken away. */
export type Change = Readonly<Record<string, string | null>> | 'remove';
export type Changes = ReadonlyMap<string, Change>;

const paragraphOrder =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange';
const runOrder =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange';
const sectionOrder =
  'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange';
const rowOrder =
  'cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden';

/** Order of children the format asks for. */
const orders: Readonly<Record<string, readonly string[]>> = {
  pPr: paragraphOrder.split(' '),
  rPr: runOrder.split(' '),
  sectPr: sectionOrder.split(' '),
  trPr: rowOrder.split(' '),
};

/** The splice that writes `changes` into the settings element of `holder`, which is made where there is none. */
export function settingsSplice(
  text: string,
  holder: SourceElement,
  name: 'pPr' | 'rPr' | 'trPr',
  changes: Changes,
): Splice | null {
  const found = elementsOf(holder).find((each) => each.name === name);
  if (found) return { from: found.start, to: found.end, text: rewritten(text, found, changes) };
  const prefix = prefixOf(holder);
  const made = `<${prefix}${name}>${newChildren(prefix, name, changes)}</${prefix}${name}>`;
  if (holder.openEnd === holder.end) return null;
  return { from: holder.openEnd, to: holder.openEnd, text: made };
}

/** A settings element with its changes; children stay as written, new ones go where the format wants them. */
export function rewritten(text: string, settings: SourceElement, changes: Changes): string {
  const prefix = prefixOf(settings);
  const order = orders[settings.name] ?? [];
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const children: { name: string; xml: string }[] = [];
  const met = new Set<string>();
  for (const child of elementsOf(settings)) {
    const change = changes.get(child.name);
    met.add(child.name);
    if (change === 'remove') continue;
    const xml = text.slice(child.start, child.end);
    children.push({ name: child.name, xml: change === undefined ? xml : withAttributes(text, child, change) });
  }
  for (const [name, change] of changes) {
    if (met.has(name) || change === 'remove') continue;
    const at = children.findIndex((child) => place(child.name) > place(name));
    children.splice(at < 0 ? children.length : at, 0, { name, xml: newElement(prefix, name, change) });
  }
  const isClosed = settings.openEnd === settings.end;
  const start = text.slice(settings.start, settings.openEnd);
  const open = isClosed ? start.replace(/\s*\/>$/, '>') : start;
  return `${open}${children.map(({ xml }) => xml).join('')}</${settings.tag}>`;
}

const newChildren = (prefix: string, settings: string, changes: Changes): string => {
  const order = orders[settings] ?? [];
  return [...changes]
    .filter((entry): entry is [string, Exclude<Change, 'remove'>] => entry[1] !== 'remove')
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([name, change]) => newElement(prefix, name, change))
    .join('');
};

const newElement = (prefix: string, name: string, attributes: Exclude<Change, 'remove'>): string =>
  `<${prefix}${name}${Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${prefix}${key}="${escaped(value ?? '')}"`)
    .join('')}/>`;

/** An element with some attributes changed and everything else, contents included, as it stands. */
export function withAttributes(text: string, element: SourceElement, change: Exclude<Change, 'remove'>): string {
  const prefix = prefixOf(element);
  const start = text.slice(element.start, element.openEnd);
  const kept = [...start.slice(1 + element.tag.length).matchAll(/([^\s=/]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)]
    .filter(([, name = '']) => !(localName(name) in change) || name.startsWith('xmlns'))
    .map(([whole]) => ` ${whole}`);
  const set = Object.entries(change)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${prefix}${name}="${escaped(value ?? '')}"`);
  const isClosed = element.openEnd === element.end;
  return `<${element.tag}${kept.join('')}${set.join('')}${isClosed ? '/' : ''}>${text.slice(element.openEnd, element.end)}`;
}
