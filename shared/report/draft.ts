/** Facts of one window → the report's text in the order and wording of commune offices, and what is still missing for it. */
import { letterOf } from '../body/numbering.ts';
import { shortDate } from '../text/dates.ts';
import { fold, oneLine } from '../text/fold.ts';
import { capital, small } from '../text/letter-case.ts';
import { assessmentSections } from './assessment.ts';
import type { FactTask, ReportFacts } from './facts.ts';
import { figureOf, formatCount } from './figures.ts';
import { findMissing, type MissingItem } from './missing.ts';
import type { ReportSection } from './report.ts';
import { fillHere, inWindow, namesOf } from './selection.ts';
import { citedWords, clause, distinctEvidence, evidenceSentence, resultSentences } from './sentences.ts';
import { areaWithMore } from './target-and-activity-facts.ts';
import { inTemplate, type ReportTemplate } from './templates.ts';

/** A figure in the draft and where it comes from, so that the screen can answer "vì sao có số này". */
export type DraftFigure = {
  sectionKey: string;
  text: string;
  taskId: string;
  numerator: number | null;
  denominator: number | null;
  unit: string;
};

/** A place the program must leave to a person, because no fact stands behind it. */
export type BlankToFill = { sectionKey: string; reason: string };

export type ReportDraft = {
  sections: ReportSection[];
  missing: MissingItem[];
  blanks: BlankToFill[];
  figures: DraftFigure[];
};

export function draftReport(facts: ReportFacts, template: ReportTemplate = 'chung'): ReportDraft {
  const keys = areaKeys(facts);
  const common = [
    { key: 'opening', label: '', heading: '', text: openingText(facts) },
    { key: 'direction', label: 'I.', heading: 'Công tác chỉ đạo, điều hành', text: directionText(facts) },
    { key: 'results', label: 'II.', heading: 'Kết quả thực hiện theo từng nội dung', text: resultsIntro(facts) },
    ...facts.areas.map((area, at) => ({
      key: keys[at] ?? `area:${at}`,
      label: `${at + 1}.`,
      heading: oneLine(area.name),
      text: areaWithMore(areaText(area.tasks), area),
    })),
    ...assessmentSections(facts),
    { key: 'closing', label: '', heading: '', text: closingText(facts) },
  ];
  const sections = inTemplate(template, common, facts);
  return { sections, missing: findMissing(facts), blanks: blanksOf(sections), figures: figuresOf(facts, keys) };
}

