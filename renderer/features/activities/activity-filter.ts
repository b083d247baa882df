/** The list of activities: what a filter keeps, and the words a search looks through. Pure. */
import type { ActivityKind } from '../../../shared/activity/activity.ts';
import { activityNames } from '../../../shared/activity/activity.ts';
import { resultOf } from '../../../shared/activity/sentences.ts';
import { villagesOf } from '../../../shared/activity/totals.ts';
import type { ActivityView } from '../../../shared/api/contract/activities.ts';
import { fold, matchesFolded } from '../../../shared/text/fold.ts';

export type Standing = 'overdue' | 'running' | 'no-task';

export type ActivityFilter = {
  readonly query: string;
  readonly kind: ActivityKind | null;
  readonly standing: Standing | null;
  readonly area: string | null;
  readonly village: string | null;
};

export const passesStanding = (view: ActivityView, standing: Standing): boolean =>
  standing === 'overdue' ? view.overdue : standing === 'running' ? view.running : view.tasks.length === 0;

export function searchText({ activity, tasks }: ActivityView): string {
  const details = Object.values(activity.details)
    .flat()
    .filter((value) => typeof value === 'string');
  return fold(
    [
      activity.title,
      activityNames[activity.kind],
      resultOf(activity),
      ...details,
      ...tasks.map((task) => task.text),
    ].join(' '),
  );
}

export function shownActivities(all: readonly ActivityView[], filter: ActivityFilter): ActivityView[] {
  const query = fold(filter.query);
  return all.filter(
    (view) =>
      (filter.kind === null || view.activity.kind === filter.kind) &&
      (filter.standing === null || passesStanding(view, filter.standing)) &&
      (filter.area === null || view.tasks.some((task) => task.area === filter.area)) &&
      (filter.village === null ||
        villagesOf(view.activity).some((name) => fold(name) === fold(filter.village ?? ''))) &&
      matchesFolded(searchText(view), query),
  );
}
