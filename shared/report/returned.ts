/**
 * A report's Word file that was edited outside and brought back → proposed changes, each once. Both sides are given as the reader
 * sees a Word file, so that only what a person changed differs. Rules: SPEC.md beside this file, "Bản Word đưa về".
 */
import { compareLines, type LineChange, lineKey } from '../document/compare-texts.ts';
import type { ProposedChange } from '../document/returned-change.ts';
import type { SourceBlock } from '../plan/read-plan.ts';
import { fold, oneLine } from '../text/fold.ts';
import { annexTable, compareAnnex, type ReturnedEntry } from './returned-annex.ts';

/** What accepting a change writes. `line` counts the non-empty lines of a section's text; -1 stands before the first. */
export type ReturnTarget =
  | { kind: 'section'; key: string; line: number; place: 'line' | 'after' }
  | { kind: 'head'; field: 'number' | 'date' | 'title'; value: string }
  | { kind: 'progress'; taskId: string; entry: ReturnedEntry };

/** One change of a report. */
export type ReturnedChange = ProposedChange<ReturnTarget>;

export type OwnSection = { key: string; label: string; heading: string; text: string };

/** The report as it stands: the blocks of its own Word file, the sections behind them, and the task of each annex row. */
export type OwnReport = {
  blocks: readonly SourceBlock[];
  title: string;
  sections: readonly OwnSection[];
  rows: readonly { taskId: string; entry: ReturnedEntry | null }[];
};

/** Where a printed line comes from; null for what the program itself sets. */
type Origin =
  | { kind: 'line'; section: OwnSection; line: number }
  | { kind: 'heading'; section: OwnSection }
  | { kind: 'field'; field: 'number' | 'date' | 'title' }
  | null;

/** Lines of a section as they are printed: trimmed, without empty ones. */
export const printedLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** `takenOut` are the lines of the file as it was exported; null where that is not known. They tell an edit from newer figures. */
export function returnedChanges(
  own: OwnReport,
  file: readonly SourceBlock[],
  takenOut: readonly SourceBlock[] | null,
): ReturnedChange[] {
  const [ownAnnex, fileAnnex] = [annexTable(own.blocks), annexTable(file)];
  const ownLines = linesOf(own.blocks, ownAnnex);
  const fileLines = linesOf(file, fileAnnex);
  const origins = originsOf(own, ownLines);
  const exported = takenOut && new Set(linesOf(takenOut, annexTable(takenOut)).map(lineKey));
  const body = compareLines(ownLines, fileLines)
    .filter((change) => !isOlder(change, ownLines, fileLines, exported))
    .map((change) => proposal(change, ownLines, fileLines, origins));
  const annex = compareAnnex(own.rows, ownAnnex, fileAnnex, takenOut && annexTable(takenOut));
  return [...body, ...annex].map((change, at) => ({ id: `thay-doi-${at + 1}`, conflict: null, ...change }));
}

/** What the file still says as it was exported is no edit: the report moved on, not the person (rule R14). */
function isOlder(
  change: LineChange,
  own: readonly string[],
  file: readonly string[],
  exported: ReadonlySet<string> | null,
): boolean {
  if (exported === null) return false;
  if (change.kind === 'removed') return !exported.has(lineKey(own[change.own] ?? ''));
  return exported.has(lineKey(file[change.file] ?? ''));
}

/** Every line of the document in reading order, the annex table left out; cells give a line for each of their paragraphs. */
function linesOf(blocks: readonly SourceBlock[], annex: SourceBlock | null): string[] {
  return blocks
    .flatMap((block) => {
      if (block === annex) return [];
      if (block.type === 'paragraph') return [block.text];
      const cells = [...block.cells].sort((a, b) => a.row - b.row || a.column - b.column);
      return cells.flatMap((cell) => cell.text.split('\n'));
    })
    .map(oneLine)
    .filter((line) => line !== '');
}

/** Finds each printed line of the sections again, in order. A line that is not found has no origin and is never written. */
function originsOf({ title, sections }: OwnReport, lines: readonly string[]): Origin[] {
  const origins: Origin[] = lines.map((line) => headField(line, title));
  const subject = origins.findIndex((origin) => origin?.kind === 'field' && origin.field === 'title');
  let at = subject + 1;
  const place = (wanted: string, origin: Origin) => {
    const key = fold(lineKey(wanted));
    const found = lines.findIndex((line, index) => index >= at && fold(lineKey(line)) === key);
    if (found < 0) return;
    origins[found] = origin;
    at = found + 1;
  };
  for (const section of sections) {
    const printed = printedLines(section.text);
    const label = section.label.trim();
    const isHeaded = section.heading.trim() !== '';
    if (isHeaded) place(`${label} ${section.heading}`, { kind: 'heading', section });
    printed.forEach((line, index) => {
      const withLabel = !isHeaded && index === 0 ? `${label} ${line}` : line;
      place(withLabel, label !== '' && withLabel !== line ? null : { kind: 'line', section, line: index });
    });
  }
  // What stands before the body and looks like a number or a date is the head; below it, it is running text.
  const firstBody = origins.findIndex((origin) => origin?.kind === 'line' || origin?.kind === 'heading');
  return origins.map((origin, index) =>
    origin?.kind === 'field' && firstBody >= 0 && index > firstBody ? null : origin,
  );
}

