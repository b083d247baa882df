/** One box for everything: what typed words find, grouped as the office thinks, each with the place that matched and its screen. */
import type { Hono } from 'hono';
import { readActivities } from '../../../db/queries/activities.ts';
import { readFileText, unreadFiles } from '../../../db/queries/file-texts.ts';
import { search } from '../../../db/queries/search.ts';
import { activityNames } from '../../../shared/activity/activity.ts';
import { resultOf } from '../../../shared/activity/sentences.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { type FoundGroup, type FoundItem, foundGroups } from '../../../shared/api/contract/finding.ts';
import { plainTexts } from '../../../shared/body/body-blocks.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import { snippetOf } from '../../../shared/text/snippet.ts';
import type { Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';

/** Looked at and shown in each group; typing on narrows the rest. */
const lookedAt = 60;
const shownOf = 8;

type Found = Omit<FoundItem, 'snippet'> & { group: FoundGroup; words: string };
type Row = Record<string, string | null>;

export function findingRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  implement(app, deps, contract.finding.find, ({ query }) => {
    const kinds = ['plan', 'section', 'task', 'task_group', 'progress', 'evidence', 'file_text', 'activity'] as const;
    const seen = new Set<string>();
    const found = kinds
      .flatMap((kind) => search(deps.db, query.q, lookedAt, kind).map(({ ref }) => describe(deps, kind, ref)))
      .filter((item) => item !== null)
      // A task found by its own words and by what was told about it is one line.
      .filter((item) => !seen.has(`${item.group}/${item.to}`) && seen.add(`${item.group}/${item.to}`));
    return {
      groups: foundGroups.flatMap((group) => {
        const items = found.filter((item) => item.group === group).slice(0, shownOf);
        return items.length === 0 ? [] : [{ group, items: items.map((item) => itemOf(item, query.q)) }];
      }),
      unreadFiles: unreadFiles(deps.db, 1000).length,
    };
  });
}

function itemOf({ words, group: _, ...item }: Found, typed: string): FoundItem {
  const { text, marks } = snippetOf(words, typed);
  return { ...item, snippet: { text, marks: marks.map(([from, to]) => [from, to]) } };
}

const joined = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ');

function describe(deps: Deps, kind: string, ref: string): Found | null {
  const row = (sql: string): Row | undefined => deps.db.sqlite.prepare(sql).get(ref) as Row | undefined;
  if (kind === 'plan') {
    const plan = row('select id, title, number, issuer from plan where id = ?');
    return plan ? found('ke-hoach', plan, joined(plan.number, plan.issuer), '/ke-hoach') : null;
  }
  if (kind === 'section') {
    const section = row(
      'select s.id, s.heading as title, p.title as context, s.paragraphs, s.plan_id as planId from section s join plan p on p.id = s.plan_id where s.id = ?',
    );
    if (!section) return null;
    const words = plainTexts(JSON.parse(section.paragraphs ?? '[]')).join(' ');
    return {
      ...found(
        'ke-hoach',
        { ...section, title: section.title || section.context || '' },
        section.context ?? '',
        `/soan/${section.planId}`,
      ),
      words: joined(section.title, words),
    };
  }
  if (kind === 'task' || kind === 'progress') {
    const task = row(
      `select t.id, t.text as title, a.name as context, coalesce(p.done_text, '') || ' ' || coalesce(p.obstacle, '') || ' ' || coalesce(p.proposal, '') as told
       from task t join task_group g on g.id = t.group_id join area a on a.id = g.area_id left join progress p on p.task_id = t.id
       where ${kind === 'task' ? 't.id' : 'p.id'} = ?`,
    );
    if (!task) return null;
    const words = kind === 'task' ? (task.title ?? '') : joined(task.told, task.title);
    return { ...found('nhiem-vu', task, task.context ?? '', `/viec-cua-toi/${task.id}`), words };
  }
  if (kind === 'task_group') {
    const group = row(
      `select t.id, t.text as title, a.name as context, g.results, g.lead, g.executors from task_group g
       join task t on t.group_id = g.id join area a on a.id = g.area_id where g.id = ? order by t.position limit 1`,
    );
    if (!group) return null;
    const words = [
      ...(JSON.parse(group.results ?? '[]') as string[]),
      group.lead,
      ...(JSON.parse(group.executors ?? '[]') as string[]),
    ].join('; ');
    return { ...found('nhiem-vu', group, group.context ?? '', `/viec-cua-toi/${group.id}`), words };
  }
  if (kind === 'activity') {
    const [record] = readActivities(deps.db, { ids: [ref] });
    if (!record) return null;
    const { activity } = record;
    return {
      group: 'hoat-dong',
      id: ref,
      title: activity.title,
      context: joined(activityNames[activity.kind], shortDate(activity.date)),
      words: joined(activity.title, resultOf(activity), ...Object.values(activity.details).flat().map(textOnly)),
      insideFile: false,
      to: `/hoat-dong/${ref}`,
    };
  }
  return describeProof(deps, kind, ref);
}

const textOnly = (value: unknown): string => (typeof value === 'string' ? value : '');

function describeProof(deps: Deps, kind: string, ref: string): Found | null {
  const proof = deps.db.sqlite
    .prepare(
      `select id, kind, title, file_name as fileName, number, issuer, excerpt, url from evidence
       where ${kind === 'file_text' ? 'sha256' : 'id'} = ? limit 1`,
    )
    .get(ref) as Row | undefined;
  if (!proof) return null;
  const inside = kind === 'file_text';
  const words = inside
    ? (readFileText(deps.db, ref)?.text ?? '')
    : joined(proof.title, proof.number, proof.excerpt, proof.issuer, proof.fileName, proof.url);
  const group = proof.kind === 'document' || proof.number ? 'van-ban' : 'minh-chung';
  return {
    ...found(group, proof, joined(proof.number, proof.issuer, proof.fileName), `/minh-chung/${proof.id}`),
    words,
    insideFile: inside,
  };
}

const found = (group: FoundGroup, row: Row, context: string, to: string): Found => ({
  group,
  id: row.id ?? '',
  title: row.title ?? '',
  context,
  words: row.title ?? '',
  insideFile: false,
  to,
});
