/** "Sửa kỳ này": the days and due dates of one window, changed by themselves; the regime and the other windows stay. */
import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { KeptWindow } from '../../../shared/api/contract/time.ts';
import { useWrite } from '../../data/cache.ts';
import { call } from '../../data/client.ts';
import { tellUndoable } from '../../parts/acts.ts';
import { DateField, FieldRow, Form } from '../../ui/field.tsx';
import { formatCount } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';

export function WindowDialog({ window, onClose }: { window: KeptWindow | null; onClose: () => void }) {
  return (
    <Modal opened={window !== null} onClose={onClose} title={window ? `Sửa ${window.label}` : ''} size="lg">
      {window ? <WindowForm key={window.id} window={window} onClose={onClose} /> : null}
    </Modal>
  );
}

function WindowForm({ window, onClose }: { window: KeptWindow; onClose: () => void }) {
  const [from, setFrom] = useState<string | null>(window.fromDate);
  const [to, setTo] = useState<string | null>(window.toDate);
  const [due, setDue] = useState<string | null>(window.dueDate);
  const [dueStrict, setDueStrict] = useState(window.dueStrict);
  const [superiorDue, setSuperiorDue] = useState<string | null>(window.superiorDueDate);
  const [superiorStrict, setSuperiorStrict] = useState(window.superiorDueStrict);
  const [sure, setSure] = useState(false);
  const { entries, proofs, reports } = window.uses;
  const held = [
    entries > 0 ? `${formatCount(entries)} kết quả` : '',
    proofs > 0 ? `${formatCount(proofs)} minh chứng` : '',
    reports > 0 ? 'báo cáo' : '',
  ].filter(Boolean);
  const moves = held.length > 0 && (from !== window.fromDate || to !== window.toDate);
  const save = useWrite(async () => {
    if (from === null || to === null) return;
    const { batchId } = await call(contract.time.changeWindow, {
      params: { id: window.id },
      body: {
        revision: window.revision,
        fromDate: from,
        toDate: to,
        dueDate: due,
        dueStrict,
        superiorDueDate: superiorDue,
        superiorDueStrict: superiorStrict,
        sure,
      },
    });
    tellUndoable(`Đã sửa ngày của ${window.label}.`, batchId);
    onClose();
  });
  const ready = from !== null && to !== null && (!moves || sure);
  return (
    <Form label={`Sửa ${window.label}`} onSubmit={() => ready && save.mutate(undefined)}>
      <FieldRow>
        <DateField label="Số liệu từ ngày" value={from} year={window.year} onChange={setFrom} required />
        <DateField label="đến hết ngày" value={to} year={window.year} onChange={setTo} required />
      </FieldRow>
      <DueRow
        label="Hạn của mình"
        year={window.year}
        date={due}
        onDate={setDue}
        strict={dueStrict}
        onStrict={setDueStrict}
      />
      <DueRow
        label="Hạn cấp trên"
        year={window.year}
        date={superiorDue}
        onDate={setSuperiorDue}
        strict={superiorStrict}
        onStrict={setSuperiorStrict}
      />
      <p className="soft">Không có hạn thì để trống. Văn bản ghi “trước ngày” thì muộn nhất là hôm trước.</p>
      {moves ? (
        <Note tone="doubt" announce>
          Kỳ này đã có {held.join(', ')}. Đổi ngày có thể làm việc đến hạn hay không đến hạn khác đi; kết quả và minh
          chứng giữ nguyên, máy sao lưu trước khi đổi.
          <Checkbox
            mt="xs"
            label="Đồng ý đổi ngày"
            checked={sure}
            onChange={(event) => setSure(event.currentTarget.checked)}
          />
        </Note>
      ) : null}
      {save.error ? (
        <Note tone="problem" announce>
          {save.error.message}
        </Note>
      ) : null}
      <Group justify="flex-end" gap="sm">
        <Button onClick={onClose}>Thôi</Button>
        <Button type="submit" variant="filled" disabled={!ready} loading={save.isPending}>
          Lưu
        </Button>
      </Group>
    </Form>
  );
}

type DueRowProps = {
  label: string;
  year: number;
  date: string | null;
  onDate: (date: string | null) => void;
  strict: boolean;
  onStrict: (strict: boolean) => void;
};

/** A due date as the letter words it: "trước ngày" means the day before at the latest. */
const DueRow = ({ label, year, date, onDate, strict, onStrict }: DueRowProps) => (
  <FieldRow>
    <DateField label={label} value={date} year={year} onChange={onDate} />
    <Checkbox
      mt="2rem"
      label="ghi “trước ngày”"
      aria-label={`${label} ghi “trước ngày”`}
      checked={strict}
      disabled={date === null}
      onChange={(event) => onStrict(event.currentTarget.checked)}
    />
  </FieldRow>
);
