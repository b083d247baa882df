/** Tables behind a report's main annex: targets, activities, reasons. Numbered after it in Roman figures, as Decree 30 asks of several. */

import { cell } from '../document/cells.ts';
import type { DocumentSection, NodeOf } from '../document/model.ts';
import type { MoreAnnex } from './target-and-activity-facts.ts';

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];

/** `Phụ lục` alone where there is one, `Phụ lục II` where there are several. `at` counts from 0. */
export const annexLabel = (at: number, count: number): string =>
  count === 1 ? 'Phụ lục' : `Phụ lục ${roman[at] ?? String(at + 1)}`;

type AttachedTo = NodeOf<'annexHead'>['attachedTo'];

export function moreAnnexSections(
  annexes: readonly MoreAnnex[],
  first: number,
  count: number,
  attachedTo: AttachedTo,
): DocumentSection[] {
  return annexes.map(({ title, columns, rows }, at) => ({
    orientation: 'landscape',
    nodes: [
      { type: 'annexHead', label: annexLabel(first + at, count), title: [title], attachedTo },
      {
        type: 'table',
        columns: columns.map(({ share, align }) => ({ share, align })),
        headerRows: 1,
        labelColumns: 0,
        rows: [
          columns.map(({ caption }) => cell([caption])),
          ...rows.map((row) => row.map((words) => cell(words.split('\n')))),
        ],
      },
    ],
  }));
}
