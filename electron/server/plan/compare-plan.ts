/** A file that was read beside a kept plan: what updating the plan from it would do, before anything is written. */
import { createHash } from 'node:crypto';
import { headFromFile, readStoredPlan, type StoredPlan } from '../../../db/queries/stored-plan.ts';
import type { CompareView, RecordChangeView } from '../../../shared/api/contract/plans.ts';
import type { FieldChange } from '../../../shared/compare/three-way.ts';
import { type CompareCounts, countChanges } from '../../../shared/plan/compare-counts.ts';
import { type Comparison, compareTable, type RecordChange } from '../../../shared/plan/compare-plan.ts';
import {
  compareHead,
  compareSections,
  type FlatSection,
  flatSections,
  type SectionChange,
} from '../../../shared/plan/compare-text.ts';
import type { ReadHeader, ReadRow } from '../../../shared/plan/read-plan.ts';
import { shapeOfRows, type TableShape } from '../../../shared/plan/table-shape.ts';
import type { Deps } from '../core/deps.ts';

export type ReadAgain = { header: ReadHeader; rows: ReadRow[]; keepRemoved: string[]; apart: string[] };

export type ComparedPlan = {
  stored: StoredPlan;
  stamp: string;
  shape: TableShape;
  table: Comparison;
  counts: CompareCounts;
  head: FieldChange[];
  sections: SectionChange[];
  flat: FlatSection[];
};

/** Null where there is no such plan. A file without a task table leaves the plan's table alone. */
export function comparePlan(deps: Deps, planId: string, read: ReadAgain): ComparedPlan | null {
  const stored = readStoredPlan(deps.db, planId);
  if (!stored) return null;
  const shape = read.rows.length > 0 ? shapeOfRows(read.rows) : shapeOfStored(stored);
  const decisions = { keepRemoved: new Set(read.keepRemoved), apart: new Set(read.apart) };
  const table = compareTable(stored.table, shape, decisions);
  const flat = flatSections(read.header.sections);
  return {
    stored,
    stamp: planStamp(stored),
    shape,
    table,
    counts: countChanges(stored.table, shape, table),
    head: compareHead(headFromFile(stored), stored.plan, read.header),
    sections: compareSections(stored.sections, flat, stored.fromFile),
    flat,
  };
}

/** The plan's own table as if a file had said it. */
function shapeOfStored({ records }: StoredPlan): TableShape {
  const at = (list: readonly { id: string }[]) => new Map(list.map(({ id }, index) => [id, index]));
  const [areas, components, groups] = [at(records.area), at(records.component), at(records.group)];
  const componentOfRow = records.group.map(({ componentIds }) => components.get(componentIds[0] ?? '') ?? 0);
  const firstRow = (is: (row: number) => boolean) =>
    Math.max(
      0,
      componentOfRow.findIndex((_, row) => is(row)),
    );
  return {
    areas: records.area.map(({ id, no, name }) => ({
      no,
      name,
      row: firstRow((row) => records.group[row]!.areaId === id),
    })),
    components: records.component.map(({ id, areaId, name }) => ({
      area: areas.get(areaId)!,
      name,
      row: firstRow((row) => records.group[row]!.componentIds.includes(id)),
    })),
    groups: records.group.map(({ areaId, componentIds, results, lead, executors, time, note }, row) => ({
      area: areas.get(areaId)!,
      components: componentIds.flatMap((id) => components.get(id) ?? []),
      results,
      lead,
      executors,
      time,
      note,
      row,
    })),
    tasks: records.task.map(({ groupId, text }) => ({ group: groups.get(groupId)!, text, row: 0, item: 0 })),
    groupOfRow: records.group.map((_, row) => row),
    componentOfRow,
  };
}

