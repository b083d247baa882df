/** Hand-over through the program's door: what goes over, who answered before and after, the minute, taking back. SPEC: shared/overview OV23–OV26. */
import { expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import { makeOffice } from '../support/make-office.ts';

async function practice() {
  const office = makeOffice();
  await office.ask(contract.office.practice, { body: {} });
  const planId = (await office.ask(contract.office.state)).plans[0]!.id;
  const people = await office.ask(contract.office.people);
  const from = people.people.find(({ postIds }) => postIds.length > 0)!;
  const next = await office.ask(contract.office.addPerson, { body: { name: 'Trần Thị Mới', postIds: [] } });
  const table = (window: string) => office.ask(contract.plans.table, { params: { id: planId }, query: { window } });
  return { ...office, planId, people, from, nextId: next.id, table };
}

const asked = (
  fromPersonId: string,
  toPersonId: string,
  postIds: string[],
  taskIds: string[],
  date = '2024-07-15',
) => ({
  fromPersonId,
  toPersonId,
  date,
  postIds,
  taskIds,
  witnessName: 'Nguyễn Văn An',
  witnessTitle: 'Chủ tịch UBND',
  note: '',
});

it('OV23, OV25, OV26: posts and single tasks go over on the day; old quarters keep who answered; one undo takes all back', async () => {
  const { ask, at, from, nextId, table } = await practice();
  at('2024-07-20T02:00:00Z');
  const rows = (await table('2024-Q1')).tasks;
  const led = rows.find(({ personIds }) => personIds.includes(from.id))!;
  const single = rows.find(({ personIds }) => !personIds.includes(from.id))!;
  await ask(contract.plans.changeTask, {
    params: { id: single.id },
    body: { revision: single.revision, assigneeId: from.id },
  });
  const available = await ask(contract.handover.available, { params: { id: from.id }, query: { date: '2024-07-15' } });
  expect(available.posts.map(({ id }) => id).sort()).toEqual([...from.postIds].sort());
  expect(available.tasks.map(({ id }) => id)).toEqual([single.id]);

  const body = asked(from.id, nextId, from.postIds, [single.id]);
  const seen = await ask(contract.handover.preview, { body });
  expect(seen.content.tasks.map(({ taskId }) => taskId)).toEqual(expect.arrayContaining([led.id, single.id]));
  expect(seen.content.tasks.length).toBe(available.posts.reduce((sum, post) => sum + post.tasks, 0) + 1);
  expect((await ask(contract.handover.list)).handovers).toEqual([]);
  expect(seen.html).toContain('BIÊN BẢN BÀN GIAO CÔNG VIỆC');

  const made = await ask(contract.handover.make, { body });
  for (const task of [led, single]) {
    const old = (await table('2024-Q1')).tasks.find(({ id }) => id === task.id)!;
    expect(old.personIds).toEqual([from.id, nextId]);
    const now = (await table('2024-Q3')).tasks.find(({ id }) => id === task.id)!;
    expect(now.personIds).toEqual([nextId]);
  }
  const [kept] = (await ask(contract.handover.list)).handovers;
  expect(kept).toMatchObject({ fromName: from.name, toName: 'Trần Thị Mới', date: '2024-07-15' });
  const minute = await ask(contract.handover.document, { params: { id: made.id } });
  expect(minute.html).toBe(seen.html);

  await ask(contract.office.undo, { body: { batchId: made.batchId } });
  expect((await table('2024-Q3')).tasks.find(({ id }) => id === led.id)!.personIds).toContain(from.id);
  expect((await table('2024-Q3')).tasks.find(({ id }) => id === single.id)!.personIds).toEqual([from.id]);
  expect((await ask(contract.handover.list)).handovers).toEqual([]);
  expect((await ask(contract.office.doctor, { body: {} })).ok).toBe(true);
});

it('OV25: a hand-over of the days to come leaves today alone', async () => {
  const { ask, at, from, nextId, table } = await practice();
  at('2024-08-01T02:00:00Z');
  const task = (await table('2024-Q3')).tasks.find(({ personIds }) => !personIds.includes(from.id))!;
  await ask(contract.plans.changeTask, {
    params: { id: task.id },
    body: { revision: task.revision, assigneeId: from.id },
  });
  await ask(contract.handover.make, { body: asked(from.id, nextId, from.postIds, [task.id], '2024-08-20') });
  const people = async () => (await table('2024-Q3')).tasks.find(({ id }) => id === task.id)!.personIds;
  expect(await people()).toEqual([from.id]);
  at('2024-08-20T02:00:00Z');
  expect(await people()).toEqual([nextId]);
});

it('OV23: what cannot go over is refused in words, and nothing changes', async () => {
  const { ask, refusal, at, from, nextId } = await practice();
  at('2024-07-20T02:00:00Z');
  const make = (body: ReturnType<typeof asked>) => refusal(contract.handover.make, { body });
  expect((await make(asked(from.id, nextId, [], []))).message).toContain('Chưa chọn');
  expect((await make(asked(from.id, nextId, from.postIds, [], '2000-01-01'))).message).toContain('không còn phụ trách');
  expect((await make(asked(from.id, nextId, [], ['khong-co']))).message).toContain('không còn giao');
  expect((await make(asked(from.id, from.id, from.postIds, []))).code).toBe('khong-tim-thay');
  const people = await ask(contract.office.people);
  expect(people.people.find(({ id }) => id === from.id)!.postIds).toEqual(from.postIds);
});

it('OV24: the minute is kept with its parties in print and in Word, although the people are renamed later', async () => {
  const { ask, raw, at, from, nextId } = await practice();
  at('2024-07-20T02:00:00Z');
  const made = await ask(contract.handover.make, { body: asked(from.id, nextId, from.postIds, []) });
  await ask(contract.office.changePerson, {
    params: { id: nextId },
    body: { revision: 1, name: 'Tên Khác', archived: false },
  });
  const { html } = await ask(contract.handover.document, { params: { id: made.id } });
  for (const words of [
    'BÊN GIAO',
    'BÊN NHẬN',
    'NGƯỜI CHỨNG KIẾN',
    from.name,
    'Trần Thị Mới',
    'ngày 15 tháng 7 năm 2024',
  ])
    expect(html).toContain(words);
  const word = await (await raw(contract.handover.word, { params: { id: made.id } })).arrayBuffer();
  expect(Buffer.from(word).subarray(0, 2).toString()).toBe('PK');
});
