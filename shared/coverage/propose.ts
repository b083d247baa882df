/** Which own task may answer a task of the superior: proposals only, never links. Rules PX4 to PX7 of SPEC.md. */
import { likeness, wordsOf } from '../compare/likeness.ts';
import type { CoverTask } from './tasks.ts';

export type Proposal = {
  readonly taskId: string;
  /** Hardly anything else can be meant; a person still says yes. */
  readonly sure: boolean;
  /** Share of common words, 0 to 1. */
  readonly likeness: number;
};

/** How alike words must be to be proposed at all, by how near the two stand to each other. */
const least = { component: 0.45, area: 0.55, elsewhere: 0.75 } as const;
type Near = keyof typeof least;
/** What nearness adds when several are alike: the same words under the same component come first. */
const bonus: Record<Near, number> = { component: 0.12, area: 0.06, elsewhere: 0 };
/** How alike a sure one is: in its area, and anywhere. */
const sureNear = 0.8;
const sureAnywhere = 0.95;
/** By how much a sure one is ahead of the next, on both sides. */
const ahead = 0.05;
const shown = 3;

/** A word that stands in more tasks than this says nothing about any one of them. */
const commonplace = 60;
const compared = 24;

/** Words without years: a plan of this year and one of last year say the same. */
const meaning = (text: string): string[] => wordsOf(text).filter((word) => !/^(?:19|20)\d\d$/.test(word));

type Pair = { superior: string; own: string; likeness: number; rank: number; strong: boolean };

/**
 * Proposals by the superior's task, the likeliest first, at most three. `taken` are own tasks that a person linked already: they
 * may be proposed again, for one task can answer several, but never as sure.
 */
export function propose(
  superior: readonly CoverTask[],
  own: readonly CoverTask[],
  taken: ReadonlySet<string>,
): Map<string, Proposal[]> {
  const pairs = alikePairs(superior, own);
  const bySuperior = grouped(pairs, (pair) => pair.superior);
  const byOwn = grouped(pairs, (pair) => pair.own);
  const leads = (list: readonly Pair[], pair: Pair): boolean =>
    list[0] === pair && (list[1] === undefined || pair.rank - list[1].rank >= ahead);
  const proposals = new Map<string, Proposal[]>();
  for (const [id, list] of bySuperior)
    proposals.set(
      id,
      list.slice(0, shown).map((pair) => ({
        taskId: pair.own,
        likeness: pair.likeness,
        sure: pair.strong && !taken.has(pair.own) && leads(list, pair) && leads(byOwn.get(pair.own) ?? [], pair),
      })),
    );
  return proposals;
}

/** By what `keyOf` says, each list from the highest rank; equal ranks stand by id, so that no order of input shows through. */
function grouped(pairs: readonly Pair[], keyOf: (pair: Pair) => string): Map<string, Pair[]> {
  const groups = Map.groupBy(pairs, keyOf);
  const name = ({ superior, own }: Pair): string => `${superior} ${own}`;
  for (const list of groups.values()) list.sort((a, b) => b.rank - a.rank || (name(a) < name(b) ? -1 : 1));
  return groups;
}

function alikePairs(superior: readonly CoverTask[], own: readonly CoverTask[]): Pair[] {
  const books = own.map((task) => ({ task, words: meaning(task.text) }));
  const find = finder(books);
  return superior.flatMap((task) => {
    const words = meaning(task.text);
    return find(task, words).flatMap((other): Pair[] => {
      const alike = likeness(words, other.words);
      const near = nearness(task, other.task);
      if (alike < least[near]) return [];
      return [
        {
          superior: task.id,
          own: other.task.id,
          likeness: alike,
          rank: alike + bonus[near],
          strong: alike >= (near === 'elsewhere' ? sureAnywhere : sureNear),
        },
      ];
    });
  });
}

function nearness(a: CoverTask, b: CoverTask): Near {
  if (a.areaKey !== b.areaKey) return 'elsewhere';
  return a.componentKeys.some((key) => b.componentKeys.includes(key)) ? 'component' : 'area';
}

type Book = { task: CoverTask; words: readonly string[] };

/** Tasks worth comparing in full: those with the same words, and those that share most rare words. */
function finder(books: readonly Book[]): (task: CoverTask, words: readonly string[]) => Book[] {
  if (books.length <= compared) return () => [...books];
  const same = Map.groupBy(books, ({ words }) => words.join(' '));
  const holders = new Map<string, Book[]>();
  for (const book of books)
    for (const word of new Set(book.words)) {
      const known = holders.get(word);
      if (known) known.push(book);
      else holders.set(word, [book]);
    }
  return (_, words) => {
    const shared = new Map<Book, number>();
    for (const word of new Set(words)) {
      const found = holders.get(word) ?? [];
      if (found.length <= commonplace) for (const book of found) shared.set(book, (shared.get(book) ?? 0) + 1);
    }
    const best = [...shared]
      .sort(([a, countA], [b, countB]) => countB - countA || (a.task.id < b.task.id ? -1 : 1))
      .slice(0, compared)
      .map(([book]) => book);
    return [...new Set([...(same.get(words.join(' ')) ?? []), ...best])];
  };
}
