/** Lead and time of a task: the words as the plan has them, for this task alone or for its whole group, and who answers. */

import { Select, TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import type { TaskDue } from '../../../../shared/overview/task-row.ts';
import type { CellEditing } from '../../../ui/grid/grid-model.ts';
import { TextAction } from '../../../ui/note.tsx';
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx';
import type { TaskLine } from '../logic/table-rows.ts';
import { useTaskScreen } from '../screen-state.ts';
import { useTaskContext } from '../task-context.ts';
import { CellForm } from './cell-form.tsx';
import styles from './cells.module.css';
import { LeadCell, TimeCell } from './plain-cells.tsx';

type Scope = 'task' | 'group';
const longest = 300;

/** The words of one field with the question whom they concern; saving writes the task's own words or the group's. */
function useScopedWords(line: TaskLine, field: 'lead' | 'time') {
  const { writes } = useTaskContext();
  const { task } = line.item;
  const { group } = line.group;
  const override = field === 'lead' ? task.leadOverride : task.timeOverride;
  const typed = useTaskScreen((state) => state.typedKey);
  const typeOver = useTaskScreen((state) => state.typeOver);
  const [words, setWords] = useState(typed || task[field]);
  useEffect(() => typeOver(''), [typeOver]);
  const alone = line.group.tasks.length === 1;
  const [scope, setScope] = useState<Scope>(alone ? 'group' : 'task');
  const clean = words.replace(/\s+/g, ' ').trim();
  const changed = clean !== task[field];

  const save = async (): Promise<string | null> => {
    if (!changed) return null;
    if (scope === 'task') return writes.changeTask(task, { [field]: clean === group[field] ? null : clean });
    const refusal = await writes.changeGroup(group, { [field]: clean });
    if (refusal !== null || override === null) return refusal;
    return writes.changeTask(task, { [field]: null });
  };
  const input = useRef<HTMLInputElement>(null);
  /** The button goes away with what it did; the keyboard stays in the form. */
  const giveBack = () => {
    setWords(group[field]);
    input.current?.focus();
  };
  return { words, setWords, scope, setScope, changed, save, override, alone, ofGroup: group[field], giveBack, input };
}

function ScopeQuestion({ line, own }: { line: TaskLine; own: ReturnType<typeof useScopedWords> }) {
  if (own.alone) return null;
  const others = line.group.tasks.length;
  return (
    <>
      {own.changed ? (
        <SegmentedChoice<Scope>
          label="Áp dụng cho"
          value={own.scope}
          onChange={own.setScope}
          segments={[
            { value: 'task', label: 'Riêng nhiệm vụ này' },
            { value: 'group', label: `Cả nhóm (${others} nhiệm vụ)` },
          ]}
        />
      ) : null}
      {own.override !== null && !own.changed ? (
        <div className={styles.hint}>
          Đang ghi riêng cho nhiệm vụ này. Nhóm ghi: “{own.ofGroup || 'để trống'}”.{' '}
          <TextAction onClick={own.giveBack}>Theo nhóm</TextAction>
        </div>
      ) : null}
    </>
  );
}

export function LeadForm({ line, editing }: { line: TaskLine; editing: CellEditing }) {
  const { writes, people, nameOf } = useTaskContext();
  const { task } = line.item;
  const own = useScopedWords(line, 'lead');
  const [assigneeId, setAssigneeId] = useState(task.assigneeId);
  const byPost = task.assigneeId === null ? task.personIds.map((id) => nameOf(id)).filter(Boolean) : [];
  const choices = (people?.people ?? [])
    .filter((person) => !person.archived || person.id === assigneeId)
    .map((person) => ({ value: person.id, label: person.name }));

  const save = async (): Promise<string | null> => {
    const refusal = await own.save();
    if (refusal !== null || assigneeId === task.assigneeId) return refusal;
    return writes.changeTask(task, { assigneeId });
  };
  return (
    <CellForm
      title="Chủ trì"
      cell={<LeadCell line={line} />}
      editing={editing}
      unchanged={!own.changed && assigneeId === task.assigneeId}
      save={save}
    >
      <TextInput
        ref={own.input}
        label="Như ghi trong kế hoạch"
        value={own.words}
        maxLength={longest}
        data-autofocus
        onChange={(event) => own.setWords(event.currentTarget.value)}
      />
      <ScopeQuestion line={line} own={own} />
      <Select
        label="Người phụ trách nhiệm vụ này"
        description={
          byPost.length > 0
            ? `Để trống: theo bộ phận (${byPost.join(', ')})`
            : 'Để trống: theo người giữ bộ phận chủ trì'
        }
        placeholder={choices.length > 0 ? 'Theo bộ phận chủ trì' : 'Chưa có ai. Thêm người ở màn hình Cơ quan.'}
        data={choices}
        value={assigneeId}
        onChange={setAssigneeId}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Bỏ người phụ trách' }}
        comboboxProps={{ withinPortal: false }}
      />
    </CellForm>
  );
}

export function TimeForm({ line, editing }: { line: TaskLine; editing: CellEditing }) {
  const { times } = useTaskContext();
  const listId = useId();
  const own = useScopedWords(line, 'time');
  return (
    <CellForm
      title="Thời gian"
      cell={<TimeCell line={line} />}
      editing={editing}
      unchanged={!own.changed}
      save={own.save}
    >
      <TextInput
        ref={own.input}
        label="Như ghi trong kế hoạch"
        value={own.words}
        onChange={(event) => own.setWords(event.currentTarget.value)}
        list={listId}
        maxLength={longest}
        data-autofocus
      />
      {line.item.task.due ? <Understood time={line.item.task.time} due={line.item.task.due} /> : null}
      <datalist id={listId}>
        {times.map((words) => (
          <option key={words} value={words} />
        ))}
      </datalist>
      <ScopeQuestion line={line} own={own} />
    </CellForm>
  );
}

/** How the words were understood, with the way to say otherwise. */
const Understood = ({ time, due }: { time: string; due: TaskDue }) => (
  <div className={styles.hint}>
    Đang hiểu là: {due.scheduleText}. {due.question ?? due.why}{' '}
    <a className="text-link" href={`#/thoi-han/chu/${encodeURIComponent(time)}`}>
      {due.question ? 'Trả lời' : 'Sửa cách hiểu'}
    </a>
  </div>
);
