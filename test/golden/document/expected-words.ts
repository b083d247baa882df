/** What of a document must stand on the page: its body block by block, its task table column by column. */
import { type DocumentNode, type NodeOf, type OfficialDocument, textOf } from '../../../shared/document/model.ts';
import { placeCells } from '../../../shared/document/table-grid.ts';

export const wordsIn = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '');

/** Texts of the body in the order of the page; head and signature stand side by side and are looked at on their own. */
export const bodyBlocks = ({ sections }: OfficialDocument): string[] =>
  (sections[0]?.nodes ?? []).flatMap(blocksOf).filter((text) => wordsIn(text).length > 0);

function blocksOf(node: DocumentNode): string[] {
  if (node.type === 'paragraph') return [textOf(node.runs)];
  if (node.type === 'listItem') return [`${node.marker} ${textOf(node.runs)}`];
  if (node.type !== 'heading') return [];
  const text = `${node.label} ${node.text}`.trim();
  return [node.level === 1 ? text.toUpperCase() : text];
}

export type ExpectedColumn = {
  words: string[];
  /** Labels are printed again on every page. */
  repeats: boolean;
};

/** Edges of the columns on the paper in millimetres, and the words of each column below the header row. */
export function annexColumns({ sections }: OfficialDocument): { edges: number[]; columns: ExpectedColumn[] } {
  const table = sections[1]?.nodes.find((node): node is NodeOf<'table'> => node.type === 'table');
  if (!table) throw new Error('no annex');
  const placed = placeCells(table.columns.length, table.rows);
  if (!placed.ok) throw new Error(placed.error);
  const total = table.columns.reduce((sum, { share }) => sum + share, 0);
  const edges = [30];
  for (const { share } of table.columns) edges.push(edges.at(-1)! + (share / total) * (297 - 45));
  const columns = table.columns.map((_, column) => ({
    repeats: column < table.labelColumns,
    words: placed.value
      .slice(table.headerRows)
      .flatMap((slots) =>
        slots
          .filter((slot) => slot.kind === 'start' && slot.column === column)
          .flatMap(({ cell }) => cell.paragraphs.flatMap((runs) => wordsIn(textOf(runs)))),
      ),
  }));
  return { edges, columns };
}
