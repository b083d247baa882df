/** PL1, PL2, PL7 of shared/plan/SPEC.md on tables nobody thought of. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onLongestRise, positionsInOrder } from '../../../shared/compare/order.ts';
import { countChanges } from '../../../shared/plan/compare-counts.ts';
import { compareTable, noDecisions } from '../../../shared/plan/compare-plan.ts';
import { mergeTable } from '../../../shared/plan/merge-plan.ts';
import type { ReadRow } from '../../../shared/plan/read-plan.ts';
import { shapeOfRows } from '../../../shared/plan/table-shape.ts';
import { plainTable, planRow, storedFrom } from '../../support/plan-table.ts';

const settings = { seed: 20240402, numRuns: 150 };

const verbs = ['Công khai', 'Niêm yết', 'Rà soát', 'Tổ chức', 'Phổ biến', 'Cập nhật', 'Kiểm tra', 'Lấy ý kiến về'];
const nouns = [
  'hộ nghèo',
  'ngân sách xã',
  'thủ tục hành chính',
  'đất đai',
  'bảng giá',
  'họp thôn',
  'đường liên xã',
  'nước sạch',
];
const places = ['ở các thôn', 'tại trụ sở', 'trên loa', 'trong quý I', 'hằng tháng', 'khi có thay đổi', ''];
const sentence = fc
  .tuple(fc.constantFrom(...verbs), fc.constantFrom(...nouns), fc.constantFrom(...places))
  .map((parts) => parts.join(' ').trim());
const row = fc.record({
  area: fc.constantFrom('Tham gia', 'Công khai, minh bạch', 'Trách nhiệm giải trình', 'Thủ tục hành chính công'),
  component: fc.constantFrom('', 'Cơ hội tham gia', 'Danh sách hộ nghèo', 'Thu chi ngân sách', 'Chứng thực'),
  tasks: fc.array(sentence, { maxLength: 4 }),
  results: fc.array(sentence, { maxLength: 2 }),
  lead: fc.constantFrom('', 'Văn phòng', 'Địa chính', 'Tư pháp'),
  time: fc.constantFrom('', 'Quý I', 'Thường xuyên'),
});
const table = fc
  .array(row, { maxLength: 14 })
  .map((rows) =>
    rows.map(({ area, component, tasks, ...rest }, index) =>
      planRow(area, component, tasks, { ...rest, no: String(index % 4), executors: rest.lead ? [rest.lead] : [] }),
    ),
  );

/** Different words in every task, so that which row is which is beyond doubt. */
const distinct = fc.array(row, { minLength: 2, maxLength: 10 }).map((rows) => {
  const order = ['Tham gia', 'Công khai, minh bạch', 'Trách nhiệm giải trình', 'Thủ tục hành chính công'];
  return rows
    .toSorted((a, b) => order.indexOf(a.area) - order.indexOf(b.area))
    .map(({ area, component, results, lead, time }, index) =>
      planRow(
        area,
        component,
        [0, 1, 2].map((item) => `${verbs[index % 8]} nhóm số${index} lần${index}${item} việc${index * 3 + item} riêng`),
        { results, lead, time },
      ),
    );
});

type Edit =
  | { kind: 'delete' | 'insert' | 'swap'; row: number }
  | { kind: 'drop-task' | 'add-task' | 'word'; row: number; item: number };
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('delete', 'insert', 'swap'), row: fc.nat(20) }),
  fc.record({ kind: fc.constantFrom('drop-task', 'add-task', 'word'), row: fc.nat(20), item: fc.nat(5) }),
) as fc.Arbitrary<Edit>;

/** Edits as a person makes them in Word; `touched` are the task texts whose words were changed. */
function edited(rows: readonly ReadRow[], edits: readonly Edit[]): { rows: ReadRow[]; touched: Set<string> } {
  let now = rows.map((each) => ({ ...each, tasks: [...each.tasks] }));
  const touched = new Set<string>();
  edits.forEach((each, count) => {
    const at = each.row % Math.max(1, now.length);
    const target = now[at];
    if (!target) return;
    const item = 'item' in each ? each.item % Math.max(1, target.tasks.length) : 0;
    if (each.kind === 'delete') now = now.filter((_, index) => index !== at);
    if (each.kind === 'insert')
      now.splice(at, 0, { ...target, tasks: [`Hoàn toàn mới thứ${count} chưa từng có`], results: [] });
    if (each.kind === 'swap' && now[at + 1]?.dimension === target.dimension)
      [now[at], now[at + 1]] = [now[at + 1]!, target];
    if (each.kind === 'drop-task') target.tasks.splice(item, 1);
    if (each.kind === 'add-task') target.tasks.splice(item, 0, `Thêm vào thứ${count} chưa từng nêu`);
    if (each.kind === 'word' && target.tasks[item]) {
      touched.add(target.tasks[item]);
      target.tasks[item] = target.tasks[item].replace('riêng', `sửa${count}`);
    }
  });
  return { rows: now, touched };
}

