/** Puts the ruled tables, written by hand, into a file made by the document library. */
import { Paragraph } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const part = 'word/document.xml';

/** No text can look like a slot: in text the library escapes every angle bracket. */
const slotStyle = (index: number): string => `GridSlot${index}`;

/** An empty paragraph that holds the place of a table. */
export const gridSlot = (index: number): Paragraph => new Paragraph({ style: slotStyle(index) });

/** A section ends in a paragraph of its own; as high as a line it can spill onto an empty page. */
const sectionEnd = '<w:p><w:pPr><w:sectPr>';
const lowSectionEnd = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:sectPr>';

/** The file with every slot replaced by its table. A slot that is not there is a defect and is thrown. */
export function withGrids(file: Uint8Array, grids: readonly string[]): Uint8Array {
  const parts = unzipSync(file);
  const body = parts[part];
  if (!body) throw new Error('The Word file has no document part.');
  let xml = strFromU8(body).replaceAll(sectionEnd, lowSectionEnd);
  for (const [index, grid] of grids.entries()) {
    const slot = `<w:p><w:pPr><w:pStyle w:val="${slotStyle(index)}"/></w:pPr></w:p>`;
    const at = xml.indexOf(slot);
    if (at < 0) throw new Error(`The Word file has no place for table ${index + 1}.`);
    xml = xml.slice(0, at) + grid + xml.slice(at + slot.length);
  }
  return zipSync({ ...parts, [part]: strToU8(xml) }, { level: 6 });
}
