/** The documents that are written in measurements: the practice plan with as many rows as asked for, each task told apart by its number. */

import type { NodeOf, OfficialDocument } from '../../shared/document/model.ts';
import { textOf } from '../../shared/document/model.ts';
import { placeCells } from '../../shared/document/table-grid.ts';
import { buildPlan } from '../../shared/plan/build-plan.ts';
import { sampleHeader, sampleRows } from '../../shared/sample/sample-plan.ts';

export function annexOf(count: number): OfficialDocument {
  const rows = sampleRows(2026).map(({ dimension, ...row }) => ({ ...row, area: dimension }));
  const header = sampleHeader(2026);
  return buildPlan({
    office: { issuer: ['ỦY BAN NHÂN DÂN', 'XÃ AN THỊNH'], name: header.issuer, place: header.place },
    year: 2026,
    title: header.title,
    sections: header.sections,
    rows: Array.from({ length: count }, (_, at) => {
      const row = rows[Math.floor((at * rows.length) / count)]!;
      return { ...row, tasks: row.tasks.map((text) => `${text} (${at + 1})`) };
    }),
    recipients: header.recipients,
    signer: header.signer,
  });
}

export type PlainCell = { paragraphs: string[]; merge: 'none' | 'start' | 'continued' };

export function tableOf(document: OfficialDocument): NodeOf<'table'> {
  const table = document.sections[1]?.nodes.find((node): node is NodeOf<'table'> => node.type === 'table');
  if (!table) throw new Error('no annex');
  return table;
}

/** The table as rows of cells, each column filled. */
export function plainRows(document: OfficialDocument): PlainCell[][] {
  const table = tableOf(document);
  const placed = placeCells(table.columns.length, table.rows);
  if (!placed.ok) throw new Error(placed.error);
  return placed.value.map((slots) =>
    slots.map(({ kind, cell }) => ({
      paragraphs: kind === 'start' ? cell.paragraphs.map(textOf) : [],
      merge: kind === 'continued' ? 'continued' : cell.rowSpan > 1 ? 'start' : 'none',
    })),
  );
}
