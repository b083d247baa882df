/** Lines and tables of a body ↔ the editor's own document. Bold and italic are marks; what the model cannot hold cannot be typed. */
import type { JSONContent } from '@tiptap/react';
import { type BodyCell, type BodyTable, hasLook, joinRuns, runOf } from '../../../shared/body/body-blocks.ts';
import { withoutHangingRows } from '../../../shared/body/grid-table.ts';
import type { SectionLevel } from '../../../shared/body/numbering.ts';
import { runsOfWords, type WrittenBlock } from '../../../shared/body/written-blocks.ts';
import type { Run } from '../../../shared/document/model.ts';

const mark = (type: 'bold' | 'italic') => ({ type });

const contentOf = (runs: readonly Run[]): JSONContent[] =>
  joinRuns(runs).map(({ text, bold, italic }) => {
    const marks = [...(bold ? [mark('bold')] : []), ...(italic ? [mark('italic')] : [])];
    return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks };
  });

const runsOfContent = (content: readonly JSONContent[] = []): Run[] =>
  joinRuns(
    content.map(({ text = '', marks = [] }) => {
      const has = (type: string) => marks.some((each) => each.type === type);
      return runOf(text, { bold: has('bold'), italic: has('italic') });
    }),
  );

/** Widths in the editor's own pixels; it draws a table as wide as the text, so only their shares count. */
const textWidth = 480;

export function tableNode({ columns, headerRows, rows }: BodyTable): JSONContent {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.max(25, Math.round((share / all) * textWidth)));
  const covered = new Map<string, true>();
  return {
    type: 'table',
    content: rows.map((row, at) => {
      let column = 0;
      const cells = row.map((cell): JSONContent => {
        while (covered.has(`${at},${column}`)) column++;
        const from = column;
        for (let down = 0; down < cell.rowSpan; down++)
          for (let along = 0; along < cell.columnSpan; along++) covered.set(`${at + down},${from + along}`, true);
        column += cell.columnSpan;
        const colwidth = widths.slice(from, column);
        return {
          type: at < headerRows ? 'tableHeader' : 'tableCell',
          attrs: {
            colspan: cell.columnSpan,
            rowspan: cell.rowSpan,
            colwidth,
            align: columns[from]?.align ?? 'left',
          },
          content: (cell.paragraphs.length === 0 ? [[]] : cell.paragraphs).map((runs) => ({
            type: 'paragraph',
            content: contentOf(runs),
          })),
        };
      });
      return { type: 'tableRow', content: cells };
    }),
  };
}

/** As many as are kept. */
const mostHeaderRows = 10;

/** Cells say their widths; a column that no cell says anything of is as wide as the others are on average. */
export function tableOfNode({ content: rows = [] }: JSONContent): BodyTable {
  const widths: (number | null)[] = [];
  const aligns: BodyTable['columns'][number]['align'][] = [];
  const covered = new Map<string, true>();
  let headerRows = 0;
  const body = rows.map(({ content: cells = [] }, at): BodyCell[] => {
    if (cells.length > 0 && cells.every(({ type }) => type === 'tableHeader') && headerRows === at) headerRows++;
    let column = 0;
    return cells.map(({ attrs = {}, content: paragraphs = [] }) => {
      while (covered.has(`${at},${column}`)) column++;
      const from = column;
      const [columnSpan, rowSpan] = [Number(attrs.colspan ?? 1), Number(attrs.rowspan ?? 1)];
      for (let down = 0; down < rowSpan; down++)
        for (let along = 0; along < columnSpan; along++) covered.set(`${at + down},${from + along}`, true);
      const said = Array.isArray(attrs.colwidth) ? (attrs.colwidth as (number | null)[]) : [];
      for (let along = 0; along < columnSpan; along++) widths[from + along] ??= said[along] || null;
      if (columnSpan === 1 && (at >= headerRows || rows.length === headerRows))
        aligns[from] ??= attrs.align === 'center' || attrs.align === 'justify' ? attrs.align : 'left';
      column += columnSpan;
      const filled = paragraphs.map((each) => runsOfContent(each.content));
      const only = filled.length === 1 && filled[0]?.length === 0;
      return { paragraphs: only ? [] : filled, columnSpan, rowSpan };
    });
  });
  const known = widths.filter((width): width is number => typeof width === 'number');
  const usual = known.length === 0 ? 1 : known.reduce((sum, width) => sum + width, 0) / known.length;
  const columns = Array.from(widths, (width, at) => ({ share: width ?? usual, align: aligns[at] ?? 'left' }));
  return withoutHangingRows({ type: 'table', columns, headerRows: Math.min(headerRows, mostHeaderRows), rows: body });
}

export function nodeOf(block: WrittenBlock): JSONContent {
  if (block.type === 'table') return tableNode(block.table);
  const { type, text: _words, runs: _runs, ...attrs } = block;
  return { type, attrs, content: contentOf(runsOfWords(block)) };
}

/** A document is never empty, and a table at its end is followed by a line to type in. */
export function documentOf(blocks: readonly WrittenBlock[]): JSONContent {
  const content = blocks.map(nodeOf);
  if (blocks.length === 0 || blocks.at(-1)?.type === 'table') content.push({ type: 'paragraph' });
  return { type: 'doc', content };
}

export const blocksOfDocument = (document: JSONContent): WrittenBlock[] =>
  (document.content ?? []).map((node): WrittenBlock => {
    const { type, attrs = {}, content = [] } = node;
    if (type === 'table') return { type, table: tableOfNode(node) };
    const runs = runsOfContent(content);
    const words = { text: runs.map((run) => run.text).join(''), ...(hasLook(runs) ? { runs } : {}) };
    if (type === 'numbered')
      return {
        type,
        id: String(attrs.id ?? ''),
        level: attrs.level as SectionLevel,
        titled: attrs.titled === true,
        typed: typeof attrs.typed === 'string' ? attrs.typed : null,
        ...words,
      };
    if (type === 'item') return { type, marker: attrs.marker === '+' ? '+' : '-', ...words };
    return { type: 'paragraph', ...words };
  });
