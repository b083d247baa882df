/** The saver in any order of typing, answers, refusals, other people's writes, walking away and acts. Rules: renderer/data/SPEC.md. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyOf, saverWorld, type TestWorld, turn } from '../../support/saver-world.ts';

const places = [
  ['r', 'number'],
  ['r', 'title'],
  ['q', 'words'],
] as const;
const place = fc.constantFrom(...places);

type Step =
  | { do: 'type' | 'leave' | 'open' | 'close' | 'others' | 'keep'; at: (typeof places)[number] }
  | { do: 'answer' | 'refuse' | 'settle' | 'pause' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), at: place }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('leave', 'open', 'close', 'others', 'keep' as const),
      at: place,
    }) as fc.Arbitrary<Step>,
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('answer', 'answer', 'refuse', 'settle', 'pause'),
    }) as fc.Arbitrary<Step>,
  },
);

/** What was typed at each place, in order, and what the server took of it. */
type Told = { typed: Map<string, string[]>; taken: Map<string, string[]> };

function answer(world: TestWorld, told: Told, refuse: boolean): void {
  const next = world.asked.shift();
  if (!next) return;
  if (refuse) {
    next.refuse('Chưa nhận.');
    return;
  }
  const key = keyOf(next.record, next.field);
  if (next.revision === world.row(next.record).revision)
    told.taken.set(key, [...(told.taken.get(key) ?? []), next.text]);
  next.answer();
}

async function run(steps: readonly Step[]): Promise<{ world: TestWorld; told: Told }> {
  const world = saverWorld();
  const told: Told = { typed: new Map(), taken: new Map() };
  let words = 0;
  for (const each of steps) {
    const [record, field] = 'at' in each ? each.at : ['r', 'number'];
    const key = keyOf(record, field);
    const now = world.seen(record, field);
    if (each.do === 'type') {
      const text = `chữ ${words++}`;
      told.typed.set(key, [...(told.typed.get(key) ?? []), text]);
      world.type(record, field, text);
    } else if (each.do === 'leave') void world.saver.save(key);
    else if (each.do === 'open') world.saver.opened(key, { owners: ['report/r'], label: field }, now);
    else if (each.do === 'close') world.saver.closed(key);
    else if (each.do === 'others') world.others(record, field, `người khác ${words++}`);
    else if (each.do === 'keep' && world.saver.statusOf(key).state === 'conflict') void world.saver.keepMine(key, now);
    else if (each.do === 'settle') void settleHolds(world);
    else if (each.do === 'pause') world.pass();
    else if (each.do === 'answer' || each.do === 'refuse') answer(world, told, each.do === 'refuse');
    await turn();
    // SV1: never two writes of one record at a time.
    const records = world.asked.map((asked) => asked.record);
    expect(new Set(records).size).toBe(records.length);
  }
  return { world, told };
}

/** SV6: whoever is told "settled" finds nothing unsaved; else everything unsaved is named. */
async function settleHolds(world: TestWorld): Promise<void> {
  const settled = await world.saver.settle(['report/r']);
  const left = world.saver.unsaved(['report/r']).map((key) => world.drafts[key]?.label ?? '');
  const named = settled.ok ? [] : settled.fields.map(({ label }) => label);
  expect(left.filter((label) => !named.includes(label))).toEqual([]);
}

it('SV5 no word is lost: the last words of every field are at the server or still a draft, and they came in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { told, world } = await run(steps);
      for (const [key, typed] of told.typed) {
        const last = typed.at(-1);
        const taken = told.taken.get(key) ?? [];
        expect(world.drafts[key]?.text === last || taken.at(-1) === last).toBe(true);
        const inOrder = taken.map((text) => typed.indexOf(text));
        expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
      }
    }),
    { seed: 20_261_201, numRuns: 300 },
  );
});

it('SV6 when every answer comes, everything typed is at the server and settle says so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { told, world } = await run(steps);
      const finish = async () => {
        for (await turn(); world.asked.length > 0; await turn()) answer(world, told, false);
      };
      const settle = async () => {
        const settled = world.saver.settle('everything');
        await finish();
        return settled;
      };
      await settle();
      // What others changed in the same place is the person's to decide; then nothing stands in the way any more.
      for (const [record, field] of places) {
        const key = keyOf(record, field);
        if (world.saver.statusOf(key).state === 'conflict') void world.saver.keepMine(key, world.seen(record, field));
      }
      await finish();
      expect(await settle()).toEqual({ ok: true });
      expect(world.drafts).toEqual({});
      for (const [key, typed] of told.typed) expect(told.taken.get(key)?.at(-1)).toBe(typed.at(-1));
    }),
    { seed: 20_261_202, numRuns: 300 },
  );
});
