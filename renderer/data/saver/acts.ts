/** Writes that are no typed words: a choice, an added row, an undo. They keep their turn among the words, and `settle` waits for them. */
import { Refusal } from '../client.ts';
import type { SaverCore } from './core.ts';
import type { Revision } from './save-queue.ts';
import type { Act, FieldAbout } from './types.ts';

export function actSaving({ world, queue, pending }: SaverCore) {
  /** A write that keeps no order with others, but that `settle` is to wait for; resolves when it ended, with its sentence where it was refused. */
  const track = ({ owners, label }: FieldAbout, result: Promise<unknown>): Promise<string | null> => {
    const ended = result.then(
      () => null,
      (error: unknown) => (error instanceof Refusal ? error.message : world.defect(error)),
    );
    const mine = { owners, label, ended };
    pending.add(mine);
    void ended.then(() => pending.delete(mine));
    return ended;
  };

  const send = async <Answer>(given: Act<Answer>, revision: Revision, mayTryAgain: boolean): Promise<Answer> => {
    try {
      const answer = await given.send(revision);
      const to = (answer as { revision?: unknown } | null)?.revision;
      if (typeof to === 'number') queue.wrote(given.record, revision, to);
      return answer;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'da-doi' || !mayTryAgain) throw error;
      const newer = (await given.again?.(error)) ?? null;
      if (newer === null) throw error;
      return send(given, newer, false);
    }
  };

  /** In its turn; throws as `send` does. */
  const act = <Answer>(given: Act<Answer>): Promise<Answer> => {
    const { record, line, seen, draft } = given;
    const words = draft === undefined ? undefined : world.drafts.at(draft)?.text;
    const write = async () => {
      const answer = await send(given, queue.newest(record, seen), true);
      if (draft !== undefined && words !== undefined) world.drafts.acknowledge(draft, words);
      return answer;
    };
    const turn = () => queue.run(record, write);
    const result = line === undefined ? turn() : queue.run(line, turn);
    const ended = track(given, result);
    if (seen === null) void ended.then(world.readAgain).then(() => queue.shown(record));
    return result;
  };

  return { act, track };
}
