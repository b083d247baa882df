/**
 * Updating a kept plan from the file: what was decided about the differences, and the differences by the place they are shown in.
 * What they are is found out by the server; nothing here compares. Pure.
 */
import type {
  CompareView,
  FieldChangeView,
  MergedView,
  PlanMatchView,
  RecordChangeView,
  SectionChangeView,
} from '../../../../shared/api/contract/plans.ts';
import { formatCount } from '../../../ui/format.ts';
import type { Corrections } from './corrections.ts';
import type { Take, UpdateDecisions } from './decisions.ts';
import type { HeaderField, RowField } from './fields.ts';

export const updateOf = (planId: string): UpdateDecisions => ({ planId, keepRemoved: [], apart: [], chosen: {} });

const choiceKey = (id: string, field: string): string => `${id} ${field}`;

/** The choice of a whole record that stands outside the table: a task that was taken out. */
export const wholeRow = 'row';

export const takenFor = (update: UpdateDecisions, id: string, field: string): Take | null =>
  update.chosen[choiceKey(id, field)] ?? null;

/** Decisions are changed only while a plan is being updated. */
const change = (corrections: Corrections, make: (update: UpdateDecisions) => UpdateDecisions): Corrections =>
  corrections.update ? { ...corrections, update: make(corrections.update) } : corrections;

export const withTake = (corrections: Corrections, id: string, field: string, take: Take): Corrections =>
  change(corrections, (update) => ({ ...update, chosen: { ...update.chosen, [choiceKey(id, field)]: take } }));

export const withKeptRow = (corrections: Corrections, ids: readonly string[], keep: boolean): Corrections =>
  change(corrections, (update) => {
    const others = update.keepRemoved.filter((id) => !ids.includes(id));
    return { ...update, keepRemoved: keep ? [...others, ...ids] : others };
  });

export const withApart = (corrections: Corrections, id: string): Corrections =>
  change(corrections, (update) => ({ ...update, apart: [...update.apart, id] }));

/** The choices as the server takes them. */
export const choicesOf = ({ chosen }: UpdateDecisions): { id: string; field: string; take: Take }[] =>
  Object.entries(chosen).map(([key, take]) => {
    const at = key.indexOf(' ');
    return { id: key.slice(0, at), field: key.slice(at + 1), take };
  });

export type LostGroup = { group: RecordChangeView; tasks: RecordChangeView[] };

export type ChangeIndex = {
  view: CompareView;
  /** Changes of the area, component and group named in a row. */
  area(row: number): RecordChangeView | null;
  component(row: number): RecordChangeView | null;
  group(row: number): RecordChangeView | null;
  /** Tasks of a row's cell by their place in it. */
  task(row: number, item: number): RecordChangeView | null;
  /** Tasks of the row's group that the file lost. */
  lostTasks(row: number): readonly RecordChangeView[];
  /** Groups that the file lost, shown behind a row; -1 before the first. */
  lostGroups(row: number): readonly LostGroup[];
  /** How a row is marked; null where nothing of it differs. */
  mark(row: number): 'added' | 'changed' | null;
  section(at: number): SectionChangeView | null;
};

const isLost = ({ state }: RecordChangeView): boolean => state === 'removed' || state === 'kept';

export function indexChanges(view: CompareView): ChangeIndex {
  const present = new Map<string, RecordChangeView>();
  const lostTasks = new Map<string, RecordChangeView[]>();
  const lostInRow = new Map<number, RecordChangeView[]>();
  const lostGroups = new Map<number, LostGroup[]>();
  const lostGroupIds = new Set<string>();
  for (const each of view.changes) if (each.kind === 'group' && isLost(each) && each.id) lostGroupIds.add(each.id);
  const into = <K>(map: Map<K, RecordChangeView[]>, key: K, one: RecordChangeView) => {
    const list = map.get(key);
    if (list) list.push(one);
    else map.set(key, [one]);
  };
  for (const each of view.changes) {
    if (!isLost(each)) present.set(`${each.kind} ${each.row} ${each.item ?? ''}`, each);
    else if (each.kind === 'task' && each.groupId !== null && lostGroupIds.has(each.groupId))
      into(lostTasks, each.groupId, each);
    else if (each.kind === 'task') into(lostInRow, each.row, each);
  }
  for (const group of view.changes) {
    if (group.kind !== 'group' || !isLost(group)) continue;
    const here = lostGroups.get(group.row) ?? [];
    lostGroups.set(group.row, [...here, { group, tasks: lostTasks.get(group.id ?? '') ?? [] }]);
  }
  const touched = new Set<number>(lostInRow.keys());
  const added = new Set<number>();
  for (const each of present.values()) {
    if (each.state === 'added' && each.kind === 'group') added.add(each.row);
    else touched.add(each.row);
  }
  const at = (kind: RecordChangeView['kind'], row: number, item: number | '' = '') =>
    present.get(`${kind} ${row} ${item}`) ?? null;
  const sections = new Map(view.sections.flatMap((each) => (each.at === null ? [] : [[each.at, each] as const])));
  return {
    view,
    area: (row) => at('area', row),
    component: (row) => at('component', row),
    group: (row) => at('group', row),
    task: (row, item) => at('task', row, item),
    lostTasks: (row) => lostInRow.get(row) ?? [],
    lostGroups: (row) => lostGroups.get(row) ?? [],
    mark: (row) => (added.has(row) ? 'added' : touched.has(row) ? 'changed' : null),
    section: (place) => sections.get(place) ?? null,
  };
}

