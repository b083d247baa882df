/** Section texts as people write them (one paragraph a line, "- " for a list item) → document nodes. */

import { decree30 } from '../document/decree30.ts';
import { type DocumentNode, plain, type Run, textOf } from '../document/model.ts';
import { closed } from '../document/wording.ts';
import { type BodyBlock, plainTextOf, runsOfBlock } from './body-blocks.ts';
import { withoutStart } from './written-blocks.ts';

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
  return blockNodes(label, heading, text.split('\n'));
}

/** The same for the blocks of a body: bold and italic words stay, a table stands where it was put. */
export function blockNodes(label: string, heading: string, blocks: readonly BodyBlock[]): DocumentNode[] {
  const [mark, title] = [label.trim(), heading.trim()];
  const nodes = blocks.flatMap(nodesOfBlock);
  if (title !== '') return [{ type: 'heading', level: levelOfLabel(mark), label: mark, text: title }, ...nodes];
  if (mark === '') return nodes;
  const [first, ...others] = blocks.filter((block) => plainTextOf(block).trim() !== '');
  // The number of a sentence without words, or of a table, stands on a line of its own.
  if (first === undefined || (typeof first !== 'string' && first.type === 'table'))
    return [...nodesOfBlock(mark), ...nodes];
  const runs = tidyStart(runsOfBlock(first));
  return [
    ...nodesOfBlock(
      typeof first === 'string' ? `${mark} ${textOf(runs)}` : { type: 'rich', runs: [{ text: `${mark} ` }, ...runs] },
    ),
    ...others.flatMap(nodesOfBlock),
  ];
}

const tidyStart = (runs: readonly Run[]): Run[] =>
  runs.map((run, at) => (at === 0 ? { ...run, text: run.text.trimStart() } : run));

/** Tables of a body are read between paragraphs of 14 pt, so they are set larger than those of an annex. */
const bodyTableSize = 12;

function nodesOfBlock(block: BodyBlock): DocumentNode[] {
  if (typeof block === 'string') return block.split('\n').flatMap((line) => lineNode(plain(line)));
  if (block.type === 'rich') return lineNode(block.runs);
  return [{ ...block, labelColumns: 0, size: bodyTableSize }];
}

function lineNode(line: readonly Run[]): DocumentNode[] {
  const runs = trimmed(line);
  if (textOf(runs) === '') return [];
  const item = /^([-–+•])\s+(?=\S)/.exec(textOf(runs));
  if (!item) return [{ type: 'paragraph', runs }];
  const words = withoutStart(runs, item[0].length);
  return item[1] === '+'
    ? [{ type: 'listItem', level: 2, marker: '+', runs: words }]
    : [{ type: 'listItem', level: 1, marker: '-', runs: words }];
}

function trimmed(line: readonly Run[]): Run[] {
  const lead = /^\s*/.exec(textOf(line))?.[0].length ?? 0;
  const runs = withoutStart(line, lead);
  const last = runs.at(-1);
  return last ? [...runs.slice(0, -1), { ...last, text: last.text.trimEnd() }] : [];
}

/** The body with "../document" at its end. A body that ends with a heading or table gets no mark: there is no sentence to close. */
export function withEndMark(nodes: readonly DocumentNode[]): DocumentNode[] {
  const last = nodes.at(-1);
  if (last?.type !== 'paragraph' && last?.type !== 'listItem') return [...nodes];
  const runs = last.runs.map((run, at) =>
    at === last.runs.length - 1 ? { ...run, text: closed(run.text, decree30.endMark) } : run,
  );
  return [...nodes.slice(0, -1), { ...last, runs }];
}
