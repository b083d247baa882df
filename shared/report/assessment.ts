/** Parts III to V of a report: what was achieved, what was not, what comes next, what is asked for. Counts and reported words only. */
import { oneLine } from '../text/fold.ts';
import { capital } from '../text/letter-case.ts';
import { type FactTask, type ProgressState, progressState, type ReportFacts } from './facts.ts';
import { formatCount, formatShare } from './figures.ts';
import type { ReportSection } from './report.ts';
import { fillHere, inWindow, namesOf } from './selection.ts';
import { clause, distinctEvidence, namedTasks } from './sentences.ts';

export function assessmentSections(facts: ReportFacts): ReportSection[] {
  const tasks = inWindow(facts.areas.flatMap((area) => area.tasks));
  const limits = limitLines(tasks);
  return [
    { key: 'assessment', label: 'III.', heading: 'Đánh giá chung', text: '' },
    { key: 'assessment:achieved', label: '1.', heading: 'Kết quả đạt được', text: achievedText(facts, tasks) },
    {
      key: 'assessment:limits',
      label: '2.',
      heading: 'Tồn tại, hạn chế',
      text:
        limits.length === 0 ? 'Trong kỳ các đơn vị, bộ phận không phản ánh khó khăn, vướng mắc.' : limits.join('\n'),
    },
    { key: 'assessment:causes', label: '3.', heading: 'Nguyên nhân', text: causesText(limits.length) },
    { key: 'next', label: 'IV.', heading: 'Phương hướng, nhiệm vụ kỳ tiếp theo', text: nextText(facts, tasks) },
    { key: 'proposals', label: 'V.', heading: 'Kiến nghị, đề xuất', text: proposalsText(tasks) },
  ];
}

const share = (part: number, whole: number): string => `${part}/${whole} nhiệm vụ (${formatShare(part, whole)})`;

const stateClauses: Readonly<Record<ProgressState, string>> = {
  xong: 'hoàn thành',
  'dang-lam': 'đang thực hiện',
  'khong-phat-sinh': 'không phát sinh',
  chua: 'chưa thực hiện',
};

function achievedText(facts: ReportFacts, tasks: readonly FactTask[]): string {
  if (tasks.length === 0) return 'Trong kỳ không phát sinh nhiệm vụ đến thời gian thực hiện.';
  const counts = progressState.options.map((state) => ({
    state,
    count: tasks.filter((task) => task.progress?.state === state).length,
  }));
  const order: readonly ProgressState[] = ['xong', 'dang-lam', 'khong-phat-sinh', 'chua'];
  const parts = order.flatMap((state) => {
    const count = counts.find((each) => each.state === state)?.count ?? 0;
    return count === 0 && state !== 'xong' ? [] : [`${stateClauses[state]} ${share(count, tasks.length)}`];
  });
  const silent = tasks.filter((task) => task.progress === null).length;
  if (silent > 0) parts.push(`chưa có kết quả báo cáo ${share(silent, tasks.length)}`);
  return [
    `Trong tổng số ${formatCount(tasks.length)} nhiệm vụ của kỳ: ${parts.join('; ')}.`,
    ...completeAreas(facts),
    ...proofLines(tasks),
  ].join('\n');
}

function completeAreas(facts: ReportFacts): string[] {
  const complete = facts.areas.filter((area) => {
    const current = inWindow(area.tasks);
    return current.length > 0 && current.every((task) => task.progress?.state === 'xong');
  });
  if (complete.length === 0) return [];
  const named = complete.map((area) => {
    const count = inWindow(area.tasks).length;
    return `${oneLine(area.name)} (${count}/${count} nhiệm vụ)`;
  });
  return [`Các nội dung đã hoàn thành toàn bộ nhiệm vụ trong kỳ: ${named.join('; ')}.`];
}

