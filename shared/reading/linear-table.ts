/**
 * A task table copied out of a PDF: one line for each line of each cell, cell after cell, the head again on every page. The
 * borders are gone; what is left to tell cells apart is the width of their lines (tasks are wide, results narrower, people
 * and time narrowest) and how their words begin. Every row read this way is marked as a guess.
 */

import { groupOf, itemAt, lastOf } from '../core/sure.ts';
import type { ColumnMeaning } from '../plan/read-plan.ts';
import { fold } from '../text/fold.ts';
import { beginsActor } from './actors.ts';
import type { ReadingCell, ReadingTable } from './blocks.ts';
import { distance, guessCaption } from './captions.ts';
import { flat } from './clean-text.ts';
import { isBullet, parseLabel } from './labels.ts';

/** Captions such tables print, folded; longer ones are tried first. */
const captions = [
  'tt',
  'stt',
  'chi so noi dung',
  'noi dung thanh phan',
  'chi so thanh phan',
  'linh vuc',
  'noi dung',
  'nhiem vu',
  'nhiem vu cu the',
  'noi dung cong viec',
  'ket qua',
  'san pham',
  'san pham dau ra',
  'don vi chu tri',
  'co quan chu tri',
  'don vi thuc hien',
  'don vi phoi hop',
  'co quan phoi hop',
  'thoi gian',
  'thoi gian thuc hien',
  'thoi han hoan thanh',
  'thoi gian hoan thanh',
  'ghi chu',
].sort((a, b) => b.split(' ').length - a.split(' ').length);

const columnOrder: readonly ColumnMeaning[] = [
  'no',
  'dimension',
  'component',
  'task',
  'result',
  'lead',
  'executor',
  'time',
];
const longestHead = 24;
/** Characters of a line in the columns of people and time, and in the column of results. */
const narrow = 17;
const middling = 40;
/** Components stand in a column a little wider than people and time. */
const longestComponentLine = 24;

type Head = { captions: string[]; end: number };
type Group = { no: string; dimension: string[]; component: string[]; rest: string[]; more: string[] };

/** Reads the table that begins at a line, or null when none does. `end` is the first line after it. */
export function linearTable(lines: readonly string[], start: number): { table: ReadingTable; end: number } | null {
  const head = readHead(lines, start);
  if (!head) return null;
  const meanings = head.captions.map((caption) => guessCaption(caption).meaning);
  const ordered = meanings.map((meaning) => columnOrder.indexOf(meaning));
  if (ordered.includes(-1) || ordered.some((place, index) => index > 0 && place <= itemAt(ordered, index - 1)))
    return null;
  for (const needed of ['component', 'task', 'result', 'lead', 'time'] as const)
    if (!meanings.includes(needed)) return null;
  const { groups, end } = readGroups(lines, head);
  if (groups.length < 2) return null;
  const rows = [head.captions, ...groups.map((group) => meanings.map((meaning) => cellsOf(group)[meaning] ?? ''))];
  const cells: ReadingCell[] = rows.flatMap((texts, row) =>
    texts.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text, bold: row === 0 })),
  );
  return {
    table: { type: 'table', rows: rows.length, columns: meanings.length, headerRows: 1, cells, guessed: true },
    end,
  };
}

/** Captions on consecutive lines, cut anywhere between words; at least five that name different columns. */
function readHead(lines: readonly string[], start: number): Head | null {
  if (!/^s?tt$/i.test(flat(lines[start] ?? ''))) return null;
  const words = lines.slice(start, start + longestHead).flatMap((line, index) =>
    fold(line)
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => ({ word, line: start + index })),
  );
  const found: { caption: string; last: number }[] = [];
  for (let at = 0; at < words.length; ) {
    const caption = captions.find((candidate) => {
      const length = candidate.split(' ').length;
      const said = words
        .slice(at, at + length)
        .map(({ word }) => word)
        .join(' ');
      return (
        distance(candidate, said, candidate.length < 5 ? 0 : candidate.length < 12 ? 1 : 2) <=
        (candidate.length < 5 ? 0 : candidate.length < 12 ? 1 : 2)
      );
    });
    if (caption === undefined) break;
    at += caption.split(' ').length;
    found.push({ caption, last: at });
  }
  const lastLine = () => itemAt(words, lastOf(found).last - 1).line;
  while (found.length > 0 && words[lastOf(found).last]?.line === lastLine()) found.pop();
  if (found.length < 5) return null;
  return { captions: found.map(({ caption }) => caption), end: lastLine() + 1 };
}

const isComponent = (line: string): boolean => parseLabel(line)?.kind === 'letter';
const isNumber = (line: string): boolean => /^\d{1,2}$/.test(line);

/** The number of an area, alone on its line or before the first word of its name. */
function numberOf(line: string): { no: string; name: string } | null {
  const found = /^(\d{1,2})(?:\s+(\p{Lu}.*))?$/u.exec(line);
  return found && line.length <= narrow + 3 ? { no: groupOf(found, 1), name: found[2] ?? '' } : null;
}

