/** Short words at the foot of the window: what was done, with the way back, or what went wrong. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import styles from './toast.module.css';

const undoTime = 10_000;
const problemTime = 15_000;
/** The pointer holds a toast no longer: one that lies where the pointer happens to rest would cover what is under it for ever. */
const longestTime = 20_000;

function show(toast: Parameters<typeof notifications.show>[0]): string {
  const id = notifications.show({ closeButtonProps: { 'aria-label': 'Đóng thông báo' }, ...toast });
  setTimeout(() => notifications.hide(id), longestTime);
  return id;
}

/**
 * "Đã xóa 2 minh chứng · Hoàn tác". Stays ten seconds (under the pointer up to twenty); Ctrl+Z does the same afterwards.
 * Returns the id, to take the toast away when the change was undone another way.
 */
export function showUndoToast(done: string, undo: () => void): string {
  const id = show({
    color: 'accent',
    autoClose: undoTime,
    message: (
      <Line words={done}>
        <Button
          size="compact-sm"
          variant="subtle"
          color="accent"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          Hoàn tác
        </Button>
      </Line>
    ),
  });
  return id;
}

/** A fact that needs no answer: "Đã lưu báo cáo thành tệp Word." */
export function showToast(words: string): string {
  return show({
    color: 'accent',
    message: <Line words={words} />,
  });
}

/** What happened, what was kept, what to do: for a refusal that has no place of its own on the screen. */
export function showProblemToast(sentence: string, action?: { label: string; run: () => void }): string {
  const id = show({
    color: 'late',
    autoClose: problemTime,
    message: (
      <Line words={sentence}>
        {action ? (
          <Button
            size="compact-sm"
            variant="subtle"
            color="late"
            onClick={() => {
              notifications.hide(id);
              action.run();
            }}
          >
            {action.label}
          </Button>
        ) : null}
      </Line>
    ),
  });
  return id;
}

export const hideToast = (id: string): void => {
  notifications.hide(id);
};

function Line({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <div className={styles.line}>
      <span>{words}</span>
      {children}
    </div>
  );
}
