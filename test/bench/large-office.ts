/** An office with a large plan, made through the program's own ways, the same every time. */

import { insertOffice } from '../../electron/server/office/set-up.ts';
import { type Office, openOffice } from '../../electron/server/open-office.ts';
import { keepPlan } from '../../electron/server/plan/keep-plan.ts';
import type { ReadRow } from '../../shared/plan/read-plan.ts';
import { sampleHeader, sampleOffice, sampleRows } from '../../shared/sample/sample-plan.ts';

const year = 2024;

export function openLargeOffice(dataDir: string, tasks: number): { office: Office; planId: string } {
  const opened = openOffice({ dataDir, tickets: null, clock: () => Date.parse('2024-04-02T02:00:00Z') });
  if (!opened.ok) throw new Error(opened.error.message);
  const office = opened.value;
  const { deps } = office;
  const { planId } = deps.writer.run(
    { actor: 'office', at: 1, action: 'bench', label: 'Bench', undoable: false },
    deps.newId(),
    (batch) => {
      insertOffice(deps, batch, sampleOffice, true);
      return keepPlan(deps, batch, {
        year,
        header: sampleHeader(year),
        rows: largeRows(tasks),
        sourceName: 'bench',
        sourceSha256: null,
      });
    },
  );
  return { office, planId };
}

/** Rows of the practice plan repeated with numbered words until the plan has `count` tasks; areas and components stay together. */
export function largeRows(count: number): ReadRow[] {
  const rows = sampleRows(year);
  const perRow = Math.ceil(count / rows.length);
  let made = 0;
  return rows.map((row) => {
    const tasks: string[] = [];
    for (let index = 0; index < perRow && made < count; index++)
      tasks.push(`${row.tasks[index % row.tasks.length]}, việc số ${++made}`);
    return { ...row, tasks };
  });
}
