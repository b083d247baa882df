/** The cells that show and do not open an editor of their own kind: component, lead, time, state, proof. */
import type { ProgressState } from '../../../../shared/api/contract/plans.ts';
import { entryOf, gatheredWords } from '../../../../shared/report/gather.ts';
import { shortDate } from '../../../../shared/text/dates.ts';
import { Person } from '../../../ui/person.tsx';
import { TaskStateBadge, type TaskStateName } from '../../../ui/state-badge.tsx';
import type { TableLine, TaskLine } from '../logic/table-rows.ts';
import { concernOf, dueStanding, lacksEvidence } from '../logic/task-filter.ts';
import styles from './cells.module.css';
import { useTaskContext } from './task-context.ts';

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
      <DueMark line={line} />
    </div>
  );
}

/** How the time stands to the window; an open question leads to its answer. */
function DueMark({ line }: { line: TaskLine }) {
  const { judge } = useTaskContext();
  const { due, time } = line.item.task;
  const standing = dueStanding(line.item, judge);
  if (due === null || standing === null) return null;
  const asks =
    due.question === null ? null : (
      <a href={`#/thoi-han/chu/${encodeURIComponent(time)}`} className={styles.asks} title={due.question} tabIndex={-1}>
        Cần hỏi thời gian
      </a>
    );
  const day = due.by === null ? '' : ` ${shortDate(due.by)}`;
  const words = {
    late: `Quá hạn${day}`,
    due: due.by === null ? 'Đến hạn' : `Hạn${day}`,
    asks: '',
    waiting: 'Chờ sự kiện',
    later: 'Kỳ khác',
  };
  return (
    <div className={styles.due} title={due.why}>
      {words[standing] ? <span className={styles[standing]}>{words[standing]}</span> : null}
      {asks}
    </div>
  );
}

export function StateCell({ line }: { line: TaskLine }) {
  const { window } = useTaskContext();
  if (!window) return <span className={styles.missing}>–</span>;
  const { task } = line.item;
  const state = entryOf(task)?.state ?? 'chua';
  return (
    <>
      <TaskStateBadge state={stateNames[state]}>{state === 'chua' ? 'Chưa có' : undefined}</TaskStateBadge>
      {task.gathered ? <div className={styles.own}>{gatheredWords(task.gathered)}</div> : null}
      {task.progress?.lateReason ? (
        <div className={styles.own}>ghi sau khi khóa: {task.progress.lateReason}</div>
      ) : null}
    </>
  );
}

export function EvidenceCell({ line }: { line: TaskLine }) {
  const { evidenceCount } = line.item.task;
  if (lacksEvidence(line.item)) return <span className={styles.lacking}>Thiếu</span>;
  if (evidenceCount === 0) return <span className={styles.missing}>–</span>;
  return <span className="numbers">{evidenceCount}</span>;
}
