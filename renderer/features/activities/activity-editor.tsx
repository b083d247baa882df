/** The form of one activity: an entry of half a minute by keyboard, everything else below it. */
import { Button, Checkbox, Group, MultiSelect, NativeSelect, TagsInput, Textarea, TextInput } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { type ActivityKind, activityKinds, activityNames } from '../../../shared/activity/activity.ts';
import type { ActivityView } from '../../../shared/api/contract/activities.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanSummary } from '../../../shared/api/contract/office.ts';
import { readAgain, useData } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { attempt, attemptWithUndo, tellUndoable } from '../../parts/acts.ts';
import { useDraft } from '../../state/drafts.ts';
import { useSession } from '../../state/session.ts';
import { DateField, FieldRow, Form } from '../../ui/field.tsx';
import { dialogOpen } from '../../ui/keyboard.ts';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import { showProblemToast } from '../../ui/toast.tsx';
import styles from './activities-page.module.css';
import {
  type ActivityForm,
  type Field,
  fieldsOf,
  formFromText,
  formOf,
  hasVillages,
  mayLast,
  newForm,
  toInput,
  type Wrong,
} from './activity-form.ts';
import { TaskSuggestions } from './task-suggestions.tsx';

type Props = {
  /** Null for a new one. */
  view: ActivityView | null;
  all: readonly ActivityView[];
  villages: readonly string[];
  plan: PlanSummary | null;
  today: string;
  onMade: () => void;
  onLeave: () => void;
};

const lastForm = (all: readonly ActivityView[], kind: ActivityKind | null): ActivityForm | null => {
  const newest = [...all]
    .filter((view) => kind === null || view.activity.kind === kind)
    .sort((a, b) => b.addedAt - a.addedAt)[0];
  return newest
    ? formOf(
        newest.activity,
        newest.tasks.map((task) => task.id),
        newest.evidenceIds,
      )
    : null;
};

