/** Plans that came down from the superior, as the commune reads them: the newest version, what it changed, the regimes it brings. */
import { listPlans } from '../../../db/queries/plans.ts';
import {
  countingSuperiorPlans,
  coverageLinks,
  coveredTasks,
  superiorPlanVersions,
} from '../../../db/queries/superior.ts';
import type { RowOf } from '../../../db/tables.ts';
import type { SuperiorPlanSummary, SuperiorPlanView } from '../../../shared/api/contract/plan-down.ts';
import { fromPlanBlock } from '../../../shared/bundle/plan-blocks.ts';
import type { PlanBundle } from '../../../shared/bundle/plan-v1.ts';
import { taskCount } from '../../../shared/bundle/plan-v1.ts';
import { bundleUnitName } from '../../../shared/bundle/unit-card.ts';
import { planChanges, type TaskChange } from '../../../shared/coverage/plan-changes.ts';
import { citationOf } from '../../../shared/coverage/skeleton.ts';
import { superiorTasks } from '../../../shared/coverage/tasks.ts';
import { officeName, unitKind } from '../../../shared/office/unit.ts';
import { holdsIn, placeWindows, type Regime, regime } from '../../../shared/period/regime.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import type { Deps } from '../core/deps.ts';
import { knownRegimes, movesEntries, regimeChanges } from '../time/windows.ts';

export type SuperiorPlan = RowOf<'superiorPlan'>;

/** `UBND tỉnh Sông Lam`, as the bundle names its sender. */
export const senderOffice = ({ sender }: PlanBundle): string => {
  const { unit } = sender;
  const kind = unitKind.safeParse(unit.kind);
  return kind.success ? officeName({ kind: kind.data, name: unit.name }) : `UBND ${bundleUnitName(unit)}`;
};

/** Without number or day it is not issued yet. */
export const isDraft = ({ plan }: Pick<PlanBundle, 'plan'>): boolean => plan.number === '' || plan.date === '';

export function superiorPlanSummary({ id, planId, receivedAt, data }: SuperiorPlan): SuperiorPlanSummary {
  const { year, number, date, title } = data.plan;
  return {
    id,
    planId,
    year,
    number,
    date,
    title,
    fromUnit: bundleUnitName(data.sender.unit),
    receivedAt,
    draft: isDraft(data),
    tasks: taskCount(data.plan),
  };
}

/** What the version that counts says otherwise than the one received before it. */
export function changesOf(versions: readonly SuperiorPlan[]): TaskChange[] {
  const [now, before] = versions;
  return now && before ? planChanges(superiorTasks(before.data.plan), superiorTasks(now.data.plan)) : [];
}

/** Regimes of a bundle as this program keeps them; one with days that no calendar has, or that run backwards, is left out. */
export const regimesOf = ({ regimes, plan }: PlanBundle): Regime[] =>
  regimes.flatMap((given) => {
    const read = regime.safeParse(given);
    const sound =
      read.success && placeWindows(read.data, plan.year).every(({ fromDate, toDate }) => fromDate <= toDate);
    return sound ? [read.data] : [];
  });

export function superiorPlanView(deps: Deps, row: SuperiorPlan): SuperiorPlanView {
  const { data } = row;
  const { plan } = data;
  const versions = superiorPlanVersions(deps.db, row);
  return {
    ...superiorPlanSummary(row),
    citation: citationOf(plan, senderOffice(data)),
    sections: sectionsOf(plan.sections),
    areas: plan.areas.map(areaView),
    regimes: regimesOf(data).map((given) => regimeOffer(deps, given, row)),
    files: plan.files.map(({ sha256, title, bytes, mediaType }) => ({ sha256, title, bytes, mediaType })),
    versions: versions.map(({ id, sequence, receivedAt, superseded }) => ({
      id,
      sequence,
      receivedAt,
      counts: !superseded,
    })),
    changes: row.superseded ? [] : changesOf(versions),
    ownPlans: ownPlans(deps, row),
  };
}

function sectionsOf(sections: PlanBundle['plan']['sections']): SuperiorPlanView['sections'] {
  const depths = new Map<string, number>();
  return sections.map(({ id, parentId, label, heading, blocks }) => {
    const depth = parentId === null ? 1 : (depths.get(parentId) ?? 1) + 1;
    depths.set(id, depth);
    return { id, depth, label, heading, blocks: blocks.map(fromPlanBlock) };
  });
}

function areaView({ id, no, name, components, groups }: PlanBundle['plan']['areas'][number]) {
  const names = new Map(components.map((component) => [component.id, component.name]));
  return {
    id,
    no,
    name,
    groups: groups.map((group) => ({
      id: group.id,
      component: group.componentIds.map((each) => names.get(each) ?? '').join('; '),
      results: group.results,
      executors: group.executors,
      note: group.note,
      tasks: group.tasks.map((task) => ({
        id: task.id,
        text: task.text,
        lead: task.lead ?? group.lead,
        time: task.time ?? group.time,
        forUnits: task.forUnits !== false,
      })),
    })),
  };
}

/** BN83: what following it would do; the receiver is asked first. */
function regimeOffer(deps: Deps, given: Regime, { year, unitId }: SuperiorPlan): SuperiorPlanView['regimes'][number] {
  const holds = holdsIn(given, year);
  const changes = holds ? regimeChanges(deps, given, year, 'replace') : [];
  const kept = knownRegimes(deps).find((known) => known.regime.id === given.id);
  const isTheirs = kept?.origin === 'cap-tren' && kept.row?.issuerUnitId === unitId;
  return {
    regime: given,
    holds,
    adopted: holds && isTheirs && changes.every(({ change }) => change === 'same'),
    windows: changes.map(({ label, placed }) => ({
      label,
      fromDate: placed.fromDate,
      toDate: placed.toDate,
      due: placed.due?.date ?? null,
    })),
    moves: changes.filter(movesEntries).map(({ label }) => label),
  };
}

function ownPlans(deps: Deps, { data, year }: SuperiorPlan): SuperiorPlanView['ownPlans'] {
  const ids = new Set(superiorTasks(data.plan).map(({ id }) => id));
  const linked = new Map<string, number>();
  for (const { planId, superiorTaskId } of coveredTasks(deps.db))
    if (ids.has(superiorTaskId)) linked.set(planId, (linked.get(planId) ?? 0) + 1);
  return listPlans(deps.db)
    .filter((plan) => plan.year === year || linked.has(plan.id))
    .map(({ id, title, number }) => ({ id, title, number, linked: linked.get(id) ?? 0 }))
    .sort((a, b) => b.linked - a.linked);
}

/** Received plans that tasks of an own plan answer, with number and day, for its review (RV11). */
export function answeredPlans(deps: Deps, planId: string): { text: string; date: string }[] {
  const linked = new Set(coverageLinks(deps.db, planId).map(({ superiorTaskId }) => superiorTaskId));
  if (linked.size === 0) return [];
  return countingSuperiorPlans(deps.db).flatMap(({ data }) => {
    const { number, date, areas } = data.plan;
    const answers = areas.some(({ groups }) => groups.some(({ tasks }) => tasks.some(({ id }) => linked.has(id))));
    return answers && date !== '' ? [{ text: `Kế hoạch số ${number} ngày ${shortDate(date)}`, date }] : [];
  });
}
