/** RV5: paragraphs and tasks that stand twice. */
import { withoutMarker } from '../reading/labels.ts';
import { fold } from '../text/fold.ts';
import type { Path, ReviewFinding, ReviewInput } from './input.ts';
import { ownRows, type PlacedText, rowWhere, short } from './texts.ts';

/** Shorter texts ("Thời gian thực hiện: Thường xuyên") repeat for good reason. */
const shortestRepeat = 60;
/** Share of three-word runs two tasks of one cell have in common to be called the same. */
const likeness = 0.6;
/** Tasks of one cell compared with each other, at most. */
const mostCompared = 60;

type Text = { where: string; path: Path; text: string };

export function repeatedTexts(plan: ReviewInput, texts: readonly PlacedText[]): ReviewFinding[] {
  const body = texts.filter(({ part, path }) => part === 'section' && path[0] === 'sections');
  const tasks = texts.filter(({ part }) => part === 'task');
  const exact = [...same(body, 'Đoạn này'), ...same(tasks, 'Nhiệm vụ này')];
  const told = new Set(exact.map(({ path }) => path.join('/')));
  return [...exact, ...nearly(plan).filter(({ path }) => !told.has(path.join('/')))];
}

const keyOf = (text: string): string =>
  fold(withoutMarker(text))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

function same(texts: readonly Text[], what: string): ReviewFinding[] {
  const first = new Map<string, Text>();
  const findings: ReviewFinding[] = [];
  for (const each of texts) {
    const key = keyOf(each.text);
    if (key.length < shortestRepeat) continue;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, each);
    else findings.push(repeat(each, `${what} đã có ở ${earlier.where}.`));
  }
  return findings;
}

const repeat = ({ where, path, text }: Text, why: string): ReviewFinding => ({
  rule: 'repeated-text',
  level: 'fault',
  where,
  path,
  text: short(text, 160),
  why,
  fix: null,
});

/** Two tasks of one cell that say the same with a few other words. */
function nearly(plan: ReviewInput): ReviewFinding[] {
  return ownRows(plan).flatMap((row, at) => {
    if (row.sharesWith !== null) return [];
    const runs = row.tasks.slice(0, mostCompared).map((task) => runsOf(keyOf(task)));
    return row.tasks.slice(0, mostCompared).flatMap((task, item) => {
      const twin = runs.slice(0, item).findIndex((other) => alike(other, runs[item] ?? new Set()));
      if (twin < 0) return [];
      const place = { where: rowWhere(plan, at, 'nhiệm vụ'), path: ['rows', at, 'tasks', item], text: task };
      return [repeat(place, `Nhiệm vụ này gần giống nhiệm vụ thứ ${twin + 1} trong cùng ô.`)];
    });
  });
}

function runsOf(key: string): Set<string> {
  const words = key.split(' ');
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
}

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (Math.min(one.size, other.size) < 12) return false;
  let common = 0;
  for (const run of one) if (other.has(run)) common++;
  return common / (one.size + other.size - common) >= likeness;
}
