/** A year turns through the program's door: what goes on and why, assignments, areas by code, what is kept with the new plan. shared/body/SPEC.md NY7–NY10. */
import { expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import { makeOffice } from '../support/make-office.ts';

async function practice() {
  const office = makeOffice();
  await office.ask(contract.office.practice, { body: {} });
  const plan = (await office.ask(contract.office.state)).plans[0]!;
  const params = { id: plan.id };
  const tasks = (await office.ask(contract.plans.table, { params, query: {} })).tasks;
  const done = (taskId: string) =>
    office.ask(contract.work.saveProgress, {
      body: {
        ...{ taskId, windowId: '2024-Q4', revision: null, state: 'xong' as const, doneText: 'Đã làm xong.' },
        ...{ numerator: null, denominator: null, measure: '', obstacle: '', proposal: '' },
      },
    });
  const see = () => office.ask(contract.writing.seeNextYear, { params });
  const make = (body: { keep?: string[]; leave?: string[]; taxonomyId?: string | null; add?: string[] }) =>
    office.ask(contract.writing.nextYear, {
      params,
      body: { keep: [], leave: [], taxonomyId: null, add: [], ...body },
    });
  const tableOf = (id: string) => office.ask(contract.plans.table, { params: { id }, query: {} });
  return { ...office, plan, tasks, done, see, make, tableOf };
}

it('NY7: every task of the old plan is told once, with what is proposed and why', async () => {
  const { tasks, done, see } = await practice();
  const once = tasks.find(({ time }) => time === 'Quý IV')!;
  await done(once.id);
  const seen = await see();
  expect(seen.tasks.map(({ id }) => id).sort()).toEqual(tasks.map(({ id }) => id).sort());
  const of = (time: RegExp) => seen.tasks.filter((task) => time.test(task.time) && task.id !== once.id);
  expect(seen.tasks.find(({ id }) => id === once.id)).toMatchObject({ kind: 'da-xong', take: false });
  expect(of(/^Thường xuyên$/).every(({ kind, take }) => kind === 'moi-nam' && take)).toBe(true);
  expect(of(/những năm tiếp theo/).map(({ kind }) => kind)).toContain('moi-nam');
  expect(of(/^Khi có cuộc bầu cử/).map(({ kind }) => kind)).toContain('cho-su-kien');
  expect(of(/^Quý IV$/).every(({ kind, take }) => kind === 'chua-xong' && take)).toBe(true);
  expect(of(/những năm tiếp theo/)[0]!.timeNext).toContain('2025');
  expect(seen.tasks.every(({ reason }) => reason !== '')).toBe(true);
  expect(seen.tasks.filter(({ take }) => take).length).toBe(seen.carried);
});

it('NY7, NY8, NY10: choices, assignments and marks come over; what stayed behind is kept; one undo takes the plan back', async () => {
  const { ask, tasks, done, see, make, tableOf } = await practice();
  const people = (await ask(contract.office.people)).people;
  const [keepPerson, gonePerson] = [people[0]!, people[1]!];
  const [single, lost, left, once] = [
    ...tasks.filter(({ time }) => time === 'Thường xuyên').slice(0, 3),
    tasks.find(({ time }) => time === 'Quý IV')!,
  ] as [(typeof tasks)[number], (typeof tasks)[number], (typeof tasks)[number], (typeof tasks)[number]];
  for (const [task, person] of [
    [single, keepPerson],
    [lost, gonePerson],
  ] as const)
    await ask(contract.plans.changeTask, {
      params: { id: task.id },
      body: { revision: task.revision, assigneeId: person.id },
    });
  await ask(contract.office.changePerson, {
    params: { id: gonePerson.id },
    body: { revision: gonePerson.revision, name: gonePerson.name, archived: true },
  });
  await done(once.id);
  const seen = await see();
  const made = await make({ leave: [left.id] });
  expect(made.tasks).toBe(seen.carried - 1);
  const { origin } = await ask(contract.writing.origin, { params: { id: made.planId } });
  expect(origin!.carried.length).toBe(made.tasks);
  expect(origin!.left.map(({ text }) => text).sort()).toEqual([left.text, once.text].sort());
  expect(origin!.notMoved).toEqual(made.notMoved);
  const table = await tableOf(made.planId);
  const byId = new Map(table.tasks.map((task) => [task.id, task]));
  const texts = new Map(tasks.map((task) => [task.id, task.text]));
  for (const { taskId, fromTaskId } of origin!.carried)
    expect(byId.get(taskId)!.text.replaceAll('2025', '2024').slice(0, 40)).toBe(
      texts.get(fromTaskId)!.replaceAll('2025', '2024').slice(0, 40),
    );
  const heir = (id: string) => byId.get(origin!.carried.find(({ fromTaskId }) => fromTaskId === id)!.taskId)!;
  expect(heir(single.id).assigneeId).toBe(keepPerson.id);
  expect(heir(lost.id).assigneeId).toBeNull();
  const unfinished = seen.tasks.find(({ kind }) => kind === 'chua-xong')!;
  const group = table.groups.find(({ id }) => id === heir(unfinished.id).groupId)!;
  expect(group.note).toContain('Chuyển từ năm 2024');

  await ask(contract.office.undo, { body: { batchId: made.batchId } });
  expect((await ask(contract.office.state)).plans.length).toBe(1);
  expect((await ask(contract.writing.origin, { params: { id: made.planId } })).origin).toBeNull();
  expect((await ask(contract.office.doctor, { body: {} })).ok).toBe(true);
});

it('NY9: the sets of areas are compared by code, and a new part comes in its own area without tasks', async () => {
  const { see, make, tableOf } = await practice();
  const seen = await see();
  const set = seen.taxonomies.at(-1)!;
  expect(set).toMatchObject({ id: 'papi-2021', confirmed: false });
  const wanted = set.added.filter(({ area }) => area !== '').slice(0, 2);
  expect(wanted.length).toBeGreaterThan(0);
  const made = await make({ taxonomyId: set.id, add: wanted.map(({ code }) => code) });
  const names = (await tableOf(made.planId)).components.map(({ name }) => name);
  for (const { name } of wanted) expect(names).toContain(name);
  expect(made.tasks).toBe(seen.carried);
});
