/** Files being taken in: name, size, and how it ended, one line each, spoken as it changes. */
import { ActionIcon, Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconCopyCheck, IconX } from '@tabler/icons-react';
import { useSession } from '../../state/session.ts';
import { formatBytes } from '../../ui/format.ts';
import styles from './upload-list.module.css';
import { forget, type ProofPlace, retry, samePlace, type Upload, useUploads } from './upload-queue.ts';

/** The lines of one place. Lines that ended well stay until the person takes them away or leaves. */
export function UploadList({ place }: { place: ProofPlace }) {
  const profileId = useSession((session) => session.profileId);
  const all = useUploads((queue) => queue.uploads);
  const uploads = all.filter((each) => each.profileId === profileId && samePlace(each.place, place));
  return (
    <div role="status" aria-label="Tệp đang thêm" className={uploads.length === 0 ? 'visually-hidden' : styles.list}>
      {uploads.map((each) => (
        <UploadLine key={each.key} upload={each} />
      ))}
    </div>
  );
}

function UploadLine({ upload }: { upload: Upload }) {
  return (
    <div className={`${styles.line} ${styles[upload.state]}`}>
      <span className={styles.mark} aria-hidden>
        <Mark state={upload.state} />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{upload.name}</span>
        <span className={styles.state}>{stateWords(upload)}</span>
      </span>
      {upload.state === 'refused' && upload.bytes > 0 ? (
        <Button size="compact-sm" onClick={() => retry(upload.key)}>
          Thử lại
        </Button>
      ) : null}
      {upload.state === 'sending' ? null : (
        <ActionIcon size="md" aria-label={`Bỏ dòng ${upload.name}`} onClick={() => forget(upload.key)}>
          <IconX size="1rem" />
        </ActionIcon>
      )}
    </div>
  );
}

function stateWords({ state, bytes, problem, name, evidence }: Upload): string {
  const size = formatBytes(bytes);
  switch (state) {
    case 'waiting':
      return `${size} · chờ tới lượt`;
    case 'sending':
      return `${size} · đang lưu vào kho…`;
    case 'added':
      return `${size} · đã lưu vào kho`;
    case 'known':
      return evidence && evidence.title !== name
        ? `${size} · Tệp này đã có trong kho với tên “${evidence.title}”, không lưu thêm bản nữa.`
        : `${size} · Tệp này đã có trong kho, không lưu thêm bản nữa.`;
    case 'refused':
      return problem;
  }
}

function Mark({ state }: { state: Upload['state'] }) {
  switch (state) {
    case 'waiting':
      return <IconClock size="1.125rem" />;
    case 'sending':
      return <Loader size="1rem" />;
    case 'added':
      return <IconCheck size="1.125rem" />;
    case 'known':
      return <IconCopyCheck size="1.125rem" />;
    case 'refused':
      return <IconAlertTriangle size="1.125rem" />;
  }
}
