import { expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import { makeOffice } from '../support/make-office.ts';

it('a practice office has a plan, people and a quarter half done, and can be put back', async () => {
  const { ask, refusal } = makeOffice();
  expect((await ask(contract.office.state)).office).toBeNull();
  await ask(contract.office.practice, { body: {} });
  const state = await ask(contract.office.state);
  expect(state.office?.practice).toBe(true);
  expect(state.office?.unit.fullName).toBe('xã An Thịnh');
  const plan = state.plans[0]!;
  expect(plan).toMatchObject({ year: 2024, areas: 8, number: '15/KH-UBND' });
  expect(state.currentWindowId).toBe('2024-Q2');
  const table = await ask(contract.plans.table, { params: { id: plan.id }, query: { window: '2024-Q2' } });
  expect(table.tasks).toHaveLength(plan.tasks);
  expect(table.tasks.filter((task) => task.progress).length).toBe(8);
  expect(table.tasks.every((task) => task.text !== '')).toBe(true);
  const people = await ask(contract.office.people);
  expect(people.people).toHaveLength(6);
  expect(people.unresolved.map((each) => each.wording)).toEqual(['Các cán bộ, công chức chuyên môn liên quan']);

  const task = table.tasks[0]!;
  await ask(contract.plans.changeTask, { params: { id: task.id }, body: { revision: task.revision, text: 'Đã sửa' } });
  await ask(contract.office.resetPractice, { body: {} });
  const again = await ask(contract.office.state);
  const fresh = await ask(contract.plans.table, { params: { id: again.plans[0]!.id }, query: {} });
  expect(fresh.tasks[0]!.text).toBe(task.text);
  expect((await ask(contract.office.doctor, { body: {} })).ok).toBe(true);
  expect((await refusal(contract.office.practice, { body: {} })).code).toBe('da-co-co-quan');
});
