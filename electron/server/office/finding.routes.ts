/** One box for everything: what typed words find, grouped as the office thinks, each with the place that matched and its screen. */
import type { Hono } from 'hono';
import type { Database } from '../../../db/open.ts';
import { readActivities } from '../../../db/queries/activities.ts';
import { readFileText, unreadFiles } from '../../../db/queries/file-texts.ts';
import { foundGroup, foundPlan, foundProof, foundSection, foundTask } from '../../../db/queries/finding.ts';
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

/** What is looked into, in the order of the screen; kinds of the search text. */
const kinds = ['plan', 'section', 'task', 'task_group', 'progress', 'evidence', 'file_text', 'activity'] as const;
type Kind = (typeof kinds)[number];

export function findingRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  implement(app, deps, contract.finding.find, ({ query }) => {
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

function describe({ db }: Deps, kind: Kind, ref: string): Found | null {
  switch (kind) {
    case 'plan': {
      const plan = foundPlan(db, ref);
      return plan && found('ke-hoach', plan, joined(plan.number, plan.issuer), '/ke-hoach');
    }
    case 'section': {
      const section = foundSection(db, ref);
      if (!section) return null;
      const { id, heading, planTitle, planId } = section;
      const words = joined(heading, plainTexts(section.paragraphs).join(' '));
      return { ...found('ke-hoach', { id, title: heading || planTitle }, planTitle, `/soan/${planId}`), words };
    }
    case 'task':
    case 'progress': {
      const task = foundTask(db, kind, ref);
      if (!task) return null;
      const words = kind === 'task' ? task.text : joined(task.told, task.text);
      return { ...taskLine(task.id, task), words };
    }
    case 'task_group': {
      const group = foundGroup(db, ref);
      if (!group) return null;
      return { ...taskLine(group.taskId, group), words: [...group.results, group.lead, ...group.executors].join('; ') };
    }
    case 'activity':
      return describeActivity(db, ref);
    case 'evidence':
    case 'file_text':
      return describeProof(db, kind, ref);
  }
}

const taskLine = (id: string, { text, area }: { text: string; area: string }): Found =>
  found('nhiem-vu', { id, title: text }, area, `/viec-cua-toi/${id}`);

function describeActivity(db: Database, id: string): Found | null {
  const [record] = readActivities(db, { ids: [id] });
  if (!record) return null;
  const { activity } = record;
  return {
    group: 'hoat-dong',
    id,
    title: activity.title,
    context: joined(activityNames[activity.kind], shortDate(activity.date)),
    words: joined(activity.title, resultOf(activity), ...Object.values(activity.details).flat().map(textOnly)),
    insideFile: false,
    to: `/hoat-dong/${id}`,
  };
}

const textOnly = (value: unknown): string => (typeof value === 'string' ? value : '');

function describeProof(db: Database, kind: 'evidence' | 'file_text', ref: string): Found | null {
  const inside = kind === 'file_text';
  const proof = foundProof(db, inside ? 'sha256' : 'id', ref);
  if (!proof) return null;
  const words = inside
    ? (readFileText(db, ref)?.text ?? '')
    : joined(proof.title, proof.number, proof.excerpt, proof.issuer, proof.fileName, proof.url);
  const group = proof.kind === 'document' || proof.number ? 'van-ban' : 'minh-chung';
  return {
    ...found(group, proof, joined(proof.number, proof.issuer, proof.fileName), `/minh-chung/${proof.id}`),
    words,
    insideFile: inside,
  };
}

const found = (
  group: FoundGroup,
  { id, title }: { id: string; title: string },
  context: string,
  to: string,
): Found => ({ group, id, title, context, words: title, insideFile: false, to });
