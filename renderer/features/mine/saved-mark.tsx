/** "Đã lưu 09:41", or why not yet: what the person looks at before closing the window. */
import { Button, Loader } from '@mantine/core';
import { IconCircleCheckFilled, IconPencil } from '@tabler/icons-react';
import { timeInVietnam } from '../../../shared/text/dates.ts';
import { Note } from '../../ui/note.tsx';
import { Shortcut } from '../../ui/shortcut.tsx';
import type { Entry } from './use-entry.ts';
import styles from './work-pane.module.css';

export function SavedMark({ entry: { status, unsaved, savedAt, save } }: { entry: Entry }) {
  if (status.state === 'refused')
    return (
      <Note tone="problem" announce actions={<Button onClick={save}>Lưu lại</Button>}>
        {status.sentence}
      </Note>
    );
  return (
    <span className={styles.saved} role="status">
      {status.state === 'saving' ? (
        <>
          <Loader size="0.875rem" /> Đang lưu…
        </>
      ) : unsaved ? (
        <>
          <IconPencil size="1rem" aria-hidden /> Đang gõ, tự lưu khi rời ô (<Shortcut keys="Ctrl S" />)
        </>
      ) : savedAt === null ? (
        'Chưa ghi gì trong kỳ này. Ghi đến đâu tự lưu đến đó.'
      ) : (
        <>
          <IconCircleCheckFilled size="1rem" aria-hidden /> Đã lưu {timeInVietnam(savedAt)}
        </>
      )}
    </span>
  );
}
