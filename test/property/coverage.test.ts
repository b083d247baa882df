/** SPEC PX5, PX7, PX9 over invented plans: sure answers are one to one, order shows nowhere, counts add up. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageOf } from '../../shared/coverage/coverage.ts';
import { propose } from '../../shared/coverage/propose.ts';
import type { CoverTask } from '../../shared/coverage/tasks.ts';

const words = ['công', 'khai', 'hộ', 'nghèo', 'đối', 'thoại', 'dân', 'niêm', 'yết', 'thủ', 'tục', 'họp', 'thôn'];
const tasks = (letter: string) =>
  fc
    .array(
      fc.record({
        text: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 }).map((list) => list.join(' ')),
        areaKey: fc.constantFrom('a', 'b'),
        componentKeys: fc.constantFrom(['x'], ['y'], ['x', 'y']),
      }),
      { maxLength: 60 },
    )
    .map((list): CoverTask[] => list.map((each, at) => ({ ...each, id: `${letter}${at}` })));

const seeded = { seed: 20260105, numRuns: 120 };

test('PX5 an own task is a sure answer to one task at most, and a task has one sure answer at most', () => {
  fc.assert(
    fc.property(tasks('s'), tasks('o'), (superior, own) => {
      const sure = [...propose(superior, own, new Set())].flatMap(([id, list]) =>
        list.flatMap((each) => (each.sure ? [{ id, taskId: each.taskId }] : [])),
      );
      expect(new Set(sure.map(({ taskId }) => taskId)).size).toBe(sure.length);
      expect(new Set(sure.map(({ id }) => id)).size).toBe(sure.length);
    }),
    seeded,
  );
});

test('PX7 the order of tasks changes nothing', () => {
  fc.assert(
    fc.property(tasks('s'), tasks('o'), fc.integer(), (superior, own, turn) => {
      const turned = <T>(list: readonly T[]): T[] => {
        const at = list.length === 0 ? 0 : Math.abs(turn) % list.length;
        return [...list.slice(at), ...list.slice(0, at)].reverse();
      };
      const sorted = (found: ReturnType<typeof propose>) => [...found].sort(([a], [b]) => (a < b ? -1 : 1));
      expect(sorted(propose(turned(superior), turned(own), new Set()))).toEqual(
        sorted(propose(superior, own, new Set())),
      );
    }),
    seeded,
  );
});

test('PX9 what is asked is covered, proposed, missing or out of scope', () => {
  fc.assert(
    fc.property(
      tasks('s'),
      tasks('o'),
      fc.array(fc.tuple(fc.nat(), fc.option(fc.nat()), fc.boolean())),
      (s, o, said) => {
        const links = said.flatMap(([at, own, why]) => {
          const superior = s[at % Math.max(1, s.length)];
          const taskId = own === null ? null : (o[own % Math.max(1, o.length)]?.id ?? null);
          return superior
            ? [{ superiorTaskId: superior.id, taskId, reason: taskId === null && why ? 'lý do' : '' }]
            : [];
        });
        const { counts, beyond } = coverageOf(
          s.map((each) => ({ ...each, forUnits: true })),
          o,
          links,
        );
        expect(counts.covered + counts.sure + counts.unsure + counts.missing + counts.outside).toBe(counts.asked);
        expect(counts.asked).toBe(s.length);
        const linked = new Set(links.map(({ taskId }) => taskId));
        expect(beyond.filter((id) => linked.has(id))).toEqual([]);
      },
    ),
    seeded,
  );
});
