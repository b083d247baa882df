/** The Như Quỳnh annex as rows, and the comparison every container of it must pass. */
import { expect } from 'vitest';
import type { ReadRow } from '../../../shared/plan/read-plan.ts';
import { sample } from '../../support/samples.ts';

type AnnexRow = {
  id: string;
  no: string;
  dimension: string;
  sub: string;
  tasks: string[];
  results: string[];
  lead: string;
  implementers: string[];
  time: string;
  cells_shared_with?: string;
};

const withoutBullet = (text: string): string => text.replace(/^(?:[-–+•]|\d+[.)])\s*/, '').trim();

/** Rows as another reader wrote them down by hand; merged cells stand once there and are filled down here. */
export function expectedRows(): AnnexRow[] {
  const rows = (JSON.parse(new TextDecoder().decode(sample('nhu-quynh-annex.json'))) as { rows: AnnexRow[] }).rows;
  return rows.map((row) => {
    const shared = rows.find((other) => other.id === row.cells_shared_with);
    return shared ? { ...shared, id: row.id, sub: row.sub, cells_shared_with: shared.id } : row;
  });
}

export function expectAnnex(rows: readonly ReadRow[]): void {
  const expected = expectedRows();
  expect(rows.map((row) => row.component)).toEqual(expected.map((row) => row.sub));
  rows.forEach((row, index) => {
    const want = expected[index]!;
    expect({ id: want.id, ...cellsOf(row) }).toEqual({
      id: want.id,
      no: want.no,
      dimension: want.dimension,
      component: want.sub,
      tasks: want.tasks.map(withoutBullet),
      results: want.results.map(withoutBullet),
      lead: want.lead,
      executors: want.implementers,
      time: want.time.split('\n').map(withoutBullet).join(' '),
    });
    const shared = want.cells_shared_with;
    expect(row.sharesWith).toBe(shared === undefined ? null : expected.findIndex((other) => other.id === shared));
  });
}

/** A dash that divides two lines of a time cell is left out of the comparison: the paper shows it, the list does not need it. */
const cellsOf = ({ no, dimension, component, tasks, results, lead, executors, time }: ReadRow) => ({
  no,
  dimension,
  component,
  tasks,
  results,
  lead,
  executors,
  time: time.replace(/ - /g, ' '),
});
