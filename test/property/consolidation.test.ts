/** CO3 to CO7 against an obvious sum, for many invented provinces. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collectSums } from '../../shared/consolidation/figures.ts';
import type { UnitReport } from '../../shared/consolidation/unit-report.ts';

const addUp = (reports: readonly UnitReport[]) => {
  const sums = collectSums();
  for (const report of reports) sums.take(report);
  return sums.sums();
};

const tasks = ['Niêm yết công khai', 'Đối thoại với Nhân dân', 'Tập huấn cán bộ'];
const amount = fc.option(fc.integer({ min: -2, max: 40 }), { nil: null });
const figure = fc.record({ numerator: amount, denominator: amount, measure: fc.constantFrom('thôn', 'buổi') });
const province = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 12 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc.record({
        id: fc.constant(id),
        day: fc.integer({ min: 1, max: 28 }),
        figures: fc.array(fc.option(figure, { nil: null }), { minLength: 3, maxLength: 3 }),
      }),
    ),
  ),
);

type Unit = {
  id: number;
  day: number;
  figures: ({ numerator: number | null; denominator: number | null; measure: string } | null)[];
};

const reportOf = ({ id, day, figures }: Unit): UnitReport => ({
  unitId: `u${id}`,
  unitName: `xã Số ${id}`,
  bareName: `Số ${id}`,
  receivedId: `r${id}`,
  receivedOn: `2024-04-${String(day).padStart(2, '0')}`,
  rows: tasks.map((task, at) => ({
    taskId: `t${id}-${at}`,
    no: '',
    area: 'Công khai, minh bạch',
    component: 'Tiếp cận thông tin',
    text: `${task} tại xã Số ${id}`,
    lead: '',
    time: '',
    state: null,
    doneText: '',
    obstacle: '',
    proposal: '',
    evidenceIds: [],
    superiorTaskId: null,
    figures: figures[at] ? [figures[at]] : [],
  })),
});

const right = ({ numerator, denominator }: { numerator: number | null; denominator: number | null }) =>
  numerator !== null && numerator >= 0 && (denominator === null || (denominator > 0 && numerator <= denominator));

it('sums are what a person would add by hand, whatever the order of arrival (CO4 to CO7)', () => {
  fc.assert(
    fc.property(province, (units) => {
      const sums = addUp(units.map(reportOf));
      for (const [at] of tasks.entries())
        for (const measure of ['thôn', 'buổi'])
          for (const share of [true, false]) {
            const given = units.flatMap((unit) => {
              const each = unit.figures[at];
              return each && each.measure === measure && (each.denominator !== null) === share ? [each] : [];
            });
            const spoken = given.filter(({ numerator, denominator }) => numerator !== null || denominator !== null);
            const found = sums.filter(
              (sum) =>
                sum.task.startsWith(tasks[at]!) && sum.measure === measure && (sum.denominator !== null) === share,
            );
            expect(found).toHaveLength(spoken.length > 0 ? 1 : 0);
            const added = spoken.filter(right);
            if (found[0]) {
              expect(found[0].numerator).toBe(added.reduce((all, each) => all + (each.numerator ?? 0), 0));
              expect(found[0].denominator ?? 0).toBe(added.reduce((all, each) => all + (each.denominator ?? 0), 0));
              const { units: given, notArisen, silent, doubtful } = found[0];
              expect(
                new Set([
                  ...given.map(({ unitId }) => unitId),
                  ...notArisen,
                  ...silent,
                  ...doubtful.map(({ unitId }) => unitId),
                ]).size,
              ).toBe(units.length);
            }
          }
      const byKey = (all: typeof sums) =>
        new Map(
          all.map(({ task: _, ...sum }) => [
            sum.key,
            { ...sum, doubtful: new Set(sum.doubtful.map((each) => each.unitId)) },
          ]),
        );
      expect(byKey(addUp([...units].reverse().map(reportOf)))).toEqual(byKey(sums));
    }),
    { seed: 20261121, numRuns: 300 },
  );
});
