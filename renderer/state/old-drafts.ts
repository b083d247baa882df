/**
 * Drafts as the version before kept them, under four dialects of keys, carried over to the keys and shapes of today: an update of the
 * program loses nothing that was typed. Pure.
 */
import type { Draft } from './draft-shape.ts';

/** Answers of the superior were kept without naming their office; ids are unique, so that any office may find them. */
export const anyOffice = (key: string): string => key.replace(/^office:[^/]*/, 'office:*');

type Old = { text: string; order: number };

const isOld = (value: unknown): value is Old =>
  typeof (value as Old | null)?.text === 'string' && typeof (value as Old).order === 'number';

/** `stored` is what version 1 wrote, or anything else: what is no draft is left out. */
export function draftsOfVersionOne(stored: unknown): Record<string, Draft> {
  const drafts: Record<string, Draft> = {};
  const old = (stored as { drafts?: unknown } | null)?.drafts ?? {};
  const entries = Object.entries(old).filter((entry): entry is [string, Old] => isOld(entry[1]));
  for (const [key, draft] of entries) Object.assign(drafts, carriedOver(key, draft));
  for (const [key, draft] of answersOf(entries)) drafts[key] = draft;
  return drafts;
}

const mainOffice = (name: string): string => (name === 'own' || name === 'main' ? 'chinh' : name);

function carriedOver(key: string, { text, order }: Old): Record<string, Draft> {
  const [, office = '', rest = ''] = /^office:([^/]*)\/(.*)$/s.exec(key) ?? [];
  const [kind = '', record = '', ...field] = rest.split('/');
  const at = (place: string, draft: Draft): Record<string, Draft> => ({ [`office:${office}/${place}`]: draft });
  switch (kind) {
    case 'progress':
      return at(rest, { order, ...typedOverRevision(text, 'form') });
    case 'report':
      return at(`section/${record}/${field.join('/')}`, { order, ...typedOverText(text) });
    case 'write':
      return at(`plan-body/${record}/document`, { order, ...typedOverRevision(text, 'plan') });
    case 'report-write':
      return at(`report-body/${record}/document`, { order, ...typedOverRevision(text, 'document') });
    case 'activity':
      return at(`activity/${record}/form`, { order, text });
    case 'report-head':
    case 'figure':
    case 'review':
      return at(rest, { order, text });
  }
  return ofOtherDialects(key, { text, order });
}

/** `own/tasks/<id>/<field>`, `main/office/<form>`, `main/start`. */
function ofOtherDialects(key: string, draft: Old): Record<string, Draft> {
  const [name = '', room = '', record = '', ...field] = key.split('/');
  const at = (place: string): Record<string, Draft> => ({ [`office:${mainOffice(name)}/${place}`]: draft });
  if (room === 'start') return at('start/form/values');
  if (room === 'office') return at(`office/${record}/text`);
  if (room !== 'tasks') return {};
  const [first = '', ...more] = field;
  if (first === 'text') return at(`task/${record}/text`);
  if (first === 'new') return at(`new-task/${record}/text`);
  if (first === 'done') return at(`done/${record}/${more.join('/')}`);
  return at(`group/${record}/${first}`);
}

/** Verdict and words of a row stood under two keys, the words on the whole report under a third. */
function answersOf(entries: readonly (readonly [string, Old])[]): [string, Draft][] {
  const rows = new Map<string, { verdict: string | null; words: string | null; order: number }>();
  const whole: [string, Draft][] = [];
  for (const [key, { text, order }] of entries) {
    const [room = '', record = '', task = ''] = key.split('/');
    if (room === 'ket-luan') whole.push([`office:*/answer-whole/${record}/words`, { text, order }]);
    if (room !== 'tra-loi' && room !== 'tra-loi-chon') continue;
    const row = rows.get(`${record}/${task}`) ?? { verdict: null, words: null, order };
    rows.set(`${record}/${task}`, { ...row, [room === 'tra-loi' ? 'words' : 'verdict']: text });
  }
  const answered = [...rows].map(([place, { verdict, words, order }]): [string, Draft] => [
    `office:*/answer/${place}`,
    { text: JSON.stringify({ verdict, words }), order },
  ]);
  return [...whole, ...answered];
}

/** `{ form, base }` and `{ plan, revision }`: the words and the revision they were typed over, once in one text. */
function typedOverRevision(stored: string, words: 'form' | 'plan' | 'document'): Pick<Draft, 'text' | 'over'> {
  const read = parsed(stored);
  const revision = read?.[words === 'form' ? 'base' : 'revision'];
  if (read?.[words] === undefined) return { text: stored };
  return {
    text: JSON.stringify(read[words]),
    over: { text: null, revision: typeof revision === 'number' ? revision : null },
  };
}

function typedOverText(stored: string): Pick<Draft, 'text' | 'over'> {
  const read = parsed(stored);
  if (typeof read?.text !== 'string' || typeof read.base !== 'string') return { text: stored };
  return { text: read.text, over: { text: read.base, revision: null } };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
