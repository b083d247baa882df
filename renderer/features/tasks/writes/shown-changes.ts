/** Changes of the task table shown before the server has answered, and taken back from the screen where it refused. */
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { contract } from '../../../../shared/api/contract/contract.ts';
import type { TaskTable } from '../../../../shared/api/contract/plans.ts';
import { readAgain, screenShows } from '../../../data/cache.ts';
import { saver } from '../../../data/saver/saving.ts';

type Patch = (table: TaskTable) => TaskTable;

export type ShownChanges = {
  show: (patch: Patch) => void;
  /** What was shown is not so: it leaves the screen with the end of the writes under way. */
  refused: () => void;
  /** After each write; resolves when its outcome is on the screen, so that the keyboard finds its row. */
  landed: () => Promise<void>;
};

/** Acts of one table keep their order, so that they are taken back in it. */
export const lineOfTable = (planId: string): string => `table/${planId}`;

export function shownChanges(client: QueryClient, planId: string): ShownChanges {
  const ofTable = {
    predicate: ({ queryKey }: { queryKey: readonly unknown[] }) =>
      queryKey[1] === contract.plans.table.path && (queryKey[2] as { id?: string } | null)?.id === planId,
  };
  /** The tables as they were before the writes under way were shown. */
  let before: [QueryKey, TaskTable | undefined][] | null = null;
  let anyRefused = false;
  const quiet = () => saver.waiting(lineOfTable(planId)) === 0;
  return {
    show: (patch) => {
      if (quiet()) before = client.getQueriesData<TaskTable>(ofTable);
      // An answer that is under way does not know of this change and must not take it off the screen again.
      void client.cancelQueries(ofTable, { revert: false, silent: true });
      client.setQueriesData<TaskTable>(ofTable, (table) => table && patch(table));
    },
    refused: () => {
      anyRefused = true;
    },
    landed: async () => {
      if (quiet()) {
        // What was refused leaves the screen even when the program cannot be asked, then everything is read again.
        if (anyRefused) for (const [key, table] of before ?? []) client.setQueryData(key, table);
        before = null;
        anyRefused = false;
        void readAgain();
      }
      await screenShows();
    },
  };
}
