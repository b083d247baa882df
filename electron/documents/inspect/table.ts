/** A table as rows of cells with their contents; merged cells stand where they begin. */
import type { LaidOutBlock, LaidOutCell, LaidOutTable } from '../../../shared/check/structure/laid-out.ts';
import { limits } from '../read/container/limits.ts';
import { stopReading } from '../read/container/problems.ts';
import { child, childrenOf, childValue, isElement, isOn, type XmlElement } from '../read/container/xml.ts';
import { flow } from '../read/word/flow.ts';
import { hasInnerLines, isDrawn, number, type StyleSheet } from './formatting.ts';
import { millimetres } from './measures.ts';
import type { Holder } from './paragraph.ts';

export type InspectContent = (holder: XmlElement, surroundings: Holder) => LaidOutBlock[];

/** Cells have this room at their sides where nothing else is said. */
const usualSide = 108;

export function inspectTable(
  element: XmlElement,
  styles: StyleSheet,
  content: InspectContent,
  outerRoom: number,
): LaidOutTable {
  const settings = child(element, 'tblPr');
  const styleId = childValue(settings, 'tblStyle');
  const grid = childrenOf(child(element, 'tblGrid'), 'gridCol').map((column) => number(column.attributes.w) ?? 0);
  const sides = sidesOf(child(settings, 'tblCellMar'), { left: usualSide, right: usualSide });
  const tableStyle = styles.table(styleId);
  const rows: LaidOutCell[][] = [];
  let headerRows = 0;
  let cells = 0;
  for (const row of flow(element.children)) {
    if (row.name !== 'tr') continue;
    const properties = child(row, 'trPr');
    if (child(properties, 'del')) continue;
    if (isOn(properties, 'tblHeader') && headerRows === rows.length) headerRows++;
    const made: LaidOutCell[] = [];
    let column = Math.max(0, Math.min(limits.columns, number(childValue(properties, 'gridBefore')) ?? 0));
    for (const cell of flow(row.children)) {
      if (cell.name !== 'tc') continue;
      const own = child(cell, 'tcPr');
      const columnSpan = Math.max(1, number(childValue(own, 'gridSpan')) ?? 1);
      if (column + columnSpan > limits.columns || ++cells > limits.cells) stopReading('too-large');
      const merge = child(own, 'vMerge');
      const continues = merge !== undefined && merge.attributes.val !== 'restart';
      const written = child(own, 'tcW')?.attributes;
      const gridWidth = grid.slice(column, column + columnSpan).reduce((sum, width) => sum + width, 0);
      const width = (written?.type === 'dxa' ? number(written.w) : undefined) ?? gridWidth;
      const margins = sidesOf(child(own, 'tcMar'), sides);
      const inner = width > 0 ? millimetres(width - margins.left - margins.right) : outerRoom;
      // A continued cell holds an empty paragraph only; it is counted but shows nothing.
      const blocks = content(cell, { tableStyle, room: Math.max(0, inner) });
      if (!continues) made.push({ column, columnSpan, blocks });
      column += columnSpan;
    }
    rows.push(made);
  }
  const ruled = cellsRuled(element) ?? hasInnerLines(child(settings, 'tblBorders')) ?? styles.rulesTable(styleId);
  return { type: 'table', ruled, headerRows, rows };
}

/** Lines drawn around, or taken away from, every cell of the first row; undefined where cells say nothing of their own. */
function cellsRuled(table: XmlElement): boolean | undefined {
  const row = [...flow(table.children)].find((each) => each.name === 'tr');
  const cells = row ? [...flow(row.children)].filter((each) => each.name === 'tc') : [];
  const drawn = cells.map((cell) => {
    const borders = child(child(cell, 'tcPr'), 'tcBorders');
    // LibreOffice writes an empty list where a cell has no borders of its own: that says nothing either.
    const sides = borders?.children.filter(isElement) ?? [];
    return sides.length === 0 ? undefined : sides.some(isDrawn);
  });
  if (drawn.length === 0 || drawn.includes(undefined)) return undefined;
  return drawn.every((each) => each === true);
}

function sidesOf(margins: XmlElement | undefined, otherwise: { left: number; right: number }) {
  const side = (...names: string[]): number | undefined =>
    names.map((name) => number(child(margins, name)?.attributes.w)).find((value) => value !== undefined);
  return { left: side('left', 'start') ?? otherwise.left, right: side('right', 'end') ?? otherwise.right };
}
