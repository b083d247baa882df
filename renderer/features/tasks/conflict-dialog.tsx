/** Two people changed one text: both versions, and a choice that loses neither by accident. */
import { Button, Group, Modal } from '@mantine/core';
import { useRef } from 'react';
import { useTaskScreen } from './logic/screen-state.ts';
import styles from './tasks-page.module.css';

export function ConflictDialog() {
  const asked = useTaskScreen((state) => state.conflict);
  const ask = useTaskScreen((state) => state.ask);
  // The last question stays while the dialog fades out, so its words do not vanish before it does.
  const last = useRef(asked);
  if (asked) last.current = asked;
  const conflict = last.current;
  if (!conflict) return null;
  return (
    <Modal
      opened={asked !== null}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={`${conflict.what} vừa được sửa ở cửa sổ khác`}
      size="40rem"
    >
      <p className={styles.conflictLead}>Chưa lưu đè lên chữ của người khác. Hãy so hai bản rồi chọn bản được giữ.</p>
      <div className={styles.conflict}>
        <section aria-label="Chữ của anh/chị">
          <h3 className={styles.conflictTitle}>Chữ của anh/chị</h3>
          <div className={styles.conflictText}>{conflict.mine || '(để trống)'}</div>
        </section>
        <section aria-label="Chữ đang có">
          <h3 className={styles.conflictTitle}>Chữ đang có</h3>
          <div className={styles.conflictText}>{conflict.theirs || '(để trống)'}</div>
        </section>
      </div>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button
          data-autofocus
          onClick={() => {
            ask(null);
            conflict.keepTheirs();
          }}
        >
          Giữ chữ đang có
        </Button>
        <Button
          variant="filled"
          onClick={() => {
            ask(null);
            conflict.saveMine();
          }}
        >
          Lưu chữ của tôi
        </Button>
      </Group>
    </Modal>
  );
}
