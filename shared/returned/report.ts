/**
 * A report's Word file that was edited outside and brought back → proposed changes, each once. Both sides are given as the reader
 * sees a Word file, so that only what a person changed differs. Rules: SPEC.md beside this file, "Bản Word đưa về".
 */
import { lineKey } from '../compare/compare-texts.ts';
import { readSigning, signingLines } from '../document/wording.ts';
import type { SourceBlock } from '../plan/read-plan.ts';
import type { Signer } from '../reading/ending.ts';
import { fold } from '../text/fold.ts';
import { inOwnLetters } from './own-letters.ts';
import { compareAnnex, readReportAnnex } from './report-annex.ts';
import type { EndingList, ReturnedChange, ReturnedEntry, ReturnTarget } from './report-change.ts';
import { bareEntry, keptWords, linesOfSource, numberLine } from './returned-change.ts';
import { type ReturnedLine, returnedLines } from './returned-lines.ts';

export type OwnSection = { key: string; label: string; heading: string; text: string };

/** The report as it stands: the blocks of its own Word file, the sections behind them, and the task of each annex row. */
export type OwnReport = {
  blocks: readonly SourceBlock[];
  title: string;
  sections: readonly OwnSection[];
  rows: readonly { taskId: string; entry: ReturnedEntry | null }[];
  recipients: readonly string[];
  signer: Signer;
};

/** Where a printed line comes from; null for what the program itself sets. */
type Origin =
  | { kind: 'line'; section: OwnSection; line: number }
  | { kind: 'heading'; section: OwnSection }
  | { kind: 'field'; field: 'number' | 'date' | 'title' }
  | { kind: 'ending'; list: EndingList; at: number }
  | { kind: 'reference' }
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
  const [ownAnnex, fileAnnex] = [readReportAnnex(own.blocks), readReportAnnex(file)];
  const ownLines = linesOfSource(own.blocks, ownAnnex);
  const fileLines = linesOfSource(file, fileAnnex);
  const origins = originsOf(own, ownLines);
  const exported = takenOut && linesOfSource(takenOut, readReportAnnex(takenOut));
  const body = returnedLines(ownLines, fileLines, exported).flatMap((edit) =>
    proposal(edit, { own: ownLines, file: fileLines, origins }),
  );
  const headMoved = body.some(({ target }) => target?.kind === 'head' && target.field !== 'title');
  const told = body.filter(({ where }) => !(headMoved && where === referenceName));
  const annex = compareAnnex(own.rows, ownAnnex, fileAnnex, takenOut && readReportAnnex(takenOut));
  return [...told, ...annex].map((change, at) => ({ id: `thay-doi-${at + 1}`, ...change }));
}

const referenceName = 'Phụ lục, dòng “Kèm theo”';

