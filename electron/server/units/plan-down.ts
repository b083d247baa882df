/** A plan as it goes down to the units below: its content with ids that stay, and the bundle for one receiver. */
import { createHash } from 'node:crypto';
import { blobPath } from '../../../db/blobs.ts';
import { issuedOf } from '../../../db/queries/issued.ts';
import { readWindows } from '../../../db/queries/office.ts';
import { readPlanRow } from '../../../db/queries/plans.ts';
import { sentPlans } from '../../../db/queries/sent.ts';
import { readTaskTable } from '../../../db/queries/task-table.ts';
import type { DownView } from '../../../shared/api/contract/plan-down.ts';
import type { SectionView } from '../../../shared/api/contract/plans.ts';
import { canonicalJson } from '../../../shared/bundle/canonical.ts';
import { formatName, formatVersion, plainText } from '../../../shared/bundle/fields-v1.ts';
import { readableFileName } from '../../../shared/bundle/paths.ts';
import { toPlanBlock } from '../../../shared/bundle/plan-blocks.ts';
import type { PlanBundle } from '../../../shared/bundle/plan-v1.ts';
import { taskCount } from '../../../shared/bundle/plan-v1.ts';
import type { SentPlan } from '../../../shared/bundle/sent-plan.ts';
import { areas as knownAreas } from '../../../shared/papi/areas.ts';
import { matchComponent, matchDimension } from '../../../shared/papi/match.ts';
import { fittingTaxonomy } from '../../../shared/papi/taxonomies.ts';
import { holdsIn, type Regime } from '../../../shared/period/regime.ts';
import type { Deps } from '../core/deps.ts';
import { asciiWords } from '../core/file-answer.ts';
import { identityOf } from '../exchange/keys/identity.ts';
import { believedKeys } from '../exchange/keys/trust.ts';
import type { Outbound } from '../exchange/send-bundle.ts';
import { ownUnit } from '../office/own-unit.ts';
import { readPlanView } from '../plan/plan-view.ts';
import { isDraft } from '../superior/superior-plans.ts';
import { knownRegimes } from '../time/windows.ts';
import { reportingUnits } from './consolidation.ts';

type Content = Pick<PlanBundle, 'plan' | 'regimes' | 'taxonomy'>;

const digestOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** Regimes that hold in a plan's year, those a person chose for its windows marked: the decree's days need no sending. */
export function regimesOfYear(deps: Deps, year: number): DownView['regimes'] {
  const used = new Set(readWindows(deps.db).flatMap((window) => (window.year === year ? [window.regimeId] : [])));
  return knownRegimes(deps)
    .filter(({ regime }) => holdsIn(regime, year))
    .map(({ regime }) => ({ regime, inUse: used.has(regime.id) }));
}

/** Null when there is no such plan. */
export function planContent(deps: Deps, planId: string, regimeIds: readonly string[]): Content | null {
  const plan = readPlanRow(deps.db, planId);
  const view = plan && readPlanView(deps.db, planId);
  if (!plan || !view) return null;
  const { areas, taxonomy } = areasOf(deps, planId, plan.year);
  const { signer } = plan;
  const texts = (list: readonly string[]): string[] => list.map(plainText);
  return {
    plan: {
      id: plan.id,
      year: plan.year,
      number: plainText(plan.number),
      date: plan.date,
      place: plainText(plan.place),
      issuer: plainText(plan.issuer),
      title: plainText(plan.title),
      basis: texts(plan.basis),
      preamble: texts(plan.preamble),
      closing: texts(plan.closing),
      recipients: texts(plan.recipients),
      signer: {
        authority: plainText(signer.authority),
        title: plainText(signer.title),
        name: plainText(signer.name),
      },
      sections: sectionsOf(view.sections, null),
      areas,
      files: signedFiles(deps, planId),
    },
    regimes: regimesOfYear(deps, plan.year)
      .filter(({ regime }) => regimeIds.includes(regime.id))
      .map(({ regime }) => ({ ...regime, id: bundleRegimeId(regime) })),
    taxonomy,
  };
}

