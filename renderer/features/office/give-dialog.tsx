/** Giving a post to a person, from either side: whom or what, and from which day. */
import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type IsoDate, shortDate } from '../../../shared/text/dates.ts';
import { Note } from '../../ui/note.tsx';
import { parseTypedDate } from '../../ui/typed-date.ts';
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
  const [words, setWords] = useState(shortDate(today));
  const [left, setLeft] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>(null);
  const year = Number(today.slice(0, 4));
  const fromDate = parseTypedDate(words, year);
  const later = typeof fromDate === 'string' && fromDate > today;

  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        setLeft(true);
        if (!chosen || busy || fromDate === undefined) return;
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
      <div className={styles.dateRoom}>
        <TextInput
          label="Phụ trách từ ngày"
          placeholder="ngày/tháng/năm"
          inputMode="numeric"
          autoComplete="off"
          w="12rem"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onBlur={() => setLeft(true)}
          error={
            left && fromDate === undefined
              ? `“${words.trim()}” không phải ngày có trong lịch. Viết như 14/6/${year}.`
              : undefined
          }
          description={later ? 'Ngày này chưa tới: đến hôm đó việc giao mới có hiệu lực và mới hiện ra.' : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      </div>
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
