/** Section texts as people write them (one paragraph a line, "- " for a list item) → document nodes. */
import { decree30 } from './decree30.ts';
import { type DocumentNode, plain } from './model.ts';
import { closed } from './wording.ts';

export type HeadingLevel = 1 | 2 | 3 | 4;

/** The chain of commune offices: "I." → "1." → "a)" or "1.1." → deeper. A label of no known kind is of the second level. */
export function levelOfLabel(label: string): HeadingLevel {
  const bare = label.trim();
  if (/^[IVXLC]+[.)]?$/.test(bare)) return 1;
  if (/^\d+\.\d+\.\d+/.test(bare)) return 4;
  if (/^(\d+\.\d+\.?|\p{Ll}[.)])$/u.test(bare)) return 3;
  return 2;
}

/**
 * Heading (when there is one) and the text below it. A label without a heading stands before its text: "a) Cụ thể hóa …",
 * "- Văn phòng …". Empty lines separate nothing and are left out.
 */
export function sectionNodes(label: string, heading: string, text: string): DocumentNode[] {
  const [mark, title] = [label.trim(), heading.trim()];
  if (title === '') return `${mark} ${text.trimStart()}`.split('\n').flatMap(lineNode);
  return [
    { type: 'heading', level: levelOfLabel(mark), label: mark, text: title },
    ...text.split('\n').flatMap(lineNode),
  ];
}

function lineNode(line: string): DocumentNode[] {
  const text = line.trim();
  if (text === '') return [];
  const item = /^([-–+•])\s+(.*)$/.exec(text);
  if (!item) return [{ type: 'paragraph', runs: plain(text) }];
  const [, marker = '-', words = ''] = item;
  return marker === '+'
    ? [{ type: 'listItem', level: 2, marker: '+', runs: plain(words) }]
    : [{ type: 'listItem', level: 1, marker: '-', runs: plain(words) }];
}

/** The body with "./." at its end. A body that ends with a heading or table gets no mark: there is no sentence to close. */
export function withEndMark(nodes: readonly DocumentNode[]): DocumentNode[] {
  const last = nodes.at(-1);
  if (last?.type !== 'paragraph' && last?.type !== 'listItem') return [...nodes];
  const runs = last.runs.map((run, at) =>
    at === last.runs.length - 1 ? { ...run, text: closed(run.text, decree30.endMark) } : run,
  );
  return [...nodes.slice(0, -1), { ...last, runs }];
}
