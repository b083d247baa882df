/**
 * A .docx (or .docm, .dotx: macros are never looked at) as blocks. Only the main text, its styles and its numbering are
 * opened, found by content type; relationships, links and embedded files are never followed.
 */
import type { ReadingBlock, ReadingParagraph } from '../../../../shared/reading/blocks.ts';
import type { ContainerText } from '../container/container-text.ts';
import { limits } from '../container/limits.ts';
import type { PartOfType } from '../container/package.ts';
import { stopReading } from '../container/problems.ts';
import type { Container } from '../container/unpack.ts';
import { child, parseXml, type XmlElement } from '../container/xml.ts';
import { flow } from './flow.ts';
import { readNumbering } from './numbering.ts';
import { readParagraph, type WordContext } from './paragraph.ts';
import { readStyles } from './styles.ts';
import { readTable } from './table.ts';

/** Reads the text of a Word file from its main part. */
export function readDocx(container: Container, parts: PartOfType, main: string): ContainerText {
  const folder = main.includes('/') ? main.slice(0, main.lastIndexOf('/') + 1) : '';
  const part = (type: RegExp, usual: string): XmlElement | undefined => {
    const bytes = container.part(parts(type) ?? `${folder}${usual}`);
    return bytes ? parseXml(bytes) : undefined;
  };
  const bytes = container.part(main) ?? stopReading('broken');
  const body = child(parseXml(bytes), 'body');
  if (!body) stopReading('broken');
  const context: WordContext = {
    styles: readStyles(part(/wordprocessingml\.styles\+xml$/, 'styles.xml')),
    numbering: readNumbering(part(/wordprocessingml\.numbering\+xml$/, 'numbering.xml')),
    encodings: new Set(),
  };
  const blocks = readContent(body, context);
  return { blocks, warnings: [], encoding: [...context.encodings].join(', ') || 'unicode', plainText: false };
}

/** Paragraphs and tables of a body, a cell or a text box, in order. */
function readContent(holder: XmlElement, context: WordContext): ReadingBlock[] {
  const blocks: ReadingBlock[] = [];
  let unfinished: ReadingParagraph | null = null;
  for (const element of flow(holder.children)) {
    if (element.name === 'p') {
      const { paragraph, boxes, runsOn } = readParagraph(element, context);
      if (unfinished) {
        const [before, after] = [unfinished, paragraph.text];
        if (before.runs || paragraph.runs)
          paragraph.runs = [...(before.runs ?? [{ text: before.text }]), ...(paragraph.runs ?? [{ text: after }])];
        paragraph.text = before.text + after;
        unfinished = null;
      }
      if (runsOn) unfinished = paragraph;
      else blocks.push(paragraph);
      for (const box of boxes) blocks.push(...readContent(box, context));
    } else if (element.name === 'tbl') {
      blocks.push(...readTable(element, (cell) => readContent(cell, context)));
    }
    if (blocks.length > limits.blocks) stopReading('too-large');
  }
  if (unfinished) blocks.push(unfinished);
  return blocks;
}
