/** Somebody else changed the same words meanwhile: both texts, and the choice. Nothing is merged or dropped unasked. */
import type { ReactNode } from 'react';
import type { SavedField } from '../data/saver/saving.ts';
import { Note, TextAction } from '../ui/note.tsx';
import styles from './two-texts.module.css';

/** The question itself, whatever shows the versions: both choices in the same words everywhere. */
export function TwoVersions({
  field,
  children,
}: {
  field: Pick<SavedField, 'status' | 'keepMine' | 'takeSaved'>;
  children: ReactNode;
}) {
  return (
    <Note
      tone="problem"
      title="Có hai bản."
      announce
      actions={
        <>
          <TextAction onClick={field.keepMine}>Lưu bản tôi vừa gõ</TextAction>
          <TextAction onClick={field.takeSaved}>Lấy bản đã lưu, bỏ chữ vừa gõ</TextAction>
        </>
      }
    >
      {field.status.state === 'conflict' ? field.status.sentence : ''}
      {children}
    </Note>
  );
}

/** Nothing while there is no conflict. `saved` is what stands there now, in words. */
export function TwoTexts({ field, saved }: { field: SavedField; saved: string }) {
  if (field.status.state !== 'conflict') return null;
  return (
    <TwoVersions field={field}>
      <span className={styles.text}>{saved || '(để trống)'}</span>
    </TwoVersions>
  );
}
