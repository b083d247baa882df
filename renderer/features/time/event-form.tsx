/** Recording an event, or correcting one: its day, and where it helps its last day, since when it is known, a note. */
import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { EventView } from '../../../shared/api/contract/time.ts';
import { useWrite } from '../../data/cache.ts';
import { call } from '../../data/client.ts';
import { tellUndoable } from '../../parts/acts.ts';
import { DateField, FieldRow, Form } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import styles from './time-page.module.css';

type EventFormProps = { words: string; event: EventView | null; year: number; onClose: () => void };

export function EventForm({ words, event, year, onClose }: EventFormProps) {
  const [date, setDate] = useState(event?.date ?? null);
  const [lastDay, setLastDay] = useState(event?.lastDay ?? null);
  const [knownOn, setKnownOn] = useState(event?.knownOn ?? null);
  const [note, setNote] = useState(event?.note ?? '');
  const save = useWrite(async () => {
    const body = { words, date: date ?? '', lastDay: lastDay ?? '', knownOn: knownOn ?? '', note };
    const { batchId } = event
      ? await call(contract.time.changeEvent, { params: { id: event.id }, body: { ...body, revision: event.revision } })
      : await call(contract.time.addEvent, { body });
    tellUndoable(event ? 'Đã sửa sự kiện.' : 'Đã ghi nhận sự kiện; các việc chờ đã đến hạn.', batchId);
    onClose();
  });
  const wrong =
    date !== null && lastDay !== null && lastDay < date
      ? 'Ngày kết thúc sớm hơn ngày bắt đầu.'
      : date !== null && knownOn !== null && knownOn > date
        ? 'Ngày biết trước phải sớm hơn ngày diễn ra.'
        : null;
  return (
    <Modal opened onClose={onClose} title={event ? 'Sửa sự kiện' : 'Ghi nhận sự kiện'} size="lg">
      <Form label="Ghi nhận sự kiện" onSubmit={() => date !== null && wrong === null && save.mutate(undefined)}>
        <p className={styles.words}>“{words}”</p>
        <FieldRow>
          <DateField label="Ngày xảy ra" required value={date} year={year} onChange={setDate} />
          <DateField label="Ngày kết thúc" value={lastDay} year={year} onChange={setLastDay} />
          <DateField label="Biết trước từ ngày" value={knownOn} year={year} onChange={setKnownOn} />
        </FieldRow>
        <p className="soft">Việc phải làm trước sự kiện đến hạn từ ngày biết trước, ví dụ ngày có lịch bầu cử.</p>
        <TextInput
          label="Ghi chú"
          description="Ví dụ số, ngày của quyết định."
          maxLength={500}
          value={note}
          onChange={(change) => setNote(change.currentTarget.value)}
        />
        {wrong ? <Note tone="doubt">{wrong}</Note> : null}
        {save.error ? (
          <Note tone="problem" announce>
            {save.error.message}
          </Note>
        ) : null}
        <div className={styles.actions}>
          <Button type="submit" variant="filled" disabled={date === null || wrong !== null} loading={save.isPending}>
            Ghi nhận
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </div>
      </Form>
    </Modal>
  );
}
