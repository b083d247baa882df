/** The order in which Word content is read: through its wrappers, without what is struck out or said twice. */
import { isElement, type XmlElement, type XmlNode } from '../container/xml.ts';

/** Wrappers that stand around content without changing it. */
const transparent = new Set([
  'sdt',
  'sdtContent',
  'ins',
  'moveTo',
  'customXml',
  'smartTag',
  'hyperlink',
  'fldSimple',
  'dir',
  'bdo',
  'Choice',
]);

/** Struck-out and moved-away text, and properties of wrappers. */
const skipped = new Set(['del', 'moveFrom', 'sdtPr', 'sdtEndPr', 'customXmlPr', 'smartTagPr']);

/** Elements in reading order, wrappers opened. */
export function* flow(nodes: readonly XmlNode[]): Generator<XmlElement> {
  for (const node of nodes) {
    if (!isElement(node) || skipped.has(node.name)) continue;
    if (node.name === 'AlternateContent') {
      // The same content twice, for new and for old programs: one of them is read.
      const choice = node.children.find((part) => isElement(part) && part.name === 'Choice');
      const fallback = node.children.find((part) => isElement(part) && part.name === 'Fallback');
      const chosen = choice ?? fallback;
      if (chosen && isElement(chosen)) yield* flow(chosen.children);
    } else if (transparent.has(node.name)) {
      yield* flow(node.children);
    } else {
      yield node;
    }
  }
}
