/**
 * The body of a plan as a person writes it: one list of lines, as on paper. It maps one to one to the tree of sections that is
 * kept: a numbered line opens a section, what follows belongs to it. Rules W6–W10 in SPEC-WRITING.md.
 */
import { oneLine } from '../text/fold.ts';
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
  paragraphs: string[];
  children: WrittenSection[];
};

/** `titled`: a heading on a line of its own; else a numbered sentence ("a) Cụ thể hóa …"). */
export type NumberedBlock = {
  type: 'numbered';
  id: string;
  level: SectionLevel;
  titled: boolean;
  typed: string | null;
  text: string;
};
export type WrittenBlock =
  | NumberedBlock
  | { type: 'paragraph'; text: string }
  | { type: 'item'; marker: '-' | '+'; text: string };

export type WrittenBody = { blocks: WrittenBlock[]; style: NumberingStyle };

/** Sections → lines. A section without label and heading is no line: its paragraphs follow what stands above them. */
export function blocksOf(sections: readonly WrittenSection[]): WrittenBody {
  const blocks: WrittenBlock[] = [];
  const walk = (group: readonly WrittenSection[], above: number): void => {
    const level = levelOfGroup(group, above);
    for (const section of group) {
      const label = oneLine(section.label);
      const heading = oneLine(section.heading);
      const lines = section.paragraphs.flatMap((each) => each.split('\n')).map(oneLine);
      const texts = lines.filter((each) => each !== '');
      if (label !== '' || heading !== '') {
        const titled = heading !== '';
        const text = titled ? heading : (texts.shift() ?? '');
        blocks.push({ type: 'numbered', id: section.id, level, titled, typed: label, text });
      }
      blocks.push(...texts.map(lineBlock));
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

/** One line of text: "- " and "+ " open an item, everything else is a paragraph. */
export function lineBlock(line: string): Exclude<WrittenBlock, NumberedBlock> {
  const item = /^([-–•+])\s+(.+)$/.exec(line);
  if (!item) return { type: 'paragraph', text: line };
  return { type: 'item', marker: item[1] === '+' ? '+' : '-', text: (item[2] ?? '').trim() };
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
  for (const block of blocks) {
    const text = oneLine(block.text);
    if (block.type === 'numbered') {
      const label = numbers[at++]?.label ?? '';
      const isTitled = block.titled && text !== '';
      if (label === '' && text === '') continue;
      const section: WrittenSection = {
        id: block.id,
        label,
        heading: isTitled || label === '' ? text : '',
        paragraphs: isTitled || label === '' || text === '' ? [] : [text],
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
    if (current === null) {
      current = { id: '', label: '', heading: '', paragraphs: [], children: [] };
      roots.push(current);
    }
    current.paragraphs.push(block.type === 'item' ? `${block.marker} ${text}` : text);
  }
  return roots;
}
