/** What each column of the task table means, said by a person: the file is read again that way, and the next table with these captions too. */
import { Button, Group, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import { type ColumnMeaning, columnMeaning } from '../../../shared/plan/read-plan.ts';
import { call, Refusal } from '../../data/client.ts';
import { Note } from '../../ui/note.tsx';
import { columnSample, columnTask, meaningWords } from './logic/columns.ts';
import styles from './open-plan.module.css';
import { type Review, useReview } from './review-store.ts';

type ColumnsDialogProps = { review: Review; opened: boolean; onClose: () => void };

export function ColumnsDialog({ review, opened, onClose }: ColumnsDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Đổi cách hiểu cột" size="lg">
      {opened ? <ColumnsForm review={review} onClose={onClose} /> : null}
    </Modal>
  );
}

const options = columnMeaning.options.map((value) => ({ value, label: meaningWords(value) }));

function ColumnsForm({ review, onClose }: Omit<ColumnsDialogProps, 'opened'>) {
  const { read, readId, corrections } = review;
  const [mapping, setMapping] = useState<ColumnMeaning[]>(() => read.columns.map(({ meaning }) => meaning));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const edited = Object.values(corrections.rows).some((fields) => Object.keys(fields).length > 0);
  const missing = columnTask(mapping);

  const readAgain = async () => {
    setBusy(true);
    setProblem('');
    try {
      useReview.getState().readAnew(await call(contract.plans.remap, { params: { id: readId }, body: { mapping } }));
      onClose();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setProblem(error.message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className={styles.columnsForm}>
      <p className="soft">
        Chọn mỗi cột trong tệp là gì. Tệp được đọc lại theo cách hiểu này; lần sau, bảng có cùng tên cột cũng được hiểu
        như vậy.
      </p>
      <div className={styles.columnRows}>
        {read.columns.map(({ caption }, index) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may carry the same words
            key={index}
            label={caption || `Cột thứ ${index + 1} (không tên)`}
            description={columnSample(read, index)}
            data={options}
            value={mapping[index] ?? 'unknown'}
            allowDeselect={false}
            onChange={(value) =>
              setMapping((before) => before.map((old, at) => (at === index ? ((value as ColumnMeaning) ?? old) : old)))
            }
          />
        ))}
      </div>
      {missing ? <Note tone="doubt">Chưa có cột nào là Nhiệm vụ, nên sẽ không lấy được nhiệm vụ từ bảng.</Note> : null}
      {edited ? (
        <Note tone="doubt">
          Các ô trong bảng đã sửa tay sẽ trở về như đọc được. Phần đầu văn bản và phần lời giữ nguyên.
        </Note>
      ) : null}
      {problem ? (
        <Note tone="problem" announce>
          {problem}
        </Note>
      ) : null}
      <Group justify="flex-end" gap="sm">
        <Button onClick={onClose} disabled={busy}>
          Thôi
        </Button>
        <Button variant="filled" loading={busy} onClick={() => void readAgain()}>
          Đọc lại theo cách này
        </Button>
      </Group>
    </div>
  );
}
