/**
 * A plan in the words both its printing and its proof-reading need, wherever it comes from: a file that was read, or the office's
 * data. Two doors, one shape, so that what is checked is what is printed.
 */

import type { Database } from '../../db/open.ts';
import { readPlanRow, readSections } from '../../db/queries/plans.ts';
import { readTaskTable } from '../../db/queries/task-table.ts';
import type { RowOf } from '../../db/tables.ts';
import { plainSections, plainTexts } from '../../shared/body/body-blocks.ts';
import type { OfficialDocument } from '../../shared/document/model.ts';
import { issuerLines, parseUnit } from '../../shared/office/unit.ts';
import { annexTitleOf, hasTaskTable, ownTitle } from '../../shared/plan/annex-title.ts';
import { buildPlan } from '../../shared/plan/build-plan.ts';
import type { ReadHeader, ReadPlan, ReadSection } from '../../shared/plan/read-plan.ts';
import type { ReviewInput, ReviewRow } from '../../shared/review/input.ts';
import { reviewOfRead } from '../../shared/review/of-read-plan.ts';
import { fold } from '../../shared/text/fold.ts';

export type PlanParts = {
  head: Pick<ReadHeader, 'number' | 'date' | 'place' | 'issuer' | 'title' | 'basis' | 'recipients' | 'signer'>;
  year: number | null;
  preamble: string[];
  sections: ReadSection[];
  closing: string[];
  annexTitle: string[];
  /** Rows of a task table of its own; false when they only repeat the sections. */
  hasTable: boolean;
  rows: ReviewRow[];
  emptyAreas: { no: string; name: string }[];
};

/** Records behind the words of a kept plan, so that a correction finds its place. */
export type RowOrigin = {
  areaId: string;
  groupId: string;
  componentId: string | null;
  /** By position in `tasks` of the row. */
  taskIds: string[];
  /** The row stands for one task with a lead or time of its own. */
  ownTask: boolean;
};
export type StoredSection = ReadSection & { id: string; children: StoredSection[] };
export type StoredParts = PlanParts & { sections: StoredSection[]; rows: (ReviewRow & { origin: RowOrigin })[] };

/** The plan in a file; null when the file holds only an annex or no plan. */
export function partsOfRead(read: ReadPlan): PlanParts | null {
  const { plan } = read;
  if (plan === null) return null;
  return {
    head: plan,
    year: plan.year,
    preamble: plan.preamble ?? [],
    sections: plan.sections,
    closing: plan.closing ?? [],
    annexTitle: annexTitleOf(read),
    hasTable: hasTaskTable(read),
    rows: reviewOfRead(read).rows,
    emptyAreas: [],
  };
}

/** The plan kept under an id; null when there is none. */
export function partsOfStored(db: Database, id: string): StoredParts | null {
  const plan = readPlanRow(db, id);
  if (plan === null) return null;
  const sections = treeOf(readSections(db, id));
  const table = readTaskTable(db, id, null);
  const rows = rowsOf(table);
  const used = new Set(table.groups.map((group) => group.areaId));
  return {
    head: plan,
    year: plan.year,
    preamble: plan.preamble,
    sections,
    closing: plan.closing,
    annexTitle: plan.annexTitle,
    hasTable: rows.length > 0 && !repeatsSections(sections, rows),
    rows,
    emptyAreas: table.areas.filter((area) => !used.has(area.id)).map(({ no, name }) => ({ no, name })),
  };
}

function treeOf(rows: readonly RowOf<'section'>[]): StoredSection[] {
  const sections = new Map<string, StoredSection>();
  const roots: StoredSection[] = [];
  for (const { id, parentId, label, heading, paragraphs } of rows) {
    const section: StoredSection = { id, label, heading, paragraphs, children: [] };
    sections.set(id, section);
    ((parentId !== null && sections.get(parentId)?.children) || roots).push(section);
  }
  return roots;
}

/**
 * Groups as the annex prints them: a group under several components is one row for each, the later ones sharing the first's cells.
 * Tasks with a lead or time of their own stand in rows of their own below their group.
 */