let made = 0;
const newId = () => `n${++made}`;

describe('comparing', () => {
  it('PL1 a plan with its own rows: all unchanged, and merging writes nothing', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const stored = storedFrom(rows);
        const shape = shapeOfRows(rows);
        const compared = compareTable(stored, shape);
        for (const change of [...compared.areas, ...compared.components, ...compared.groups, ...compared.tasks])
          expect(change).toMatchObject({ state: 'unchanged', moved: false, fields: [] });
        const { areas, components, groups, tasks, fileWords } = mergeTable(stored, shape, compared, [], newId);
        expect({ areas, components, groups, tasks }).toEqual({
          areas: stored.areas,
          components: stored.components,
          groups: stored.groups,
          tasks: stored.tasks,
        });
        expect(fileWords.size).toBe(0);
        expect(countChanges(stored, shape, compared)).toMatchObject({
          rows: { added: 0, changed: 0, unchanged: rows.length, removed: 0, kept: 0 },
          moved: 0,
          conflicts: 0,
        });
      }),
      settings,
    );
  });

  it('PL7 taking the changes gives exactly the new rows, each stored id at most once', () => {
    fc.assert(
      fc.property(table, table, (before, after) => {
        const stored = storedFrom(before);
        const shape = shapeOfRows(after);
        const merged = mergeTable(stored, shape, compareTable(stored, shape), [], newId);
        expect(plainTable(merged)).toEqual(plainTable(storedFrom(after)));
        for (const list of [merged.areas, merged.components, merged.groups, merged.tasks])
          expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
      }),
      settings,
    );
  });

  it('PL2 edits keep the ids of rows they did not touch, and of those whose one word they changed', () => {
    fc.assert(
      fc.property(distinct, fc.array(edit, { minLength: 1, maxLength: 6 }), (before, edits) => {
        const stored = storedFrom(before);
        const { rows } = edited(before, edits);
        const shape = shapeOfRows(rows);
        const merged = mergeTable(stored, shape, compareTable(stored, shape), [], newId);
        expect(plainTable(merged)).toEqual(plainTable(storedFrom(rows)));
        const idOf = new Map(stored.tasks.map(({ id, text }) => [text, id]));
        for (const task of merged.tasks) {
          const known = idOf.get(task.text) ?? idOf.get(task.text.replace(/sửa\d+/, 'riêng'));
          if (known) expect([task.text, task.id]).toEqual([task.text, known]);
          else expect(task.id).toMatch(/^n/);
        }
      }),
      settings,
    );
  });

  it('PL7 what has work is there after any merge', () => {
    fc.assert(
      fc.property(table, table, fc.array(fc.nat(40)), (before, after, picks) => {
        const plain = storedFrom(before);
        const worked = new Set(picks.flatMap((pick) => plain.tasks[pick]?.id ?? []));
        const stored = { ...plain, worked };
        const shape = shapeOfRows(after);
        const merged = mergeTable(stored, shape, compareTable(stored, shape, noDecisions), [], newId);
        const ids = new Set(merged.tasks.map(({ id }) => id));
        for (const id of worked) expect(ids).toContain(id);
        const [areas, components, groups] = [merged.areas, merged.components, merged.groups].map(
          (list) => new Set(list.map(({ id }) => id)),
        );
        for (const task of merged.tasks) expect(groups).toContain(task.groupId);
        for (const group of merged.groups) {
          expect(areas).toContain(group.areaId);
          for (const id of group.componentIds) expect(components).toContain(id);
        }
      }),
      settings,
    );
  });
});

describe('order', () => {
  const list = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { maxLength: 12 });

  it('finds a longest rising run', () => {
    fc.assert(
      fc.property(list, (values) => {
        const run = values.filter((_, index) => onLongestRise(values)[index]);
        expect(run).toEqual(run.toSorted((a, b) => a - b));
        const best = values.map(() => 1);
        values.forEach((value, index) => {
          for (let before = 0; before < index; before++)
            if (values[before]! < value) best[index] = Math.max(best[index]!, best[before]! + 1);
        });
        expect(run.length).toBe(Math.max(0, ...best));
      }),
      settings,
    );
  });

  it('gives rising whole positions and leaves those in line alone where there is room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 60 })), { maxLength: 12 }),
        fc.constantFrom(1, 1000),
        (values, step) => {
          const current = values.map((value, index) =>
            value !== null && values.indexOf(value) === index ? value * step : null,
          );
          const positions = positionsInOrder(current, step);
          expect(positions).toEqual([...new Set(positions)].toSorted((a, b) => a - b));
          expect(positions.every(Number.isInteger)).toBe(true);
          if (step === 1000) {
            const stays = onLongestRise(current);
            current.forEach((position, index) => {
              if (stays[index]) expect(positions[index]).toBe(position);
            });
          }
        },
      ),
      settings,
    );
  });
});
