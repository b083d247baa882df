/**
 * The body of a plan as a person writes it: one list of lines, as on paper. It maps one to one to the tree of sections that is
 * kept: a numbered line opens a section, what follows belongs to it. Rules WR6–WR10 in SPEC.md.
 */
import { type Run, textOf } from '../document/model.ts';
import { oneLine } from '../text/fold.ts';
import { type BodyBlock, type BodyTable, blockOfRuns, hasLook, runsOfBlock, tidyRuns } from './body-blocks.ts';
import {
  deepestLevel,
  type NumberingStyle,
  numberLines,
  type SectionLevel,
  usualStyle,
  withAutomaticNumbers,
} from './numbering.ts';

/** A section as it is kept; `id` names the record it is, empty for a new one. */
export type WrittenSection = {
  id: string;
  label: string;
  heading: string;
  paragraphs: BodyBlock[];
  children: WrittenSection[];
};

/** Words of a line; `runs` say how they look, where anything is bold or italic, and together say the same as `text`. */
type LineWords = { text: string; runs?: Run[] };

/** `titled`: a heading on a line of its own, which has no looks of its own; else a numbered sentence ("a) Cụ thể hóa …"). */
export type NumberedBlock = LineWords & {
  type: 'numbered';
  id: string;
  level: SectionLevel;
  titled: boolean;
  typed: string | null;
};
export type TextBlock = NumberedBlock | LineBlock;
export type LineBlock = LineWords & ({ type: 'paragraph' } | { type: 'item'; marker: '-' | '+' });
export type WrittenBlock = TextBlock | { type: 'table'; table: BodyTable };

export type WrittenBody = { blocks: WrittenBlock[]; style: NumberingStyle };

/** Sections → lines. A section without label and heading is no line: its paragraphs follow what stands above them. */
export function blocksOf(sections: readonly WrittenSection[]): WrittenBody {
  const blocks: WrittenBlock[] = [];
  const walk = (group: readonly WrittenSection[], above: number): void => {
    const level = levelOfGroup(group, above);
    for (const section of group) {
      const label = oneLine(section.label);
      const heading = oneLine(section.heading);
      const inner = section.paragraphs.flatMap(writtenBlocks);
      if (label !== '' || heading !== '') {
        const titled = heading !== '';
        const first = titled ? undefined : inner[0];
        const words = first && first.type !== 'table' ? first.words : null;
        if (words) inner.shift();
        const said = titled ? { text: heading } : wordsOf(words ?? []);
        blocks.push({ type: 'numbered', id: section.id, level, titled, typed: label, ...said });
      }
      blocks.push(...inner.map((each) => (each.type === 'table' ? each : lineBlock(each.words))));
      walk(section.children, level);
    }
  };
  walk(sections, 0);
  const { lines, style } = withAutomaticNumbers(blocks.filter((block) => block.type === 'numbered'));
  let at = 0;
  return { style, blocks: blocks.map((block) => (block.type === 'numbered' ? (lines[at++] ?? block) : block)) };
}

/** Sections side by side share a level: below the one above them, and as deep as the label that reaches highest says. */
function levelOfGroup(group: readonly WrittenSection[], above: number): SectionLevel {
  const labels = group.map((section) => oneLine(section.label)).filter((label) => label !== '');
  const said = labels.length === 0 ? 1 : Math.min(...labels.map(levelOfMark));
  return Math.min(Math.max(above + 1, said), deepestLevel) as SectionLevel;
}

function levelOfMark(label: string): number {
  if (/^[-–+•]/.test(label)) return 4;
  if (/^(\p{Ll}{1,2}[.)]|\d+\.\d+\.?)$/u.test(label)) return 3;
  return /^\d+[.)]$/.test(label) ? 2 : 1;
}

type Inner = { type: 'line'; words: Run[] } | { type: 'table'; table: BodyTable };

/** Lines of a block; a line break opens the next one, an empty line is none. */
function writtenBlocks(block: BodyBlock): Inner[] {
  if (typeof block !== 'string' && block.type === 'table') return [{ type: 'table', table: block }];
  const lines: Run[][] = [[]];
  for (const run of runsOfBlock(block))
    run.text.split('\n').forEach((text, at) => {
      if (at > 0) lines.push([]);
      lines.at(-1)?.push({ ...run, text });
    });
  return lines.flatMap((line) => {
    const words = tidyRuns(line);
    return words.length === 0 ? [] : [{ type: 'line', words } as const];
  });
}

/** Words of a line from runs that are in order. */
export const wordsOf = (runs: Run[]): LineWords => ({ text: textOf(runs), ...(hasLook(runs) ? { runs } : {}) });

