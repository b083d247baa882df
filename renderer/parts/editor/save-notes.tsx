/** How far the writing is saved, said beside the title and, where it could not be, above the words. */
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Note } from '../../ui/note.tsx';
import type { SaveState } from './document-saver.ts';
import styles from './editor.module.css';

const words: Record<SaveState<unknown>['state'], string> = {
  saved: 'Đã lưu',
  typing: 'Chưa lưu',
  saving: 'Đang lưu…',
  refused: 'Chưa lưu được',
  conflict: 'Chưa lưu: nơi khác vừa sửa',
};

export const SaveWords = ({ status }: { status: SaveState<unknown> }) => (
  <span className={styles.status} role="status" aria-live="polite">
    {words[status.state]}
  </span>
);

type SaveNotesProps<Kept> = {
  status: SaveState<Kept>;
  onKeepMine: (current: Kept) => void;
  onTakeTheirs: (current: Kept) => void;
};

/** The server's sentence where it refused; whoever was overtaken chooses between the two documents. */
export function SaveNotes<Kept>({ status, onKeepMine, onTakeTheirs }: SaveNotesProps<Kept>) {
  if (status.state === 'refused')
    return (
      <Note tone="problem" announce>
        {status.sentence}
      </Note>
    );
  if (status.state !== 'conflict') return null;
  const { current, sentence } = status;
  return (
    <Note
      tone="doubt"
      announce
      actions={
        current === null ? null : (
          <>
            <Button size="compact-sm" onClick={() => onKeepMine(current)}>
              Lưu bản trên màn hình này
            </Button>
            <Button size="compact-sm" onClick={() => onTakeTheirs(current)}>
              Lấy bản vừa lưu nơi khác
            </Button>
          </>
        )
      }
    >
      {sentence}
    </Note>
  );
}

/** Ctrl+S anywhere on the screen; the browser's own would save the page of the program. */
export function useSaveKey(save: () => void): void {
  const now = useRef(save);
  now.current = save;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      now.current();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
