/** Short words at the foot of the window: what was done, with the way back, or what went wrong. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import styles from './toast.module.css';

const undoTime = 10_000;
const problemTime = 15_000;

/**
 * "Đã xóa 2 minh chứng · Hoàn tác". Stays ten seconds (longer under the pointer); Ctrl+Z does the same afterwards.
 * Returns the id, to take the toast away when the change was undone another way.
 */
export function showUndoToast(done: string, undo: () => void): string {
  const id = notifications.show({
    color: 'accent',
    autoClose: undoTime,
    closeButtonProps: { 'aria-label': 'Đóng thông báo' },
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
  return notifications.show({
    color: 'accent',
    message: <Line words={words} />,
    closeButtonProps: { 'aria-label': 'Đóng thông báo' },
  });
}

/** What happened, what was kept, what to do: for a refusal that has no place of its own on the screen. */
export function showProblemToast(sentence: string, action?: { label: string; run: () => void }): string {
  const id = notifications.show({
    color: 'late',
    autoClose: problemTime,
    closeButtonProps: { 'aria-label': 'Đóng thông báo' },
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
