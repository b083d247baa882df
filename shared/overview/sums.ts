/** Counts of a year's tasks by person, area and window. Every count carries the tasks behind it. Rules OV8–OV11 of SPEC.md. Pure. */
import { compareNames } from '../text/fold.ts';
import { type Piece, pieceOf, pieces } from './cell.ts';
import type { YearFacts, YearTask, YearWindow } from './year.ts';

/** Ids of tasks by how they stand; each task once. */
export type CountedPieces = { readonly total: number; readonly tasks: Readonly<Record<Piece, readonly string[]>> };

type Counting = { total: number; tasks: Record<Piece, string[]> };

const nothing = (): Counting => ({
  total: 0,
  tasks: Object.fromEntries(pieces.map((piece) => [piece, [] as string[]])) as Counting['tasks'],
});

const add = (counting: Counting, piece: Piece, taskId: string): void => {
  counting.total += 1;
  counting.tasks[piece].push(taskId);
};

/** Done with proof, and what did not arise, of what the window asks for or somebody told of (OV9). */
export function shareDone({ tasks }: CountedPieces): { done: number; of: number } {
  const done = tasks.done.length + tasks.notArisen.length + tasks.unproven.length;
  return { done, of: done + tasks.late.length + tasks.none.length + tasks.doing.length };
}

export type HolderCount = CountedPieces & {
  readonly key: string;
  readonly kind: 'person' | 'post' | 'wording';
  readonly name: string;
  /** Posts of a person. */
  readonly posts: readonly string[];
  /** Tasks a person carries out or helps with, without answering for them. */
  readonly executes: readonly string[];
  readonly supports: readonly string[];
};

type Named = { key: string; kind: HolderCount['kind']; name: string; posts: readonly string[] };

/** Who a task counts for: its people, else the post its lead names, else the words themselves. */
export function holderNamer(facts: YearFacts): (task: YearTask, at: number) => Named[] {
  const people = new Map(facts.people.map((person) => [person.id, person]));
  const posts = new Map(facts.posts.map((post) => [post.id, post.name]));
  return (task, at) => {
    const named = (task.cells[at]?.people ?? []).flatMap((id): Named[] => {
      const person = people.get(id);
      return person ? [{ key: `person:${id}`, kind: 'person', name: person.name, posts: person.posts }] : [];
    });
    if (named.length > 0) return named;
    const post = task.postId === null ? undefined : posts.get(task.postId);
    if (post !== undefined) return [{ key: `post:${task.postId}`, kind: 'post', name: post, posts: [] }];
    return [{ key: `wording:${task.lead}`, kind: 'wording', name: task.lead || 'Không ghi đơn vị chủ trì', posts: [] }];
  };
}

/** A task of several people counts for each of them. Most late first, then most open, then by name. */
export function countByPerson(facts: YearFacts, at: number, today: string): HolderCount[] {
  const window = facts.windows[at];
  if (!window) return [];
  const holdersOf = holderNamer(facts);
  const groups = new Map(facts.groups.map((group) => [group.id, group]));
  const counts = new Map<string, Counting & Named & { executes: string[]; supports: string[] }>();
  const of = (holder: Named) => {
    const known = counts.get(holder.key);
    if (known) return known;
    const made = { ...nothing(), ...holder, executes: [], supports: [] };
    counts.set(holder.key, made);
    return made;
  };
  const people = new Map(facts.people.map((person) => [person.id, person]));
  for (const task of facts.tasks) {
    const cell = task.cells[at];
    if (!cell) continue;
    const piece = pieceOf(cell, window, today);
    for (const holder of holdersOf(task, at)) add(of(holder), piece, task.id);
    for (const { personId, role } of groups.get(task.groupId)?.partners ?? []) {
      const person = people.get(personId);
      if (!person || cell.people.includes(personId)) continue;
      const count = of({ key: `person:${personId}`, kind: 'person', name: person.name, posts: person.posts });
      (role === 'support' ? count.supports : count.executes).push(task.id);
    }
  }
  const open = ({ tasks }: CountedPieces): number => tasks.none.length + tasks.doing.length;
  return [...counts.values()].sort(
    (a, b) => b.tasks.late.length - a.tasks.late.length || open(b) - open(a) || compareNames(a.name, b.name),
  );
}

export type AreaCount = CountedPieces & { readonly id: string; readonly name: string };

/** In the plan's order; an area without tasks is there, too. */
export function countByArea(facts: YearFacts, at: number, today: string): AreaCount[] {
  const window = facts.windows[at];
  const counts = new Map(facts.areas.map(({ id, no, name }) => [id, { ...nothing(), id, name: areaName(no, name) }]));
  const areaOf = new Map(facts.groups.map((group) => [group.id, group.areaId]));
  if (window)
    for (const task of facts.tasks) {
      const count = counts.get(areaOf.get(task.groupId) ?? '');
      const cell = task.cells[at];
      if (count && cell) add(count, pieceOf(cell, window, today), task.id);
    }
  return [...counts.values()];
}

export const areaName = (no: string, name: string): string => (no === '' ? name : `${no}. ${name}`);

export type WindowCount = CountedPieces & { readonly window: YearWindow };

export function countByWindow(facts: YearFacts, today: string): WindowCount[] {
  return facts.windows.map((window, at) => {
    const count = nothing();
    for (const task of facts.tasks) {
      const cell = task.cells[at];
      if (cell) add(count, pieceOf(cell, window, today), task.id);
    }
    return { ...count, window };
  });
}
