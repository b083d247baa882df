/** What every cell of the table needs besides its row; the columns stay the same while these change. */
import { createContext, useContext } from 'react';
import type { PeopleView, WindowView } from '../../../../shared/api/contract/office.ts';
import type { TableLine } from '../logic/table-rows.ts';
import type { Judge, Officer } from '../logic/task-filter.ts';
import type { TaskWrites } from '../writes/task-writes.ts';

export type TaskContext = {
  planId: string;
  writes: TaskWrites;
  people: PeopleView | undefined;
  nameOf: (personId: string | null | undefined) => string | null;
  window: WindowView | null;
  judge: Judge;
  officer: Officer | null;
  /** Wordings of time that occur in the plan, to choose from. */
  times: readonly string[];
  editCell: (lineId: string, columnId: string) => void;
  addBelow: (line: TableLine) => void;
  dropNewLine: () => void;
  showAdded: (taskId: string) => void;
  remove: (line: TableLine) => void;
  openDetails: (line: TableLine) => void;
};

export const TaskContextProvider = createContext<TaskContext | null>(null);

export function useTaskContext(): TaskContext {
  const context = useContext(TaskContextProvider);
  if (!context) throw new Error('a cell of the task table stands outside its page');
  return context;
}
