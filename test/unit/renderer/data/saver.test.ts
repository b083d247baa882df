/** The saver step by step; what holds in every order is in test/property/saver. Rules: renderer/data/SPEC.md. */
import { expect, it } from 'vitest';
import { keyOf, saverWorld, turn } from '../../../support/saver-world.ts';

const number = keyOf('r', 'number');

async function answerAll({ asked }: ReturnType<typeof saverWorld>): Promise<void> {
  for (await turn(); asked.length > 0; await turn()) asked.shift()?.answer();
}

it('SV1 parts of one record are sent one after the other, each over the revision the one before it made', async () => {
  const world = saverWorld();
  world.type('r', 'number', '45');
  world.type('r', 'title', 'Tên');
  void world.saver.save(number);
  void world.saver.save(keyOf('r', 'title'));
  await turn();
  expect(world.asked.map(({ field }) => field)).toEqual(['number']);
  world.asked.shift()?.answer();
  await turn();
  expect(world.asked).toMatchObject([{ field: 'title', revision: 2 }]);
});

it('SV2 another part changed elsewhere meanwhile: the same words go again, nobody is asked', async () => {
  const world = saverWorld();
  world.type('r', 'number', '45');
  world.others('r', 'title', 'Tên ở cửa sổ khác');
  const saved = world.saver.save(number);
  await answerAll(world);
  expect(await saved).toEqual({ state: 'saved' });
  expect(world.row('r').parts).toEqual({ number: '45', title: 'Tên ở cửa sổ khác' });
});

it('SV3 the same part changed elsewhere meanwhile: nothing is written until the person chooses', async () => {
  const world = saverWorld();
  world.type('r', 'number', '45');
  world.others('r', 'number', '99');
  void world.saver.save(number);
  await answerAll(world);
  expect(world.statuses.get(number)).toMatchObject({ state: 'conflict', theirs: { text: '99' } });
  void world.saver.save(number);
  await turn();
  expect(world.asked).toEqual([]);
  expect(world.row('r').parts.number).toBe('99');

  const kept = world.saver.keepMine(number, world.seen('r', 'number'));
  await answerAll(world);
  expect(await kept).toEqual({ state: 'saved' });
  expect(world.row('r').parts.number).toBe('45');
});

it('SV3 the same words saved elsewhere meanwhile are no conflict', async () => {
  const world = saverWorld();
  world.type('r', 'number', '45');
  world.others('r', 'number', '45');
  const saved = world.saver.save(number);
  await answerAll(world);
  expect(await saved).toEqual({ state: 'saved' });
  expect(world.drafts).toEqual({});
});

it('SV4 a refusal keeps the words and says its sentence; the next key tries again', async () => {
  const world = saverWorld();
  world.type('r', 'number', '45');
  const refused = world.saver.save(number);
  await turn();
  world.asked.shift()?.refuse('Kỳ đã khóa.');
  expect(await refused).toEqual({ state: 'refused', sentence: 'Kỳ đã khóa.' });
  expect(world.drafts[number]?.text).toBe('45');
  world.type('r', 'number', '456');
  expect(world.statuses.get(number)).toEqual({ state: 'quiet' });
  world.pass();
  await answerAll(world);
  expect(world.row('r').parts.number).toBe('456');
});

it('SV4 words that cannot be sent are not, and say why', async () => {
  const world = saverWorld();
  world.type('r', 'number', 'wrong');
  expect(await world.saver.save(number)).toEqual({ state: 'refused', sentence: 'Không phải là số.' });
  expect(world.asked).toEqual([]);
});

it('SV5 only what was sent goes, and only when it is shown; what was typed meanwhile stands over it', async () => {
  const world = saverWorld();
  world.type('r', 'number', '4');
  void world.saver.save(number);
  await turn();
  world.type('r', 'number', '45');
  world.asked.shift()?.answer();
  await turn();
  expect(world.drafts[number]).toMatchObject({ text: '45', over: { text: '4', revision: 2 } });
  // Back to what stood there before: other words are on their way, so that this is a change like any other.
  world.type('r', 'number', '456');
  void world.saver.save(number);
  await turn();
  world.type('r', 'number', '4');
  expect(world.drafts[number]?.text).toBe('4');
});

