/**
 * The one saver: typed words become saved rows. A queue for each record, the newest revision, both texts in a conflict, and `settle`,
 * which every act that reads typed words awaits. A draft is its own registration: it says what to send, whose it is and what to call it,
 * so that words of a field that left the screen, or of an earlier window, are sent and named like any other. Rules: ../SPEC.md.
 */
import { actSaving } from './acts.ts';
import { type SaverWorld, saverCore } from './core.ts';
import { fieldSaving } from './fields.ts';
import { settling } from './settling.ts';

export type Saver = ReturnType<typeof createSaver>;

export function createSaver(world: SaverWorld) {
  const core = saverCore(world);
  const fields = fieldSaving(core);
  return {
    ...fields,
    ...actSaving(core),
    ...settling(core, fields.save),
    statusOf: core.statusOf,
    unsaved: core.unsaved,
    /** Writes of a record, or of a line of acts, that have not ended. */
    waiting: core.queue.waiting,
  };
}