/** Changes whenever anything that was compared changes. */
export function planStamp({ plan, records, sections, table }: StoredPlan): string {
  const rows = [plan, ...Object.values(records).flat(), ...sections].map(({ id, revision }) => `${id}:${revision}`);
  return createHash('sha256')
    .update(JSON.stringify([rows, [...table.worked].sort()]))
    .digest('hex');
}

export function compareView({ stored, stamp, shape, table, counts, head, sections, flat }: ComparedPlan): CompareView {
  const sectionWords = new Map(stored.sections.map(({ id, label, heading }) => [id, `${label} ${heading}`.trim()]));
  const textConflicts = [...head, ...sections.flatMap(({ fields }) => fields)].filter(({ kind }) => kind === 'both');
  return {
    planId: stored.plan.id,
    stamp,
    counts: { ...counts.rows, moved: counts.moved, conflicts: counts.conflicts + textConflicts.length },
    tasks: counts.tasks,
    head: head.map(plainField),
    sections: sections
      .filter(({ state, moved, fields }) => state !== 'unchanged' || moved || fields.length > 0)
      .map((change) => {
        const named = change.at === null ? undefined : flat[change.at];
        const words = named ? `${named.label} ${named.heading}`.trim() : (sectionWords.get(change.id ?? '') ?? '');
        return { ...change, words, fields: change.fields.map(plainField) };
      }),
    changes: recordViews(stored, shape, table),
  };
}

const plainField = ({ field, kind, stored, file }: FieldChange) => ({
  field,
  kind,
  stored: typeof stored === 'string' ? stored : [...stored],
  file: typeof file === 'string' ? file : [...file],
});

function recordViews({ table: stored }: StoredPlan, shape: TableShape, compared: Comparison): RecordChangeView[] {
  const rowOfGroup = lostGroupRows(stored.groups, shape, compared);
  const groupOf = new Map(stored.tasks.map(({ id, groupId }) => [id, groupId]));
  const textOf = new Map(stored.tasks.map(({ id, text }) => [id, text]));
  const nameOf = new Map([...stored.areas, ...stored.components].map(({ id, name }) => [id, name]));
  const groups = new Map(stored.groups.map((group) => [group.id, group]));
  const groupWords = (id: string) => {
    const group = groups.get(id);
    return group ? [group.areaId, ...group.componentIds].map((part) => nameOf.get(part) ?? '').filter(Boolean) : [];
  };
  const lists = { area: shape.areas, component: shape.components, group: shape.groups, task: shape.tasks };
  const view = (change: RecordChange): RecordChangeView => {
    const { kind, id, at, state, moved, why } = change;
    const groupId = kind === 'task' ? (groupOf.get(id ?? '') ?? null) : null;
    const row = at === null ? (rowOfGroup.get(groupId ?? id ?? '') ?? -1) : lists[kind][at]!.row;
    const item = kind === 'task' && at !== null ? shape.tasks[at]!.item : null;
    const lost = at === null && id !== null;
    const words = !lost
      ? ''
      : kind === 'task'
        ? (textOf.get(id) ?? '')
        : kind === 'group'
          ? groupWords(id).join(' › ')
          : (nameOf.get(id) ?? '');
    const worked = id !== null && stored.worked.has(id);
    return { kind, id, state, moved, why, row, item, groupId, words, worked, fields: change.fields.map(plainField) };
  };
  return [...compared.areas, ...compared.components, ...compared.groups, ...compared.tasks]
    .filter(({ state, moved, fields }) => state !== 'unchanged' || moved || fields.length > 0)
    .map(view);
}

/** The row each stored group is shown in; one that the file lost is shown behind the group it stood behind. */
function lostGroupRows(
  groups: readonly { id: string }[],
  shape: TableShape,
  { match }: Comparison,
): Map<string, number> {
  const rows = new Map<string, number>();
  let last = -1;
  groups.forEach(({ id }, index) => {
    const fresh = match.groups.freshOf[index] ?? null;
    if (fresh !== null) last = shape.groups[fresh]!.row;
    rows.set(id, last);
  });
  return rows;
}