export function ActivityEditor({ view, all, villages, plan, today, onMade, onLeave }: Props) {
  const profile = useSession((session) => session.profileId) ?? 'chinh';
  const start = (kind: ActivityKind) => newForm(kind, today, lastForm(all, kind));
  const saved = view
    ? formOf(
        view.activity,
        view.tasks.map((task) => task.id),
        view.evidenceIds,
      )
    : start(lastForm(all, null)?.kind ?? 'tuyen-truyen');
  const draft = useDraft(`office:${profile}/activity/${view?.activity.id ?? 'moi'}`, JSON.stringify(saved));
  const form = formFromText(draft.text) ?? saved;
  const set = (patch: Partial<ActivityForm>) => draft.setText(JSON.stringify({ ...form, ...patch }));
  const [wrong, setWrong] = useState<Wrong>({});
  const [conflict, setConflict] = useState('');
  const [busy, setBusy] = useState(false);
  const title = useRef<HTMLInputElement>(null);
  const { data: table } = useData(contract.plans.table, plan ? { params: { id: plan.id }, query: {} } : null);
  const { data: store } = useData(contract.work.evidence);
  const tasks = table?.tasks.map((task) => ({ value: task.id, label: task.text })) ?? [];
  // A task of another plan stays linked although this plan's list does not have it.
  const known = new Set(tasks.map((task) => task.value));
  const others = (view?.tasks ?? [])
    .filter((task) => !known.has(task.id))
    .map(({ id, text }) => ({ value: id, label: text }));
  const proofs = store?.evidence.map((proof) => ({ value: proof.id, label: proof.title })) ?? [];

  const save = async () => {
    const read = toInput(form);
    setWrong(read.ok ? {} : read.wrong);
    if (!read.ok || busy) return;
    setBusy(true);
    const body = { activity: read.activity, taskIds: form.taskIds, evidenceIds: form.evidenceIds };
    try {
      const answer = view
        ? await call(contract.activities.change, {
            params: { id: view.activity.id },
            body: { ...body, revision: view.revision },
          })
        : await call(contract.activities.add, { body });
      await readAgain();
      setConflict('');
      draft.acknowledge(draft.text);
      tellUndoable(view ? 'Đã sửa hoạt động' : `Đã ghi “${read.activity.title}”`, answer.batchId);
      if (!view) {
        onMade();
        title.current?.focus();
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'da-doi') setConflict(error.message);
      else showProblemToast(error.message);
      await readAgain();
    } finally {
      setBusy(false);
    }
  };
  const remove = () =>
    view &&
    attemptWithUndo(`Đã xóa hoạt động “${view.activity.title}”`, () =>
      call(contract.activities.remove, { params: { id: view.activity.id }, query: { revision: view.revision } }),
    ).then((answer) => answer && onLeave());
  useSaveKey(() => void save());
  const year = Number((form.date ?? today).slice(0, 4));
  return (
    <Pane
      title={view ? activityNames[form.kind] : 'Ghi hoạt động'}
      padded
      foot={
        <Group justify="space-between" gap="sm" className={styles.foot}>
          <span className="soft">{draft.restored ? 'Chưa lưu; chữ đang gõ vẫn giữ.' : ''} Ctrl Enter để lưu</span>
          <Group gap="sm">
            {view ? (
              <Button onClick={() => void remove()}>Xóa</Button>
            ) : (
              <Button
                onClick={() => {
                  draft.clear();
                  onLeave();
                }}
              >
                Thôi
              </Button>
            )}
            <Button
              variant="filled"
              loading={busy}
              disabled={view !== null && !draft.restored}
              onClick={() => void save()}
            >
              {view ? 'Lưu' : 'Ghi và thêm nữa'}
            </Button>
          </Group>
        </Group>
      }
    >
      <Form label="Hoạt động" onSubmit={() => void save()}>
        {conflict ? (
          <Note tone="problem" title="Có hai bản." announce>
            {conflict} Bản đã lưu bây giờ: “{view?.activity.title}”. Bấm Lưu để giữ bản đang gõ.
          </Note>
        ) : null}
        <FieldRow>
          <NativeSelect
            label="Loại"
            w="12rem"
            data={activityKinds.map((kind) => ({ value: kind, label: activityNames[kind] }))}
            value={form.kind}
            onChange={(event) => {
              const kind = event.currentTarget.value as ActivityKind;
              set({ ...start(kind), date: form.date, title: form.title, taskIds: form.taskIds });
            }}
          />
          <DateField
            label={mayLast(form.kind) ? 'Từ ngày' : 'Ngày'}
            value={form.date}
            onChange={(date) => set({ date })}
            year={year}
            required
          />
          {mayLast(form.kind) ? (
            <DateField label="Đến ngày" value={form.toDate} onChange={(toDate) => set({ toDate })} year={year} />
          ) : null}
        </FieldRow>
        {wrong.date || wrong.toDate ? (
          <p className={styles.wrong} role="alert">
            {wrong.date ?? wrong.toDate}
          </p>
        ) : null}
        <TextInput
          ref={title}
          label="Tên, nội dung"
          withAsterisk
          maxLength={500}
          data-autofocus
          autoFocus={view === null}
          value={form.title}
          error={wrong.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <KindFields form={form} wrong={wrong} year={year} fields={fieldsOf[form.kind].slice(0, firstRow)} set={set} />
        {hasVillages(form.kind) ? (
          <TagsInput
            label="Thôn, tổ dân phố"
            description="Gõ tên rồi Enter; tên đã dùng hiện ra khi gõ."
            data={[...villages]}
            maxTags={200}
            value={form.villages}
            onChange={(names) => set({ villages: names.map((name) => name.trim()).filter(Boolean) })}
          />
        ) : null}
        <MultiSelect
          label="Phục vụ nhiệm vụ"
          placeholder={form.taskIds.length === 0 ? 'Gõ để tìm nhiệm vụ' : ''}
          searchable
          limit={30}
          data={[...tasks, ...others]}
          value={form.taskIds}
          onChange={(taskIds) => set({ taskIds })}
        />
        {plan ? (
          <TaskSuggestions
            planId={plan.id}
            kind={form.kind}
            words={[form.title, form.fields.item, form.fields.content].filter(Boolean).join(' ')}
            chosen={form.taskIds}
            onAdd={(id) => set({ taskIds: [...form.taskIds, id] })}
          />
        ) : null}
        <KindFields form={form} wrong={wrong} year={year} fields={fieldsOf[form.kind].slice(firstRow)} set={set} />
        <MultiSelect
          label="Minh chứng"
          placeholder={form.evidenceIds.length === 0 ? 'Gõ để tìm trong kho' : ''}
          searchable
          limit={30}
          data={proofs}
          value={form.evidenceIds}
          onChange={(evidenceIds) => set({ evidenceIds })}
        />
        <AddFile onAdded={(ids) => set({ evidenceIds: [...new Set([...form.evidenceIds, ...ids])] })} />
        <Checkbox
          label="Có tên, thông tin cá nhân: không đi theo gói, trong báo cáo chỉ nêu ngày và loại"
          checked={form.sensitive}
          onChange={(event) => set({ sensitive: event.currentTarget.checked })}
        />
      </Form>
    </Pane>
  );
}

/** So many fields of a kind stand above villages and tasks: they make the quick entry. */
const firstRow = 2;

type KindFieldsProps = {
  form: ActivityForm;
  wrong: Wrong;
  year: number;
  fields: readonly Field[];
  set: (patch: Partial<ActivityForm>) => void;
};

function KindFields({ form, wrong, year, fields, set }: KindFieldsProps) {
  return (
    <div className={styles.fields}>
      {fields.map((field) => {
        const value = form.fields[field.name] ?? '';
        const put = (words: string) => set({ fields: { ...form.fields, [field.name]: words } });
        const common = { label: field.label, error: wrong[field.name] };
        if (field.type === 'choice')
          return (
            <NativeSelect
              key={field.name}
              {...common}
              data={[...(field.options ?? [])]}
              value={value}
              onChange={(event) => put(event.currentTarget.value)}
            />
          );
        if (field.type === 'date')
          return (
            <DateField
              key={field.name}
              label={field.label}
              value={value === '' ? null : value}
              onChange={(date) => put(date ?? '')}
              year={year}
            />
          );
        if (field.type === 'text')
          return (
            <Textarea
              key={field.name}
              {...common}
              className={styles.wide}
              autosize
              minRows={1}
              maxRows={6}
              maxLength={4000}
              value={value}
              onChange={(event) => put(event.currentTarget.value)}
            />
          );
        return (
          <TextInput
            key={field.name}
            {...common}
            placeholder={field.hint}
            inputMode={field.type === 'number' ? 'numeric' : undefined}
            maxLength={field.type === 'number' ? 12 : field.name === 'link' ? 2000 : 300}
            value={value}
            onChange={(event) => put(event.currentTarget.value)}
          />
        );
      })}
    </div>
  );
}

/** Ctrl+Enter and Ctrl+S save from anywhere on the screen: a suggestion that was taken leaves no field with the focus. */
function useSaveKey(save: () => void) {
  const now = useRef(save);
  now.current = save;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || (key !== 's' && key !== 'enter') || dialogOpen()) return;
      event.preventDefault();
      now.current();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Stores files and names them as proof of this activity; the bytes are kept once however often they are given. */
function AddFile({ onAdded }: { onAdded: (ids: string[]) => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  const take = async (files: readonly File[]) => {
    const ids: string[] = [];
    for (const file of files) {
      const answer = await attempt(() => call(contract.work.addFile, { query: { name: file.name }, bytes: file }));
      if (answer) ids.push(answer.evidence.id);
    }
    if (ids.length > 0) onAdded(ids);
  };
  return (
    <div>
      <Button size="compact-sm" leftSection={<IconPaperclip size="1rem" />} onClick={() => chooser.current?.click()}>
        Thêm tệp, ảnh…
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        tabIndex={-1}
        aria-label="Tệp minh chứng của hoạt động"
        onChange={(event) => {
          void take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
