/** What stands behind the numbers of a report: tasks of each state, tasks and proof of each target's figure, activities of each total. */
import { activitySentences } from '../../../shared/activity/sentences.ts';
import { totalsOf } from '../../../shared/activity/totals.ts';
import type { TaskRow } from '../../../shared/api/contract/plans.ts';
import type { ReportView } from '../../../shared/api/contract/reports.ts';
import { entryOf } from '../../../shared/report/gather.ts';
import { verdictNames } from '../../../shared/target/figures.ts';
import type { ReportMaterial } from './report-material.ts';

export type CountedTasks = ReportView['behind'];

/** Where a task counts among the totals: nothing told counts as `none`, or as `notDue` outside its time. */
export function countedAs(task: TaskRow): CountedTasks['tasks'][number]['as'] {
  const state = entryOf(task)?.state ?? 'chua';
  if (state === 'xong') return 'done';
  if (state === 'dang-lam') return 'doing';
  if (state === 'khong-phat-sinh') return 'notArisen';
  return task.due?.due === false ? 'notDue' : 'none';
}

export function countedTasks(material: ReportMaterial): CountedTasks {
  const { table } = material;
  return {
    tasks: table.tasks.map((task) => ({ taskId: task.id, text: task.text, as: countedAs(task) })),
    figures: figuresBehind(material),
    activities: activitiesBehind(material),
  };
}

function figuresBehind({
  table,
  evidence,
  more,
  window: { label: ownLabel },
}: ReportMaterial): CountedTasks['figures'] {
  const tasks = new Map(table.tasks.map((task) => [task.id, task]));
  const areas = new Map(table.areas.map((area) => [area.id, area.name]));
  return table.groups.flatMap((group) => {
    const views = (more.results.get(group.id)?.results ?? []).flatMap(({ targets }) => targets);
    const told = views.filter(({ window, year }) => window.text !== null || year.text !== null);
    if (told.length === 0) return [];
    const proofs = new Map(group.taskIds.flatMap((id) => evidence.get(id) ?? []).map(({ id, title }) => [id, title]));
    const activities = more.activities.filter(({ taskIds }) => taskIds.some((id) => group.taskIds.includes(id)));
    return told.map(({ measured, asked, window, year }) => ({
      area: areas.get(group.areaId) ?? '',
      measured,
      asked,
      text: window.text,
      verdict: verdictNames[window.verdict],
      yearText: year.text,
      from: window.from.filter((label) => label !== ownLabel),
      tasks: group.taskIds.map((taskId) => ({ taskId, text: tasks.get(taskId)?.text ?? '' })),
      proofs: [...proofs].map(([id, title]) => ({ id, title })),
      activities: activities.map(({ activity: { id, title, date } }) => ({ id, title, date })),
    }));
  });
}

/** One total a kind of activity, as the report tells it, over the whole window. */
function activitiesBehind({ more }: ReportMaterial): CountedTasks['activities'] {
  const all = more.activities.map(({ activity }) => activity);
  return totalsOf(all).map(({ kind, ids }) => {
    const own = all.filter(({ id }) => ids.includes(id));
    return {
      kind,
      text: activitySentences(own).join('. '),
      items: own.map(({ id, title, date }) => ({ id, title, date })),
    };
  });
}