/** The record that holds a field of a row, and how the field differs; null where it does not. */
export function rowFieldChange(
  index: ChangeIndex,
  row: number,
  field: RowField,
): { record: RecordChangeView; change: FieldChangeView } | null {
  const [record, name] =
    field === 'no' || field === 'dimension'
      ? [index.area(row), field === 'no' ? 'no' : 'name']
      : field === 'component'
        ? [index.component(row), 'name']
        : [index.group(row), field];
  const found = record?.fields.find((each) => each.field === name);
  return record && found ? { record, change: found } : null;
}

/** The signer is one field of the plan and three of the screen. */
const signerPart: Partial<Record<HeaderField, number>> = { 'signer.authority': 0, 'signer.title': 1, 'signer.name': 2 };

export function headFieldChange(index: ChangeIndex, field: HeaderField): FieldChangeView | null {
  const part = signerPart[field];
  if (part === undefined) return index.view.head.find((each) => each.field === field) ?? null;
  const signer = index.view.head.find((each) => each.field === 'signer');
  if (!signer || signer.stored[part] === signer.file[part]) return null;
  return { ...signer, stored: signer.stored[part] ?? '', file: signer.file[part] ?? '' };
}

/** Conflicts nobody has decided yet. */
export function openConflicts(view: CompareView, update: UpdateDecisions): number {
  const records = [
    ...view.changes.map(({ id, fields }) => ({ id, fields })),
    ...view.sections.map(({ id, fields }) => ({ id, fields })),
    { id: view.planId, fields: view.head },
  ];
  return records.flatMap(({ id, fields }) =>
    fields.filter(({ kind, field }) => kind === 'both' && id !== null && takenFor(update, id, field) === null),
  ).length;
}

/** True where updating would write nothing. */
export const isSame = ({ changes, head, sections }: CompareView): boolean =>
  ![...head, ...changes.flatMap(({ fields }) => fields), ...sections.flatMap(({ fields }) => fields)].some(
    ({ kind }) => kind !== 'hand',
  ) &&
  ![...changes, ...sections].some(
    ({ state, moved }) => state === 'added' || state === 'removed' || state === 'changed' || moved,
  );

const whyWords: Record<PlanMatchView['why'], string> = {
  number: 'cùng số và năm',
  title: 'cùng tên và năm',
  tasks: 'phần lớn nhiệm vụ giống nhau',
};

/** "Kế hoạch số 15/KH-UBND năm 2026 (cùng số và năm)". */
export const matchWords = ({ number, title, year, why }: PlanMatchView): string =>
  `${number ? `số ${number}` : `“${title}”`} năm ${year} (${whyWords[why]})`;

/** "thêm 2 hàng, đổi 5, bỏ 1; 72 hàng giữ nguyên". */
export function differenceWords({ counts, head, sections }: CompareView): string {
  const parts = [
    [counts.added, 'hàng mới'],
    [counts.changed, 'hàng đổi'],
    [counts.removed, 'hàng sẽ bỏ'],
    [counts.kept, 'hàng tệp không còn nhưng vẫn giữ'],
    [head.filter(({ kind }) => kind !== 'hand').length, 'chỗ đổi ở đầu văn bản'],
    [sections.filter(({ state }) => state !== 'unchanged').length, 'mục lời đổi'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, noun]) => `${formatCount(count)} ${noun}`);
  if (counts.moved > 0 && told.length === 0) told.push('thứ tự đổi');
  return [...told, `${formatCount(counts.unchanged)} hàng giữ nguyên`].join(' · ');
}

/** What updating did, for the toast. */
export function mergedWords({ counts, kept }: MergedView): string {
  const parts = [
    [counts.added, 'thêm'],
    [counts.changed, 'đổi'],
    [counts.removed, 'bỏ'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, verb]) => `${verb} ${formatCount(count)} hàng`);
  const stays = kept.length > 0 ? ` Giữ ${formatCount(kept.length)} nhiệm vụ tệp không còn.` : '';
  return `Đã cập nhật kế hoạch${told.length > 0 ? `: ${told.join(', ')}` : ''}.${stays}`;
}