function proofLines(tasks: readonly FactTask[]): string[] {
  const done = tasks.filter((task) => task.progress?.state === 'xong');
  if (done.length === 0) return [];
  const proven = done.filter((task) => task.evidence.length > 0).length;
  return [
    `Nhiệm vụ hoàn thành có minh chứng: ${share(proven, done.length)}; tổng số minh chứng đã tập hợp trong kỳ: ${formatCount(distinctEvidence(tasks).length)} tài liệu.`,
  ];
}

function limitLines(tasks: readonly FactTask[]): string[] {
  const lines: string[] = [];
  const late = tasks.filter((task) => task.progress?.state === 'chua');
  if (late.length > 0) lines.push(`- Còn ${share(late.length, tasks.length)} chưa thực hiện: ${namedTasks(late)}.`);
  const silent = tasks.filter((task) => task.progress === null);
  if (silent.length > 0) {
    const leads = namesOf(silent);
    lines.push(
      `- Còn ${share(silent.length, tasks.length)} chưa có kết quả báo cáo${leads.length === 0 ? '' : ` của ${leads.join('; ')}`}.`,
    );
  }
  return [...lines, ...spokenBy(tasks, (task) => task.progress?.obstacle ?? '')];
}

/** What leads wrote, one line each; the same words of several leads are said once with all their names. */
function spokenBy(tasks: readonly FactTask[], wordsOf: (task: FactTask) => string): string[] {
  const speakers = new Map<string, Set<string>>();
  for (const task of tasks) {
    const words = capital(clause(wordsOf(task)));
    if (words === '' || /^(không( có)?|không phát sinh)$/iu.test(words)) continue;
    const leads = speakers.get(words) ?? new Set();
    if (task.lead.trim() !== '') leads.add(oneLine(task.lead));
    speakers.set(words, leads);
  }
  return [...speakers].map(([words, leads]) => `- ${words}${leads.size === 0 ? '' : ` (${[...leads].join('; ')})`}.`);
}

/** No fact tells causes; the form gives the room and a person writes. */
const causesText = (limits: number): string =>
  limits === 0
    ? 'Trong kỳ không phát sinh tồn tại, hạn chế được phản ánh.'
    : `- Nguyên nhân khách quan: ${fillHere}\n- Nguyên nhân chủ quan: ${fillHere}`;

function nextText(facts: ReportFacts, tasks: readonly FactTask[]): string {
  const open = tasks.filter(
    (task) => task.progress === null || task.progress.state === 'chua' || task.progress.state === 'dang-lam',
  );
  const lines = namesAndTasks(open);
  if (lines.length > 0) lines.unshift('Tập trung thực hiện, hoàn thành các nhiệm vụ còn lại của kỳ này:');
  const later = facts.areas.flatMap((area) => area.tasks).filter((task) => !task.due && task.progress === null);
  if (later.length > 0)
    lines.push(
      `Chuẩn bị và triển khai ${formatCount(later.length)} nhiệm vụ của Kế hoạch chưa đến thời gian thực hiện trong kỳ này, bảo đảm đúng thời gian quy định.`,
    );
  const continuous = tasks.filter((task) => /thường xuyên/iu.test(task.time)).length;
  if (continuous > 0)
    lines.push(
      `Tiếp tục duy trì ${formatCount(continuous)} nhiệm vụ thực hiện thường xuyên; cập nhật kết quả và minh chứng theo từng kỳ báo cáo.`,
    );
  if (lines.length === 0) lines.push('Tiếp tục thực hiện các nhiệm vụ của Kế hoạch theo thời gian quy định.');
  return lines.join('\n');
}

function namesAndTasks(tasks: readonly FactTask[]): string[] {
  return [...namesOf(tasks), ''].flatMap((lead) => {
    const members = tasks.filter((task) => oneLine(task.lead) === lead);
    if (members.length === 0) return [];
    return [`- ${lead === '' ? 'Chưa rõ đơn vị chủ trì' : lead}: ${namedTasks(members)}.`];
  });
}

function proposalsText(tasks: readonly FactTask[]): string {
  const lines = spokenBy(tasks, (task) => task.progress?.proposal ?? '');
  return lines.length === 0 ? 'Không có kiến nghị, đề xuất.' : lines.join('\n');
}
