/** Where activities stand in a report (AC2), what their total counts (RE22), and what of one with personal data is told and travels (AC6). */

import { strFromU8, unzipSync } from 'fflate';
import { expect, it, vi } from 'vitest';
import { activityInput } from '../../shared/activity/activity.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import { commune } from '../support/exchange.ts';

vi.mock('../../electron/work/run-in-worker.ts', () => import('../support/in-thread.ts'));

const { plans, activities } = contract;

const training = (title: string, sensitive = false) =>
  activityInput.parse({
    kind: 'tap-huan',
    date: '2024-04-01',
    title,
    sensitive,
    details: { sessions: 1, people: 40 },
  });

it('AC2 it is told once in the area of its tasks, however many it serves there; one without a task in the first part', async () => {
  const { made, planId, open } = await commune();
  const table = await made.ask(plans.table, { params: { id: planId }, query: {} });
  const areaOf = new Map(table.groups.map(({ id, areaId }) => [id, areaId]));
  const inArea = Map.groupBy(table.tasks, (task) => areaOf.get(task.groupId) ?? '');
  const [first, second] = table.areas.map(({ id }) => inArea.get(id) ?? []);
  const taskIds = [first?.[0], first?.[1], second?.[0]].map((task) => task?.id ?? '');
  await made.ask(activities.add, { body: { activity: training('Tập huấn hòa giải'), taskIds, evidenceIds: [] } });
  const tellers = async () =>
    (await open()).sections
      .filter(({ auto }) => auto.includes('buổi tập huấn'))
      .map(({ heading, auto }) => [heading, auto.match(/0\d buổi tập huấn/g)]);
  const areas = table.areas.slice(0, 2).map(({ name }) => [name, ['01 buổi tập huấn']]);
  expect(await tellers()).toEqual(areas);
  await made.ask(activities.add, { body: { activity: training('Tập huấn khác'), taskIds: [], evidenceIds: [] } });
  expect(await tellers()).toEqual([['Kết quả thực hiện', ['01 buổi tập huấn']], ...areas]);
});

it('RE22 the total of the activities in a report names each of them', async () => {
  const { made, planId, open } = await commune();
  const { tasks } = await made.ask(plans.table, { params: { id: planId }, query: {} });
  const taskIds = [tasks[0]?.id ?? ''];
  const titles = ['Tập huấn hòa giải', 'Tập huấn tiếp công dân'];
  const added = [];
  for (const title of titles)
    added.push(await made.ask(activities.add, { body: { activity: training(title), taskIds, evidenceIds: [] } }));
  const { behind } = await open();
  expect(behind.activities.map(({ kind, items }) => [kind, items.map(({ id }) => id).sort()])).toEqual([
    ['tap-huan', added.map(({ id }) => id).sort()],
  ]);
  expect(behind.activities[0]?.text).toContain('02 buổi tập huấn');
});

it('AC6 of one with personal data a report tells day and kind, and a bundle nothing more', async () => {
  const from = await commune();
  const { made, planId } = from;
  const { tasks } = await made.ask(plans.table, { params: { id: planId }, query: {} });
  const secret = 'Tiếp ông Trần Văn Kín';
  await made.ask(activities.add, {
    body: { activity: training(secret, true), taskIds: [tasks[0]?.id ?? ''], evidenceIds: [] },
  });
  await made.ask(activities.add, {
    body: { activity: training('Tập huấn công khai'), taskIds: [tasks[0]?.id ?? ''], evidenceIds: [] },
  });
  const { html } = await from.open();
  expect(html).toContain('Tập huấn công khai');
  expect(html).not.toContain(secret);
  expect(html.match(/01\/4\/2024/g)).toHaveLength(2);

  const { bytes } = await from.send(await from.freeze());
  const texts = Object.entries(unzipSync(bytes)).flatMap(([name, content]) =>
    (name.endsWith('.docx') ? Object.values(unzipSync(content)) : [content]).map((part) => strFromU8(part)),
  );
  expect(texts.filter((text) => text.includes('Tập huấn công khai')).length).toBeGreaterThan(1);
  expect(texts.filter((text) => text.includes(secret))).toEqual([]);
});