const numberLine = /^Số:\s*([^/]*?)\s*\/\s*(\S+)$/u;
const dateLine = /ngày\s*(\d{0,2})\s*tháng\s*(\d{0,2})\s*năm\s*(\d{4})$/u;

function headField(line: string, title: string): Origin {
  if (numberLine.test(line)) return { kind: 'field', field: 'number' };
  if (dateLine.test(line) && line.length < 100 && !line.startsWith('(')) return { kind: 'field', field: 'date' };
  return fold(line) === fold(title) ? { kind: 'field', field: 'title' } : null;
}

type Proposal = Omit<ReturnedChange, 'id' | 'conflict'>;

function proposal(
  change: LineChange,
  own: readonly string[],
  file: readonly string[],
  origins: readonly Origin[],
): Proposal {
  const before = change.kind === 'added' ? '' : (own[change.own] ?? '');
  const after = change.kind === 'removed' ? '' : (file[change.file] ?? '');
  const words = { kind: change.kind, before, after };
  if (change.kind === 'added') return addedLine(words, origins, change.after);
  const origin = origins[change.own] ?? null;
  if (origin?.kind === 'line') {
    const target: ReturnTarget = { kind: 'section', key: origin.section.key, line: origin.line, place: 'line' };
    return { ...words, where: sectionName(origin.section), target, why: null };
  }
  if (origin?.kind === 'field') return fieldChange(words, origin.field);
  const where = origin ? sectionName(origin.section) : placeName(origins, change.own);
  const why = origin
    ? 'Đầu đề mục do chương trình đặt theo kế hoạch nên giữ nguyên.'
    : 'Phần này in từ tên cơ quan, nơi nhận, người ký đã khai. Cần đổi thì sửa ở mục Cơ quan.';
  return { ...words, where, target: null, why };
}

function addedLine(
  words: Pick<Proposal, 'kind' | 'before' | 'after'>,
  origins: readonly Origin[],
  after: number,
): Proposal {
  const above = origins[after] ?? null;
  const below = origins[after + 1] ?? null;
  if (above?.kind === 'line' || above?.kind === 'heading') {
    const line = above.kind === 'line' ? above.line : -1;
    const target: ReturnTarget = { kind: 'section', key: above.section.key, line, place: 'after' };
    return { ...words, where: sectionName(above.section), target, why: null };
  }
  if (below?.kind === 'line') {
    const target: ReturnTarget = { kind: 'section', key: below.section.key, line: below.line - 1, place: 'after' };
    return { ...words, where: sectionName(below.section), target, why: null };
  }
  const why = 'Đoạn này nằm ngoài các mục của báo cáo nên không đưa vào được. Cần thì chép vào một mục.';
  return { ...words, where: placeName(origins, after + 1), target: null, why };
}

function fieldChange(words: Pick<Proposal, 'kind' | 'before' | 'after'>, field: 'number' | 'date' | 'title'): Proposal {
  const where = { number: 'Số văn bản', date: 'Ngày ký', title: 'Tên báo cáo' }[field];
  const value = fieldValue(words.after, field);
  if (value !== null && value !== fieldValue(words.before, field))
    return { ...words, where, target: { kind: 'head', field, value }, why: null };
  return {
    ...words,
    where,
    target: null,
    why: 'Chương trình không đọc chắc được chỗ này. Cần đổi thì sửa ở phần Số, ngày, tên.',
  };
}

/** The field behind a printed line; empty for a blank, null when the line says no value of this field. */
function fieldValue(line: string, field: 'number' | 'date' | 'title'): string | null {
  if (field === 'title') return line === '' ? null : line;
  if (field === 'number') {
    const [, number] = numberLine.exec(line) ?? [];
    return number !== undefined && /^\d{0,6}$/.test(number) ? number : null;
  }
  const [, day = '', month = '', year = ''] = dateLine.exec(line) ?? [];
  if (day === '' && month === '') return year === '' ? null : '';
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : null;
}

const sectionName = ({ key, label, heading }: OwnSection): string =>
  key === 'opening' ? 'Phần mở đầu' : key === 'closing' ? 'Phần kết' : `${label} ${heading}`.trim();

const placeName = (origins: readonly Origin[], at: number): string =>
  origins.slice(at).some((origin) => origin?.kind === 'line') ? 'Đầu văn bản' : 'Nơi nhận, chữ ký, phụ lục';

/** The texts of the sections after the accepted changes; sections without one are left out. */
export function sectionTextsAfter(
  sections: readonly OwnSection[],
  accepted: readonly ReturnedChange[],
): { key: string; text: string }[] {
  return sections.flatMap((section) => {
    const own = accepted.filter(({ target }) => target?.kind === 'section' && target.key === section.key);
    if (own.length === 0) return [];
    const lines = printedLines(section.text);
    const changed = new Map<number, string | null>();
    const added = new Map<number, string[]>();
    for (const { target, kind, after } of own) {
      if (target?.kind !== 'section') continue;
      const words = after.replace(/[\s.;,/]*\.\/\.$/, '.');
      if (target.place === 'after') added.set(target.line, [...(added.get(target.line) ?? []), words]);
      else changed.set(target.line, kind === 'removed' ? null : words);
    }
    const text = [...(added.get(-1) ?? [])];
    lines.forEach((line, at) => {
      const now = changed.has(at) ? changed.get(at) : line;
      if (now !== null && now !== undefined) text.push(now);
      text.push(...(added.get(at) ?? []));
    });
    return [{ key: section.key, text: text.join('\n') }];
  });
}
