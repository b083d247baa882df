/** The name a Word file of the program carries of itself, as a custom document property. */
import { exportMark } from '../../../shared/document/export-mark.ts';
import type { Container } from './container/unpack.ts';
import { childrenOf, parseXml } from './container/xml.ts';

/** The mark of the remembered file this one was made from; undefined where it has none or none that can be. */
export function readExportMark(container: Container): string | undefined {
  const bytes = container.part('docProps/custom.xml');
  if (!bytes) return undefined;
  const property = childrenOf(parseXml(bytes), 'property').find(({ attributes }) => attributes.name === exportMark);
  const words = (property?.children ?? []).flatMap((each) => (typeof each === 'string' ? [] : each.children));
  const mark = words
    .filter((each) => typeof each === 'string')
    .join('')
    .trim();
  return /^[A-Za-z0-9_-]{1,64}$/.test(mark) ? mark : undefined;
}
