/** What the Chủ tịch has to know this morning, from a year's facts. Rules OV15–OV18 of SPEC.md. Pure. */
import { type IsoDate, shortDate } from '../text/dates.ts';
import { daysLate, lastDay, type Piece, pieceOf } from './cell.ts';
import { owedBefore } from './owed-before.ts';
import { type CountedPieces, countByArea, countByPerson, type HolderCount, holderNamer } from './sums.ts';
import type { YearFacts } from './year.ts';

export type BriefTask = {
  readonly taskId: string;
  readonly text: string;
  /** Who answers, by name; several are joined. */
  readonly who: string;
  readonly by: IsoDate;
  readonly daysLate: number;
  /** True when the day counts working days of a year whose holidays are not announced. */
  readonly estimated: boolean;
  readonly doing: boolean;
  /** The earlier window that asked for it; null for the window shown. */
  readonly owedFrom: string | null;
};

export type PendingDecision = {
  readonly kind: 'proposal' | 'nobody' | 'asks';
  readonly taskIds: readonly string[];
  readonly words: string;
};

export type Briefing = {
  readonly windowLabel: string;
  readonly today: IsoDate;
  /** Last day of what counts as soon: ten working days from today. */
  readonly until: IsoDate;
  /** Longest late first. */
  readonly late: readonly BriefTask[];
  /** Asked for in an earlier window, and told in none since (OV28); longest late first. */
  readonly owed: readonly BriefTask[];
  /** The nearest day first. */
  readonly atRisk: readonly BriefTask[];
  readonly people: readonly HolderCount[];
  readonly areas: readonly (CountedPieces & { readonly name: string })[];
  readonly decisions: readonly PendingDecision[];
  readonly counts: Readonly<Record<Piece, number>>;
};

export type BriefingAsked = { readonly at: number; readonly today: IsoDate; readonly until: IsoDate };

/** `at` is the place of the window among the year's; null when it has none such. */
export function briefingOf(facts: YearFacts, { at, today, until }: BriefingAsked): Briefing | null {
  const window = facts.windows[at];
  if (!window) return null;
  const holdersOf = holderNamer(facts);
  const late: BriefTask[] = [];
  const owed: BriefTask[] = [];
  const atRisk: BriefTask[] = [];
  const proposals: PendingDecision[] = [];
  const nobody: string[] = [];
  const asks: string[] = [];
  const counts = {} as Record<Piece, number>;
  for (const task of facts.tasks) {
    const cell = task.cells[at];
    if (!cell) continue;
    const piece = pieceOf(cell, window, today);
    counts[piece] = (counts[piece] ?? 0) + 1;
    const who = holdersOf(task, at)
      .map(({ name }) => name)
      .join(', ');
    const line: BriefTask = {
      taskId: task.id,
      text: task.text,
      who,
      by: lastDay(cell, window),
      daysLate: daysLate(cell, window, today),
      estimated: !cell.confirmed,
      doing: cell.state === 'dang-lam',
      owedFrom: null,
    };
    const before = owedBefore(facts, task, at, today);
    if (before) {
      const { windowLabel, ...since } = before;
      owed.push({ ...line, ...since, owedFrom: windowLabel });
    }
    if (piece === 'late') late.push(line);
    else if ((piece === 'none' || piece === 'doing') && cell.due && line.by <= until) atRisk.push(line);
    if (cell.proposal !== '')
      proposals.push({ kind: 'proposal', taskIds: [task.id], words: `${who}: ${cell.proposal.replace(/\s+/g, ' ')}` });
    if (cell.people.length === 0 && piece !== 'done' && piece !== 'notArisen' && piece !== 'idle') nobody.push(task.id);
    if (piece === 'asks') asks.push(task.id);
  }
  late.sort((a, b) => b.daysLate - a.daysLate);
  owed.sort((a, b) => b.daysLate - a.daysLate);
  atRisk.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  const decisions: PendingDecision[] = [...proposals];
  if (nobody.length > 0)
    decisions.push({
      kind: 'nobody',
      taskIds: nobody,
      words: `Phân công người cho ${nobody.length} việc chưa ai phụ trách`,
    });
  if (asks.length > 0)
    decisions.push({
      kind: 'asks',
      taskIds: asks,
      words: `Ấn định thời gian cho ${asks.length} việc ghi chưa rõ thời gian`,
    });
  return {
    windowLabel: window.label,
    today,
    until,
    late,
    owed,
    atRisk,
    people: countByPerson(facts, at, today),
    areas: countByArea(facts, at, today),
    decisions,
    counts,
  };
}

