/** Giving a post to a person, from either side: whom or what, and from which day. */
import { Button, Group, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { dayNumber, type IsoDate } from '../../../shared/text/dates.ts';
import { DateField } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import styles from './office-page.module.css';
import type { Refused } from './people-writes.ts';

export type GiveDialogProps = {
  title: string;
  /** Label of the choice: "Bộ phận" or "Người". */
  field: string;
  choices: readonly { value: string; label: string }[];
  opened: boolean;
  today: IsoDate;
  onClose: () => void;
  /** Resolves with the sentence of a refusal, which is shown here; with null when it was kept. */
  onGive: (chosen: string, fromDate: IsoDate) => Promise<Refused>;
};

export function GiveDialog({ title, field, choices, opened, today, onClose, onGive }: GiveDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      styles={{ title: { fontWeight: 600, fontSize: '1.125rem' } }}
    >
      <GiveForm field={field} choices={choices} today={today} onClose={onClose} onGive={onGive} />
    </Modal>
  );
}

function GiveForm({ field, choices, today, onClose, onGive }: Omit<GiveDialogProps, 'title' | 'opened'>) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [fromDate, setFromDate] = useState<IsoDate | null>(today);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>(null);
  const later = fromDate !== null && dayNumber(fromDate) > dayNumber(today);

  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        if (!chosen || busy) return;
        setBusy(true);
        const answer = await onGive(chosen, fromDate ?? '');
        setBusy(false);
        setRefused(answer);
        if (answer === null) onClose();
      }}
    >
      <Select
        label={field}
        placeholder="Gõ để tìm"
        searchable
        data-autofocus
        data={[...choices]}
        value={chosen}
        onChange={setChosen}
      />
      <DateField
        label="Phụ trách từ ngày"
        value={fromDate}
        onChange={setFromDate}
        year={Number(today.slice(0, 4))}
        description={later ? 'Ngày này chưa tới: đến hôm đó việc giao mới có hiệu lực và mới hiện ra.' : undefined}
      />
      {refused === null ? null : (
        <Note tone="problem" announce title="Chưa giao.">
          {refused}
        </Note>
      )}
      <Group justify="flex-end" gap="sm">
        <Button onClick={onClose}>Thôi</Button>
        <Button type="submit" variant="filled" disabled={!chosen} loading={busy}>
          Giao phụ trách
        </Button>
      </Group>
    </form>
  );
}
