/**
 * A plan's Word file that was edited outside and brought back → proposed changes of its words: number, date, title, basis, sections,
 * recipients, signer. The task table has a file of its own. Rules: SPEC.md.
 */
import { lineKey } from '../compare/compare-texts.ts';
import { readSigning, signingLines } from '../document/wording.ts';
import type { SourceBlock } from '../plan/read-plan.ts';
import { fold, oneLine } from '../text/fold.ts';
import { readPlanAnnex, returnedAnnex } from './plan-annex.ts';
import type { AnnexOrigin, ReturnedAnnexTarget } from './plan-annex-target.ts';
import { bareEntry, dateLine, dateOfLine, linesOfSource, numberLine, type ProposedChange } from './returned-change.ts';
import { type ReturnedLine, returnedLines } from './returned-lines.ts';

/** A section as it prints: its lines without empty ones. */
export type PrintedSection = {
  id: string;
  label: string;
  heading: string;
  lines: string[];
  children: PrintedSection[];
};

/** The plan as it stands: its own Word file as the reader sees it, and the words behind it. */
export type OwnPlan = {
  blocks: readonly SourceBlock[];
  head: {
    number: string;
    date: string;
    place: string;
    title: string;
    basis: string[];
    preamble: string[];
    closing: string[];
    recipients: string[];
    signer: { authority: string; title: string; name: string };
    annexTitle: string[];
  };
  sections: PrintedSection[];
  /** The records behind each row of the annex, in the order it prints. */
  rows: readonly AnnexOrigin[];
};

export type WordList = 'title' | 'basis' | 'preamble' | 'closing' | 'recipients' | 'signing' | 'name' | 'annexTitle';

/** Where a printed line comes from; null for what the program itself sets. */
export type LinePlace =
  | { kind: 'number' | 'date' | 'reference' }
  | { kind: 'list'; list: WordList; at: number }
  /** `opens`: the line stands behind the number of its section ("a) Cụ thể hóa …"). */
  | { kind: 'section'; section: PrintedSection; line: number | 'heading'; opens: boolean }
  | null;

/** What accepting a change of words does; `own` and `after` count the own printed lines. */
export type LineTarget = {
  kind: 'line';
  edit: ReturnedLine['kind'];
  own: number | null;
  after: number;
  text: string;
};
export type PlanTarget =
  | { kind: 'head'; patch: { number?: string; date?: string; place?: string } }
  | LineTarget
  | ReturnedAnnexTarget;
export type PlanChange = ProposedChange<PlanTarget>;

/** "Căn cứ …, UBND xã ban hành Kế hoạch như sau:" is printed behind the citations. */
export const leadsOn = (line: string): boolean => line.trimEnd().endsWith(':');

/** `exported` are the blocks of the file as it went out; null where that is not known (then every difference is an edit). */
export function returnedPlan(
  own: OwnPlan,
  file: readonly SourceBlock[],
  exported: readonly SourceBlock[] | null,
): PlanChange[] {
  const [ownAnnex, fileAnnex] = [readPlanAnnex(own.blocks), readPlanAnnex(file)];
  const oldAnnex = exported && readPlanAnnex(exported);
  const lines = linesOfSource(own.blocks, ownAnnex);
  const fileLines = linesOfSource(file, fileAnnex);
  const places = placesOf(own, lines);
  const edits = returnedLines(lines, fileLines, exported && linesOfSource(exported, oldAnnex));
  const words = edits.flatMap((edit) => proposal(edit, { lines, fileLines, places }));
  const headMoved = words.some(({ target }) => target?.kind === 'head');
  const told = words.filter(({ where }) => !(headMoved && where === referenceName));
  return [...told, ...returnedAnnex(own.rows, ownAnnex, fileAnnex, oldAnnex)].map((change, at) => ({
    id: `thay-doi-${at + 1}`,
    ...change,
  }));
}

const matchKey = (line: string): string => fold(bareEntry(lineKey(line)).replace(/[\s./]+$/u, ''));

