/** What the results of a plan's groups ask for in a window, with the figures and proof that are there. Screens and reports read this. */

import { readActivities } from '../../../db/queries/activities.ts';
import { readWindows } from '../../../db/queries/office.ts';
import {
  type ChoiceRow,
  type GroupsAsked,
  type MeasurementRow,
  readChoices,
  readGroupProofs,
  readMeasurements,
  readReasons,
} from '../../../db/queries/targets.ts';
import { groupsOfTasks, resultsOfGroups } from '../../../db/queries/tasks.ts';
import type { RowOf } from '../../../db/tables.ts';
import type { ActivityKind } from '../../../shared/activity/activity.ts';
import type { GroupResults, ResultView, TargetView } from '../../../shared/api/contract/targets.ts';
import { windowsInside } from '../../../shared/report/gather.ts';
import { namedPeriod } from '../../../shared/schedule/window-days.ts';
import { checklist, guessProofKind, type ProofAtHand } from '../../../shared/target/checklist.ts';
import { gatherFigure, judgeIn, type WindowFigure } from '../../../shared/target/figures.ts';
import {
  asRead,
  type GroupResult,
  type ResultTarget,
  readGroup,
  resultName,
} from '../../../shared/target/group-targets.ts';
import { readResult } from '../../../shared/target/parse.ts';
import type { ProofKind, ReadResult } from '../../../shared/target/target.ts';
import { figureWords, measuredWords, targetWords } from '../../../shared/target/words.ts';
import type { Deps } from '../core/deps.ts';

type Window = RowOf<'reportingWindow'>;

/** The same words stand in many groups and are read again with every screen; more than the results of the largest plan. */
const keptReadings = 30_000;
const readings = new Map<string, ReadResult>();

export function readingOf(words: string): ReadResult {
  const known = readings.get(words);
  if (known) return known;
  const reading = readResult(words);
  if (readings.size >= keptReadings) readings.clear();
  readings.set(words, reading);
  return reading;
}

/** Kinds of proof an activity is by itself. */
const provenBy: Readonly<Record<ActivityKind, ProofKind>> = {
  'tuyen-truyen': 'tuyen-truyen',
  'kiem-tra': 'hoat-dong',
  'doi-thoai': 'hoat-dong',
  'tiep-dan': 'hoat-dong',
  'cong-khai': 'niem-yet',
  'tap-huan': 'hoat-dong',
  khac: 'hoat-dong',
};

type Asked = { readonly planId: string; readonly windowId: string; readonly groupId: string | null };

/** By group, in the plan's order. Empty when the window is not there. */
export function resultsOf(deps: Deps, { planId, windowId, groupId }: Asked): Map<string, GroupResults> {
  const windows = readWindows(deps.db);
  const window = windows.find((each) => each.id === windowId);
  const found = new Map<string, GroupResults>();
  if (!window) return found;
  const asked: GroupsAsked = { planId, groupId };
  const groups = resultsOfGroups(deps.db, asked);
  const choices = by(readChoices(deps.db, asked), (row) => `${row.groupId}\n${resultName(row.words)}`);
  const reasons = by(
    readReasons(deps.db, asked, windowId),
    (row) => `${row.groupId}\n${resultName(row.words)}\n${row.proofKind}`,
  );
  const measurements = Map.groupBy(readMeasurements(deps.db, asked), (row) => row.groupId);
  const atHand = proofsAtHand(deps, asked, window, windows);
  for (const { id, results } of groups) {
    const choiceOf = (words: string) => choices.get(`${id}\n${resultName(words)}`) ?? null;
    const read = readGroup(results, choiceOf, readingOf);
    const own = measurements.get(id) ?? [];
    const told = own.some((row) => row.windowId === windowId && row.numerator !== null);
    const proofs = [
      ...(atHand.get(id) ?? []),
      ...(told ? [{ id: 'so-lieu', kind: 'so-lieu' as const, title: 'Số liệu đã nhập ở chỉ tiêu' }] : []),
    ];
    found.set(id, {
      groupId: id,
      windowId,
      results: read.map((result) => ({
        words: result.words,
        ...correctionOf(result, choiceOf(result.words)),
        targets: result.targets.map((target) => targetView(target, own, window, windows)),
        proofs: checklist(
          result.proofs,
          proofs,
          (kind) => reasons.get(`${id}\n${resultName(result.words)}\n${kind}`)?.reason ?? '',
        ).map((item) => ({
          ...item,
          proofs: item.proofs.map(({ id: proofId, title }) => ({ id: proofId, title })),
          reasonRevision: reasons.get(`${id}\n${resultName(result.words)}\n${item.kind}`)?.revision ?? null,
        })),
        doubts: [...result.doubts],
      })),
      stray: strayOf(read, own, windowId),
    });
  }
  return found;
}

