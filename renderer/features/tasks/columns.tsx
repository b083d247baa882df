/** The six columns of the working table, in the order of the paper. */
import type { GridColumn } from '../../ui/grid/grid-model.ts';
import { textCell } from '../../ui/grid/text-cell.tsx';
import { ComponentCell, EvidenceCell, LeadCell, StateCell, TimeCell } from './cells/plain-cells.tsx';
import { StateForm } from './cells/state-form.tsx';
import { TaskCell, TaskEditor } from './cells/task-cell.tsx';
import { LeadForm, TimeForm } from './cells/words-form.tsx';
import type { TableLine } from './logic/table-rows.ts';
import type { TaskWrites } from './writes/task-writes.ts';

export type ColumnId = 'component' | 'task' | 'lead' | 'time' | 'state' | 'evidence';

/** Columns in which typing a letter replaces the words, as in a spreadsheet. */
export const typedColumns: readonly string[] = ['task', 'lead', 'time'] satisfies ColumnId[];

/** `windowLabel` names the state column; null while the plan's year has no reporting window. */
export function taskColumns(windowLabel: string | null, writes: TaskWrites): GridColumn<TableLine>[] {
  const hasTask = (line: TableLine) => line.kind === 'task';
  return [
    {
      id: 'component',
      title: 'Nội dung thành phần',
      width: 9,
      merge: (line) => line.group.componentKey,
      cell: (line) => <ComponentCell line={line} />,
      editable: (line) => line.group.components.length === 1,
      edit: textCell<TableLine>({
        label: 'Nội dung thành phần',
        text: (line) => line.group.components[0]?.name ?? '',
        maxLength: 500,
        save: (line, text) => {
          const component = line.group.components[0];
          if (text.trim() === '') return 'Nội dung thành phần không để trống.';
          return component && writes.renameComponent(component, text.trim());
        },
      }),
    },
    {
      id: 'task',
      title: 'Nhiệm vụ',
      width: 18,
      grow: 1,
      cell: (line) => <TaskCell line={line} />,
      editable: (line) => line.kind !== 'empty',
      edit: (line, editing) => <TaskEditor line={line} editing={editing} />,
    },
    {
      id: 'lead',
      title: 'Chủ trì',
      width: 10.5,
      cell: (line) => (line.kind === 'task' ? <LeadCell line={line} /> : line.group.group.lead),
      editable: hasTask,
      edit: (line, editing) => (line.kind === 'task' ? <LeadForm line={line} editing={editing} /> : null),
    },
    {
      id: 'time',
      title: 'Thời gian',
      width: 8.25,
      cell: (line) => (line.kind === 'task' ? <TimeCell line={line} /> : line.group.group.time),
      editable: hasTask,
      edit: (line, editing) => (line.kind === 'task' ? <TimeForm line={line} editing={editing} /> : null),
    },
    {
      id: 'state',
      title: windowLabel ?? 'Kết quả',
      width: 10.25,
      cell: (line) => (line.kind === 'task' ? <StateCell line={line} /> : null),
      editable: (line) => hasTask(line) && windowLabel !== null,
      edit: (line, editing) => (line.kind === 'task' ? <StateForm line={line} editing={editing} /> : null),
    },
    {
      id: 'evidence',
      title: 'Minh chứng',
      width: 6,
      cell: (line) => (line.kind === 'task' ? <EvidenceCell line={line} /> : null),
    },
  ];
}