/** A bundle's ids are plain; one that an office typed in may carry other signs. */
const bundleRegimeId = ({ id }: Regime): string =>
  id
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, 60);

const sectionsOf = (sections: readonly SectionView[], parentId: string | null): PlanBundle['plan']['sections'] =>
  sections.flatMap(({ id, label, heading, paragraphs, children }) => [
    { id, parentId, label: plainText(label), heading: plainText(heading), blocks: paragraphs.map(toPlanBlock) },
    ...sectionsOf(children, id),
  ]);

function areasOf(
  { db }: Deps,
  planId: string,
  year: number,
): Pick<Content, 'taxonomy'> & Pick<Content['plan'], 'areas'> {
  const table = readTaskTable(db, planId, null);
  const areaCodes = new Map(table.areas.map(({ id, name }) => [id, sureArea(name)]));
  const componentCodes = new Map(
    table.components.map(({ id, areaId, name }) => [id, sureComponent(name, areaCodes.get(areaId) ?? null)]),
  );
  const codes = [...areaCodes.values(), ...componentCodes.values()].filter((code) => code !== null);
  const fitting = codes.length > 0 ? fittingTaxonomy([...new Set(codes)], year) : null;
  const tasksOf = Map.groupBy(table.tasks, ({ task }) => task.groupId);
  const groupsOf = Map.groupBy(table.groups, ({ areaId }) => areaId);
  const componentsOf = Map.groupBy(table.components, ({ areaId }) => areaId);
  const names = new Map(
    knownAreas.flatMap(({ code, name, components }) => [
      [code, name] as const,
      ...components.map((component) => [component.code, component.name] as const),
    ]),
  );
  return {
    taxonomy: fitting && {
      id: fitting.id,
      name: fitting.name,
      source: fitting.source,
      areas: fitting.areas.map(({ code, components }) => ({
        code,
        name: names.get(code) ?? code,
        components: components.map((each) => ({ code: each, name: names.get(each) ?? each })),
      })),
    },
    areas: table.areas.map((area) => ({
      id: area.id,
      code: fitting ? (areaCodes.get(area.id) ?? null) : null,
      no: plainText(area.no),
      name: plainText(area.name),
      components: (componentsOf.get(area.id) ?? []).map(({ id, name }) => ({
        id,
        code: fitting ? (componentCodes.get(id) ?? null) : null,
        name: plainText(name),
      })),
      groups: (groupsOf.get(area.id) ?? []).map((group) => ({
        id: group.id,
        componentIds: group.componentIds,
        results: group.results.map(plainText),
        lead: plainText(group.lead),
        executors: group.executors.map(plainText),
        time: plainText(group.time),
        note: plainText(group.note),
        tasks: (tasksOf.get(group.id) ?? []).map(({ task }) => ({
          id: task.id,
          text: plainText(task.text),
          lead: task.lead === null ? null : plainText(task.lead),
          time: task.time === null ? null : plainText(task.time),
          forUnits: null,
        })),
      })),
    })),
  };
}

function sureArea(name: string): string | null {
  const found = matchDimension(name);
  return found?.sure ? found.code : null;
}

/** A name that merges several components has no code of its own. */
function sureComponent(name: string, area: string | null): string | null {
  const found = area === null ? null : matchComponent(name, area);
  return found?.sure && found.codes.length === 1 ? (found.codes[0] ?? null) : null;
}

/** The newest signed file goes along: whoever opens the bundle without the program reads it there. */
function signedFiles({ db }: Deps, planId: string): PlanBundle['plan']['files'] {
  const [signed] = issuedOf(db, planId);
  if (!signed) return [];
  const path = `data/${readableFileName(signed.fileName, new Set())}`;
  const { sha256, bytes, mediaType } = signed;
  return [{ path, sha256, bytes, title: plainText(signed.fileName), mediaType }];
}

