/** Hand-over from one person to the next: who, when, which posts and single tasks; beside it the minute as it will print. */
import { Button, Checkbox, Group, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { OfficeView, PeopleView } from '../../../shared/api/contract/office.ts';
import type { IsoDate } from '../../../shared/text/dates.ts';
import { compareNames } from '../../../shared/text/fold.ts';
import { useData } from '../../data/cache.ts';
import { call } from '../../data/client.ts';
import { attemptWithUndo } from '../../parts/acts.ts';
import { Paper } from '../../parts/paper/paper.tsx';
import { DateField } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import styles from './handover.module.css';
import { useHandoverPreview } from './use-handover-preview.ts';

export type HandoverDialogProps = {
  opened: boolean;
  /** The one who hands over, where it is known. */
  fromId: string | null;
  people: PeopleView;
  office: OfficeView;
  today: IsoDate;
  onClose: () => void;
  onMade: (id: string) => void;
};

export function HandoverDialog({ opened, onClose, ...given }: HandoverDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Bàn giao công việc" size="80rem">
      {opened ? <HandoverForm {...given} onClose={onClose} /> : null}
    </Modal>
  );
}

type Draft = {
  fromId: string | null;
  toId: string | null;
  date: IsoDate;
  /** What is left out; everything a person has goes over unless said otherwise. */
  leftOut: readonly string[];
  witnessName: string;
  witnessTitle: string;
  note: string;
};

function HandoverForm({ fromId, people, office, today, onClose, onMade }: Omit<HandoverDialogProps, 'opened'>) {
  const [draft, setDraft] = useState<Draft>({
    fromId,
    toId: null,
    date: today,
    leftOut: [],
    witnessName: office.chairName,
    witnessTitle: office.chairTitle === '' ? '' : 'Chủ tịch UBND',
    note: '',
  });
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const { data: available } = useData(
    contract.handover.available,
    draft.fromId ? { params: { id: draft.fromId }, query: { date: draft.date } } : null,
  );
  const chosen = (id: string): boolean => !draft.leftOut.includes(id);
  const postIds = available?.posts.map(({ id }) => id).filter(chosen) ?? [];
  const taskIds = available?.tasks.map(({ id }) => id).filter(chosen) ?? [];
  const ready = draft.fromId !== null && draft.toId !== null && postIds.length + taskIds.length > 0;
  const body = {
    fromPersonId: draft.fromId ?? '',
    toPersonId: draft.toId ?? '',
    date: draft.date,
    postIds,
    taskIds,
    witnessName: draft.witnessName,
    witnessTitle: draft.witnessTitle,
    note: draft.note,
  };
  const preview = useHandoverPreview(ready ? body : null);
  const serving = people.people
    .filter((person) => !person.archived)
    .sort((a, b) => compareNames(a.name, b.name))
    .map((person) => ({ value: person.id, label: person.name }));
  const nameOf = (id: string | null): string => people.people.find((person) => person.id === id)?.name ?? '';
  const make = async () => {
    setBusy(true);
    const made = await attemptWithUndo(`Đã bàn giao từ ${nameOf(draft.fromId)} cho ${nameOf(draft.toId)}.`, () =>
      call(contract.handover.make, { body }),
    );
    setBusy(false);
    if (made) onMade(made.id);
  };
  return (
    <div className={styles.dialog}>
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
        {available ? (
          <fieldset className={styles.choices}>
            <legend>Bàn giao</legend>
            {available.posts.length + available.tasks.length === 0 ? (
              <p className="soft">Ngày này {nameOf(draft.fromId)} không phụ trách bộ phận hay việc riêng nào.</p>
            ) : null}
            {[
              ...available.posts.map(({ id, name, tasks }) => ({ id, label: `Bộ phận ${name} (${tasks} nhiệm vụ)` })),
              ...available.tasks.map(({ id, text }) => ({ id, label: `Việc giao đích danh: ${text}` })),
            ].map(({ id, label }) => (
              <Checkbox
                key={id}
                label={label}
                checked={chosen(id)}
                onChange={(event) =>
                  change({
                    leftOut: event.currentTarget.checked
                      ? draft.leftOut.filter((each) => each !== id)
                      : [...draft.leftOut, id],
                  })
                }
              />
            ))}
          </fieldset>
        ) : null}
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
      <div className={styles.preview}>
        {preview.error && ready ? <Note tone="problem">{preview.error.message}</Note> : null}
        {ready && preview.data ? (
          <>
            <p className={styles.words}>
              {preview.data.content.tasks.length} việc chuyển sang {nameOf(draft.toId)}. Kết quả, minh chứng và các kỳ
              cũ giữ nguyên người đã làm.
            </p>
            <Paper html={preview.data.previewHtml} title="Biên bản bàn giao" goTo={null} />
          </>
        ) : (
          <p className={styles.words}>
            Chọn người giao, người nhận và ít nhất một bộ phận hoặc việc: biên bản hiện ở đây.
          </p>
        )}
      </div>
      <Group justify="flex-end" className={styles.foot}>
        <Button onClick={onClose}>Không bàn giao</Button>
        <Button variant="filled" loading={busy} disabled={!ready || !preview.data} onClick={() => void make()}>
          Bàn giao
        </Button>
      </Group>
    </div>
  );
}