function correctionOf(
  { words, proofs }: GroupResult,
  choice: ChoiceRow | null,
): Pick<ResultView, 'corrected' | 'choiceRevision' | 'chosen' | 'notNeeded'> {
  const reading = readingOf(words);
  return {
    corrected: choice !== null && (choice.targets !== null || choice.proofs !== null),
    choiceRevision: choice?.revision ?? null,
    chosen: choice?.targets ?? asRead(reading.targets),
    notNeeded: reading.proofs.filter((kind) => !proofs.includes(kind)),
  };
}

function targetView(
  { key, target, gathering }: ResultTarget,
  rows: readonly MeasurementRow[],
  window: Window,
  windows: readonly Window[],
): TargetView {
  const ofYear = windows.filter((each) => each.year === window.year);
  const own = rows.find((row) => row.targetKey === key && row.windowId === window.id) ?? null;
  const series: WindowFigure[] = rows.flatMap((row) => {
    const at = row.targetKey === key ? ofYear.find((each) => each.id === row.windowId) : undefined;
    return at ? [{ windowId: at.id, ...namedPeriod(at), numerator: row.numerator, denominator: row.denominator }] : [];
  });
  // A quarter's figure is the quarter's, although the data of some regimes are counted to the middle of its last month.
  const stands = namedPeriod(window);
  const yearStart = ofYear.map((each) => namedPeriod(each).from).reduce((a, b) => (a < b ? a : b), stands.from);
  const judged = (from: string): TargetView['window'] => {
    const days = { from, to: stands.to };
    const figure = gatherFigure(series, days, gathering) ?? { numerator: null, denominator: null, windowIds: [] };
    return {
      numerator: figure.numerator,
      denominator: figure.denominator,
      text: figureWords(target, figure),
      verdict: judgeIn(target, figure, days),
      from: figure.windowIds.map((id) => ofYear.find((each) => each.id === id)?.label ?? ''),
    };
  };
  return {
    key,
    target,
    gathering,
    measured: measuredWords(target),
    asked: targetWords(target),
    own: own && { numerator: own.numerator, denominator: own.denominator, note: own.note, revision: own.revision },
    window: judged(stands.from),
    year: judged(yearStart),
  };
}

/** Figures entered for words that are no longer in the group's results. */
function strayOf(read: readonly GroupResult[], rows: readonly MeasurementRow[], windowId: string) {
  const known = new Set(read.flatMap((result) => result.targets.map((target) => target.key)));
  return rows
    .filter((row) => row.windowId === windowId && !known.has(row.targetKey))
    .filter((row) => row.numerator !== null || row.denominator !== null)
    .map((row) => ({
      words: row.targetKey.slice(0, row.targetKey.lastIndexOf('/')),
      numerator: row.numerator,
      denominator: row.denominator,
    }));
}

/** Proofs of the window and of the windows inside it, and activities whose day it holds, by group. */
function proofsAtHand(
  deps: Deps,
  asked: GroupsAsked,
  window: Window,
  windows: readonly Window[],
): Map<string, ProofAtHand[]> {
  const inside = [window.id, ...windowsInside(window, windows).map(({ id }) => id)];
  const found = new Map<string, ProofAtHand[]>();
  const add = (groupId: string, proof: ProofAtHand) => {
    const known = found.get(groupId);
    if (!known) found.set(groupId, [proof]);
    else if (!known.some((each) => each.id === proof.id)) known.push(proof);
  };
  for (const row of readGroupProofs(deps.db, asked, inside))
    add(row.groupId, { id: row.id, title: row.title, kind: row.proofKind ?? guessProofKind(row) });
  const groupOf = groupsOfTasks(deps.db, asked);
  for (const { activity, taskIds } of readActivities(deps.db, { from: window.fromDate, to: window.toDate }))
    for (const taskId of taskIds) {
      const groupId = groupOf.get(taskId);
      if (groupId !== undefined)
        add(groupId, { id: activity.id, kind: provenBy[activity.kind], title: activity.title });
    }
  return found;
}

const by = <Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row> =>
  new Map(rows.map((row) => [key(row), row]));