/** What one officer still owes, as plain short lines to paste into Zalo; null when there is nothing to say (OV19). */
export function zaloText(
  facts: YearFacts,
  { at, today, until }: BriefingAsked,
  personId: string,
): { text: string; tasks: number } | null {
  const window = facts.windows[at];
  const person = facts.people.find((each) => each.id === personId);
  if (!window || !person) return null;
  const parts: Record<'late' | 'owed' | 'soon' | 'later' | 'unproven', string[]> = {
    late: [],
    owed: [],
    soon: [],
    later: [],
    unproven: [],
  };
  const dated = (list: string[], day: IsoDate, words: string) => list.push(`${day}\n${words}`);
  for (const task of facts.tasks) {
    const cell = task.cells[at];
    if (!cell?.people.includes(personId)) continue;
    const piece = pieceOf(cell, window, today);
    const by = lastDay(cell, window);
    const title = shortTitle(task.text);
    const sure = cell.confirmed ? '' : ', tạm tính';
    const before = owedBefore(facts, task, at, today);
    if (piece === 'late')
      dated(parts.late, by, `- ${title} (hạn ${shortDate(by)}${sure}, chậm ${daysLate(cell, window, today)} ngày)`);
    else if (before) dated(parts.owed, before.by, `- ${title} (${before.windowLabel}, chậm ${before.daysLate} ngày)`);
    else if ((piece === 'none' || piece === 'doing') && cell.due)
      dated(by <= until ? parts.soon : parts.later, by, `- ${title} (hạn ${shortDate(by)}${sure})`);
    else if (piece === 'unproven') dated(parts.unproven, by, `- ${title}`);
  }
  const tasks = Object.values(parts).reduce((sum, each) => sum + each.length, 0);
  if (tasks === 0) return null;
  const block = (head: string, dated: string[]): string[] => {
    if (dated.length === 0) return [];
    const lines = dated.sort().map((line) => line.slice(line.indexOf('\n') + 1));
    const left = lines.length - mostLines;
    return [
      '',
      `${head} (${lines.length}):`,
      ...lines.slice(0, mostLines),
      ...(left > 0 ? [`- và ${left} việc khác`] : []),
    ];
  };
  return {
    tasks,
    text: [
      `Kính gửi đồng chí ${person.name},`,
      `Việc ${window.label} tính đến ${shortDate(today)}:`,
      ...block('QUÁ HẠN', parts.late),
      ...block('CÒN NỢ TỪ KỲ TRƯỚC', parts.owed),
      ...block('SẮP ĐẾN HẠN', parts.soon),
      ...block('CÒN PHẢI LÀM TRONG KỲ', parts.later),
      ...block('ĐÃ XONG, THIẾU MINH CHỨNG', parts.unproven),
      '',
      'Đề nghị đồng chí ghi kết quả và gửi minh chứng.',
    ].join('\n'),
  };
}

const longestTitle = 110;

/** A message longer than a screen of a telephone is not read; each part says how many more there are. */
const mostLines = 12;

/** A task's words on one line, cut at a word. Marks that chat programs read as looks become plain. */
export function shortTitle(text: string, longest = longestTitle): string {
  const plain = text
    .replace(/^[\s\-–+•*]+/, '')
    .replace(/[*_~`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;,:]+$/, '');
  if (plain.length <= longest) return plain;
  const cut = plain.slice(0, longest - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > longest / 2 ? space : cut.length).replace(/[\s,;:–-]+$/, '')}…`;
}
