/** A cell of the row with its differences in its own words: tasks one by one, other lists and lines as one text. */
import type { ReactNode } from 'react';
import { DiffWords, NewWords, OldWords, Tag } from './diff-words.tsx';
import type { FieldValue } from './logic/fields.ts';
import type { ChangeIndex } from './logic/update.ts';
import styles from './open-plan.module.css';

/** The tasks of a row; null where none of them differs. */
export function changedTasks(index: ChangeIndex, row: number, tasks: readonly string[]): ReactNode | null {
  const lost = index.lostTasks(row);
  const isNew = index.group(row)?.state === 'added';
  if (lost.length === 0 && !isNew && tasks.every((_, item) => index.task(row, item) === null)) return null;
  const numbered = tasks.length + lost.length > 1;
  return (
    <>
      {tasks.map((text, item) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries of a cell have no other identity than their order
        <span key={item} className={styles.entry}>
          {numbered ? <span className={styles.entryNumber}>{item + 1}.</span> : null}
          <span>
            <TaskWords index={index} row={row} item={item} text={text} />
          </span>
        </span>
      ))}
      {lost.map(({ id, words, state }) => (
        <span key={id} className={styles.entry}>
          {numbered ? <span className={styles.entryNumber} /> : null}
          <span>
            {state === 'removed' ? <OldWords text={words} /> : words}
            <Tag tone={state === 'removed' ? 'old' : 'plain'}>
              {state === 'removed' ? 'tệp không còn' : 'tệp không còn, vẫn giữ'}
            </Tag>
          </span>
        </span>
      ))}
    </>
  );
}

function TaskWords({ index, row, item, text }: { index: ChangeIndex; row: number; item: number; text: string }) {
  const task = index.task(row, item);
  if (!task) return <>{text}</>;
  if (task.state === 'added')
    return (
      <>
        <NewWords text={text} />
        <Tag tone="new">mới</Tag>
      </>
    );
  if (task.state === 'taken-out')
    return (
      <>
        {text}
        <Tag tone="plain">đã bỏ trong Sổ Việc</Tag>
      </>
    );
  const [change] = task.fields;
  return (
    <>
      {change && change.kind !== 'hand' ? <DiffWords before={change.stored} after={change.file} /> : text}
      {task.moved ? <Tag tone="plain">chuyển chỗ</Tag> : null}
    </>
  );
}

/** A line or list that differs; null where the file changed nothing of it. */
export const changedValue = (
  change: { kind: 'file' | 'hand' | 'both'; stored: FieldValue; file: FieldValue } | null | undefined,
): ReactNode | null =>
  change && change.kind !== 'hand' ? <DiffWords before={change.stored} after={change.file} /> : null;
