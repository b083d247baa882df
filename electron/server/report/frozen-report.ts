/**
 * What is frozen with a report: the document as printed, and the data as they will be sent. A bundle is made from this, never from what
 * stands in the tables later, so that sending the same version twice sends the same content.
 */

import type { RowOf } from '../../../db/tables.ts';
import { keptTitle } from '../../../shared/bundle/carry.ts';
import { plainText, type ReportBundle } from '../../../shared/bundle/manifest-v1.ts';
import { readableFileName } from '../../../shared/bundle/paths.ts';
import { type FrozenReport, frozenVersion } from '../../../shared/report/frozen-report.ts';
import { entryOf } from '../../../shared/report/gather.ts';
import { activitiesOf, evidenceOfActivities, figuresOfRow } from './frozen-targets-and-activities.ts';
import { type BuiltReport, factsOf, keptHere } from './report-facts.ts';
import type { ReportMaterial } from './report-material.ts';

/** What was frozen of a report that is frozen. A frozen report without it is a defect; one that this program cannot read never comes so far. */
export function frozenOf({ frozen }: Pick<RowOf<'report'>, 'frozen'>): FrozenReport {
  if (frozen === null) throw new Error('a frozen report has nothing frozen');
  return frozen;
}

/**
 * Takes down the report as it stands. Texts are made fit for a bundle here, once. `superiorTaskOf`: by task the superior's task it answers,
 * so that the superior adds up one task told in different words as one row (PX14).
 */
export function freeze(
  material: ReportMaterial,
  built: BuiltReport,
  superiorTaskOf: ReadonlyMap<string, string>,
): FrozenReport {
  const { report, plan, window, evidence } = material;
  const proofs = new Map([...evidence.values()].flat().map((proof) => [proof.id, proof]));
  const taken = new Set<string>();
  return {
    version: frozenVersion,
    document: built.document,
    data: {
      plan: {
        id: plan.id,
        year: plan.year,
        number: plainText(plan.number),
        date: plan.date,
        title: plainText(plan.title),
        areas: areasOf(material),
      },
      window: { key: window.key, label: window.label, from: window.fromDate, to: window.toDate, due: window.dueDate },
      report: {
        id: report.id,
        version: report.version + 1,
        number: plainText(report.number),
        date: report.date,
        title: plainText(built.title),
        sections: built.sections.map(({ label, heading, text }) => ({
          heading: plainText(`${label} ${heading}`.trim()),
          text: plainText(text),
        })),
      },
      rows: rowsOf(material, superiorTaskOf),
      evidence: [...[...proofs.values()].map((proof) => evidenceOf(proof, taken)), ...evidenceOfActivities(material)],
    },
  };
}

const areasOf = ({ table }: ReportMaterial): ReportBundle['plan']['areas'] =>
  table.areas.map((area) => ({
    no: plainText(area.no),
    name: plainText(area.name),
    components: table.components
      .filter((component) => component.areaId === area.id)
      .map((component) => plainText(component.name)),
  }));

function rowsOf(material: ReportMaterial, superiorTaskOf: ReadonlyMap<string, string>): ReportBundle['rows'] {
  const { table, evidence } = material;
  const groups = new Map(table.groups.map((group) => [group.id, group]));
  const tasks = new Map(table.tasks.map((task) => [task.id, task]));
  return factsOf(material).areas.flatMap((area) =>
    area.tasks.map(({ taskId, component }) => {
      const task = tasks.get(taskId);
      const group = task && groups.get(task.groupId);
      if (!task || !group) throw new Error('a task of the report has no group');
      const entry = entryOf(task);
      return {
        taskId,
        groupId: task.groupId,
        no: plainText(area.no),
        area: plainText(area.name),
        component: plainText(component),
        text: plainText(task.text),
        results: group.results.map(plainText),
        lead: plainText(task.lead),
        executors: group.executors.map(plainText),
        time: plainText(task.time),
        state: entry?.state ?? null,
        doneText: plainText(entry?.doneText ?? ''),
        numerator: entry?.numerator ?? null,
        denominator: entry?.denominator ?? null,
        measure: plainText(entry?.measure ?? ''),
        obstacle: plainText(entry?.obstacle ?? ''),
        proposal: plainText(entry?.proposal ?? ''),
        ...(task.progress?.lateReason ? { lateReason: plainText(task.progress.lateReason) } : {}),
        revision: task.progress?.revision ?? 0,
        evidenceIds: [
          ...(evidence.get(taskId) ?? []).map((proof) => proof.id),
          ...activitiesOf(material, taskId).map(({ activity }) => activity.id),
        ],
        ...figuresOfRow(material, task, entry),
        ...superiorTask(superiorTaskOf.get(taskId)),
      };
    }),
  );
}

const superiorTask = (id: string | undefined) => (id === undefined ? {} : { superiorTaskId: id });

const plainOrNull = (text: string | null): string | null => (text === null ? null : plainText(text));

function evidenceOf(proof: RowOf<'evidence'>, taken: Set<string>): ReportBundle['evidence'][number] {
  const isFile = proof.kind === 'file' && proof.sha256 !== null;
  const path =
    isFile && !keptHere(proof) ? `data/minh-chung/${readableFileName(proof.fileName ?? proof.title, taken)}` : null;
  // Of a link or a document the words themselves are the proof: nothing of them travels.
  const masked = !isFile && keptHere(proof);
  return {
    id: proof.id,
    kind: proof.kind,
    title: masked ? keptTitle : plainText(proof.title),
    fileName: plainOrNull(proof.fileName),
    mediaType: proof.mediaType,
    sha256: proof.sha256,
    bytes: proof.bytes,
    path,
    withheld: isFile && keptHere(proof) ? 'sensitive' : null,
    url: masked ? null : plainOrNull(proof.url),
    number: masked ? null : plainOrNull(proof.number),
    symbol: null,
    date: proof.date,
    excerpt: masked ? null : plainOrNull(proof.excerpt),
  };
}
