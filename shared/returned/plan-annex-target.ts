/** The records behind the rows of a plan's table that came back from Word, and what accepting a change of it writes. */

/** The records behind one printed row. Rows that share their cells with the one above are left out. */
export type AnnexOrigin = {
  areaId: string;
  groupId: string;
  componentIds: (string | null)[];
  /** The row stands for one task with a lead or time of its own. */
  ownTask: boolean;
  tasks: { id: string; text: string; worked: boolean }[];
  results: string[];
  executors: string[];
};

export type GroupField = 'results' | 'lead' | 'executors' | 'time';
type NewRow = {
  area: string;
  no: string;
  component: string;
  tasks: string[];
  results: string[];
  lead: string;
  executors: string[];
  time: string;
};

/** What accepting a change of the table writes. Texts are as they will be kept. */
export type ReturnedAnnexTarget =
  /** `text` null takes the line out of the task. */
  | { kind: 'taskLine'; id: string; line: number; text: string | null }
  | { kind: 'addTask'; groupId: string; after: string | null; text: string }
  | { kind: 'removeTask'; id: string }
  | { kind: 'moveTask'; id: string; groupId: string; after: string | null }
  | { kind: 'group'; id: string; field: GroupField; value: string | string[] }
  | { kind: 'ownTask'; id: string; field: 'lead' | 'time'; value: string }
  | { kind: 'area'; id: string; field: 'no' | 'name'; value: string }
  | { kind: 'component'; id: string; name: string }
  | { kind: 'place'; groupId: string; area: string; component: string }
  | { kind: 'addGroup'; after: string | null; row: NewRow }
  | { kind: 'removeGroup'; id: string; taskIds: string[] }
  | { kind: 'moveGroup'; id: string; after: string | null };