/** The runs of a line, whatever it looks like. */
export const runsOfWords = ({ text, runs }: LineWords): Run[] => runs ?? (text === '' ? [] : [{ text }]);

/** One line of text: "- " and "+ " open an item, everything else is a paragraph. */
export function lineBlock(line: string | Run[]): LineBlock {
  const runs = typeof line === 'string' ? runsOfBlock(line) : line;
  const item = /^([-–•+])\s+(?=\S)/.exec(textOf(runs));
  if (!item) return { type: 'paragraph', ...wordsOf(runs) };
  return {
    type: 'item',
    marker: item[1] === '+' ? '+' : '-',
    ...wordsOf(tidyRuns(withoutStart(runs, item[0].length))),
  };
}

/** Runs without their first letters. */
export function withoutStart(runs: readonly Run[], letters: number): Run[] {
  let left = letters;
  return runs.flatMap((run) => {
    const text = run.text.slice(left);
    left = Math.max(0, left - run.text.length);
    return text === '' ? [] : [{ ...run, text }];
  });
}

/** Lines → sections. Text before the first numbered line makes a section of its own without label and heading. */
export function sectionsOf(blocks: readonly WrittenBlock[], style: NumberingStyle = usualStyle): WrittenSection[] {
  const numbers = numberLines(
    blocks.filter((block) => block.type === 'numbered'),
    style,
  );
  const roots: WrittenSection[] = [];
  /** The open section of each level; a line that skips a level hangs below the nearest one above it. */
  const open: (WrittenSection | undefined)[] = [];
  let current: WrittenSection | null = null;
  let at = 0;
  const into = (block: BodyBlock): void => {
    if (current === null) {
      current = { id: '', label: '', heading: '', paragraphs: [], children: [] };
      roots.push(current);
    }
    current.paragraphs.push(block);
  };
  for (const block of blocks) {
    if (block.type === 'table') {
      into(block.table);
      continue;
    }
    const text = oneLine(block.text);
    if (block.type === 'numbered') {
      const label = numbers[at++]?.label ?? '';
      const isTitled = block.titled && text !== '';
      if (label === '' && text === '') continue;
      const section: WrittenSection = {
        id: block.id,
        label,
        heading: isTitled || label === '' ? text : '',
        paragraphs: isTitled || label === '' || text === '' ? [] : [blockOfRuns(runsOfWords(block))],
        children: [],
      };
      const parent = open.slice(0, block.level - 1).findLast((each) => each !== undefined);
      (parent?.children ?? roots).push(section);
      open.length = block.level - 1;
      open[block.level - 1] = section;
      current = section;
      continue;
    }
    if (text === '') continue;
    const marker = block.type === 'item' ? [{ text: `${block.marker} ` }] : [];
    into(blockOfRuns([...marker, ...tidyRuns(runsOfWords(block))]));
  }
  return roots;
}

const letterMark = /^(\p{Ll})\)\s+(?=\S)/u;

/** Lines of a text without sections of its own, as a report's section is: "a) …" is a numbered sentence, a typed letter in order counts itself. */
export function linesOfSection(blocks: readonly BodyBlock[]): WrittenBlock[] {
  const lines = blocks.flatMap(writtenBlocks).map((each): WrittenBlock => {
    if (each.type === 'table') return each;
    const mark = letterMark.exec(textOf(each.words));
    if (!mark) return lineBlock(each.words);
    const words = wordsOf(tidyRuns(withoutStart(each.words, mark[0].length)));
    return { type: 'numbered', id: '', level: 3, titled: false, typed: `${mark[1]})`, ...words };
  });
  const numbered = withAutomaticNumbers(lines.filter((block) => block.type === 'numbered')).lines;
  let at = 0;
  return lines.map((block) => (block.type === 'numbered' ? (numbered[at++] ?? block) : block));
}

/** The same lines back: numbers are written into the text again. */
export function blocksOfLines(lines: readonly WrittenBlock[]): BodyBlock[] {
  const numbers = numberLines(lines.filter((block) => block.type === 'numbered'));
  let at = 0;
  return lines.flatMap((line): BodyBlock[] => {
    if (line.type === 'table') return [line.table];
    const label = line.type === 'numbered' ? (numbers[at++]?.label ?? '') : line.type === 'item' ? line.marker : '';
    if (oneLine(line.text) === '') return [];
    return [blockOfRuns([...(label === '' ? [] : [{ text: `${label} ` }]), ...tidyRuns(runsOfWords(line))])];
  });
}
