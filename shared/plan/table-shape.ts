/** The task table that rows of a file describe: rows come filled down, so a new area or component begins where its words change. */
import { nfc, oneLine } from '../text/fold.ts';
import type { ReadRow } from './read-plan.ts';

export type ShapedArea = { no: string; name: string };
export type ShapedComponent = { area: number; name: string };
export type ShapedGroup = {
  area: number;
  components: number[];
  results: string[];
  lead: string;
  executors: string[];
  time: string;
  note: string;
};
export type ShapedTask = { group: number; text: string };

/** Parents are indices into the lists; `row` and `item` say where in the rows a thing is first named. */
export type TableShape = {
  areas: (ShapedArea & { row: number })[];
  components: (ShapedComponent & { row: number })[];
  groups: (ShapedGroup & { row: number })[];
  tasks: (ShapedTask & { row: number; item: number })[];
  /** By row: the group and the component it belongs to. Rows that share a merged task cell share a group. */
  groupOfRow: number[];
  componentOfRow: number[];
};

const block = (text: string): string => nfc(text).trim();
const filled = (text: string): boolean => text !== '';

export function shapeOfRows(rows: readonly ReadRow[]): TableShape {
  const shape: TableShape = { areas: [], components: [], groups: [], tasks: [], groupOfRow: [], componentOfRow: [] };
  rows.forEach((row, index) => {
    const name = oneLine(row.dimension);
    const newArea = shape.areas.at(-1)?.name !== name;
    if (newArea) shape.areas.push({ no: oneLine(row.no), name, row: index });
    const area = shape.areas.length - 1;
    const component = oneLine(row.component);
    if (newArea || shape.components.at(-1)?.name !== component)
      shape.components.push({ area, name: component, row: index });
    const own = shape.components.length - 1;
    shape.componentOfRow.push(own);
    const shared = row.sharesWith === null ? undefined : shape.groupOfRow[row.sharesWith];
    if (shared !== undefined) {
      const { components } = shape.groups[shared]!;
      if (!components.includes(own)) components.push(own);
      shape.groupOfRow.push(shared);
      return;
    }
    const group = shape.groups.length;
    shape.groupOfRow.push(group);
    shape.groups.push({
      area,
      components: [own],
      results: row.results.map(block).filter(filled),
      lead: oneLine(row.lead),
      executors: row.executors.map(oneLine).filter(filled),
      time: oneLine(row.time),
      note: block(row.note),
      row: index,
    });
    row.tasks.forEach((text, item) => {
      if (filled(block(text))) shape.tasks.push({ group, text: block(text), row: index, item });
    });
  });
  return shape;
}