function rowsOf({ areas, components, groups, tasks }: ReturnType<typeof readTaskTable>): StoredParts['rows'] {
  const areaOf = new Map(areas.map((area) => [area.id, area]));
  const nameOf = new Map(components.map(({ id, name }) => [id, name]));
  const ofGroup = new Map<string, RowOf<'task'>[]>();
  for (const { task } of tasks) ofGroup.set(task.groupId, [...(ofGroup.get(task.groupId) ?? []), task]);
  const rows: StoredParts['rows'] = [];
  for (const group of groups) {
    const area = areaOf.get(group.areaId);
    const own = ofGroup.get(group.id) ?? [];
    const plain = own.filter((task) => task.lead === null && task.time === null);
    const [component = '', ...further] = group.componentIds.map((each) => nameOf.get(each) ?? '');
    const first = rows.length;
    const origin = (componentAt: number, taskIds: string[], ownTask = false): RowOrigin => ({
      areaId: group.areaId,
      groupId: group.id,
      componentId: group.componentIds[componentAt] ?? null,
      taskIds,
      ownTask,
    });
    const { results, lead, executors, time } = group;
    const base = { no: area?.no ?? '', area: area?.name ?? '', results, lead, executors, time };
    const plainIds = plain.map((task) => task.id);
    rows.push({
      ...base,
      component,
      tasks: plain.map((task) => task.text),
      sharesWith: null,
      origin: origin(0, plainIds),
    });
    further.forEach((each, at) => {
      rows.push({ ...base, component: each, tasks: [], sharesWith: first, origin: origin(at + 1, plainIds) });
    });
    for (const task of own.filter((each) => !plain.includes(each)))
      rows.push({
        ...base,
        component: further.at(-1) ?? component,
        tasks: [task.text],
        lead: task.lead ?? lead,
        time: task.time ?? time,
        sharesWith: null,
        origin: origin(further.length, [task.id], true),
      });
  }
  return rows;
}

/** Share of tasks that stand word for word in the sections above which the rows were gathered from them. */
const gathered = 0.9;

function repeatsSections(sections: readonly ReadSection[], rows: readonly ReviewRow[]): boolean {
  const texts = new Set<string>();
  const walk = ({ heading, paragraphs, children }: ReadSection): void => {
    for (const text of [heading, ...plainTexts(paragraphs)]) texts.add(fold(text));
    children.forEach(walk);
  };
  sections.forEach(walk);
  const tasks = rows.flatMap((row) => row.tasks);
  return tasks.length > 0 && tasks.filter((task) => texts.has(fold(task))).length / tasks.length >= gathered;
}

/** What is proof-read of a plan. */
export const reviewOfParts = (parts: PlanParts): Omit<ReviewInput, 'silenced'> => ({
  year: parts.year,
  issuer: parts.head.issuer,
  head: { number: parts.head.number, date: parts.head.date, title: parts.head.title },
  basis: parts.head.basis,
  preamble: parts.preamble,
  sections: plainSections(parts.sections),
  closing: parts.closing,
  annexTitle: parts.annexTitle,
  annex: parts.hasTable ? 'table' : 'none',
  emptyAreas: parts.emptyAreas,
  rows: parts.rows,
});

/** "Căn cứ …, UBND xã ban hành Kế hoạch như sau:" opens the text; the closing mark of a citation would spoil its colon. */
const leadsOn = (line: string): boolean => line.trimEnd().endsWith(':');

/** The official document of a plan; `year` stands in where the plan itself names none. */
export function documentOfParts(parts: PlanParts, year: number): OfficialDocument {
  const { head } = parts;
  const [number = '', ...symbol] = head.number.split('/');
  const unit = parseUnit(head.issuer);
  const text = (paragraphs: string[]): ReadSection[] =>
    paragraphs.length === 0 ? [] : [{ label: '', heading: '', paragraphs, children: [] }];
  return buildPlan({
    office: {
      issuer: unit ? issuerLines(unit) : [head.issuer || 'ỦY BAN NHÂN DÂN'],
      name: head.issuer,
      place: head.place || (unit?.name ?? ''),
    },
    number: number.trim() || null,
    ...(symbol.length === 0 ? {} : { symbol: symbol.join('/').trim() }),
    date: head.date || null,
    year: parts.year ?? year,
    title: head.title,
    basis: head.basis.filter((line) => !leadsOn(line)),
    sections: [...text([...head.basis.filter(leadsOn), ...parts.preamble]), ...parts.sections, ...text(parts.closing)],
    rows: parts.hasTable ? parts.rows : [],
    annexTitle: ownTitle(parts.annexTitle).join('\n'),
    recipients: head.recipients,
    signer: head.signer,
  });
}
