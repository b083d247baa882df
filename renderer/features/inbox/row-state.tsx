/** State of a received row; a word this version does not know is shown as it came. */
import { TaskStateBadge, type TaskStateName } from '../../ui/state-badge.tsx';
import { hasState, type ReceivedRow } from './received-rows.ts';

const names = new Map<string, TaskStateName>([
  ['chua', 'none'],
  ['dang-lam', 'working'],
  ['xong', 'done'],
  ['khong-phat-sinh', 'nothingArose'],
]);

export function RowStateBadge({ row }: { row: ReceivedRow }) {
  if (hasState(row, 'unproven')) return <TaskStateBadge state="due">Xong, thiếu minh chứng</TaskStateBadge>;
  const name = row.state === null ? 'none' : names.get(row.state);
  return name ? <TaskStateBadge state={name} /> : <TaskStateBadge state="none">{row.state}</TaskStateBadge>;
}
