/**
 * A .docx (or .docm, .dotx: macros are never looked at) as blocks. Only the main text, its styles and its numbering are
 * opened, found by content type; relationships, links and embedded files are never followed.
 */
import type { ReadingBlock, ReadingParagraph } from '../../../../shared/reading/blocks.ts';
import { limits } from '../limits.ts';
import { refuse } from '../problems.ts';
import type { ContainerText } from '../read-document.ts';
import type { Container } from '../unpack.ts';
import { child, childrenOf, parseXml, type XmlElement } from '../xml.ts';
import { flow } from './flow.ts';
import { readNumbering } from './numbering.ts';
import { readParagraph, type WordContext } from './paragraph.ts';
import { readStyles } from './styles.ts';
import { readTable } from './table.ts';

/** Path of the main text, or null when the container is not a Word file. */
export const mainPart = (container: Container): string | null =>
  partOfType(
    container,
    /wordprocessingml\.(document|template)\.main\+xml$|ms-word\.(document|template)\.macroEnabled/,
  ) ?? (container.names.some((name) => name.toLowerCase() === 'word/document.xml') ? 'word/document.xml' : null);

export function readDocx(container: Container, main: string): ContainerText {
  const folder = main.includes('/') ? main.slice(0, main.lastIndexOf('/') + 1) : '';
  const part = (type: RegExp, usual: string): XmlElement | undefined => {
    const bytes = container.part(partOfType(container, type) ?? `${folder}${usual}`);
    return bytes ? parseXml(bytes) : undefined;
  };
  const bytes = container.part(main) ?? refuse('broken');
  const body = child(parseXml(bytes), 'body');
  if (!body) refuse('broken');
  const context: WordContext = {
    styles: readStyles(part(/wordprocessingml\.styles\+xml$/, 'styles.xml')),
    numbering: readNumbering(part(/wordprocessingml\.numbering\+xml$/, 'numbering.xml')),
    encodings: new Set(),
  };
  const blocks = readContent(body, context);
  return { blocks, warnings: [], encoding: [...context.encodings].join(', ') || 'unicode', plainText: false };
}

function partOfType(container: Container, type: RegExp): string | null {
  const bytes = container.part('[Content_Types].xml');
  if (!bytes) return null;
  for (const override of childrenOf(parseXml(bytes), 'Override')) {
    const name = (override.attributes.PartName ?? '').replace(/^\//, '');
    if (type.test(override.attributes.ContentType ?? '') && name !== '') return name;
  }
  return null;
}

/** Paragraphs and tables of a body, a cell or a text box, in order. */
function readContent(holder: XmlElement, context: WordContext): ReadingBlock[] {
  const blocks: ReadingBlock[] = [];
  let unfinished: ReadingParagraph | null = null;
  for (const element of flow(holder.children)) {
    if (element.name === 'p') {
      const { paragraph, boxes, runsOn } = readParagraph(element, context);
      if (unfinished) {
        paragraph.text = unfinished.text + paragraph.text;
        unfinished = null;
      }
      if (runsOn) unfinished = paragraph;
      else blocks.push(paragraph);
      for (const box of boxes) blocks.push(...readContent(box, context));
    } else if (element.name === 'tbl') {
      blocks.push(...readTable(element, (cell) => readContent(cell, context)));
    }
    if (blocks.length > limits.blocks) refuse('too-large');
  }
  if (unfinished) blocks.push(unfinished);
  return blocks;
}