/** Finds each word of the plan again among its printed lines, in order. A line that is not found has no place and is never written. */
export function placesOf({ head, sections }: OwnPlan, lines: readonly string[]): LinePlace[] {
  const keys = lines.map(matchKey);
  const places: LinePlace[] = lines.map(() => null);
  let at = 0;
  const put = (wanted: string, place: LinePlace): void => {
    const key = matchKey(wanted);
    for (let line = at; line < Math.min(lines.length, at + farthest); line++)
      if (keys[line] === key && key !== '') {
        places[line] = place;
        at = line + 1;
        return;
      }
  };
  const putList = (list: WordList, entries: readonly { text: string; at: number }[]): void => {
    for (const entry of entries)
      for (const line of entry.text.split('\n')) put(line, { kind: 'list', list, at: entry.at });
  };
  const indexed = (entries: readonly string[]) => entries.map((text, index) => ({ text, at: index }));
  const number = lines.findIndex((line) => numberLine.test(line));
  if (number >= 0 && number < farthest) places[number] = { kind: 'number' };
  const date = lines.findIndex((line) => dateLine.test(line));
  if (date >= 0 && date < farthest) places[date] = { kind: 'date' };
  at = Math.max(number, date) + 1;
  putList(
    'title',
    head.title.split('\n').map((text, index) => ({ text: text.replace(/^\s*kế hoạch\s+/iu, ''), at: index })),
  );
  const basis = indexed(head.basis);
  putList('basis', [...basis.filter(({ text }) => !leadsOn(text)), ...basis.filter(({ text }) => leadsOn(text))]);
  putList('preamble', indexed(head.preamble));
  const walk = (section: PrintedSection): void => {
    const label = section.label.trim();
    const isTitled = section.heading.trim() !== '';
    if (isTitled || section.lines.length === 0)
      put(`${label} ${section.heading}`, { kind: 'section', section, line: 'heading', opens: true });
    section.lines.forEach((line, index) => {
      const opens = !isTitled && label !== '' && index === 0;
      put(opens ? `${label} ${line}` : line, { kind: 'section', section, line: index, opens });
    });
    section.children.forEach(walk);
  };
  sections.forEach(walk);
  putList('closing', indexed(head.closing));
  putList('recipients', indexed(head.recipients));
  putList('signing', indexed(signingLines(readSigning(head.signer.authority, head.signer.title))));
  putList('name', [{ text: head.signer.name, at: 0 }]);
  const reference = lines.findIndex((line, index) => index >= at && /^\(Kèm theo /u.test(line));
  if (reference >= 0) {
    // Between the signature and "(Kèm theo …)" stand "Phụ lục" and the annex's title.
    for (let line = at + 1; line < reference; line++)
      places[line] = { kind: 'list', list: 'annexTitle', at: line - at - 1 };
    places[reference] = { kind: 'reference' };
  }
  return places;
}

/** A word of the plan stands at most so many lines behind the one before it: the head and the signature are the longest gaps. */
const farthest = 60;

type Proposal = Omit<PlanChange, 'id'>;
type Sides = { lines: readonly string[]; fileLines: readonly string[]; places: readonly LinePlace[] };

function proposal(edit: ReturnedLine, { lines, fileLines, places }: Sides): Proposal[] {
  const { kind, own, after, file, conflict } = edit;
  const before = own === null ? '' : (lines[own] ?? '');
  const text = file === null ? '' : (fileLines[file] ?? '');
  const said = { kind, before, after: kind === 'moved' ? before : text, conflict };
  const place = own === null ? null : (places[own] ?? null);
  const line: LineTarget = { kind: 'line', edit: kind, own, after, text };
  if (kind === 'added' || kind === 'moved') {
    const near = placeOfNew(places, after, text);
    const isMovable = kind === 'added' || place?.kind === 'list' || place?.kind === 'section';
    if (near && isMovable) return [{ ...said, where: placeName(near), target: line, why: null }];
    const why =
      'Đoạn này nằm ngoài phần chữ của kế hoạch nên không đưa vào được. Cần thì chép vào một mục ở Soạn thảo.';
    return [{ ...said, where: outsideName(places, after), target: null, why }];
  }
  if (place === null) {
    const why = 'Chỗ này chương trình tự in (tên cơ quan, quốc hiệu, tên loại văn bản). Tên cơ quan sửa ở mục Cơ quan.';
    return [{ ...said, where: outsideName(places, own ?? -1), target: null, why }];
  }
  if (place.kind === 'reference') {
    const why = 'Dòng này chương trình tự in theo số và ngày của kế hoạch. Cần đổi thì sửa số, ngày ở đầu kế hoạch.';
    return [{ ...said, where: referenceName, target: null, why }];
  }
  if (place.kind === 'number' || place.kind === 'date') return [headChange(said, place.kind)];
  const marksOnly =
    kind === 'changed' &&
    place.kind === 'list' &&
    (place.list === 'basis' || place.list === 'recipients') &&
    bareEntry(before) === bareEntry(text);
  return marksOnly ? [] : [{ ...said, where: placeName(place), target: line, why: null }];
}

const referenceName = 'Phụ lục, dòng “Kèm theo”';

function headChange(said: Omit<Proposal, 'where' | 'target' | 'why'>, field: 'number' | 'date'): Proposal {
  const where = field === 'number' ? 'Số, ký hiệu' : 'Địa danh, ngày ký';
  const patch = field === 'number' ? numberPatch(said.after) : datePatch(said.after);
  if (patch !== null) return { ...said, where, target: { kind: 'head', patch }, why: null };
  const why = 'Chương trình không đọc chắc được chỗ này. Cần đổi thì sửa ở đầu kế hoạch.';
  return { ...said, where, target: null, why };
}

function numberPatch(line: string): { number: string } | null {
  const [, number, symbol = ''] = numberLine.exec(line) ?? [];
  if (number === undefined || !/^\d{0,6}$/u.test(number)) return null;
  return { number: number === '' ? '' : `${number}/${symbol}` };
}

function datePatch(line: string): { date: string; place: string } | null {
  const date = dateOfLine(line);
  return date === null ? null : { date, place: oneLine(dateLine.exec(line)?.[1] ?? '') };
}

const isCitation = (text: string): boolean => /^(căn cứ|theo|thực hiện|xét)\s/iu.test(text);

/** The list or section that a new line below `after` belongs to: the one above, unless it only fits the one below. */
export function placeOfNew(places: readonly LinePlace[], after: number, text: string): LinePlace {
  const above = places[after] ?? null;
  const below = places[after + 1] ?? null;
  const isText = (place: LinePlace) => place?.kind === 'list' || place?.kind === 'section';
  if (above?.kind === 'list' && above.list === 'name') return null;
  if (above?.kind === 'list' && above.list === 'basis' && !isCitation(text) && isText(below)) return below;
  if (above?.kind === 'list' && above.list === 'title')
    return below?.kind === 'list' && below.list === 'title' ? above : isText(below) ? below : above;
  if (isText(above)) return above;
  return isText(below) ? below : null;
}

const listNames: Record<WordList, string> = {
  title: 'Tên kế hoạch',
  basis: 'Căn cứ',
  preamble: 'Phần mở đầu',
  closing: 'Phần kết',
  recipients: 'Nơi nhận',
  signing: 'Thể thức ký',
  name: 'Người ký',
  annexTitle: 'Tên phụ lục',
};

function placeName(place: LinePlace): string {
  if (place?.kind === 'list') return listNames[place.list];
  if (place?.kind !== 'section') return 'Đầu văn bản';
  const { label, heading } = place.section;
  const name = `${label} ${heading}`.trim();
  const short = name.length > 80 ? `${name.slice(0, 79).trimEnd()}…` : name;
  if (place.line === 'heading') return `Đầu đề mục ${short}`;
  return short === '' ? 'Phần chữ' : heading.trim() === '' ? `Điểm ${label.trim()}` : short;
}

const outsideName = (places: readonly LinePlace[], at: number): string =>
  places.slice(Math.max(0, at)).some((place) => place?.kind === 'section') ? 'Đầu văn bản' : 'Chữ ký, phụ lục';
