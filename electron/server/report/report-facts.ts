/** Turns what one reporting window knows into the report people see, print and freeze. */
import type { RowOf } from '../../../db/tables.ts';
import type { TaskRow } from '../../../shared/api/contract/plans.ts';
import type { ReportView } from '../../../shared/api/contract/reports.ts';
import { levelOfLabel } from '../../../shared/body/section-nodes.ts';
import type { OfficialDocument } from '../../../shared/document/model.ts';
import { toPreviewHtml, toPrintHtml } from '../../../shared/document/to-html.ts';
import { issuerLines, officeName } from '../../../shared/office/unit.ts';
import { buildReport, reportSubject } from '../../../shared/report/build-report.ts';
import { draftReport, type ReportDraft } from '../../../shared/report/draft.ts';
import { type ReportFacts, stateLabels } from '../../../shared/report/facts.ts';
import { figureOf, formatNumber } from '../../../shared/report/figures.ts';
import { entryOf } from '../../../shared/report/gather.ts';
import { type MergedSection, mergeDraft } from '../../../shared/report/merge.ts';
import { isOwn } from '../../../shared/report/own-sections.ts';
import { moreAnnexes } from '../../../shared/report/target-and-activity-facts.ts';
import { type ReportTemplate, templateOfWindow } from '../../../shared/report/templates.ts';
import { unitOf } from '../office/own-unit.ts';
import { windowView } from '../time/window-view.ts';
import { countedTasks } from './counted-tasks.ts';
import type { ReportMaterial } from './report-material.ts';
import { activityRows, otherActivities, targetsAndActivitiesOf } from './targets-and-activities.ts';

/** Sensitive, and nobody said why it should travel. */
export const keptHere = (proof: RowOf<'evidence'>): boolean => proof.sensitive && proof.bundleReason === null;

export function factsOf({ plan, window, office, table, evidence, more }: ReportMaterial): ReportFacts {
  const groups = new Map(table.groups.map((group) => [group.id, group]));
  const components = new Map(table.components.map((component) => [component.id, component.name]));
  return {
    planTitle: plan.title,
    planNumber: plan.number,
    planDate: plan.date,
    year: plan.year,
    windowLabel: window.label,
    from: window.fromDate,
    to: window.toDate,
    officeName: officeName(unitOf(office.unit)),
    areas: table.areas.map((area) => ({
      no: area.no,
      name: area.name,
      tasks: table.tasks
        .filter((task) => groups.get(task.groupId)?.areaId === area.id)
        .map((task) => ({
          taskId: task.id,
          text: task.text,
          component: (groups.get(task.groupId)?.componentIds ?? []).map((id) => components.get(id) ?? '').join('; '),
          lead: task.lead,
          time: task.time,
          due: task.due?.due ?? true,
          progress: factEntry(task),
          // Without its number a proof is counted and not cited: the report's words travel where the proof does not.
          evidence: (evidence.get(task.id) ?? []).map((proof) => ({
            title: proof.title,
            kind: proof.kind,
            date: proof.date,
            number: keptHere(proof) ? null : proof.number,
          })),
        })),
      ...targetsAndActivitiesOf(more, table, area.id),
    })),
    otherActivities: otherActivities(more, table),
  };
}

function factEntry(task: TaskRow): ReportFacts['areas'][number]['tasks'][number]['progress'] {
  const entry = entryOf(task);
  if (entry === null) return null;
  const { state, doneText, numerator, denominator, measure, obstacle, proposal } = entry;
  return {
    state,
    doneText,
    numerator,
    denominator,
    unit: measure,
    obstacle,
    proposal,
    lateReason: task.progress?.lateReason ?? '',
  };
}

export type BuiltReport = {
  draft: ReportDraft;
  sections: MergedSection[];
  document: OfficialDocument;
  title: string;
  recipients: string[];
  signer: { authority: string; title: string; name: string };
};

/** The report as it stands now: generated from the facts, with a person's own words where they wrote. */
export function buildNow(material: ReportMaterial): BuiltReport {
  const { report, plan, window, office } = material;
  const facts = factsOf(material);
  const draft = draftReport(facts, templateOf(material));
  const sections = mergeDraft(draft.sections, report.sections);
  const title = report.title || reportSubject({ title: plan.title, year: plan.year }, window.label);
  const superior = office.superior ? officeName(unitOf(office.superior)) : '';
  const [recipients, signer] = [recipientsOf(material), signerOf(material)];
  const document = buildReport({
    office: { issuer: issuerLines(unitOf(office.unit)), name: facts.officeName, place: office.office.place, superior },
    plan: { number: plan.number, date: plan.date, title: plan.title, year: plan.year },
    window: { label: window.label, from: window.fromDate, to: window.toDate, due: window.dueDate },
    title,
    sections: sections.map(({ key, label, heading, text, blocks }) => ({ key, label, heading, text, blocks })),
    annex: annexRows(facts),
    moreAnnexes: moreAnnexes(facts.areas, activityRows(material.more)),
    recipients,
    signer,
    number: report.number || null,
    date: report.date || null,
  });
  return { draft, sections, document, title, recipients, signer };
}

