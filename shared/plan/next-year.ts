/** Next year's plan from this year's: what moves, what is carried, and what a person has to see to. Rules NY1–NY6 in shared/body/SPEC.md. */

import { mapText } from '../body/body-text.ts';
import { isCalendarDate, shortDate } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import type { ReadHeader, ReadRow, ReadSection } from './read-plan.ts';

/** Something that stays as it was and needs a look. `where` says the place in a person's words. */
export type NotMoved = { where: string; text: string; why: 'citation' | 'event' | 'date' };

export type TaskToCarry = {
  id: string;
  text: string;
  /** Its last state in the year; null where nobody told anything. */
  state: 'chua' | 'dang-lam' | 'xong' | 'khong-phat-sinh' | null;
  time: string;
  /** Comes back every year; where nobody worked it out, the words of its time decide. */
  comesBack?: boolean;
};
export type RowToCarry = Omit<ReadRow, 'tasks'> & { tasks: TaskToCarry[] };

export type NextYearInput = { year: number; header: ReadHeader; rows: readonly RowToCarry[] };
export type NextYear = {
  year: number;
  header: ReadHeader;
  rows: ReadRow[];
  carried: number;
  /** Tasks done once and for all; left out unless asked for. */
  done: { id: string; text: string }[];
  notMoved: NotMoved[];
  /** Ids of the tasks carried, by row and in the order of its tasks. */
  sources: string[][];
};

const none: ReadonlySet<string> = new Set();

/** `keep` names tasks that are carried although they are done, `leave` tasks that are not wanted although they would be. */
export function nextYear(
  { year, header, rows }: NextYearInput,
  keep: ReadonlySet<string> = none,
  leave: ReadonlySet<string> = none,
): NextYear {
  const notMoved: NotMoved[] = [];
  const move = (text: string, where: string): string => {
    const moved = moveYears(text, year);
    notMoved.push(...moved.stays.map((each) => ({ where, ...each })));
    return moved.text;
  };
  const all = (texts: readonly string[], where: string): string[] => texts.map((text) => move(text, where));
  const section = (each: ReadSection, above: string): ReadSection => {
    const where = `${each.label} ${each.heading}`.trim() || above;
    return {
      label: each.label,
      heading: move(each.heading, where),
      paragraphs: each.paragraphs.map((block) => mapText(block, (text) => move(text, where))),
      children: each.children.map((child) => section(child, where)),
    };
  };

  const done: NextYear['done'] = [];
  const kept: ReadRow[] = [];
  const sources: string[][] = [];
  const newIndex = new Map<number, number>();
  rows.forEach((row, index) => {
    const owner = row.sharesWith === null ? undefined : newIndex.get(row.sharesWith);
    const left = row.tasks.filter((task) => leave.has(task.id) || (isDoneForGood(task) && !keep.has(task.id)));
    const tasks = row.tasks.filter((task) => !left.includes(task));
    done.push(...row.tasks.filter(isDoneForGood).map(({ id, text }) => ({ id, text })));
    if (row.sharesWith === null ? tasks.length === 0 && row.tasks.length > 0 : owner === undefined) return;
    newIndex.set(index, kept.length);
    sources.push(tasks.map(({ id }) => id));
    const where = `Phụ lục, ${row.dimension || row.component}`;
    kept.push({
      ...row,
      tasks: all(
        tasks.map((task) => task.text),
        where,
      ),
      results: all(row.results, where),
      time: move(row.time, where),
      note: move(row.note, where),
      sharesWith: owner ?? null,
      doubts: [],
      place: null,
    });
  });

  const moved: ReadHeader = {
    ...header,
    number: '',
    date: '',
    title: move(header.title, 'Tên kế hoạch'),
    year: year + 1,
    // A basis is a list of other documents: each is looked at, none is guessed.
    basis: header.basis,
    preamble: all(header.preamble ?? [], 'Phần mở đầu'),
    sections: header.sections.map((each) => section(each, 'Phần nội dung')),
    closing: all(header.closing ?? [], 'Phần kết'),
    annexTitle: all(header.annexTitle ?? [], 'Tên phụ lục'),
    doubts: [],
  };
  notMoved.unshift(...header.basis.map((text) => ({ where: 'Căn cứ', text, why: 'citation' as const })));
  const carried = kept.reduce((sum, row) => sum + row.tasks.length, 0);
  return { year: year + 1, header: moved, rows: kept, carried, done, notMoved, sources };
}

