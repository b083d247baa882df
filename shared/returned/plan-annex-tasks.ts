/** One cell of tasks that came back from Word: each line is a task or a part of one. */

import { cellName } from './plan-annex-read.ts';
import type { AnnexOrigin, ReturnedAnnexTarget } from './plan-annex-target.ts';
import type { ProposedChange } from './returned-change.ts';
import { returnedLines } from './returned-lines.ts';

type Proposal = Omit<ProposedChange<ReturnedAnnexTarget>, 'id'>;

const bullet = /^[-–+•*]\s*/u;
/** Lines without the marks in front of them. */
export const bareLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replace(bullet, ''))
    .filter((line) => line !== '');

/** A task with some of its lines changed; the marks of the lines stay. Empty where nothing is left. */
export function taskTextAfter(stored: string, changes: readonly { line: number; text: string | null }[]): string {
  const said = new Map(changes.map(({ line, text }) => [line, text]));
  const lines = stored
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.replace(bullet, '') !== '');
  return lines
    .flatMap((line, at) => {
      const text = said.get(at);
      return text === undefined ? [line] : text === null ? [] : [`${bullet.exec(line)?.[0] ?? ''}${text}`];
    })
    .join('\n');
}

/** The tasks of one cell, line by line: each line is a task or a part of one. */
export function taskChanges(
  origin: AnnexOrigin,
  own: readonly string[],
  file: readonly string[],
  exported: readonly string[],
  at: number,
): Proposal[] {
  const owners = origin.tasks.flatMap((task) => bareLines(task.text).map((_, line) => ({ task, line })));
  const isKnown = owners.length === own.length;
  return returnedLines(own, file, exported).map((edit): Proposal => {
    const { kind, conflict } = edit;
    const before = edit.own === null ? '' : (own[edit.own] ?? '');
    const text = edit.file === null ? '' : (file[edit.file] ?? '');
    const said = { kind, where: cellName(at, 'task'), before, after: kind === 'moved' ? before : text, conflict };
    const owner = edit.own === null ? undefined : owners[edit.own];
    const above = owners[edit.after]?.task.id ?? null;
    if (!isKnown || (kind !== 'added' && !owner)) {
      const why = 'Không rõ đây là nhiệm vụ nào trong ô. Hãy sửa ở mục Nhiệm vụ.';
      return { ...said, target: null, why };
    }
    const whole = owner ? bareLines(owner.task.text) : [];
    if (kind === 'added') {
      if (origin.ownTask)
        return { ...said, target: null, why: 'Dòng này chỉ có một nhiệm vụ. Hãy thêm ở mục Nhiệm vụ.' };
      return { ...said, target: { kind: 'addTask', groupId: origin.groupId, after: above, text }, why: null };
    }
    if (!owner) return { ...said, target: null, why: null };
    const { id } = owner.task;
    if (kind === 'moved') {
      const target: ReturnedAnnexTarget = { kind: 'moveTask', id, groupId: origin.groupId, after: above };
      return {
        ...said,
        target: whole.length === 1 ? target : null,
        why: whole.length === 1 ? null : 'Đây là một phần của nhiệm vụ. Hãy sửa ở mục Nhiệm vụ.',
      };
    }
    if (kind !== 'removed' || whole.length > 1) {
      const target: ReturnedAnnexTarget = {
        kind: 'taskLine',
        id,
        line: owner.line,
        text: kind === 'removed' ? null : text,
      };
      return { ...said, target, why: null };
    }
    if (!owner.task.worked) return { ...said, target: { kind: 'removeTask', id }, why: null };
    const why = 'Nhiệm vụ này đã có kết quả hoặc minh chứng nên được giữ lại. Cần bỏ thì xóa ở mục Nhiệm vụ.';
    return { ...said, target: null, why };
  });
}
