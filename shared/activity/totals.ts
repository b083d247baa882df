/** Which activities count in a stretch of days, and what they add up to. */
import type { IsoDate } from '../text/dates.ts';
import { type Activity, type ActivityKind, activityKinds, activityNames } from './activity.ts';

/**
 * AC1. An activity counts in every stretch that holds its day. A publication that runs from one day to another counts wherever it
 * overlaps; one without a last day is taken by its first day alone.
 */
export const countsIn = ({ date, toDate }: Pick<Activity, 'date' | 'toDate'>, from: IsoDate, to: IsoDate): boolean =>
  date <= to && (toDate ?? date) >= from;

/** AC4. A publication that is up on a day. Without a last day it stays up. */
export const runsOn = ({ kind, date, toDate }: Pick<Activity, 'kind' | 'date' | 'toDate'>, day: IsoDate): boolean =>
  kind === 'cong-khai' && date <= day && (toDate === null || toDate >= day);

/** AC3. Findings whose remedy has a deadline that passed without a day of remedy. */
export const remedyOverdue = (activity: Activity, today: IsoDate): boolean =>
  activity.kind === 'kiem-tra' &&
  activity.details.remedyDue !== null &&
  activity.details.remedyDue < today &&
  activity.details.remediedOn === null;

export type ActivityTotals = {
  readonly kind: ActivityKind;
  /** Entries. */
  readonly entries: number;
  /** Broadcasts, sessions, meetings, checks: what the kind counts. */
  readonly times: number;
  readonly people: number;
  readonly villages: number;
  /** Findings, questions or cases, and how many of them are settled; of the kinds that have them. */
  readonly raised: number;
  readonly settled: number;
  readonly ids: readonly string[];
};

/** Per kind, in the fixed order; kinds that did not occur are left out. Numbers nobody gave add nothing. */
export function totalsOf(activities: readonly Activity[]): ActivityTotals[] {
  return activityKinds.flatMap((kind) => {
    const all = activities.filter((each) => each.kind === kind);
    if (all.length === 0) return [];
    const sum = (of: (each: Activity) => number) => all.reduce((total, each) => total + of(each), 0);
    return [
      {
        kind,
        entries: all.length,
        times: sum(timesOf),
        people: sum(peopleOf),
        villages: new Set(all.flatMap(villagesOf).map((name) => name.toLowerCase())).size,
        raised: sum((each) => raisedOf(each)[0]),
        settled: sum((each) => raisedOf(each)[1]),
        ids: all.map((each) => each.id),
      },
    ];
  });
}

export const timesOf = (activity: Activity): number => {
  if (activity.kind === 'tuyen-truyen') return activity.details.times;
  if (activity.kind === 'tap-huan') return activity.details.sessions;
  if (activity.kind === 'tiep-dan') return activity.details.visits ?? 0;
  return 1;
};

export const peopleOf = (activity: Activity): number =>
  'people' in activity.details ? (activity.details.people ?? 0) : 0;

export const villagesOf = (activity: Activity): readonly string[] =>
  'villages' in activity.details ? activity.details.villages : [];

function raisedOf(activity: Activity): [number, number] {
  if (activity.kind === 'kiem-tra')
    return activity.details.findings === '' ? [0, 0] : [1, activity.details.remediedOn === null ? 0 : 1];
  if (activity.kind === 'doi-thoai') return [activity.details.questions ?? 0, activity.details.answered ?? 0];
  if (activity.kind === 'tiep-dan') return [activity.details.cases ?? 0, activity.details.settled ?? 0];
  return [0, 0];
}

/** `12 lượt`, `03 cuộc`: what a kind counts. */
export const timesUnit: Readonly<Record<ActivityKind, string>> = {
  'tuyen-truyen': 'lượt',
  'kiem-tra': 'cuộc',
  'doi-thoai': 'cuộc',
  'tiep-dan': 'lượt',
  'cong-khai': 'nội dung',
  'tap-huan': 'buổi',
  khac: 'hoạt động',
};

export const kindName = (kind: ActivityKind): string => activityNames[kind];
