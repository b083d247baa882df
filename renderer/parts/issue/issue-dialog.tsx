/** Asks for number, date and the signed file at once: a document is issued when it has all three. */
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import { problems } from '../../../shared/api/problems.ts';
import { readAgain } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { DropZone } from '../../ui/drop-zone.tsx';
import { DateField } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './issue.module.css';
import type { IssueOwner } from './issue-owner.ts';

type IssueDialogProps = { owner: IssueOwner; opened: boolean; onClose: () => void };

export function IssueDialog({ owner, opened, onClose }: IssueDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Ghi ${owner.kind === 'plan' ? 'kế hoạch' : 'báo cáo'} đã ban hành`}
    >
      <IssueForm owner={owner} onClose={onClose} />
    </Modal>
  );
}

function IssueForm({ owner, onClose }: Omit<IssueDialogProps, 'opened'>) {
  const [number, setNumber] = useState(owner.number);
  const [date, setDate] = useState(owner.date);
  const [file, setFile] = useState<File | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const complete = number.trim() !== '' && date !== '' && file !== null;
  const record = async () => {
    if (file === null) return;
    setBusy(true);
    setRefusal(null);
    try {
      if (file.size > contract.issue.report.body.rawBytes) throw new Refusal('qua-lon', problems['qua-lon'].message);
      const given = {
        params: { id: owner.id },
        query: { number: number.trim(), date, name: file.name, revision: owner.revision },
        bytes: file,
      };
      const issued = await (owner.kind === 'plan'
        ? call(contract.issue.plan, given)
        : call(contract.issue.report, given));
      showToast(`Đã ghi ban hành số ${issued.number}.`);
      onClose();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error.message);
    } finally {
      setBusy(false);
      await readAgain();
    }
  };
  return (
    <div className={styles.form}>
      {refusal ? (
        <Note tone="problem" announce>
          {refusal}
        </Note>
      ) : null}
      <TextInput
        label="Số văn bản"
        description={
          owner.kind === 'plan'
            ? 'Có thể kèm ký hiệu: 08/KH-UBND. Chỉ ghi số thì thêm /KH-UBND.'
            : 'Chỉ phần số, ký hiệu /BC-UBND tự in.'
        }
        maxLength={60}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        data-autofocus
      />
      <DateField label="Ngày ban hành" year={owner.year} value={date || null} onChange={(day) => setDate(day ?? '')} />
      <DropZone
        label="Bản đã ký"
        multiple={false}
        endings={['.pdf', '.jpg', '.jpeg', '.png']}
        hint="Thả bản đã ký (PDF hoặc ảnh quét) vào đây"
        onFiles={([given]) => given && setFile(given)}
      >
        <p className={styles.file} role="status">
          {file ? `Bản ký: ${file.name}` : 'Chưa chọn bản đã ký.'}
        </p>
      </DropZone>
      <p className="soft">Tệp bản ký được giữ nguyên từng byte, không sửa.</p>
      <Group justify="flex-end" gap="sm">
        <Button onClick={onClose}>Thôi</Button>
        <Button variant="filled" disabled={!complete} loading={busy} onClick={() => void record()}>
          Ghi đã ban hành
        </Button>
      </Group>
    </div>
  );
}