/** Sections follow the area's name, not its number: when areas are renumbered a person's words stay with their area. */
function areaKeys(facts: ReportFacts): string[] {
  const used = new Map<string, number>();
  return facts.areas.map(({ name }) => {
    const key = `area:${fold(name).replace(/[^a-z0-9]+/g, '-')}`;
    const count = (used.get(key) ?? 0) + 1;
    used.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}

/** `Kế hoạch số 08/KH-UBND ngày 11/01/2024 của UBND … về nâng cao …`, leaving out what the plan does not have yet. */
export function planCitation(facts: Pick<ReportFacts, 'planTitle' | 'planNumber' | 'planDate' | 'officeName'>): string {
  const number = facts.planNumber.trim() === '' ? '' : ` số ${oneLine(facts.planNumber)}`;
  const date = facts.planDate === null || facts.planDate === '' ? '' : ` ngày ${shortDate(facts.planDate)}`;
  const subject = planSubject(facts.planTitle);
  return `Kế hoạch${number}${date} của ${facts.officeName}${subject === '' ? '' : ` về ${subject}`}`;
}

/** The plan's title as part of a sentence: without the type name in front, without a capital. */
export const planSubject = (title: string): string => small(clause(title).replace(/^kế hoạch\s*(về\s+)?/iu, ''));

function openingText(facts: ReportFacts): string {
  return `Thực hiện ${planCitation(facts)}, ${facts.officeName} báo cáo kết quả thực hiện ${small(facts.windowLabel)} (số liệu từ ngày ${shortDate(facts.from)} đến ngày ${shortDate(facts.to)}) như sau:`;
}

const closingText = (facts: ReportFacts): string =>
  `Trên đây là Báo cáo kết quả thực hiện ${planCitation({ ...facts, planTitle: '' })} ${small(facts.windowLabel)}.`;

function directionText(facts: ReportFacts): string {
  const all = facts.areas.flatMap((area) => area.tasks);
  const current = inWindow(all);
  const leads = namesOf(current);
  const given = `${capital(facts.officeName)} đã phân công thực hiện ${formatCount(all.length)} nhiệm vụ thuộc ${formatCount(facts.areas.length)} nội dung của Kế hoạch; trong kỳ có ${formatCount(current.length)} nhiệm vụ đến thời gian thực hiện.`;
  const lines = [given];
  if (leads.length > 0) lines.push(`Các đơn vị, bộ phận chủ trì trong kỳ: ${leads.join('; ')}.`);
  const documents = citedWords(distinctEvidence(current), 15);
  if (facts.otherActivities?.length) lines.push(`Hoạt động khác trong kỳ: ${facts.otherActivities.join('. ')}.`);
  if (documents !== '') lines.push(`Văn bản làm căn cứ, minh chứng trong kỳ gồm: ${documents}.`);
  return lines.join('\n');
}

function resultsIntro(facts: ReportFacts): string {
  const current = inWindow(facts.areas.flatMap((area) => area.tasks));
  return current.length === 0 ? 'Trong kỳ không phát sinh nhiệm vụ đến thời gian thực hiện.' : '';
}

/** One line per component, in the plan's order; the proof of the component closes its line. */
function areaText(tasks: readonly FactTask[]): string {
  const current = inWindow(tasks);
  if (current.length === 0) return 'Trong kỳ không phát sinh nhiệm vụ đến thời gian thực hiện.';
  const components = [...new Set(current.map((task) => oneLine(task.component)))];
  let lettered = 0;
  const lines = components.flatMap((component) => {
    const members = current.filter((task) => oneLine(task.component) === component);
    const sentences = resultSentences(members);
    if (sentences.length === 0) return [];
    const proof = evidenceSentence(members);
    const text = [...sentences, ...(proof === '' ? [] : [proof])].map((sentence) => `${sentence}.`).join(' ');
    const own = ownLetter.test(component) ? component.replace(ownLetter, `${letterOf(++lettered)}) `) : component;
    return [componentLine(own, text)];
  });
  return lines.length === 0 ? 'Chưa có kết quả do đơn vị, bộ phận chủ trì báo cáo.' : lines.join('\n');
}

/** The plan's letter of a component. Components without a result leave no gap: what is told is lettered anew, as official texts must be. */
const ownLetter = /^\p{L}[.)]\s*/u;

/** "a) Tri thức công dân: …" where the plan letters its components, "- Tri thức công dân: …" where not. */
function componentLine(component: string, text: string): string {
  const name = component.replace(/[\s.:;]+$/, '');
  if (name === '') return text;
  return /^(\p{L}|\d+(\.\d+)*)[.)]/u.test(name) ? `${name}: ${text}` : `- ${name}: ${text}`;
}

function figuresOf(facts: ReportFacts, keys: readonly string[]): DraftFigure[] {
  return facts.areas.flatMap((area, at) =>
    area.tasks.flatMap((task) => {
      if (task.progress === null) return [];
      const figure = figureOf(task.progress);
      if (figure.kind === 'none' || figure.kind === 'doubtful') return [];
      const { numerator, denominator, unit } = task.progress;
      return [{ sectionKey: keys[at] ?? '', text: figure.text, taskId: task.taskId, numerator, denominator, unit }];
    }),
  );
}

const blanksOf = (sections: readonly ReportSection[]): BlankToFill[] =>
  sections
    .filter((section) => section.text.includes(fillHere))
    .map((section) => ({
      sectionKey: section.key,
      reason: `Mục “${section.heading}” còn chỗ trống, cần người viết báo cáo điền.`,
    }));