/** Lines of each group: from a lettered component to the next; what follows a repeated head belongs to the group before it. */
function readGroups(lines: readonly string[], head: Head): { groups: Group[]; end: number } {
  const groups: Group[] = [];
  let area: Pick<Group, 'no' | 'dimension'> = { no: '', dimension: [] };
  /** What the next line goes on with. */
  let place: 'area' | 'component' | 'cells' | 'page' = 'area';
  let at = head.end;
  for (; at < lines.length; at++) {
    const line = flat(itemAt(lines, at));
    if (line === '') continue;
    if (/^(?:nơi nhận|phụ lục|người lập)/iu.test(line)) break;
    const again = readHead(lines, at);
    const group = groups.at(-1);
    const number = numberOf(line);
    if (again) {
      at = again.end - 1;
      place = 'page';
    } else if (isComponent(line)) {
      groups.push({ ...area, component: [line], rest: [], more: [] });
      place = 'component';
    } else if (number && namesArea(lines, at)) {
      area = { no: number.no, dimension: number.name === '' ? [] : [number.name] };
      place = 'area';
    } else if (group && place !== 'area' && isNumber(line)) {
      // The number of a page, or one that slipped out of its cell.
    } else if (!group || place === 'area') {
      area.dimension.push(line);
    } else if (endsGroup(group, line) && namesArea(lines, at)) {
      area = { no: '', dimension: [line] };
      place = 'area';
    } else if (place === 'page') {
      group.more.push(line);
    } else if (place === 'component' && line.length <= longestComponentLine && !parseLabel(line)) {
      group.component.push(line);
    } else {
      group.rest.push(line);
      place = 'cells';
    }
  }
  return { groups, end: at };
}

/** True when only narrow lines stand between here and the next component: the name of an area. */
function namesArea(lines: readonly string[], from: number): boolean {
  let seen = 0;
  for (let at = from; at < lines.length; at++) {
    const line = flat(itemAt(lines, at));
    if (line === '' || (at === from && isNumber(line))) continue;
    if (isComponent(line)) return seen > 0;
    if (line.length > narrow + 3 || parseLabel(line) || isNumber(line) || ++seen > 12) return false;
  }
  return false;
}

/** Without its number an area begins where the time above has come to its end. */
function endsGroup(group: Group, line: string): boolean {
  if (group.more.length > 0) return /^\p{Lu}/u.test(line) && /[.;]$/.test(lastOf(group.more));
  const { time } = tailOf(group.rest);
  return completeTime.test(time.join(' ')) && /^\p{Lu}/u.test(line);
}

const beginsTime =
  /^(?:-\s*)?(?:thường|định kỳ|trong|năm|quý|khi|sau|trước|hàng|hằng|từ|tháng|\d{1,2}\/|6 tháng)(?!\p{L})/iu;
const completeTime =
  /^(?:-\s*)?(?:thường xuyên|định kỳ.*|(?:trong )?năm \d{4}|trong năm học|năm \d{4}\s*-\s*\d{4}|.*(?:tiếp theo|hàng năm|hằng năm|phê duyệt\.?|năm \d{4}))$/iu;

/** A group's lines as the texts of its cells. */
function cellsOf(group: Group): Partial<Record<ColumnMeaning, string>> {
  const { tail, lead, executors, time } = tailOf(group.rest);
  const middle = group.rest.slice(0, group.rest.length - tail);
  const border = resultsFrom(middle);
  return {
    no: group.no,
    dimension: group.dimension.join(' '),
    component: group.component.join(' '),
    task: joinCut([...middle.slice(0, border), ...group.more]),
    result: joinCut(middle.slice(border)),
    lead: lead.join(' '),
    executor: executors.join(' '),
    time: time.join(' '),
  };
}

/** The narrow lines at the end: who leads, who carries out, when. */
function tailOf(rest: readonly string[]): { tail: number; lead: string[]; executors: string[]; time: string[] } {
  let start = rest.length;
  while (start > 0 && itemAt(rest, start - 1).length <= narrow) start--;
  const fromHere = rest.slice(start).findIndex((line) => beginsActor(line) && !parseLabel(line));
  const tail = fromHere < 0 ? [] : rest.slice(start + fromHere);
  const goesOn = (line: string, at: number): boolean =>
    !beginsTime.test(line) &&
    !parseLabel(line) &&
    (/^\p{Ll}/u.test(line) || unfinishedLead.test(tail.slice(0, at).join(' ')));
  const led = firstFrom(tail, Math.min(1, tail.length), (line, at) => !goesOn(line, at));
  const timed = firstFrom(tail, led, (line) => beginsTime.test(line));
  return { tail: tail.length, lead: tail.slice(0, led), executors: tail.slice(led, timed), time: tail.slice(timed) };
}

/** Index of the first line from `start` on that fits; the number of lines when none does. */
function firstFrom(lines: readonly string[], start: number, fits: (line: string, at: number) => boolean): number {
  const found = lines.findIndex((line, at) => at >= start && fits(line, at));
  return found < 0 ? lines.length : found;
}

const unfinishedLead =
  /^(?:lãnh đạo|công chức|cán bộ|ban|phòng|văn phòng|ủy ban|uỷ ban|bộ phận|công|các|trưởng)$|(?:,|-|–|\svà)$/iu;

/** Index of the first result: an item from which on no line is as wide as the lines of tasks. */
function resultsFrom(middle: readonly string[]): number {
  let from = middle.length;
  while (from > 0 && itemAt(middle, from - 1).length <= middling) from--;
  return firstFrom(middle, Math.max(from, 1), (line, at) => beginsItem(line, itemAt(middle, at - 1)));
}

const beginsItem = (line: string, before: string): boolean => {
  const label = parseLabel(line);
  return (
    (label !== null && isBullet(label)) ||
    (/^\p{Lu}/u.test(line) && (/[.;:]$/.test(before) || before.length < middling))
  );
};

/** Lines of a cell with those joined that a narrow column cut; lists stay lists. */
function joinCut(lines: readonly string[]): string {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last === undefined || parseLabel(line) || (/[.;:]$/.test(last) && /^\p{Lu}/u.test(line))) joined.push(line);
    else joined[joined.length - 1] = `${last} ${line}`;
  }
  return joined.join('\n');
}
