/** Files that were read but not kept yet: bytes and result in memory only, so that nothing is stored before the person's yes. */
import type { ReadPlan } from '../../../shared/plan/read-plan.ts';

export type KeptRead = { readonly name: string; readonly bytes: Uint8Array; readonly plan: ReadPlan };

export type KeptReads = {
  add(id: string, read: KeptRead): void;
  get(id: string): KeptRead | null;
  remove(id: string): void;
};

/** A person compares at most a few files before keeping one; older ones can be opened again. */
const most = 4;

export function createKeptReads(): KeptReads {
  const reads = new Map<string, KeptRead>();
  return {
    add: (id, read) => {
      reads.set(id, read);
      for (const oldest of [...reads.keys()].slice(0, Math.max(0, reads.size - most))) reads.delete(oldest);
    },
    get: (id) => reads.get(id) ?? null,
    remove: (id) => {
      reads.delete(id);
    },
  };
}
