/** Targets, activities and proof of results, put to the areas of a report. */
import { readActivities } from '../../../db/queries/activities.ts';
import type { RowOf } from '../../../db/tables.ts';
import type { Activity } from '../../../shared/activity/activity.ts';
import { type ActivityRow, activityRow, activitySentences } from '../../../shared/activity/sentences.ts';
import type { TaskTable } from '../../../shared/api/contract/plans.ts';
import type { GroupResults } from '../../../shared/api/contract/targets.ts';
import { entryOf } from '../../../shared/report/gather.ts';
import type { FactFigure, FactGap } from '../../../shared/report/target-and-activity-facts.ts';
import { verdictNames } from '../../../shared/target/figures.ts';
import { proofNames } from '../../../shared/target/target.ts';
import type { Deps } from '../core/deps.ts';
import { resultsOf } from '../work/group-results.ts';
import { missingOf } from '../work/result-gaps.ts';

export type TargetsAndActivities = {
  results: Map<string, GroupResults>;
  /** Activities whose day the window holds, with the tasks they serve, oldest first. */
  activities: { activity: Activity; taskIds: readonly string[] }[];
};

export function readTargetsAndActivities(
  deps: Deps,
  planId: string,
  window: RowOf<'reportingWindow'>,
): TargetsAndActivities {
  return {
    results: resultsOf(deps, { planId, windowId: window.id, groupId: null }),
    activities: readActivities(deps.db, { from: window.fromDate, to: window.toDate }).reverse(),
  };
}

type AreaMore = { figures: FactFigure[]; activities: string[]; gaps: FactGap[] };

export function targetsAndActivitiesOf(
  { results, activities }: TargetsAndActivities,
  table: TaskTable,
  areaId: string,
): AreaMore {
  const groups = table.groups.filter((group) => group.areaId === areaId);
  const tasks = new Map(table.tasks.map((task) => [task.id, task]));
  const here = new Set(groups.flatMap((group) => group.taskIds));
  const figures: FactFigure[] = [];
  const gaps: FactGap[] = [];
  for (const group of groups) {
    const found = results.get(group.id);
    const first = tasks.get(group.taskIds[0] ?? '');
    if (!found || !first) continue;
    for (const { targets } of found.results)
      for (const target of targets)
        figures.push({
          taskId: first.id,
          measured: target.measured,
          asked: target.asked,
          text: target.window.text,
          verdict: verdictNames[target.window.verdict],
          yearText: target.year.text,
          yearVerdict: verdictNames[target.year.verdict],
        });
    const told = group.taskIds.map((id) => tasks.get(id)).find((task) => task && worked(task));
    for (const missing of missingOf(found)) {
      // Nobody worked on the group yet: its tasks stand in the list as such, proof is not asked for. A reason given is always told.
      const asked = told ? missing : { ...missing, missing: [], openTargets: [] };
      if (asked.missing.length + asked.explained.length + asked.openTargets.length === 0) continue;
      const { id, text, lead } = told ?? first;
      gaps.push({
        taskId: id,
        task: text,
        lead,
        result: asked.words,
        missing: asked.missing.map((kind) => proofNames[kind]),
        explained: asked.explained.map(({ kind, reason }) => ({ name: proofNames[kind], reason })),
        openTargets: asked.openTargets,
      });
    }
  }
  const own = activities.filter(({ taskIds }) => taskIds.some((id) => here.has(id))).map(({ activity }) => activity);
  return { figures, activities: activitySentences(own), gaps };
}

const worked = (task: TaskTable['tasks'][number]): boolean => {
  const state = entryOf(task)?.state;
  return state === 'xong' || state === 'dang-lam';
};

/** Sentences about activities that serve none of the plan's tasks. */
export function otherActivities({ activities }: TargetsAndActivities, table: TaskTable): string[] {
  const known = new Set(table.tasks.map((task) => task.id));
  return activitySentences(
    activities.filter(({ taskIds }) => !taskIds.some((id) => known.has(id))).map(({ activity }) => activity),
  );
}

export const activityRows = ({ activities }: TargetsAndActivities): ActivityRow[] =>
  activities.map(({ activity }) => activityRow(activity));
