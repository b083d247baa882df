/** Hand-over from one person to the next: who, when, which posts and single tasks; beside it the minute as it will print. */
import { Button, Checkbox, Group, Modal, Select, Textarea, TextInput } from '@mantine/core';
import type { PeopleView } from '../../../shared/api/contract/office.ts';
import type { IsoDate } from '../../../shared/text/dates.ts';
import { compareNames } from '../../../shared/text/fold.ts';
import { Paper } from '../../parts/paper/paper.tsx';
import { DateField } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import styles from './handover.module.css';
import { type Handover, type HandoverInput, useHandover } from './use-handover.ts';

export type HandoverDialogProps = HandoverInput & { opened: boolean; onClose: () => void };

export function HandoverDialog({ opened, onClose, ...given }: HandoverDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Bàn giao công việc" size="80rem">
      {opened ? <HandoverForm {...given} onClose={onClose} /> : null}
    </Modal>
  );
}

function HandoverForm({ onClose, ...given }: HandoverInput & { onClose: () => void }) {
  const handover = useHandover(given);
  const { ready, preview, busy } = handover;
  return (
    <div className={styles.dialog}>
      <HandoverFields handover={handover} people={given.people} today={given.today} />
      <HandoverMinute handover={handover} />
      <Group justify="flex-end" className={styles.foot}>
        <Button onClick={onClose}>Không bàn giao</Button>
        <Button variant="filled" loading={busy} disabled={!ready || !preview.data} onClick={() => void handover.make()}>
          Bàn giao
        </Button>
      </Group>
    </div>
  );
}

type FieldsProps = { handover: Handover; people: PeopleView; today: IsoDate };

function HandoverFields({ handover, people, today }: FieldsProps) {
  const { draft, change } = handover;
  const serving = people.people
    .filter((person) => !person.archived)
    .sort((a, b) => compareNames(a.name, b.name))
    .map((person) => ({ value: person.id, label: person.name }));
  return (
    <div className={styles.form}>
      <Select
        label="Người giao"
        searchable
        data={serving}
        value={draft.fromId}
        onChange={(id) => change({ fromId: id, leftOut: [] })}
      />
      <Select
        label="Người nhận"
        searchable
        data={serving.filter(({ value }) => value !== draft.fromId)}
        value={draft.toId}
        onChange={(toId) => change({ toId })}
      />
      <DateField
        label="Ngày bàn giao"
        value={draft.date}
        year={Number(today.slice(0, 4))}
        onChange={(date) => change({ date: date || today })}
      />
      <HandoverChoices handover={handover} />
      <TextInput
        label="Người chứng kiến"
        maxLength={100}
        value={draft.witnessName}
        onChange={(event) => change({ witnessName: event.currentTarget.value })}
      />
      <TextInput
        label="Chức vụ người chứng kiến"
        maxLength={150}
        value={draft.witnessTitle}
        onChange={(event) => change({ witnessTitle: event.currentTarget.value })}
      />
      <Textarea
        label="Nội dung khác (hồ sơ, con dấu, tài sản…)"
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={5}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </div>
  );
}

/** The posts and single tasks the giver has on that day, each of which may be left out. */
function HandoverChoices({ handover }: { handover: Handover }) {
  const { available, chosen, choose, nameOf, draft } = handover;
  if (!available) return null;
  const choices = [
    ...available.posts.map(({ id, name, tasks }) => ({ id, label: `Bộ phận ${name} (${tasks} nhiệm vụ)` })),
    ...available.tasks.map(({ id, text }) => ({ id, label: `Việc giao đích danh: ${text}` })),
  ];
  return (
    <fieldset className={styles.choices}>
      <legend>Bàn giao</legend>
      {choices.length === 0 ? (
        <p className="soft">Ngày này {nameOf(draft.fromId)} không phụ trách bộ phận hay việc riêng nào.</p>
      ) : null}
      {choices.map(({ id, label }) => (
        <Checkbox
          key={id}
          label={label}
          checked={chosen(id)}
          onChange={(event) => choose(id, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}

function HandoverMinute({ handover }: { handover: Handover }) {
  const { draft, ready, preview, nameOf } = handover;
  return (
    <div className={styles.preview}>
      {preview.error && ready ? <Note tone="problem">{preview.error.message}</Note> : null}
      {ready && preview.data ? (
        <>
          <p className={styles.words}>
            {preview.data.content.tasks.length} việc chuyển sang {nameOf(draft.toId)}. Kết quả, minh chứng và các kỳ cũ
            giữ nguyên người đã làm.
          </p>
          <Paper html={preview.data.previewHtml} title="Biên bản bàn giao" goTo={null} />
        </>
      ) : (
        <p className={styles.words}>
          Chọn người giao, người nhận và ít nhất một bộ phận hoặc việc: biên bản hiện ở đây.
        </p>
      )}
    </div>
  );
}