/** Finds each printed line of the sections again, in order. A line that is not found has no origin and is never written. */
function originsOf({ title, sections, recipients, signer }: OwnReport, lines: readonly string[]): Origin[] {
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
  const ending = (wanted: string, origin: Origin) => {
    const key = fold(bareEntry(wanted));
    const found = lines.findIndex((line, index) => index >= at && fold(bareEntry(line)) === key);
    if (found < 0 || key === '') return;
    origins[found] = origin;
    at = found + 1;
  };
  for (const [index, each] of recipients.entries()) ending(each, { kind: 'ending', list: 'recipients', at: index });
  for (const [index, each] of signingLines(readSigning(signer.authority, signer.title)).entries())
    ending(each, { kind: 'ending', list: 'signing', at: index });
  ending(signer.name, { kind: 'ending', list: 'name', at: 0 });
  const reference = lines.findIndex((line, index) => index >= at && /^\(Kèm theo /u.test(line));
  if (reference >= 0) origins[reference] = { kind: 'reference' };
  // What stands before the body and looks like a number or a date is the head; below it, it is running text.
  const firstBody = origins.findIndex((origin) => origin?.kind === 'line' || origin?.kind === 'heading');
  return origins.map((origin, index) =>
    origin?.kind === 'field' && firstBody >= 0 && index > firstBody ? null : origin,
  );
}

const dateLine = /ngày\s*(\d{0,2})\s*tháng\s*(\d{0,2})\s*năm\s*(\d{4})$/u;

function headField(line: string, title: string): Origin {
  if (numberLine.test(line)) return { kind: 'field', field: 'number' };
  if (dateLine.test(line) && line.length < 100 && !line.startsWith('(')) return { kind: 'field', field: 'date' };
  return fold(line) === fold(title) ? { kind: 'field', field: 'title' } : null;
}

type Proposal = Omit<ReturnedChange, 'id'>;
type Words = Pick<Proposal, 'kind' | 'before' | 'after' | 'conflict'>;
type Sides = { own: readonly string[]; file: readonly string[]; origins: readonly Origin[] };

function proposal(edit: ReturnedLine, { own, file, origins }: Sides): Proposal[] {
  const { kind, conflict } = edit;
  const before = edit.own === null ? '' : (own[edit.own] ?? '');
  const text = edit.file === null ? '' : (file[edit.file] ?? '');
  const words: Words = { kind, before, after: kind === 'moved' ? before : text, conflict };
  const origin = edit.own === null ? null : (origins[edit.own] ?? null);
  if (kind === 'added' || kind === 'moved') return [placedLine(words, origins, { origin, after: edit.after, text })];
  if (origin?.kind === 'line') {
    const target: ReturnTarget = { kind: 'section', key: origin.section.key, line: origin.line, place: 'line' };
    return [{ ...words, where: sectionName(origin.section), target, why: null }];
  }
  if (origin?.kind === 'field') return [fieldChange(words, origin.field)];
  if (origin?.kind === 'heading') return [headingChange(words, origin.section)];
  if (origin?.kind === 'ending') {
    if (origin.list === 'recipients' && kind === 'changed' && bareEntry(before) === bareEntry(text)) return [];
    const { list, at } = origin;
    return [
      {
        ...words,
        where: endingNames[list],
        target: { kind: 'ending', list, edit: kind, at, after: at, text },
        why: null,
      },
    ];
  }
  const [where, why] =
    origin?.kind === 'reference'
      ? [referenceName, 'Dòng này chương trình tự in theo số và ngày của báo cáo. Cần đổi thì sửa số, ngày.']
      : [
          placeName(origins, edit.own ?? 0),
          'Chỗ này chương trình tự in (tên cơ quan, quốc hiệu, tên phụ lục). Tên cơ quan sửa ở mục Cơ quan.',
        ];
  return [{ ...words, where, target: null, why }];
}

const endingNames: Record<EndingList, string> = { recipients: 'Nơi nhận', signing: 'Thể thức ký', name: 'Người ký' };

/** A heading keeps its number, which the program sets; level and order are the report's own. */
function headingChange(words: Words, section: OwnSection): Proposal {
  const where = `Đầu đề mục ${sectionName(section)}`;
  const label = section.label.trim();
  const said = words.after.startsWith(label) ? words.after.slice(label.length).trim() : '';
  if (words.kind === 'changed' && said !== '') {
    const target: ReturnTarget = { kind: 'heading', key: section.key, value: inOwnLetters(section.heading, said) };
    return { ...words, where, target, why: null };
  }
  const why = 'Số của mục do chương trình đánh, mục do chương trình lập nên giữ nguyên. Cần đổi thì sửa ở Báo cáo.';
  return { ...words, where, target: null, why };
}

type Placed = { origin: Origin; after: number; text: string };

function placedLine(words: Words, origins: readonly Origin[], { origin, after, text }: Placed): Proposal {
  const above = origins[after] ?? null;
  const below = origins[after + 1] ?? null;
  const near =
    above?.kind === 'line'
      ? { section: above.section, line: above.line }
      : above?.kind === 'heading'
        ? { section: above.section, line: -1 }
        : below?.kind === 'line'
          ? { section: below.section, line: below.line - 1 }
          : null;
  if (near && (words.kind === 'added' || origin?.kind === 'line')) {
    const { key } = near.section;
    const target: ReturnTarget =
      origin?.kind === 'line'
        ? { kind: 'moved', from: { key: origin.section.key, line: origin.line }, to: { key, line: near.line } }
        : { kind: 'section', key, line: near.line, place: 'after' };
    return { ...words, where: sectionName(near.section), target, why: null };
  }
  const ending = above?.kind === 'ending' && above.list !== 'name' ? above : below?.kind === 'ending' ? below : null;
  if (ending && ending.list !== 'name' && (words.kind === 'added' || origin?.kind === 'ending')) {
    const at = origin?.kind === 'ending' ? origin.at : null;
    const place = ending === above ? ending.at : ending.at - 1;
    const target: ReturnTarget = { kind: 'ending', list: ending.list, edit: words.kind, at, after: place, text };
    return { ...words, where: endingNames[ending.list], target, why: null };
  }
  const why = 'Đoạn này nằm ngoài các mục của báo cáo nên không đưa vào được. Cần thì chép vào một mục.';
  return { ...words, where: placeName(origins, after + 1), target: null, why };
}

/** Recipients and signer after the accepted changes; a list nobody touched is left out. */
export function endingAfter(
  { recipients, signer }: Pick<OwnReport, 'recipients' | 'signer'>,
  accepted: readonly ReturnedChange[],
): { recipients?: string[]; signer?: Signer } {
  const authority = signer.authority.split(/[\n/]/u).filter((line) => line.trim() !== '').length;
  const lists: Record<EndingList, readonly string[]> = {
    recipients,
    signing: signingLines(readSigning(signer.authority, signer.title)),
    name: [signer.name],
  };
  const after = (list: EndingList): string[] | null => {
    const edits = accepted.flatMap(({ target }) => (target?.kind === 'ending' && target.list === list ? [target] : []));
    if (edits.length === 0) return null;
    const words = (text: string) => (list === 'recipients' ? bareEntry(text) : text);
    const gone = new Set(edits.flatMap(({ edit, at }) => (at !== null && edit !== 'changed' ? [at] : [])));
    const below = (place: number) =>
      edits.flatMap(({ edit, after: at, text }) =>
        (edit === 'added' || edit === 'moved') && at === place ? [words(text)] : [],
      );
    return [
      ...below(-1),
      ...lists[list].flatMap((entry, at) => {
        const changed = edits.find((each) => each.edit === 'changed' && each.at === at);
        return [...(gone.has(at) ? [] : [changed ? words(changed.text) : entry]), ...below(at)];
      }),
    ];
  };
  const [sent, signing, name] = [after('recipients'), after('signing'), after('name')];
  const now: Signer = {
    authority: signing ? signing.slice(0, authority).join('\n') : signer.authority,
    title: signing ? signing.slice(authority).join('\n') : signer.title,
    name: name ? (name[0] ?? '') : signer.name,
  };
  return { ...(sent ? { recipients: sent } : {}), ...(signing || name ? { signer: now } : {}) };
}

function fieldChange(words: Words, field: 'number' | 'date' | 'title'): Proposal {
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
  const lines = new Map(sections.map((section) => [section.key, printedLines(section.text)]));
  return sections.flatMap(({ key }) => {
    const changed = new Map<number, string | null>();
    const added = new Map<number, string[]>();
    const put = (at: number, text: string) => added.set(at, [...(added.get(at) ?? []), text]);
    for (const { target, kind, after } of accepted) {
      if (target?.kind === 'moved') {
        if (target.from.key === key) changed.set(target.from.line, null);
        if (target.to.key === key) put(target.to.line, lines.get(target.from.key)?.[target.from.line] ?? '');
      }
      if (target?.kind !== 'section' || target.key !== key) continue;
      if (target.place === 'after') put(target.line, keptWords(after));
      else changed.set(target.line, kind === 'removed' ? null : keptWords(after));
    }
    if (changed.size + added.size === 0) return [];
    const text = [...(added.get(-1) ?? [])];
    (lines.get(key) ?? []).forEach((line, at) => {
      const now = changed.has(at) ? changed.get(at) : line;
      if (now !== null && now !== undefined) text.push(now);
      text.push(...(added.get(at) ?? []));
    });
    return [{ key, text: text.join('\n') }];
  });
}
