/** The task table of 5,000 tasks: through the handler, against the same SQL by hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TaskTable } from '../../shared/api/contract/plans.ts';
import { openLargeOffice } from './large-office.ts';
import { check, inTurn, ratio, type Suite, timed } from './measure.ts';

const tasks = 5000;
const windowId = '2024-Q1';

export const list: Suite = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'so-viec-bench-'));
  const { office, planId } = openLargeOffice(folder, tasks);
  try {
    const { sqlite } = office.deps.db;
    const viaHandler = async (): Promise<string> => {
      const response = await office.fetch(
        new Request(`http://bench.invalid/api/plans/${planId}/tasks?window=${windowId}`),
        { door: 'test' },
      );
      return response.text();
    };
    const byHand = (): string =>
      JSON.stringify({
        areas: sqlite
          .prepare('select id, no, name, revision from area where plan_id = ? order by position')
          .all(planId),
        components: sqlite
          .prepare('select id, area_id, name, revision from component where plan_id = ? order by position')
          .all(planId),
        groups: sqlite.prepare('select * from task_group where plan_id = ? order by position').all(planId),
        tasks: sqlite
          .prepare(
            `select t.*, p.state, p.done_text, p.revision as progress_revision,
             (select count(*) from evidence_link l where l.task_id = t.id and l.window_id = ?) as evidence
             from task t left join progress p on p.task_id = t.id and p.window_id = ? where t.plan_id = ? order by t.position`,
          )
          .all(windowId, windowId, planId),
      });
    const checked: string[] = [];
    const given = JSON.parse(await viaHandler()) as TaskTable;
    const wanted = (JSON.parse(byHand()) as { tasks: { id: string }[] }).tasks.map((task) => task.id);
    check(given.tasks.length === tasks, `${tasks} tasks`, checked);
    check(
      given.tasks.every((task, index) => task.id === wanted[index]),
      'same tasks in the same order as by hand',
      checked,
    );
    const times = await inTurn(15, { program: () => timed(viaHandler), floor: async () => timed(byHand) });
    return {
      suite: 'list',
      measured: times,
      ratios: { 'list / SQL by hand': ratio(times.program, times.floor) },
      checked,
    };
  } finally {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