it('SV6 settle sends what its owner typed, waits for it, and names what cannot be saved', async () => {
  const world = saverWorld();
  world.type('r', 'number', '45');
  world.type('q', 'title', 'wrong');
  world.saver.type(
    keyOf('p', 'other'),
    'của kế hoạch khác',
    { owners: ['plan/p'], label: 'khác' },
    world.seen('p', 'other'),
  );
  let answer: unknown = null;
  void world.saver.settle(['report/r']).then((settled) => {
    answer = settled;
  });
  await turn();
  expect(world.asked.map(({ record }) => record)).toEqual(['r']);
  expect(answer).toBeNull();
  world.asked.shift()?.answer();
  await turn();
  expect(answer).toEqual({ ok: false, fields: [{ label: 'title', sentence: 'Không phải là số.' }] });
  expect(world.seen('r', 'number').text).toBe('45');
});

it('SV6 settle waits for what is typed while it waits, and for writes that are no words', async () => {
  const world = saverWorld();
  world.type('r', 'number', '4');
  let ended = () => {};
  const choice = { owners: ['report/r'], label: 'Mẫu', record: 'r', seen: 1 };
  void world.saver.act({ ...choice, send: () => new Promise<void>((done) => (ended = done)) });
  let settled = false;
  void world.saver.settle(['report/r']).then(({ ok }) => {
    settled = ok;
  });
  await turn();
  ended();
  await turn();
  world.type('r', 'number', '45');
  world.asked.shift()?.answer();
  await turn();
  expect(settled).toBe(false);
  await answerAll(world);
  expect(settled).toBe(true);
  expect(world.row('r').parts.number).toBe('45');
});

it('SV6 a form whose button was not pressed is named', async () => {
  const world = saverWorld();
  world.forms.push({ label: 'Hoạt động', sentence: 'chưa bấm “Lưu”.' });
  expect(await world.saver.settle(['report/r'])).toEqual({ ok: false, fields: world.forms });
});

it('SV7 words never go to another office of this computer', async () => {
  const world = saverWorld();
  world.type('r', 'number', '45');
  world.openOffice('xa-khac');
  expect(await world.saver.save(number)).toMatchObject({ state: 'refused' });
  expect(await world.saver.settle('everything')).toEqual({ ok: true });
  expect(world.asked).toEqual([]);
  expect(world.drafts[number]?.text).toBe('45');
});

it('SV10 a field that left the screen is saved; leaving waits for it', async () => {
  const world = saverWorld();
  world.saver.opened(number, { owners: [], label: 'Số' }, world.seen('r', 'number'));
  world.type('r', 'number', '45');
  expect(world.saver.isBusy()).toBe(true);
  world.saver.closed(number);
  let left = false;
  void world.saver.settleScreen().then(() => {
    left = true;
  });
  await turn();
  expect(left).toBe(false);
  await answerAll(world);
  expect(left).toBe(true);
  expect(world.saver.isBusy()).toBe(false);
});

it('SV10 words of an earlier window are saved when their field opens; what was changed since is asked about', async () => {
  const world = saverWorld();
  world.drafts[number] = { text: '45', order: 1 };
  world.saver.opened(number, { owners: ['report/r'], label: 'Số' }, { text: '', revision: 1 });
  world.pass();
  await answerAll(world);
  expect(world.row('r').parts.number).toBe('45');

  const title = keyOf('r', 'title');
  world.drafts[title] = { text: 'Tên tôi gõ', order: 2, over: { text: 'Tên cũ', revision: null } };
  world.saver.opened(title, { owners: ['report/r'], label: 'Tên' }, { text: 'Tên mới', revision: 2 });
  expect(world.statuses.get(title)).toMatchObject({ state: 'conflict', theirs: { text: 'Tên mới' } });
});