/** One receiver of a plan; `id` is our own id of the unit, null for all alike. */
export type PlanReceiver = { id: string | null; name: string };

/**
 * The bundle for one receiver. The same content for the same receiver is the bundle sent last; anything else replaces it. Null before the
 * office is set up, or when the plan is gone.
 */
export async function outgoingPlan(
  deps: Deps,
  content: Content,
  receiver: PlanReceiver,
): Promise<{ outbound: Outbound<PlanBundle['bundle']>; sent: SentPlan } | null> {
  const unit = ownUnit(deps);
  if (!unit) return null;
  const { installationId } = await identityOf(deps.folder, deps.newId);
  const { plan } = content;
  const addressed = {
    // A unit has an id of its own at home. Only a card that was compared tells it; else the bundle says the name alone.
    unitId: receiver.id === null ? null : (believedKeys(deps, receiver.id)[0]?.card.unit.id ?? null),
    name: plainText(receiver.name),
  };
  const last = sentPlans(deps.db, plan.id).find(({ unitId }) => unitId === receiver.id);
  const contentDigest = digestOf([content, addressed]);
  const sent: SentPlan = {
    plan: { id: plan.id, title: plan.title, number: plan.number, date: plan.date, year: plan.year },
    receiver: addressed,
    regimes: content.regimes.map(({ id }) => id),
    planDigest: digestOf(plan),
    contentDigest,
  };
  const same = last?.data.contentDigest === contentDigest ? last : null;
  const outbound: Outbound<PlanBundle['bundle']> = {
    key: `plan ${plan.id} ${receiver.id ?? 'chung'} ${contentDigest}`,
    sent: same && { head: same.head, digest: same.digest },
    newHead: (next) => ({
      id: deps.newId(),
      kind: 'plan',
      purpose: last ? 'replacement' : 'new',
      replaces: last ? last.head.id : null,
      ...next,
      createdAt: new Date(deps.clock()).toISOString(),
    }),
    bundle: (head) => ({
      data: {
        format: { name: formatName, version: formatVersion },
        bundle: head,
        sender: { installationId, unit },
        receiver: addressed,
        ...content,
      },
      files: plan.files.map(({ path, sha256, bytes }) => ({
        path,
        sha256,
        bytes,
        source: blobPath(deps.folder, sha256),
      })),
      documents: [],
      fileName: `ke-hoach-${plan.year}${receiver.id === null ? '' : `-${asciiWords(receiver.name)}`}-so-${head.sequence}.zip`,
    }),
  };
  return { outbound, sent };
}

/** Null when there is no such plan. */
export function downView(deps: Deps, planId: string): DownView | null {
  const content = planContent(deps, planId, []);
  if (!content) return null;
  const { plan } = content;
  const planDigest = digestOf(plan);
  const newest = new Map<string | null, DownView['shared']>();
  for (const { unitId, sequence, sentAt, data } of sentPlans(deps.db, planId))
    if (!newest.has(unitId)) newest.set(unitId, { sequence, at: sentAt, current: data.planDigest === planDigest });
  const [signed] = issuedOf(deps.db, planId);
  return {
    planId,
    title: plan.title,
    number: plan.number,
    date: plan.date,
    year: plan.year,
    tasks: taskCount(plan),
    draft: isDraft(content),
    signed: signed ? { fileName: signed.fileName, bytes: signed.bytes } : null,
    regimes: regimesOfYear(deps, plan.year),
    shared: newest.get(null) ?? null,
    units: reportingUnits(deps).map(({ unitId, unitName }) => {
      const [key] = believedKeys(deps, unitId);
      return {
        id: unitId,
        name: unitName,
        hasKey: key !== undefined,
        keyDigits: key?.fingerprint ?? null,
        sent: newest.get(unitId) ?? null,
      };
    }),
    bytes: 3 * JSON.stringify(content).length + (signed?.bytes ?? 0),
  };
}
