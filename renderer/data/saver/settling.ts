/** `settle`: everything typed that an act reads is sent, acknowledged and shown, or named. */
import type { SaverCore } from './core.ts';
import type { NotSaved, SaveStatus, Settled, Whose } from './types.ts';

export function settling(core: SaverCore, save: (key: string) => Promise<SaveStatus>) {
  const { world, pending, sending, open, unsaved, concerns } = core;

  const ofActs = (whose: Whose): Promise<{ label: string; sentence: string | null }>[] =>
    [...pending]
      .filter(({ owners }) => concerns(whose, owners))
      .map(async ({ label, ended }) => ({ label, sentence: await ended }));

  const ofField = async (key: string, done: Set<string>) => {
    const label = world.drafts.at(key)?.label ?? 'Chữ vừa gõ';
    const status = await save(key);
    if (!('sentence' in status)) return { label, sentence: null };
    done.add(key);
    return { label, sentence: status.sentence };
  };

  /** Until nothing is left; words typed while it waits are waited for too. */
  const settled = async (whose: Whose, keys: () => string[]): Promise<Settled> => {
    const refused = new Map<string, NotSaved>();
    for (const field of await world.takeIn(whose)) refused.set(field.label, field);
    const done = new Set<string>();
    let acted = false;
    for (;;) {
      const acts = ofActs(whose);
      const fields = keys().filter((key) => !done.has(key));
      if (acts.length === 0 && fields.length === 0) break;
      acted ||= acts.length > 0;
      for (const { label, sentence } of await Promise.all([...acts, ...fields.map((key) => ofField(key, done))]))
        if (sentence !== null) refused.set(label, { label, sentence });
    }
    if (acted) await world.readAgain();
    return refused.size === 0 ? { ok: true } : { ok: false, fields: [...refused.values()] };
  };

  return {
    settle: (whose: Whose): Promise<Settled> => settled(whose, () => unsaved(whose)),
    /** For leaving a screen: what is on it and what is on its way. Words that cannot be saved stay at their place. */
    settleScreen: (): Promise<Settled> =>
      settled('everything', () => unsaved('everything').filter((key) => open.has(key) || sending.has(key))),
    /** Whether leaving this screen would have to wait. */
    isBusy: (): boolean => pending.size > 0 || sending.size > 0 || unsaved('everything').some((key) => open.has(key)),
  };
}
