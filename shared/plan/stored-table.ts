/** A kept plan as comparing needs it: its records in the plan's order, what the file said of them last, and what hangs on them. */
import type { Value } from '../compare/three-way.ts';

export type StoredArea = { id: string; no: string; name: string };
export type StoredComponent = { id: string; areaId: string; name: string };
export type StoredGroup = {
  id: string;
  areaId: string;
  componentIds: string[];
  results: string[];
  lead: string;
  executors: string[];
  time: string;
  note: string;
};
export type StoredTask = { id: string; groupId: string; text: string };

/** Fields as the file gave them when the plan was kept or last updated. */
export type FileWords = Readonly<Record<string, Value>>;

export type StoredTable = {
  areas: readonly StoredArea[];
  components: readonly StoredComponent[];
  groups: readonly StoredGroup[];
  tasks: readonly StoredTask[];
  /** By record id; a record that never stood in a file (added by hand) has none. */
  fromFile: ReadonlyMap<string, FileWords>;
  /** Tasks that have progress or proof. */
  worked: ReadonlySet<string>;
  /** Tasks of the file that a person took out of the plan, as the file gave them. */
  takenOut: readonly StoredTask[];
};
