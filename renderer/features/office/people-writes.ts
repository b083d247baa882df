/** What can be done to people and posts, each saying afterwards what it did and how to take it back. */

import { contract } from '../../../shared/api/contract/contract.ts';
import type { PostView } from '../../../shared/api/contract/office.ts';
import { useWrite } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { tellUndoable } from '../../parts/acts.ts';
import { showProblemToast } from '../../ui/toast.tsx';

export type Person = { id: string; name: string; archived: boolean; revision: number; postIds: string[] };
type PersonChange = Partial<Pick<Person, 'name' | 'archived'>>;
type PostChange = Partial<Pick<PostView, 'name' | 'aliases' | 'archived'>>;

/** null when it was kept, else the server's sentence: whoever asked keeps what was typed and shows it. */
export type Refused = string | null;

export function usePeopleWrites() {
  const { mutateAsync } = useWrite((act: () => Promise<{ batchId?: string }>) => act());

  const run = async (words: string, act: () => Promise<{ batchId?: string }>): Promise<Refused> => {
    try {
      const { batchId } = await mutateAsync(act);
      tellUndoable(words, batchId ?? null);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error.message;
      throw error;
    }
  };

  return {
    addPerson: (name: string, postIds: string[]) =>
      run(`Đã thêm ${name}.`, () => call(contract.office.addPerson, { body: { name, postIds } })),
    changePerson: ({ id, revision, name, archived }: Person, change: PersonChange, words: string) =>
      run(words, () =>
        call(contract.office.changePerson, { params: { id }, body: { revision, name, archived, ...change } }),
      ),
    addPost: (name: string, aliases: string[]) =>
      run(`Đã thêm bộ phận ${name}.`, () => call(contract.office.addPost, { body: { name, aliases } })),
    changePost: ({ id, revision, name, aliases, archived }: PostView, change: PostChange, words: string) =>
      run(words, () =>
        call(contract.office.changePost, { params: { id }, body: { revision, name, aliases, archived, ...change } }),
      ),
    /** An empty date means from today. */
    hold: (personId: string, postId: string, fromDate: string, words: string) =>
      run(words, () => call(contract.office.hold, { body: { personId, postId, fromDate } })),
    release: (holdingId: string, words: string) =>
      run(words, () => call(contract.office.release, { params: { id: holdingId } })),
  };
}

export type PeopleWrites = ReturnType<typeof usePeopleWrites>;

/** For acts without a field of their own: a refusal is shown at the foot of the window. */
export async function orToast(asked: Promise<Refused>): Promise<boolean> {
  const refused = await asked;
  if (refused !== null) showProblemToast(refused);
  return refused === null;
}
