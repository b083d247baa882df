/** The numbered sections of a plan as a tree, with the labels as written. */

import { type BodyBlock, blockOfRuns } from '../body/body-blocks.ts';
import { retext } from '../body/body-text.ts';
import { lastOf } from '../core/sure.ts';
import type { ReadSection } from '../plan/read-plan.ts';
import { flat } from './clean-text.ts';
import { isBullet, type LabelKind, parseLabel } from './labels.ts';
import { isUpper, type Line } from './lines.ts';

/** Order of the labels from the outside in: Phần, A, I, Điều, 1, 1.1, a), (1), -, +. */
const ranks: Record<LabelKind, number> = {
  part: 0,
  capital: 1,
  roman: 2,
  article: 3,
  number: 4,
  number2: 5,
  number3: 6,
  letter: 7,
  bracket: 8,
  dash: 9,
  plus: 10,
  dot: 10,
};

const longestHeading = 220;

/** Builds the tree. Text before the first label comes back as nameless sections, so that nothing is lost. */
export function readSections(lines: readonly Line[]): ReadSection[] {
  const roots: ReadSection[] = [];
  const open: { section: ReadSection; rank: number }[] = [];
  const add = (section: ReadSection, rank: number): void => {
    while (open.length > 0 && lastOf(open).rank >= rank) open.pop();
    const parent = open.at(-1);
    (parent ? parent.section.children : roots).push(section);
    open.push({ section, rank });
  };
  for (const line of lines) {
    if (line.table) {
      const current = open.at(-1)?.section;
      if (current) current.paragraphs.push(line.table);
      else roots.push({ ...newSection('', '', line), paragraphs: [line.table] });
      continue;
    }
    const text = flat(line.text);
    if (text === '' || /^[-–_*=.\s]+$/.test(text)) continue;
    const label = parseLabel(text);
    if (label) {
      const heading = !isBullet(label) && isHeading(line, label.kind, label.rest);
      const section = newSection(label.label, heading ? label.rest : '', line);
      if (!heading && label.rest !== '') section.paragraphs.push(looked(line, label.rest));
      add(section, ranks[label.kind]);
    } else if (standsAsHeading(line, text)) {
      add(newSection('', text, line), rankOfLevel(line.level));
    } else {
      const current = open.at(-1)?.section;
      if (current) current.paragraphs.push(looked(line, text));
      else roots.push({ ...newSection('', '', line), paragraphs: [looked(line, text)] });
    }
  }
  return roots;
}

/** The words with the looks the line gave them. */
const looked = ({ runs }: Line, words: string): BodyBlock => (runs ? blockOfRuns(retext(runs, words)) : words);

const newSection = (label: string, heading: string, line: Line): ReadSection => ({
  label,
  heading,
  paragraphs: [],
  children: [],
  place: line.place,
});

/** A numbered line is a heading when it looks like one, or is short and no sentence. */
function isHeading(line: Line, kind: LabelKind, words: string): boolean {
  if (words.length > longestHeading) return false;
  if (kind === 'part' || kind === 'roman' || kind === 'capital' || kind === 'article') return true;
  if (line.level !== null || line.bold) return true;
  return words.length <= 160 && !/[.;,]$/.test(words);
}

const standsAsHeading = (line: Line, text: string): boolean =>
  text.length <= longestHeading && (line.level !== null || (line.bold && isUpper(text)));

/** An unnumbered heading ranks as the labels usually found at its outline level. */
const rankOfLevel = (level: number | null): number =>
  [ranks.roman, ranks.number, ranks.number2, ranks.letter][level ?? 0] ?? ranks.letter;
