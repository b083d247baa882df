/** The words of a task with what its group expects; edited where they stand, kept as a draft until the server has them. */
import { Badge } from '@mantine/core';
import { IconPencilCheck } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { saver } from '../../../data/saver/saving.ts';
import { draftAt, draftNow, officeDraftKey, useDrafts } from '../../../state/drafts.ts';
import type { CellEditing } from '../../../ui/grid/grid-model.ts';
import { TextEditor } from '../../../ui/inline-text.tsx';
import { showProblemToast } from '../../../ui/toast.tsx';
import { useTaskScreen } from '../logic/screen-state.ts';
import type { OpenLine, TableLine, TaskLine } from '../logic/table-rows.ts';
import { taskField } from '../writes/table-fields.ts';
import styles from './cells.module.css';
import { RowMenu } from './row-menu.tsx';
import { useTaskContext } from './task-context.ts';

export function TaskCell({ line }: { line: TableLine }) {
  const { addBelow } = useTaskContext();
  if (line.kind === 'task') return <TaskWords line={line} />;
  return (
    <button type="button" tabIndex={-1} className={`text-link ${styles.addFirst}`} onClick={() => addBelow(line)}>
      Nhóm này chưa có nhiệm vụ. Thêm nhiệm vụ
    </button>
  );
}

function TaskWords({ line }: { line: TaskLine }) {
  const { task } = line.item;
  const { planId } = useTaskContext();
  const { key } = taskField(task, planId);
  const draft = useDrafts((state) => draftAt(state.drafts, key)?.text);
  const unsaved = draft !== undefined && draft !== task.text;
  return (
    <div className={styles.task}>
      <div className={styles.lines}>
        {unsaved ? draft : task.text}
        {unsaved ? (
          <Badge size="md" variant="light" color="late" ml="xs" tt="none" className={styles.unsaved}>
            Chưa lưu
          </Badge>
        ) : null}
      </div>
      {task.progress?.doneText ? (
        <div className={styles.done} title={task.progress.doneText}>
          <IconPencilCheck size="0.9375rem" stroke={1.8} aria-label="Đã ghi:" className={styles.doneIcon} />{' '}
          {task.progress.doneText}
        </div>
      ) : null}
      {line.carriesResults ? <ExpectedResults line={line} /> : null}
      <RowMenu line={line} />
    </div>
  );
}

/** Said once per group, as in the merged cell of the paper; the first result folded, all of them on request. */
function ExpectedResults({ line }: { line: TaskLine }) {
  const { id, results } = line.group.group;
  const open = useTaskScreen((state) => state.openResults[id] === true);
  const toggle = useTaskScreen((state) => state.toggleResults);
  const tasks = line.group.tasks.length;
  const forWhom = tasks > 1 ? `Kết quả cần có (chung ${tasks} nhiệm vụ)` : 'Kết quả cần có';
  return (
    <div className={styles.results}>
      <button
        type="button"
        tabIndex={-1}
        aria-expanded={open}
        className={styles.resultsButton}
        onClick={() => toggle(id)}
      >
        <span className={styles.resultsLabel}>{forWhom}:</span>
        {open ? null : <span className={styles.resultsFirst}> {results[0]}</span>}
        {open || results.length < 2 ? null : <span className={styles.resultsMore}> +{results.length - 1}</span>}
      </button>
      {open ? (
        <ul className={styles.resultList}>
          {results.map((result) => (
            <li key={result}>{result}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

export function TaskEditor({ line, editing }: { line: TableLine; editing: CellEditing }) {
  if (line.kind === 'task') return <ExistingTaskEditor line={line} editing={editing} />;
  return <NewTaskEditor line={line} editing={editing} />;
}

type TypedPlace = { key: string; saved: string; put: (words: string) => void };

/** Keeps the words of an editor while they are typed, and tells giving up (Esc) from merely leaving. */
function useTypedDraft({ key, saved, put }: TypedPlace) {
  const typed = useTaskScreen((state) => state.typedKey);
  const typeOver = useTaskScreen((state) => state.typeOver);
  const [initial] = useState(() => typed || (draftNow(key)?.text ?? saved));
  const escaped = useRef(false);
  const putNow = useRef(put);
  putNow.current = put;
  useEffect(() => {
    if (typed) putNow.current(typed);
    typeOver('');
  }, [typed, typeOver]);
  return {
    initial,
    escaped,
    /** The words as typed so far; null when they are the saved ones. */
    now: (): string | null => {
      const text = draftNow(key)?.text;
      return text === undefined || text === saved ? null : text;
    },
    listen: {
      onInput: (event: FormEvent) => put((event.target as HTMLTextAreaElement).value),
      onKeyDownCapture: (event: KeyboardEvent) => {
        if (event.key === 'Escape') escaped.current = true;
      },
    },
  };
}

function ExistingTaskEditor({ line, editing }: { line: TaskLine; editing: CellEditing }) {
  const { task } = line.item;
  const { writes, planId, editCell } = useTaskContext();
  const { key, about, now } = taskField(task, planId);
  const put = (words: string) => saver.type(key, words, about, now);
  const draft = useTypedDraft({ key, saved: task.text, put });
  const save = async (words: string) => {
    const text = words.trim();
    if (text === task.text) return saver.forget(key);
    put(words);
    const refusal = await writes.changeTask(task, { text }, key);
    if (refusal !== null) showProblemToast(refusal, { label: 'Sửa tiếp', run: () => editCell(task.id, 'task') });
  };
  return (
    <span {...draft.listen}>
      <TextEditor
        label="Nhiệm vụ"
        value={draft.initial}
        multiline
        enterGoes="down"
        onCancel={() => {
          const words = draft.now();
          if (draft.escaped.current) saver.forget(key);
          else if (words?.trim()) void save(words);
          editing.cancel();
        }}
        onSave={(words, after) => {
          if (words.trim() === '') return 'Nhiệm vụ không để trống. Muốn bỏ nhiệm vụ này: bấm Esc rồi phím Delete.';
          void save(words);
          editing.finish(after);
        }}
      />
    </span>
  );
}

/** A new task is shown by the server's answer only: until then its words stay in the editor. */
function NewTaskEditor({ line, editing }: { line: OpenLine; editing: CellEditing }) {
  const { writes, dropNewLine, showAdded } = useTaskContext();
  const key = officeDraftKey('new-task', line.group.group.id, 'text');
  const draft = useTypedDraft({ key, saved: '', put: (words) => useDrafts.getState().put(key, words) });
  const leave = () => {
    if (draft.escaped.current) saver.forget(key);
    dropNewLine();
    editing.cancel();
  };
  return (
    <span {...draft.listen}>
      <TextEditor
        label="Nhiệm vụ mới"
        value={draft.initial}
        multiline
        enterGoes="down"
        onCancel={leave}
        onSave={async (words) => {
          const text = words.trim();
          if (text === '') return leave();
          const added = await writes.addTask(line.group.group.id, text, line.afterTaskId, key);
          if ('refusal' in added) return added.refusal;
          dropNewLine();
          editing.cancel();
          showAdded(added.id);
        }}
      />
    </span>
  );
}
