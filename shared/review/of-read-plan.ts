/** From a file that was read to what is proof-read. */

import { plainSections } from '../body/body-blocks.ts';
import { annexTitleOf, hasTaskTable } from '../plan/annex-title.ts';
import type { ReadPlan } from '../plan/read-plan.ts';
import { issuerOfReference, yearOfReference } from '../reading/annex.ts';
import type { Line } from '../reading/lines.ts';
import type { ReviewInput } from './input.ts';

export function reviewOfRead(read: ReadPlan): Omit<ReviewInput, 'silenced'> {
  const { plan } = read;
  const annexTitle = annexTitleOf(read);
  const lines = annexTitle.map(
    (text): Line => ({ text, bold: false, align: 'center', level: null, place: { block: 0 }, column: null }),
  );
  return {
    year: plan?.year ?? yearOfReference(lines),
    issuer: plan?.issuer || issuerOfReference(lines),
    head: plan && { number: plan.number, date: plan.date, title: plan.title },
    basis: plan?.basis ?? [],
    preamble: plan?.preamble ?? [],
    sections: plainSections(plan?.sections ?? []),
    closing: plan?.closing ?? [],
    annexTitle,
    annex: hasTaskTable(read) ? 'table' : 'none',
    emptyAreas: [],
    rows: read.rows.map(({ dimension, no, component, tasks, results, lead, executors, time, sharesWith }) => ({
      no,
      area: dimension,
      component,
      tasks,
      results,
      lead,
      executors,
      time,
      sharesWith,
    })),
  };
}
