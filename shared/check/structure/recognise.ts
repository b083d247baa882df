/** What every line of a document is. Nothing here judges: a wrong element is still that element. */
import type { Layout, LayoutElement } from '../../document/decree30.ts';
import { decree30 } from '../../document/decree30.ts';
import { flatten, isBlank, type Line } from './flatten.ts';
import type { LaidOutDocument } from './laid-out.ts';
import { type BodyKind, type BodyLine, bodyLines } from './recognise-body.ts';
import { type AnnexElements, type EndElements, recogniseAnnexes, recogniseEnd } from './recognise-end.ts';
import { type HeadElements, recogniseHead } from './recognise-head.ts';

export type Recognised = {
  readonly document: LaidOutDocument;
  readonly layout: Layout;
  readonly lines: readonly Line[];
  readonly head: HeadElements;
  readonly end: EndElements;
  readonly annexes: readonly AnnexElements[];
  readonly body: readonly BodyLine[];
  /** Lines inside ruled tables, of body and annexes. */
  readonly tableLines: readonly Line[];
};

export function recognise(document: LaidOutDocument, layout: Layout = decree30): Recognised {
  const lines = flatten(document);
  const head = recogniseHead(lines);
  const annexes = recogniseAnnexes(lines, head.bodyFrom);
  const end = recogniseEnd(lines, head.bodyFrom, annexes[0]?.label.at ?? lines.length);
  return {
    document,
    layout,
    lines,
    head,
    end,
    annexes,
    body: bodyLines(lines.slice(head.bodyFrom, end.bodyTo)),
    tableLines: lines.filter((line) => line.cell?.table.ruled && !isBlank(line)),
  };
}

/** The lines of an element, empty where the document has none. Headings and body come from the text. */
export function linesOf(found: Recognised, element: LayoutElement): readonly Line[] {
  const { head, end, annexes, body } = found;
  const one = (line: Line | null): readonly Line[] => (line ? [line] : []);
  const ofKind = (kind: BodyKind) => body.filter((each) => each.kind === kind).map((each) => each.line);
  switch (element) {
    case 'nationalName':
    case 'motto':
    case 'number':
    case 'placeAndDate':
    case 'typeName':
      return one(head[element]);
    case 'superiorAgency':
    case 'issuingAgency':
    case 'subject':
    case 'addressees':
    case 'basis':
      return head[element];
    case 'recipientsHead':
    case 'signerName':
      return one(end[element]);
    case 'recipients':
    case 'signingAuthority':
      return end[element];
    case 'annexLabel':
      return annexes.map((annex) => annex.label);
    case 'annexTitle':
      return annexes.flatMap((annex) => annex.title);
    case 'annexReference':
      return annexes.flatMap((annex) => one(annex.reference));
    case 'heading1':
    case 'heading2':
    case 'heading3':
    case 'body':
      return ofKind(element);
    case 'heading4':
      return ofKind('decimalHeading');
    case 'table':
      return found.tableLines;
    case 'pageNumber':
      return [];
  }
}