const everyYear =
  /thuong xuyen|hang (nam|quy|thang|tuan|ngay)|dinh ky|ca nam|trong nam|lien tuc|cac quy|moi (quy|thang)/;

/** True for words that say a task comes back every year. */
export const saysEveryYear = (time: string): boolean => everyYear.test(fold(time));

/** Done, and not a task of every year (rule NY5). */
const isDoneForGood = (task: TaskToCarry): boolean =>
  task.state === 'xong' && !(task.comesBack ?? saysEveryYear(task.time));

type Stay = { text: string; why: NotMoved['why'] };
type Found = { from: number; to: number; text: string; stay: Stay['why'] | null };

/** A document by its number, with what is said of it up to the end of the clause. */
const citation =
  /\p{Lu}[\p{L} ]{2,40}? số\s*:?\s*\d+(?:\/\d{4})?\/[A-ZĐ][A-ZĐ0-9-]*[^;.]*|\d+(?:\/\d{4})?\/[A-ZĐ]{2}[A-ZĐ0-9-]*(?:\s+ngày\s+[\d/]+)?/gu;
const fullDate = /(\d{1,2})\/(\d{1,2})\/(\d{4})|ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/gu;
const term = /(?:trước|đến|đến hết|hết|xong|chậm nhất|chậm nhất là|muộn nhất|muộn nhất là|từ)\s*(?:ngày\s*)?$/iu;
const event = /bầu cử|đại hội|hội nghị|khảo sát|lễ |ngày hội|kỷ niệm|tổ chức vào|diễn ra|khai mạc/iu;

/** The text with its year moved by one; dates of documents and events stay and are told (rules NY1–NY3). */
export function moveYears(text: string, year: number): { text: string; stays: Stay[] } {
  const found: Found[] = [...text.matchAll(citation)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
    stay: 'citation',
  }));
  for (const match of text.matchAll(fullDate)) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (found.some((each) => from < each.to && to > each.from)) continue;
    found.push({ from, to, ...movedDate(match, text.slice(0, from), year) });
  }
  found.sort((a, b) => a.from - b.from);
  let [moved, at] = ['', 0];
  for (const each of found) {
    moved += plainYears(text.slice(at, each.from), year) + each.text;
    at = each.to;
  }
  const stays = found
    .filter((each) => each.stay !== null && /\d/.test(each.text))
    .map((each) => ({ text: each.text.trim(), why: each.stay ?? 'date' }));
  return { text: moved + plainYears(text.slice(at), year), stays };
}

function movedDate(match: RegExpMatchArray, before: string, year: number): Pick<Found, 'text' | 'stay'> {
  const [whole, shortDay, shortMonth, shortYear, longDay, longMonth, longYear] = match;
  const written = Number(shortYear ?? longYear);
  const clause = before.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf(';')) + 1);
  // The report on a year is due at the beginning of the next one.
  if (Math.abs(written - year) > 1) return { text: whole, stay: 'date' };
  if (event.test(clause)) return { text: whole, stay: 'event' };
  if (!term.test(before)) return { text: whole, stay: 'date' };
  const [day, month] = [Number(shortDay ?? longDay), Number(shortMonth ?? longMonth)];
  const iso = `${written + 1}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (!isCalendarDate(iso)) return { text: whole, stay: 'date' };
  return { text: longYear === undefined ? shortDate(iso) : whole.replace(longYear, String(written + 1)), stay: null };
}

/** Both years at once, so that none is moved twice. A year inside a longer number is none, and a span of years is a fact. */
const plainYears = (text: string, year: number): string =>
  text.replace(/(?<![\d.,]|\d{4}\s*[-–]\s*)\d{4}(?![\d%]|[.,]\d|\s*[-–]\s*\d{4})/g, (written) =>
    Number(written) === year || Number(written) === year - 1 ? String(Number(written) + 1) : written,
  );
