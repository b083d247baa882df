/** How one task's entry becomes a sentence of the report. Words of the officers stay theirs; only ends and figures are set right. */
import { unreachable } from '../core/result.ts';
import { shortDate } from '../text/dates.ts';
import { oneLine } from '../text/fold.ts';
import type { FactEvidence, FactTask } from './facts.ts';
import { figureOf, formatCount, noCase } from './figures.ts';

/** One or more lines as part of a sentence: bullets and closing marks off, lines joined. */
export const clause = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      oneLine(line)
        .replace(/^[-–+•*]\s+/, '')
        .replace(/[\s.;,]+$/, ''),
    )
    .filter((line) => line !== '')
    .join('; ');

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Lower-case start inside a sentence; an abbreviation (UBND) keeps its capitals. */
export function small(text: string): string {
  const second = text.charAt(1);
  const isAbbreviation = second !== '' && second === second.toUpperCase() && second !== second.toLowerCase();
  return isAbbreviation ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** Longest citation of a task; plans hold tasks of half a page. */
const citedLetters = 160;

/**
 * The task as the plan names it, between quotes: the plan's words are cited, not bent into the sentence. A long one is cut
 * at its first clause or at a word, and the cut is shown.
 */
export function quoted(task: FactTask): string {
  const name = clause(task.text).replace(/^(\d+|\p{Ll})[.)]\s+/u, '');
  const first = /^.{30,}?(?=[;:]\s|\.\s)/u.exec(name)?.[0] ?? name;
  const cut = first.length <= citedLetters ? first : first.slice(0, first.lastIndexOf(' ', citedLetters));
  return `“${cut}${cut === name ? '' : '…'}”`;
}

/** The sentence about one task in this window, without the final full stop; null when there is no entry. */
export function resultSentence(task: FactTask): string | null {
  const { progress } = task;
  if (progress === null) return null;
  const done = withFigure(clause(progress.doneText), task);
  switch (progress.state) {
    case 'xong':
      return done === '' ? withFigure(`Đã hoàn thành nhiệm vụ ${quoted(task)}`, task) : capital(done);
    case 'dang-lam':
      return done === ''
        ? withFigure(`Đang thực hiện nhiệm vụ ${quoted(task)}`, task)
        : `${capital(done)}${/^đang\s/iu.test(done) ? '' : '; đang tiếp tục thực hiện'}`;
    case 'chua':
      return `Chưa thực hiện nhiệm vụ ${quoted(task)}${done === '' ? '' : `: ${small(done)}`}`;
    case 'khong-phat-sinh':
      return done === '' ? `Trong kỳ ${noCase} nhiệm vụ ${quoted(task)}` : `${capital(done)} (${noCase})`;
  }
  return unreachable(progress.state, 'progress state');
}

/** Puts the figure behind the words, or completes it where the officer already wrote the two numbers. */
function withFigure(text: string, task: FactTask): string {
  if (task.progress === null || text === '') return text;
  const figure = figureOf(task.progress);
  if (figure.kind === 'none' || figure.kind === 'doubtful' || text.includes(figure.text)) return text;
  if (figure.kind === 'no-case') return `${text}; số liệu trong kỳ: ${noCase}`;
  if (figure.kind === 'count') return `${text}, tổng số ${figure.text}`;
  const bare = figure.text.slice(0, figure.text.lastIndexOf(' ('));
  const pair = bare.split(' ')[0] ?? bare;
  const at = placeOf(text, bare);
  if (at >= 0) return `${text.slice(0, at)}${figure.text}${text.slice(at + bare.length)}`;
  return placeOf(text, pair) >= 0 ? text : `${text}, đạt ${figure.text}`;
}

/** Where the numbers stand as numbers of their own: `9/11` is neither in `19/11` nor in the date `9/11/2024`. */
function placeOf(text: string, numbers: string): number {
  const pattern = numbers.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.search(new RegExp(`(?<![\\d/.,])${pattern}(?![\\d/]|[.,]\\d|\\s*\\()`, 'u'));
}

/** Proof of some tasks, each proof once however many tasks it serves. */
export function distinctEvidence(tasks: readonly FactTask[]): FactEvidence[] {
  const seen = new Map<string, FactEvidence>();
  for (const task of tasks)
    for (const proof of task.evidence)
      seen.set(JSON.stringify([proof.kind, proof.title, proof.number, proof.date]), proof);
  return [...seen.values()];
}

const citedAtMost = 5;

/** `minh chứng kèm theo: 03 tài liệu, trong đó có Biên bản số 14/BB ngày 10/6/2024`; empty without proof. */
export function evidenceSentence(tasks: readonly FactTask[]): string {
  const all = distinctEvidence(tasks);
  if (all.length === 0) return '';
  const numbered = all.filter((proof) => (proof.number ?? '').trim() !== '').map(citation);
  const cited = numbered.slice(0, citedAtMost).join('; ');
  const more = numbered.length > citedAtMost ? ` và ${formatCount(numbered.length - citedAtMost)} văn bản khác` : '';
  return `Minh chứng kèm theo: ${formatCount(all.length)} tài liệu${cited === '' ? '' : `, trong đó có ${cited}${more}`}`;
}

function citation({ title, number, date }: FactEvidence): string {
  const name = clause(title);
  const withNumber = name.includes(number ?? '') ? name : `${name} số ${number}`;
  const day = date === null || date === '' ? '' : shortDate(date);
  return day === '' || withNumber.includes(day) ? withNumber : `${withNumber} ngày ${day}`;
}
