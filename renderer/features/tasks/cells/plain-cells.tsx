/** The cells that show and do not open an editor of their own kind: component, lead, time, state, proof. */
import type { ProgressState } from '../../../../shared/api/contract/plans.ts';
import { Person } from '../../../ui/person.tsx';
import { TaskStateBadge, type TaskStateName } from '../../../ui/state-badge.tsx';
import type { TableLine, TaskLine } from '../logic/table-rows.ts';
import { concernOf, lacksEvidence } from '../logic/task-filter.ts';
import { useTaskContext } from '../task-context.ts';
import styles from './cells.module.css';

export const stateNames: Record<ProgressState, TaskStateName> = {
  chua: 'none',
  'dang-lam': 'working',
  xong: 'done',
  'khong-phat-sinh': 'nothingArose',
};

export function ComponentCell({ line }: { line: TableLine }) {
  return (
    <div className={styles.components}>
      {line.group.components.map((component) => (
        <div key={component.id}>{component.name}</div>
      ))}
    </div>
  );
}

/** True where a field differs from what its group says, and the group holds other tasks too. */
const isOwn = (line: TaskLine, override: string | null): boolean => override !== null && line.group.tasks.length > 1;

const Own = () => <div className={styles.own}>riêng nhiệm vụ này</div>;

export function LeadCell({ line }: { line: TaskLine }) {
  const { task } = line.item;
  const { nameOf, officer } = useTaskContext();
  const responsible = nameOf(task.assigneeId ?? task.personIds[0]);
  const executes = officer !== null && concernOf(line.item, officer) === 'executes';
  return (
    <div>
      <Person
        words={task.lead || 'Chưa ghi'}
        holder={responsible}
        sub={task.assigneeId ? (responsible ?? undefined) : undefined}
      />
      {isOwn(line, task.leadOverride) ? <Own /> : null}
      {executes ? <div className={styles.own}>cùng thực hiện</div> : null}
    </div>
  );
}

export function TimeCell({ line }: { line: TaskLine }) {
  const { task } = line.item;
  return (
    <div>
      {task.time === '' ? (
        <span className={styles.missing}>Chưa ghi</span>
      ) : (
        <span className={styles.lines}>{task.time}</span>
      )}
      {isOwn(line, task.timeOverride) ? <Own /> : null}
    </div>
  );
}

export function StateCell({ line }: { line: TaskLine }) {
  const { window } = useTaskContext();
  if (!window) return <span className={styles.missing}>–</span>;
  const state = line.item.task.progress?.state ?? 'chua';
  return <TaskStateBadge state={stateNames[state]}>{state === 'chua' ? 'Chưa có' : undefined}</TaskStateBadge>;
}

export function EvidenceCell({ line }: { line: TaskLine }) {
  const { evidenceCount } = line.item.task;
  if (lacksEvidence(line.item)) return <span className={styles.lacking}>Thiếu</span>;
  if (evidenceCount === 0) return <span className={styles.missing}>–</span>;
  return <span className="numbers">{evidenceCount}</span>;
}
