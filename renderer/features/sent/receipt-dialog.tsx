/** The code the superior reads out over the telephone: typed in, it marks exactly the version that was received. */
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { AnswerOf } from '../../../shared/api/endpoint.ts';
import { readAgain } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { Note } from '../../ui/note.tsx';
import styles from './sent-page.module.css';

type Marked = AnswerOf<typeof contract.answers.receipt>;

export function ReceiptDialog({ onClose }: { onClose: () => void }) {
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState('');
  const [marked, setMarked] = useState<Marked | null>(null);
  const check = async () => {
    setProblem('');
    setMarked(null);
    try {
      setMarked(await call(contract.answers.receipt, { body: { code } }));
      await readAgain();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setProblem(error.message);
    }
  };
  return (
    <Modal opened onClose={onClose} title="Nhập mã biên nhận">
      <form
        className={styles.export}
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <TextInput
          label="Mã cấp trên đọc qua điện thoại"
          description="16 ký tự, bốn nhóm bốn; gõ chữ thường, có dấu cách hay gạch nối đều được"
          placeholder="7K3M-QX9D-…"
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {problem ? (
          <Note tone="problem" announce>
            {problem}
          </Note>
        ) : null}
        {marked ? (
          <Note tone="done" announce title={marked.isNew ? 'Đã ghi biên nhận.' : 'Biên nhận này đã ghi trước đây.'}>
            {marked.fromUnit ?? 'Nơi nhận (chưa biết khóa của họ)'} đang giữ đúng “{marked.reportTitle}”, bản{' '}
            {marked.reportVersion}.
          </Note>
        ) : null}
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>Đóng</Button>
          <Button type="submit" variant="filled" disabled={code.trim() === ''}>
            Ghi biên nhận
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
