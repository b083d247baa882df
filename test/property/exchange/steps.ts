/** What can happen to bundles on their way and to the computers at both ends, drawn at random. */
import fc from 'fast-check';
import type { Answer } from './model.ts';

export type Step =
  | { do: 'send'; pc: number; window: number; fresh: boolean }
  | { do: 'recall' | 'backup' | 'restore-data' | 'restore-all' | 'new-keys'; pc: number }
  | { do: 'clone' }
  | { do: 'deliver'; paper: number; main: boolean }
  | { do: 'damage'; paper: number; at: number; cut: boolean }
  | { do: 'home'; paper: number; pc: number }
  | { do: 'answer'; verdict: Answer['verdict']; words: number; counted: number }
  | { do: 'undo' }
  | { do: 'deliver-answer'; answer: number; pc: number }
  | { do: 'receipt'; received: number; pc: number };

const far = fc.nat({ max: 60 });
const pc = fc.nat({ max: 1 });
const one = <T extends string>(name: T) => fc.constant(name);
export const sequences: fc.Arbitrary<Step[]> = fc.noBias(
  fc.array(
    fc.oneof(
      {
        weight: 12,
        arbitrary: fc.record({ do: one('send'), pc, window: fc.constantFrom(0, 0, 0, 1), fresh: fc.boolean() }),
      },
      { weight: 4, arbitrary: fc.record({ do: one('recall'), pc }) },
      { weight: 2, arbitrary: fc.record({ do: one('backup'), pc }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('restore-data' as const, 'restore-all' as const), pc }) },
      { weight: 1, arbitrary: fc.record({ do: one('new-keys'), pc }) },
      { weight: 1, arbitrary: fc.record({ do: one('clone') }) },
      { weight: 20, arbitrary: fc.record({ do: one('deliver'), paper: far, main: fc.boolean() }) },
      {
        weight: 2,
        arbitrary: fc.record({ do: one('damage'), paper: far, at: fc.nat({ max: 1_000_000 }), cut: fc.boolean() }),
      },
      { weight: 1, arbitrary: fc.record({ do: one('home'), paper: far, pc }) },
      {
        weight: 8,
        arbitrary: fc.record({
          do: one('answer'),
          verdict: fc.constantFrom('nhan' as const, 'tra-lai' as const, 'chap-nhan' as const),
          words: fc.nat({ max: 2 }),
          counted: far,
        }),
      },
      { weight: 2, arbitrary: fc.record({ do: one('undo') }) },
      { weight: 12, arbitrary: fc.record({ do: one('deliver-answer'), answer: far, pc }) },
      { weight: 2, arbitrary: fc.record({ do: one('receipt'), received: far, pc }) },
    ),
    { minLength: 10, maxLength: 40, size: 'max' },
  ),
);
