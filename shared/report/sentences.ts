/** How one task's entry becomes a sentence of the report. Words of the officers stay theirs; only ends and figures are set right. */
import { unreachable } from '../core/result.ts';
import { shortDate } from '../text/dates.ts';
import { oneLine } from '../text/fold.ts';
import { capital, small } from '../text/letter-case.ts';
import type { FactEvidence, FactTask, ProgressState } from './facts.ts';
import { figureOf, formatCount, noCase } from './figures.ts';

/** One or more lines as part of a sentence: bullets and closing marks off, lines joined. */
export const clause = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      oneLine(line)
        .replace(/^[-–+•*](\s+|$)/, '')
        .replace(/[\s.;,]+$/, ''),
    )
    .filter((line) => line !== '')
    .join('; ');

/** Longest citation of a task; plans hold tasks of half a page. */
const citedLetters = 160;

/**
 * The task as the plan names it, between quotes: the plan's words are cited, not bent into the sentence. A long one is cut
 * at its first clause or at a word, and the cut is shown.
 */
export function quoted(task: FactTask): string {
  const name = clause(task.text).replace(/^(\d+|\p{Ll})[.)]\s+/u, '');
  const first = /^.{30,}?(?=[;:]\s|\.\s)/u.exec(name)?.[0] ?? name;
  const cut =
    first.length <= citedLetters
      ? first
      : first.slice(0, first.lastIndexOf(' ', citedLetters)).replace(/[\s,–-]+$/u, '');
  return `“${cut}${cut === name ? '' : '…'}”`;
}

/** So many tasks are named in one sentence; the rest is counted. */
const namedAtMost = 5;

/** `“…”; “…” và 03 nhiệm vụ khác`. */
export function namedTasks(tasks: readonly FactTask[]): string {
  const names = tasks.slice(0, namedAtMost).map(quoted).join('; ');
  const more = tasks.length - namedAtMost;
  return more > 0 ? `${names} và ${formatCount(more)} nhiệm vụ khác` : names;
}

/**
 * Sentences about some tasks in one window, without final full stops: first what was done, then what had no case, then what
 * was not begun. The same words for several tasks are said once. Tasks without an entry say nothing.
 */
export function resultSentences(tasks: readonly FactTask[]): string[] {
  const inState = (state: ProgressState): FactTask[] => tasks.filter((task) => task.progress?.state === state);
  const silent = (task: FactTask): boolean => clause(task.progress?.doneText ?? '') === '';
  const noCaseTasks = inState('khong-phat-sinh').filter(silent);
  const notBegun = inState('chua').filter(silent);
  const order: readonly ProgressState[] = ['xong', 'dang-lam', 'khong-phat-sinh', 'chua'];
  const single = order
    .flatMap(inState)
    .filter((task) => !noCaseTasks.includes(task) && !notBegun.includes(task))
    .map(resultSentence);
  return [
    ...new Set(single),
    ...(noCaseTasks.length === 0 ? [] : [`Trong kỳ ${noCase} nhiệm vụ ${namedTasks(noCaseTasks)}`]),
    ...(notBegun.length === 0 ? [] : [`Chưa thực hiện nhiệm vụ ${namedTasks(notBegun)}`]),
  ];
}

function resultSentence(task: FactTask): string {
  const { progress } = task;
  if (progress === null) throw new Error('A task without an entry has no sentence.');
  const done = withFigure(clause(progress.doneText), task);
  switch (progress.state) {
    case 'xong':
      return done === '' ? withFigure(`Đã hoàn thành nhiệm vụ ${quoted(task)}`, task) : capital(done);
    case 'dang-lam':
      if (done === '') return withFigure(`Đang thực hiện nhiệm vụ ${quoted(task)}`, task);
      return `${capital(done)}${/^đang\s/iu.test(done) ? '' : '; đang tiếp tục thực hiện'}`;
    case 'chua':
      return `Chưa thực hiện nhiệm vụ ${quoted(task)}: ${small(done)}`;
    case 'khong-phat-sinh':
      return `${capital(done)}${done.toLowerCase().includes(noCase) ? '' : ` (${noCase})`}`;
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
  return completeFigure(text, figure.text) ?? `${text}, đạt ${figure.text}`;
}

/**
 * The text with the share completed where somebody already wrote its two numbers: "tại 9/11 thôn, phố" with
 * "9/11 thôn, phố (81,8%)". Null when the numbers are not there.
 */
export function completeFigure(text: string, figure: string): string | null {
  if (text.includes(figure)) return text;
  const bare = figure.includes(' (') ? figure.slice(0, figure.lastIndexOf(' (')) : figure;
  const at = placeOf(text, bare);
  if (at >= 0) return `${text.slice(0, at)}${figure}${text.slice(at + bare.length)}`;
  return placeOf(text, bare.split(' ')[0] ?? bare) >= 0 ? text : null;
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

/** `minh chứng kèm theo: 03 tài liệu, trong đó có Biên bản số 14/BB ngày 10/6/2024`; empty without proof. */
export function evidenceSentence(tasks: readonly FactTask[]): string {
  const all = distinctEvidence(tasks);
  if (all.length === 0) return '';
  const cited = citedWords(all, 5);
  return `Minh chứng kèm theo: ${formatCount(all.length)} tài liệu${cited === '' ? '' : `, trong đó có ${cited}`}`;
}

/** The numbered documents among some proof, at most so many by name, the rest counted; empty when there is none. */
export function citedWords(proof: readonly FactEvidence[], atMost: number): string {
  const numbered = proof.filter((each) => (each.number ?? '').trim() !== '').map(citation);
  const cited = numbered.slice(0, atMost).join('; ');
  return numbered.length > atMost ? `${cited} và ${formatCount(numbered.length - atMost)} văn bản khác` : cited;
}

function citation({ title, number, date }: FactEvidence): string {
  const name = clause(title);
  const withNumber = name.includes(number ?? '') ? name : `${name} số ${number}`;
  const day = date === null || date === '' ? '' : shortDate(date);
  return day === '' || withNumber.includes(day) ? withNumber : `${withNumber} ngày ${day}`;
}
