/** Posts, the people who hold them, and the plan's wordings that no post claims yet. */

import type { Hono } from 'hono';
import { holdingsOn, readPeople, readPosts } from '../../../db/queries/office.ts';
import { groupWordings } from '../../../db/queries/tasks.ts';
import { firstDayOfWindows } from '../../../db/queries/time.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PeopleView } from '../../../shared/api/contract/office.ts';
import { createPostIndex, isGenericWording } from '../../../shared/office/posts.ts';
import { compareNames } from '../../../shared/text/fold.ts';
import { act, type Deps, today } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { refuse } from '../core/refusal.ts';

export function peopleRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { office } = contract;

  implement(app, deps, office.people, () => peopleView(deps));

  implement(app, deps, office.addPerson, ({ body, actor }) => {
    const known = new Set(readPosts(deps.db).map((post) => post.id));
    if (body.postIds.some((id) => !known.has(id))) return refuse('khong-tim-thay');
    const id = deps.newId();
    const { batchId } = act(deps, actor, 'person.add', `Thêm ${body.name}`, (batch) => {
      batch.insert('person', { id, name: body.name, archived: false });
      for (const postId of body.postIds)
        batch.insert('holding', { id: deps.newId(), personId: id, postId, fromDate: firstDay(deps), toDate: null });
    });
    return { id, revision: 1, batchId };
  });

  implement(app, deps, office.changePerson, ({ params, body, actor }) => {
    const { value, batchId } = act(deps, actor, 'person.change', `Sửa ${body.name}`, (batch) =>
      batch.update('person', params.id, body.revision, { name: body.name, archived: body.archived }),
    );
    return { id: params.id, revision: value.revision, batchId };
  });

  implement(app, deps, office.addPost, ({ body, actor }) => {
    const id = deps.newId();
    const position = readPosts(deps.db).length;
    const { batchId } = act(deps, actor, 'post.add', `Thêm bộ phận ${body.name}`, (batch) =>
      batch.insert('post', { id, name: body.name, aliases: body.aliases, position, archived: false }),
    );
    return { id, revision: 1, batchId };
  });

  implement(app, deps, office.changePost, ({ params, body, actor }) => {
    const { revision, ...patch } = body;
    const { value, batchId } = act(deps, actor, 'post.change', `Sửa bộ phận ${body.name}`, (batch) =>
      batch.update('post', params.id, revision, patch),
    );
    return { id: params.id, revision: value.revision, batchId };
  });

  implement(app, deps, office.hold, ({ body, actor }) => {
    const person = readPeople(deps.db).find((each) => each.id === body.personId);
    const post = readPosts(deps.db).find((each) => each.id === body.postId);
    if (!person || !post) return refuse('khong-tim-thay');
    const id = deps.newId();
    const fromDate = body.fromDate === '' ? today(deps) : body.fromDate;
    const { batchId } = act(deps, actor, 'post.hold', `Giao ${post.name} cho ${person.name}`, (batch) =>
      batch.insert('holding', { id, personId: person.id, postId: post.id, fromDate, toDate: null }),
    );
    return { id, revision: 1, batchId };
  });

  implement(app, deps, office.release, ({ params, actor }) => {
    const now = today(deps);
    const held = holdingsOn(deps.db, now).find((each) => each.id === params.id);
    if (!held) return refuse('khong-tim-thay');
    act(deps, actor, 'post.release', `Thôi giao việc cho ${held.name}`, (batch) =>
      held.fromDate === now
        ? batch.remove('holding', held.id, null)
        : batch.update('holding', held.id, null, { toDate: now }),
    );
    return {};
  });
}

/** People named while the plan is being set up answer for the whole plan year, not only from the day somebody typed their name. */
function firstDay(deps: Deps): string {
  const earliest = firstDayOfWindows(deps.db);
  const now = today(deps);
  return earliest !== null && earliest < now ? earliest : now;
}

export function peopleView(deps: Deps): PeopleView {
  const posts = readPosts(deps.db);
  const holdings = holdingsOn(deps.db, today(deps));
  const index = createPostIndex(posts);
  const counts = new Map<string, number>();
  const unresolved = new Map<string, number>();
  for (const group of groupWordings(deps.db)) {
    const lead = index.resolve(group.lead);
    if (lead) counts.set(lead, (counts.get(lead) ?? 0) + group.tasks);
    for (const wording of [group.lead, ...group.executors])
      if (wording !== '' && index.resolve(wording) === null)
        unresolved.set(wording, (unresolved.get(wording) ?? 0) + 1);
  }
  return {
    posts: posts.map(({ id, name, aliases, archived, revision }) => ({
      id,
      name,
      aliases,
      archived,
      revision,
      holders: holdings
        .filter((holding) => holding.postId === id)
        .map(({ id: holdingId, personId, name: personName, fromDate, toDate }) => ({
          holdingId,
          personId,
          name: personName,
          fromDate,
          toDate,
        })),
      taskCount: counts.get(id) ?? 0,
    })),
    people: readPeople(deps.db)
      .sort((a, b) => compareNames(a.name, b.name))
      .map(({ id, name, archived, revision }) => ({
        id,
        name,
        archived,
        revision,
        postIds: holdings.filter((holding) => holding.personId === id).map((holding) => holding.postId),
      })),
    unresolved: [...unresolved].map(([wording, count]) => ({
      wording,
      generic: isGenericWording(wording),
      groups: count,
    })),
  };
}
