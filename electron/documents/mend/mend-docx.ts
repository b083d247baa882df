/**
 * A copy of a Word file with its safe layout faults put right. Only the settings and marks concerned are changed, in the parts
 * they stand in; every other part has the bytes it had. What cannot be done surely stays, and stays a finding.
 */
import { strToU8, zipSync } from 'fflate';
import { checkLayout } from '../../../shared/check/check.ts';
import type { LayoutFinding } from '../../../shared/check/rules/finding.ts';
import { isSafe, type PageMend, type PlacedMend } from '../../../shared/check/rules/mend.ts';
import { ok, type Result } from '../../../shared/core/result.ts';
import { fold } from '../../../shared/text/fold.ts';
import { type InspectedFile, type InspectProblem, inspectWithPlaces } from '../inspect/inspect-docx.ts';
import type { Container } from '../read/container/unpack.ts';
import { mendPage } from './page-mends.ts';
import { mendPageNumbers } from './page-number-mends.ts';
import { type PartEdits, partEdits } from './part-edits.ts';
import { childOf, parseSource } from './source-xml.ts';
import { mendHeaderRow, mendLetters, mendParagraph, mendWords } from './text-mends.ts';

/** What was changed, in the order of the findings it ends. */
export type MendedPoint = Pick<LayoutFinding, 'rule' | 'where' | 'found' | 'allowed'> & { readonly done: string };

export type MendedFile = {
  readonly bytes: Uint8Array;
  readonly changed: readonly MendedPoint[];
  /** What the check of the copy still finds. */
  readonly left: readonly LayoutFinding[];
};

/** One change may bring another to light: a size set anew belongs to a set of sizes. */
const mostPasses = 6;

/** Notes are only worth a look; the one safe wish among them is the repeated header row. */
const isAsked = ({ severity, rule }: LayoutFinding): boolean => severity !== 'note' || rule === 'table.header';

/** Mends a file. Refuses what the check refuses. A copy whose words differ would be a defect and is thrown. */
export function mendDocx(bytes: Uint8Array): Result<MendedFile, InspectProblem> {
  const changed = new Map<string, MendedPoint>();
  let now = bytes;
  let words: string | null = null;
  for (let pass = 0; ; pass++) {
    const inspected = inspectWithPlaces(now, parseSource);
    if (!inspected.ok) return inspected;
    const file = inspected.value;
    const said = lettersOf(file);
    if (words !== null && said !== words) throw new Error('mending changed the words of a file');
    words = said;
    const { findings } = checkLayout(file.document);
    const parts = pass < mostPasses ? mendedParts(file, findings.filter(isAsked), changed) : new Map<string, string>();
    if (parts.size === 0) return ok({ bytes: now, changed: [...changed.values()], left: findings });
    now = packed(file.container, parts);
  }
}

/** Letters and digits of the text in order; marks, spaces and leading zeros are what may change. */
function lettersOf({ document }: InspectedFile): string {
  const walk = (blocks: InspectedFile['document']['sections'][number]['blocks']): string =>
    blocks
      .map((block) =>
        block.type === 'paragraph'
          ? `${block.text} `
          : block.rows.map((row) => row.map((cell) => walk(cell.blocks)).join('')).join(''),
      )
      .join('');
  const text = document.sections.map((section) => walk(section.blocks)).join('');
  return fold(text)
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .replace(/[^\p{L}\d]/gu, '');
}

function mendedParts(
  file: InspectedFile,
  findings: readonly LayoutFinding[],
  changed: Map<string, MendedPoint>,
): Map<string, string> {
  const edits = partEdits(file);
  const rewordings = new Set<number>();
  const done = new Set<PlacedMend['mend']>();
  const placed = findings.flatMap(({ mends }) => mends.filter(isSafe));
  const pages = placed.flatMap(({ mend }) => (mend.kind === 'page' ? [mend] : []));
  const numbers = placed.flatMap(({ mend }) => (mend.kind === 'pageNumber' ? [mend] : []));
  for (const each of mendPages(edits, file, pages)) done.add(each);
  for (const each of mendPageNumbers(edits, file, numbers)) done.add(each);
  for (const each of placed) if (mendText(edits, file, each, rewordings)) done.add(each.mend);
  for (const { rule, where, found, allowed, fix, mends } of findings) {
    if (!mends.some(({ mend }) => done.has(mend))) continue;
    const point = { rule, where, found, allowed, done: fix ?? allowed };
    const key = [rule, where, found].join('\n');
    if (!changed.has(key)) changed.set(key, point);
  }
  return edits.parts();
}

function mendPages(edits: PartEdits, file: InspectedFile, mends: readonly PageMend[]): PageMend[] {
  const done: PageMend[] = [];
  for (const [at, place] of file.sections.entries()) {
    const own = mends.filter((mend) => mend.section === at);
    if (own.length > 0) done.push(...mendPage(edits, file, at, place, own));
  }
  const wish = mends.find((mend) => mend.oneHeader);
  if (wish && file.settings !== null && oneHeader(edits, file, file.settings)) done.push(wish);
  return done;
}

/** Takes the difference between odd and even pages out of the settings of the document. */
function oneHeader(edits: PartEdits, { container }: InspectedFile, part: string): boolean {
  const bytes = container.part(part);
  const setting = bytes ? childOf(parseSource(bytes), 'evenAndOddHeaders') : undefined;
  if (!setting) return false;
  edits.splice(part, { from: setting.start, to: setting.end, text: '' });
  return true;
}

function mendText(edits: PartEdits, file: InspectedFile, placed: PlacedMend, rewordings: Set<number>): boolean {
  const { mend, paragraph } = placed;
  const place = paragraph === null ? undefined : file.paragraphs[paragraph];
  if (!place || paragraph === null) return false;
  if (mend.kind === 'letters') return mendLetters(edits, file.main, place, placed, mend);
  if (mend.kind === 'paragraph') return mendParagraph(edits, file.main, place, mend);
  if (mend.kind === 'headerRow') return mendHeaderRow(edits, file.main, place);
  if (mend.kind !== 'words' || rewordings.has(paragraph)) return false;
  const done = mendWords(edits, file.main, place, placed, mend.text);
  // Another change of the same words waits for the next pass, which sees them as they then are.
  if (done) rewordings.add(paragraph);
  return done;
}

/** Files of the same contents have the same bytes, whenever they are made. */
const noTime = new Date(1980, 0, 1);

/** The container with some parts replaced or added; all others with the bytes they had, in their order. */
function packed(container: Container, parts: ReadonlyMap<string, string>): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const name of container.names) {
    if (name.endsWith('/')) continue;
    const text = [...parts].find(([part]) => part.toLowerCase() === name.toLowerCase())?.[1];
    const bytes = text === undefined ? container.part(name) : strToU8(text);
    if (bytes) files[name] = bytes;
  }
  for (const [part, text] of parts)
    if (!container.names.some((name) => name.toLowerCase() === part.toLowerCase())) files[part] = strToU8(text);
  return zipSync(files, { level: 6, mtime: noTime });
}
