/** What stands between the facts and a report that can be signed, task by task, for the one who has to chase it. */
import { compareVi, oneLine } from '../text/fold.ts';
import type { FactTask, ReportFacts } from './facts.ts';
import { figureOf } from './figures.ts';
import { clause } from './sentences.ts';
import { type GapItem, gapItems } from './target-and-activity-facts.ts';

export type MissingItem = {
  kind: 'no-entry' | 'no-proof' | 'no-words' | 'doubtful-number' | GapItem['kind'];
  taskId: string;
  task: string;
  lead: string;
  /** A Vietnamese sentence. */
  reason: string;
};

/** Missing things, kept together per lead in dictionary order, within a lead in the plan's order. */
export function findMissing(facts: ReportFacts): MissingItem[] {
  return facts.areas
    .flatMap((area) => area.tasks)
    .flatMap((task) => missingOf(task, facts.windowLabel))
    .concat(gapItems(facts.areas))
    .sort((a, b) => compareVi(a.lead, b.lead));
}

function missingOf(task: FactTask, windowLabel: string): MissingItem[] {
  const item = (kind: MissingItem['kind'], reason: string): MissingItem => ({
    kind,
    taskId: task.taskId,
    task: clause(task.text),
    lead: oneLine(task.lead),
    reason,
  });
  const { progress } = task;
  if (progress === null) return task.due ? [item('no-entry', `Chưa ghi kết quả ${windowLabel}.`)] : [];
  const found: MissingItem[] = [];
  if (progress.state === 'xong' && task.evidence.length === 0)
    found.push(item('no-proof', 'Đã ghi hoàn thành nhưng chưa có minh chứng.'));
  if ((progress.state === 'xong' || progress.state === 'dang-lam') && clause(progress.doneText) === '')
    found.push(item('no-words', 'Chưa nêu đã làm được gì, báo cáo đang nhắc lại tên nhiệm vụ.'));
  const figure = figureOf(progress);
  if (figure.kind === 'doubtful') found.push(item('doubtful-number', `${figure.reason} Báo cáo chưa dùng số này.`));
  return found;
}
