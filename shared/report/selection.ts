/** Which tasks a part of the report speaks of, and the mark for what only a person can say. */
import { compareVi, oneLine } from '../text/fold.ts';
import type { FactTask } from './facts.ts';

/** Tasks the window is about: those whose time has come, and those somebody reported on anyway. */
export const inWindow = (tasks: readonly FactTask[]): FactTask[] =>
  tasks.filter((task) => task.due || task.progress !== null);

/** Names of the leads of some tasks, each once, in dictionary order. */
export const namesOf = (tasks: readonly FactTask[]): string[] =>
  [...new Set(tasks.map((task) => oneLine(task.lead)).filter((lead) => lead !== ''))].sort(compareVi);

/** A dotted blank as on paper forms: seen at once, and never mistaken for a statement. */
export const fillHere = '…………………………';
