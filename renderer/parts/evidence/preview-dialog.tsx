/** Looking at proofs: the file in a dialog, with the one before and after, and a way to keep a copy on the machine. */
import { Button, Group, Modal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { InlinePreview, type PreviewFile } from './inline-preview.tsx';
import styles from './preview-dialog.module.css';

/** `files` are those the arrows walk through; `shown` is the id of the one in sight, null when closed. */
export function PreviewDialog(props: {
  files: readonly PreviewFile[];
  shown: string | null;
  onShow: (id: string | null) => void;
}) {
  const { files, shown, onShow } = props;
  const place = files.findIndex((file) => file.id === shown);
  const file = files[place];
  const step = (by: number) => {
    const next = files[place + by];
    if (next) onShow(next.id);
  };
  return (
    <Modal
      opened={file !== undefined}
      onClose={() => onShow(null)}
      title={file?.title ?? ''}
      size="72rem"
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft' && event.altKey) step(-1);
        if (event.key === 'ArrowRight' && event.altKey) step(1);
      }}
    >
      <div className={styles.view}>{file ? <InlinePreview file={file} /> : null}</div>
      {files.length > 1 ? (
        <Group justify="center" mt="sm" gap="sm">
          <Button leftSection={<IconChevronLeft size="1rem" />} disabled={place <= 0} onClick={() => step(-1)}>
            Trước
          </Button>
          <span className="soft numbers">
            {place + 1} / {files.length}
          </span>
          <Button
            rightSection={<IconChevronRight size="1rem" />}
            disabled={place >= files.length - 1}
            onClick={() => step(1)}
          >
            Sau
          </Button>
        </Group>
      ) : null}
    </Modal>
  );
}
