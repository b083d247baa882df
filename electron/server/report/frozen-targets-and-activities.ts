/** Activities and figures of targets as a bundle carries them. */
import { resultOf } from '../../../shared/activity/sentences.ts';
import type { TaskRow } from '../../../shared/api/contract/plans.ts';
import type { TargetView } from '../../../shared/api/contract/targets.ts';
import { plainText, type ReportBundle } from '../../../shared/bundle/manifest-v1.ts';
import { wholeUnit } from '../../../shared/target/words.ts';
import type { ReportMaterial } from './report-material.ts';

/** Activities of a task that travel: a sensitive one stays here. */
export const activitiesOf = ({ more }: ReportMaterial, taskId: string) =>
  more.activities.filter(({ activity, taskIds }) => !activity.sensitive && taskIds.includes(taskId));

/** Each activity of the plan's tasks as one proof, however many tasks it serves. */
export function evidenceOfActivities(material: ReportMaterial): ReportBundle['evidence'] {
  const tasks = new Set(material.table.tasks.map((task) => task.id));
  return material.more.activities
    .filter(({ activity, taskIds }) => !activity.sensitive && taskIds.some((id) => tasks.has(id)))
    .map(({ activity }) => ({
      id: activity.id,
      kind: 'activity' as const,
      title: plainText(activity.title),
      fileName: null,
      mediaType: null,
      sha256: null,
      bytes: null,
      path: null,
      withheld: null,
      url: null,
      number: null,
      symbol: null,
      date: activity.date,
      excerpt: plainText(resultOf(activity)),
    }));
}

type Entry = {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly measure: string;
} | null;

/**
 * A row has one pair of counts. Where the officer wrote none, the first share of the group with figures stands there, at the group's
 * first task; the whole list goes along as `targets`, which a receiver that does not know it keeps and passes on (BN31).
 */
export function figuresOfRow({ more, table }: ReportMaterial, task: TaskRow, entry: Entry) {
  const group = table.groups.find((each) => each.id === task.groupId);
  const views = (more.results.get(task.groupId)?.results ?? []).flatMap((result) => result.targets);
  if (group?.taskIds[0] !== task.id || views.length === 0) return {};
  const targets = views.map(targetOf);
  const told = entry?.numerator !== null && entry?.numerator !== undefined;
  const share = views.find((view) => view.target.unit === '%' && view.window.text !== null);
  if (told || !share) return { targets };
  const { numerator, denominator } = share.window;
  return { targets, numerator, denominator, measure: plainText(wholeUnit(share.target)) };
}

const targetOf = ({ measured, asked, target, window, year }: TargetView) => ({
  measured: plainText(measured),
  asked: plainText(asked),
  operator: target.operator,
  value: target.value,
  unit: plainText(target.unit),
  numerator: window.numerator,
  denominator: window.denominator,
  verdict: window.verdict,
  yearNumerator: year.numerator,
  yearDenominator: year.denominator,
  yearVerdict: year.verdict,
});