/** The template a person chose, else that of the window's length. */
const templateOf = ({ report, window }: ReportMaterial): ReportTemplate =>
  report.template ?? templateOfWindow(window.kind);

const signerOf = ({ report, office }: ReportMaterial) =>
  report.signer ?? {
    authority: 'TM. ỦY BAN NHÂN DÂN',
    title: office.office.chairTitle,
    name: office.office.chairName,
  };

function recipientsOf({ report, office }: ReportMaterial): string[] {
  if (report.recipients !== null) return report.recipients;
  const superior = office.superior ? [officeName(unitOf(office.superior))] : [];
  return [...superior, 'Thường trực Đảng ủy, HĐND', 'Lưu: VT.'];
}

const annexRows = (facts: ReportFacts) =>
  facts.areas.flatMap((area) =>
    area.tasks.map((task) => ({
      no: area.no,
      area: area.name,
      component: task.component,
      task: task.text,
      lead: task.lead,
      time: task.time,
      stateLabel: task.progress ? stateLabels[task.progress.state] : 'Chưa có kết quả',
      done: task.progress?.doneText ?? '',
      numbers: task.progress ? printedFigure(task.progress) : '',
      lateReason: task.progress?.lateReason ?? '',
      evidence: task.evidence.length,
    })),
  );

function printedFigure(measured: Parameters<typeof figureOf>[0]): string {
  const figure = figureOf(measured);
  return 'text' in figure ? figure.text : '';
}

const missingKinds = {
  'no-entry': 'khong-co-ket-qua',
  'no-proof': 'thieu-minh-chung',
  'no-words': 'thieu-loi',
  'doubtful-number': 'so-chua-ro',
  'no-kind': 'thieu-theo-muc',
  explained: 'giai-trinh',
  'no-figure': 'chi-tieu-thieu-so',
} as const;

/** The report as its screen shows it; a frozen one shows the document as frozen. */
export function reportView(material: ReportMaterial): ReportView {
  const { report, window, table, evidence } = material;
  const built = buildNow(material);
  const frozen = report.status === 'frozen' ? report.frozen : null;
  const document = frozen?.document ?? built.document;
  const behind = countedTasks(material);
  const counted = (as: (typeof behind.tasks)[number]['as']) => behind.tasks.filter((task) => task.as === as).length;
  return {
    id: report.id,
    planId: report.planId,
    window: windowView(window),
    status: frozen ? 'frozen' : 'draft',
    number: report.number,
    date: report.date,
    title: built.title,
    revision: report.revision,
    template: templateOf(material),
    signer: signerOf(material),
    recipients: recipientsOf(material),
    sections: built.sections.map(({ key, label, heading, text, blocks, auto, edited, stale }) => ({
      key,
      label,
      heading,
      level: label === '' ? 0 : levelOfLabel(label),
      text,
      auto,
      edited,
      stale,
      own: isOwn(key),
      blocks: blocks ?? null,
    })),
    missing: built.draft.missing.map(({ taskId, task, lead, kind, reason }) => ({
      taskId,
      task,
      lead,
      kind: missingKinds[kind],
      reason,
    })),
    late: lateOf(material),
    counts: {
      tasks: table.tasks.length,
      done: counted('done'),
      doing: counted('doing'),
      none: counted('none'),
      notDue: counted('notDue'),
      notArisen: counted('notArisen'),
      evidence: new Set([...evidence.values()].flat().map((proof) => proof.id)).size,
    },
    behind,
    frozenAt: report.frozenAt,
    html: toPrintHtml(document),
    previewHtml: toPreviewHtml(document),
  };
}

/** What was written after the window was locked, with its reasons: results, proof, figures of targets (PE8). */
function lateOf({ table, lateProofs, lateFigures }: ReportMaterial): ReportView['late'] {
  const results = table.tasks.flatMap(({ id, text, progress }) =>
    progress?.lateReason ? [{ taskId: id, task: text, reason: progress.lateReason }] : [],
  );
  const proofs = lateProofs.map(({ taskId, task, title, reason }) => ({
    taskId,
    task,
    reason: `minh chứng “${title}”: ${reason}`,
  }));
  const figures = lateFigures.map(({ taskId, task, numerator, denominator, reason }) => {
    const numbers = [numerator, denominator].filter((each) => each !== null).map(formatNumber);
    return { taskId, task, reason: `số liệu ${numbers.join('/') || '(bỏ trống)'}: ${reason}` };
  });
  return [...results, ...proofs, ...figures];
}
