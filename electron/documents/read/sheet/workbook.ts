/** Styles, shared texts and the list of sheets of a workbook. */
import { cleanText } from '../../../../shared/reading/clean-text.ts';
import { decodeByFont } from '../../../../shared/reading/legacy-fonts.ts';
import { child, childrenOf, childValue, isElement, isOn, ownText, type XmlElement } from '../container/xml.ts';
import { type FormatKind, readFormat } from './number-format.ts';

export type CellStyle = { format: FormatKind; bold: boolean; font: string | undefined };
/** A text with the pieces that carry a font of their own; the rest takes the font of its cell. */
export type RichText = { pieces: { text: string; font: string | undefined; bold: boolean | undefined }[] };

const plain: CellStyle = { format: { kind: 'general' }, bold: false, font: undefined };

/** Styles by the number a cell names. */
export function readCellStyles(root: XmlElement | undefined): (index: number) => CellStyle {
  const codes = new Map<number, string>();
  for (const format of childrenOf(child(root, 'numFmts'), 'numFmt')) {
    codes.set(Number(format.attributes.numFmtId), format.attributes.formatCode ?? '');
  }
  const fonts = childrenOf(child(root, 'fonts'), 'font').map((font) => ({
    bold: isOn(font, 'b') ?? false,
    name: childValue(font, 'name'),
  }));
  const styles = childrenOf(child(root, 'cellXfs'), 'xf').map((style): CellStyle => {
    const id = Number(style.attributes.numFmtId ?? 0);
    const font = fonts[Number(style.attributes.fontId ?? 0)];
    return { format: readFormat(id, codes.get(id)), bold: font?.bold ?? false, font: font?.name };
  });
  return (index) => styles[index] ?? plain;
}

/** Texts cells point to by number. */
export const readSharedTexts = (root: XmlElement | undefined): RichText[] => childrenOf(root, 'si').map(readRichText);

/** Text of `si` or `is`: one piece, or runs; reading aids over the letters are left out. */
export function readRichText(holder: XmlElement): RichText {
  const pieces: RichText['pieces'] = [];
  for (const part of holder.children) {
    if (!isElement(part)) continue;
    if (part.name === 't') pieces.push({ text: ownText(part), font: undefined, bold: undefined });
    else if (part.name === 'r') {
      const looks = child(part, 'rPr');
      pieces.push({
        text: ownText(child(part, 't')),
        font: childValue(looks, 'rFont'),
        bold: looks ? (isOn(looks, 'b') ?? false) : undefined,
      });
    }
  }
  return { pieces };
}

/** A rich text as plain text, legacy fonts decoded; notes each encoding met. */
export function richTextOf(rich: RichText, style: CellStyle, encodings: Set<string>): { text: string; bold: boolean } {
  let text = '';
  for (const piece of rich.pieces) {
    const decoded = decodeByFont(unescapeCodes(piece.text), piece.font ?? style.font);
    if (decoded.encoding !== null) encodings.add(decoded.encoding);
    text += decoded.text;
  }
  const written = rich.pieces.filter((piece) => piece.text.trim() !== '');
  const bold = written.length > 0 && written.every((piece) => piece.bold ?? style.bold);
  return { text: cleanText(text), bold };
}

/** Characters XML cannot hold are written `_x000D_`. */
const unescapeCodes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
