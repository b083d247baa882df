/**
 * Which tasks of the table match what the person asks for. Pure and synchronous: with 5,000 tasks an answer takes a few
 * milliseconds, because a word found in what a group shares is not looked for again in each of its tasks.
 */
import { entryOf } from '../../../../shared/report/gather.ts';
import type { JudgedWindow } from '../../../../shared/schedule/overdue.ts';
import { type TimeStanding, timeStanding } from '../../../../shared/schedule/standing.ts';
import { fold } from '../../../../shared/text/fold.ts';
import type { IndexedTask, TaskIndex } from './task-index.ts';

export const stateFilters = ['chua', 'dang-lam', 'xong', 'khong-phat-sinh', 'thieu-minh-chung'] as const;
export type StateFilter = (typeof stateFilters)[number];

/** Whose tasks: a person, a post, or the tasks nobody answers for. */
export type Officer =
  | { kind: 'person'; id: string; postIds: readonly string[] }
  | { kind: 'post'; id: string }
  | { kind: 'nobody' };

export type TaskFilters = {
  /** Words in any order, accents optional. */
  find: string;
  officer: Officer | null;
  areaId: string | null;
  state: StateFilter | null;
  /** Key of `distinctTimes`; the empty key is "no time written". */
  timeKey: string | null;
  due: TimeStanding | null;
};

export const noFilters: TaskFilters = {
  find: '',
  officer: null,
  areaId: null,
  state: null,
  timeKey: null,
  due: null,
};

/** Against what being late is judged. */
export type Judge = { window: JudgedWindow | null; today: string };
const nobodyJudges: Judge = { window: null, today: '' };

export const dueStanding = ({ task }: IndexedTask, { window, today }: Judge): TimeStanding | null =>
  timeStanding(task.due, entryOf(task)?.state ?? null, window, today);

export const isFiltered = (filters: TaskFilters): boolean =>
  filters.find.trim() !== '' ||
  filters.officer !== null ||
  filters.areaId !== null ||
  filters.state !== null ||
  filters.timeKey !== null ||
  filters.due !== null;

/** A result was said but nothing proves it: finished in the window, no proof linked to it. */
export const lacksEvidence = ({ task }: IndexedTask): boolean =>
  entryOf(task)?.state === 'xong' && task.evidenceCount === 0;

/** How an officer is concerned by a task: answers for it, carries it out with others, or not at all. */
export function concernOf({ task, group }: IndexedTask, officer: Officer): 'answers' | 'executes' | null {
  if (officer.kind === 'nobody') return task.personIds.length === 0 ? 'answers' : null;
  if (officer.kind === 'person') {
    if (task.assigneeId === officer.id || task.personIds.includes(officer.id)) return 'answers';
    return group.group.executorPostIds.some((id) => officer.postIds.includes(id)) ? 'executes' : null;
  }
  if (task.leadPostIds.includes(officer.id)) return 'answers';
  return group.group.executorPostIds.includes(officer.id) ? 'executes' : null;
}

function matchesState(item: IndexedTask, state: StateFilter): boolean {
  if (state === 'thieu-minh-chung') return lacksEvidence(item);
  return (entryOf(item.task)?.state ?? 'chua') === state;
}

/** The matching tasks in plan order. */
export function filterTasks(index: TaskIndex, filters: TaskFilters, judge: Judge = nobodyJudges): IndexedTask[] {
  const words = [...new Set(fold(filters.find).split(' ').filter(Boolean))];
  const matching: IndexedTask[] = [];
  for (const group of index.groups) {
    if (filters.areaId !== null && group.area.id !== filters.areaId) continue;
    const open = words.filter((word) => !group.folded.includes(word));
    for (const item of group.tasks) if (matches(item, open, filters, judge)) matching.push(item);
  }
  return matching;
}

function matches(item: IndexedTask, words: readonly string[], filters: TaskFilters, judge: Judge): boolean {
  if (filters.timeKey !== null && item.timeKey !== filters.timeKey) return false;
  if (filters.due !== null && !inDue(dueStanding(item, judge), filters.due)) return false;
  if (filters.state !== null && !matchesState(item, filters.state)) return false;
  if (filters.officer !== null && concernOf(item, filters.officer) === null) return false;
  return words.every((word) => item.folded.includes(word));
}

/** What is late is due, too. */
const inDue = (standing: TimeStanding | null, wanted: TimeStanding): boolean =>
  standing === wanted || (wanted === 'due' && standing === 'late');
