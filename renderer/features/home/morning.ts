/**
 * What an office wants to know in the morning, counted from the task table of one window: nothing here is stored, and every number can
 * be found again row by row in the table it was counted from.
 */
import type { PeopleView } from '../../../shared/api/contract/office.ts';
import type { ProgressState, TaskRow, TaskTable } from '../../../shared/api/contract/plans.ts';
import { entryOf } from '../../../shared/report/gather.ts';

/** `idle`: not due in the window, and nothing told; not among `none`. */
export type StateCounts = {
  total: number;
  done: number;
  notArisen: number;
  doing: number;
  none: number;
  idle: number;
};

export type AreaStanding = StateCounts & { id: string; no: string; name: string };

/** Someone with open tasks: a person, a post nobody holds, or words of the plan that name no post. */
export type HolderStanding = {
  key: string;
  kind: 'person' | 'post' | 'wording';
  name: string;
  /** Posts of a person, for the second line. */
  posts: string[];
  total: number;
  open: number;
  missingProof: number;
};

export type UnprovenTask = { id: string; text: string; area: string; who: string };

export type Morning = {
  counts: StateCounts;
  areas: AreaStanding[];
  /** Most open tasks first; a task of several people counts for each of them. */
  holders: HolderStanding[];
  /** Reported as done, with no proof. */
  unproven: UnprovenTask[];
  /** Tasks nobody answers for: no assignee and no holder of the lead post. */
  unassigned: number;
};

const stateOf = (task: TaskRow): ProgressState => entryOf(task)?.state ?? 'chua';
const isIdle = (task: TaskRow): boolean => stateOf(task) === 'chua' && task.due?.due === false;
const isOpen = (task: TaskRow): boolean => !isIdle(task) && (stateOf(task) === 'chua' || stateOf(task) === 'dang-lam');
const lacksProof = (task: TaskRow): boolean => stateOf(task) === 'xong' && task.evidenceCount === 0;

function countStates(tasks: readonly TaskRow[]): StateCounts {
  const of = (state: ProgressState) => tasks.filter((task) => stateOf(task) === state).length;
  return {
    total: tasks.length,
    done: of('xong'),
    notArisen: of('khong-phat-sinh'),
    doing: of('dang-lam'),
    none: tasks.filter((task) => stateOf(task) === 'chua' && !isIdle(task)).length,
    idle: tasks.filter(isIdle).length,
  };
}

export function morningOf(table: TaskTable, people: PeopleView): Morning {
  const areaOfGroup = new Map(table.groups.map((group) => [group.id, group.areaId]));
  const areaName = new Map(
    table.areas.map((area) => [area.id, area.no === '' ? area.name : `${area.no}. ${area.name}`]),
  );
  const holdersOf = holderFinder(people);
  const holders = new Map<string, HolderStanding>();
  for (const task of table.tasks) {
    for (const holder of holdersOf(task)) {
      const standing = holders.get(holder.key) ?? { ...holder, total: 0, open: 0, missingProof: 0 };
      holders.set(holder.key, {
        ...standing,
        total: standing.total + 1,
        open: standing.open + (isOpen(task) ? 1 : 0),
        missingProof: standing.missingProof + (lacksProof(task) ? 1 : 0),
      });
    }
  }
  return {
    counts: countStates(table.tasks),
    areas: table.areas.map(({ id, no, name }) => ({
      id,
      no,
      name,
      ...countStates(table.tasks.filter((task) => areaOfGroup.get(task.groupId) === id)),
    })),
    holders: [...holders.values()].sort((a, b) => b.open - a.open || b.missingProof - a.missingProof),
    unproven: table.tasks.filter(lacksProof).map((task) => ({
      id: task.id,
      text: task.text,
      area: areaName.get(areaOfGroup.get(task.groupId) ?? '') ?? '',
      who: holdersOf(task)
        .map((holder) => holder.name)
        .join(', '),
    })),
    unassigned: table.tasks.filter((task) => task.personIds.length === 0).length,
  };
}

type Holder = Pick<HolderStanding, 'key' | 'kind' | 'name' | 'posts'>;

/** Who a task waits for: the people who answer for it, else the lead posts, else the plan's own words. */
function holderFinder(people: PeopleView): (task: TaskRow) => Holder[] {
  const postName = new Map(people.posts.map((post) => [post.id, post.name]));
  const person = new Map(people.people.map((each) => [each.id, each]));
  return (task) => {
    const known = task.personIds.flatMap((id) => person.get(id) ?? []);
    if (known.length > 0)
      return known.map(({ id, name, postIds }) => ({
        key: `person/${id}`,
        kind: 'person',
        name,
        posts: postIds.flatMap((postId) => postName.get(postId) ?? []),
      }));
    const posts = task.leadPostIds.flatMap((id) => (postName.has(id) ? [{ id, name: postName.get(id) ?? '' }] : []));
    if (posts.length > 0) return posts.map(({ id, name }) => ({ key: `post/${id}`, kind: 'post', name, posts: [] }));
    const words = task.lead.trim();
    return [{ key: `wording/${words}`, kind: 'wording', name: words === '' ? 'Không ghi ai' : words, posts: [] }];
  };
}
