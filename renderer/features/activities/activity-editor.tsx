/** The form of one activity: an entry of half a minute by keyboard, everything else below it. */
import { Button, Checkbox, Group, MultiSelect, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { type ActivityKind, activityKinds, activityNames } from '../../../shared/activity/activity.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { useData } from '../../data/cache.ts';
import { DateField, FieldRow, Form } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import styles from './activities-page.module.css';
import { fieldsOf, hasVillages, mayLast } from './activity-form.ts';
import { AddFile } from './add-file.tsx';
import { KindFields } from './kind-fields.tsx';
import { TaskSuggestions } from './task-suggestions.tsx';
import { type ActivityProps, useActivity } from './use-activity.ts';

/** So many fields of a kind stand above villages and tasks: they make the quick entry. */
const firstRow = 2;

export function ActivityEditor(props: ActivityProps) {
  const { view } = props;
  const activity = useActivity(props);
  return (
    <Pane
      title={view ? activityNames[activity.form.kind] : 'Ghi hoạt động'}
      padded
      foot={
        <Group justify="space-between" gap="sm" className={styles.foot}>
          <span className="soft">{activity.unsaved ? 'Chưa lưu; chữ đang gõ vẫn giữ.' : ''} Ctrl Enter để lưu</span>
          <Group gap="sm">
            {view ? (
              <Button onClick={() => void activity.remove()}>Xóa</Button>
            ) : (
              <Button onClick={activity.giveUp}>Thôi</Button>
            )}
            <Button
              variant="filled"
              loading={activity.busy}
              disabled={view !== null && !activity.unsaved}
              onClick={() => void activity.save()}
            >
              {view ? 'Lưu' : 'Ghi và thêm nữa'}
            </Button>
          </Group>
        </Group>
      }
    >
      <ActivityFields {...props} activity={activity} />
    </Pane>
  );
}

/** What can be chosen: tasks of the plan, with those of another plan that are linked already, and the proof in the store. */
function useChoices({ view, plan }: Pick<ActivityProps, 'view' | 'plan'>) {
  const { data: table } = useData(contract.plans.table, plan ? { params: { id: plan.id }, query: {} } : null);
  const { data: store } = useData(contract.work.evidence);
  const tasks = table?.tasks.map((task) => ({ value: task.id, label: task.text })) ?? [];
  // A task of another plan stays linked although this plan's list does not have it.
  const known = new Set(tasks.map((task) => task.value));
  const others = (view?.tasks ?? [])
    .filter((task) => !known.has(task.id))
    .map(({ id, text }) => ({ value: id, label: text }));
  const proofs = store?.evidence.map((proof) => ({ value: proof.id, label: proof.title })) ?? [];
  return { tasks: [...tasks, ...others], proofs };
}

type FieldsProps = ActivityProps & { activity: ReturnType<typeof useActivity> };

function ActivityFields({ view, villages, plan, today, activity }: FieldsProps) {
  const { form, set, start, wrong, conflict, title } = activity;
  const { tasks, proofs } = useChoices({ view, plan });
  const year = Number((form.date ?? today).slice(0, 4));
  return (
    <Form label="Hoạt động" onSubmit={() => void activity.save()}>
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
        data={tasks}
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
  );
}
