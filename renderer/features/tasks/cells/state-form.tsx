/** The quick entry of a task's result in the chosen window: state and words. Numbers, obstacles and proof have their own screen. */
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ProgressState } from '../../../../shared/api/contract/plans.ts';
import { entryOf, gatheredWords } from '../../../../shared/report/gather.ts';
import { capital } from '../../../../shared/text/letter-case.ts';
import { officeDraftKey, useDraft } from '../../../state/drafts.ts';
import type { CellEditing } from '../../../ui/grid/grid-model.ts';
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx';
import type { TaskLine } from '../logic/table-rows.ts';
import { CellForm } from './cell-form.tsx';
import styles from './cells.module.css';
import { StateCell } from './plain-cells.tsx';
import { useTaskContext } from './task-context.ts';

const states: readonly { value: ProgressState; label: string }[] = [
  { value: 'chua', label: 'Chưa' },
  { value: 'dang-lam', label: 'Đang làm' },
  { value: 'xong', label: 'Xong' },
  { value: 'khong-phat-sinh', label: 'Không phát sinh' },
];

export function StateForm({ line, editing }: { line: TaskLine; editing: CellEditing }) {
  const { writes, window } = useTaskContext();
  const { task } = line.item;
  const before = entryOf(task);
  const [reason, setReason] = useState(task.progress?.lateReason ?? '');
  const locked = window?.lockedAt != null;
  const [state, setState] = useState<ProgressState | null>(before?.state ?? null);
  const key = officeDraftKey('done', task.id, window?.id ?? 'none');
  const draft = useDraft(key, before?.doneText ?? '');
  const sameReason = reason.trim() === (task.progress?.lateReason ?? '');
  const unchanged =
    sameReason && state === (before?.state ?? null) && draft.text.trimEnd() === (before?.doneText ?? '');
  if (!window) return null;
  return (
    <CellForm
      title={`Kết quả ${window.label}`}
      cell={<StateCell line={line} />}
      editing={editing}
      unchanged={unchanged}
      onGiveUp={draft.clear}
      save={async () => {
        if (state === null) return 'Hãy chọn một trạng thái. Chữ vừa gõ vẫn còn.';
        const late = locked ? { lateReason: reason.trim() } : {};
        return writes.saveProgress(task, window.id, { state, doneText: draft.text.trimEnd(), ...late }, key);
      }}
    >
      <div className={styles.formTask}>{task.text}</div>
      <div ref={focusChosenRadio}>
        <SegmentedChoice label="Trạng thái" segments={states} value={state} onChange={setState} />
      </div>
      <Textarea
        label="Đã làm được gì"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={8000}
        value={draft.text}
        onChange={(event) => draft.setText(event.currentTarget.value)}
      />
      {locked ? (
        <TextInput
          label="Lý do ghi muộn (kỳ đã khóa)"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      {task.gathered ? (
        <div className={styles.hint}>
          {capital(gatheredWords(task.gathered))}. Lưu thì thành kết quả riêng của kỳ này.
        </div>
      ) : null}
      {draft.restored ? <div className={styles.hint}>Chữ này chưa lưu.</div> : null}
    </CellForm>
  );
}

/** Arrow keys go on from the state that is chosen; a form that opens would otherwise stand on the first one. */
function focusChosenRadio(box: HTMLElement | null): void {
  const radio = box?.querySelector('input:checked') ?? box?.querySelector('input');
  radio?.setAttribute('data-autofocus', '');
}
