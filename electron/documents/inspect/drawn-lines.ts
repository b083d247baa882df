/** Lines that were drawn by hand with Word's shapes: how most offices make the line under the motto. */
import type { RuleLine } from '../../../shared/check/structure/laid-out.ts';
import { child, childrenOf, isElement, type XmlElement } from '../read/container/xml.ts';
import { flow } from '../read/word/flow.ts';
import { isDrawn, number } from './formatting.ts';
import { millimetresOfEmu } from './measures.ts';

/** The drawn lines anchored in a paragraph. Texts inside drawings are not looked at here. */
export function drawnLines(holder: XmlElement): RuleLine[] {
  const found: RuleLine[] = [];
  for (const part of flow(holder.children)) {
    if (part.name === 'drawing') found.push(...drawingLine(part));
    else if (part.name === 'pict') found.push(...vectorLines(part));
    else if (part.name === 'r') found.push(...drawnLines(part));
  }
  return found;
}

function drawingLine(drawing: XmlElement): RuleLine[] {
  const shape = find(drawing, (element) => element.name === 'prstGeom')?.attributes.prst;
  if (shape === undefined || !/^(line|straightConnector1)$/.test(shape)) return [];
  const extent = find(drawing, (element) => element.name === 'extent')?.attributes;
  const width = number(extent?.cx);
  return [{ kind: 'drawn', width: width === undefined ? null : millimetresOfEmu(width) }];
}

/** The older drawing language: `from="20pt,5pt" to="100pt,5pt"`. */
function vectorLines(holder: XmlElement): RuleLine[] {
  const line = find(holder, (element) => element.name === 'line');
  const isConnector = find(holder, (element) => /#_x0000_t32$/.test(element.attributes.type ?? ''));
  if (!line) return isConnector ? [{ kind: 'drawn', width: null }] : [];
  const [from, to] = [line.attributes.from, line.attributes.to].map((point) => number(point?.split(',')[0]));
  const isInPoints = /pt/.test(line.attributes.to ?? '');
  if (from === undefined || to === undefined || !isInPoints) return [{ kind: 'drawn', width: null }];
  return [{ kind: 'drawn', width: (Math.abs(to - from) * 25.4) / 72 }];
}

/** First element below that fits; the depth is bounded by the XML reader. */
export function find(element: XmlElement, fits: (element: XmlElement) => boolean): XmlElement | undefined {
  for (const node of element.children) {
    if (!isElement(node)) continue;
    if (fits(node)) return node;
    const deeper = find(node, fits);
    if (deeper) return deeper;
  }
  return undefined;
}

/** Contents of text boxes inside a drawing, new form or old, said once. */
export function textBoxes(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (const part of flow(element.children)) {
    if (part.name === 'txbxContent') found.push(part);
    else found.push(...textBoxes(part));
  }
  return found;
}

/** A border written in paragraph properties, when it is drawn at all. */
export function hasBorder(properties: XmlElement | undefined, side: 'top' | 'bottom'): boolean {
  const [border] = childrenOf(child(properties, 'pBdr'), side);
  return border !== undefined && isDrawn(border);
}
