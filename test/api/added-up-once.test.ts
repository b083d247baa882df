/** What a report adds to the superior's sums when it is replaced and when it is recalled (CO7). */
import { expect, it, vi } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import { commune, superior } from '../support/exchange.ts';

vi.mock('../../electron/work/run-in-worker.ts', () => import('../support/in-thread.ts'));

const { plans, work, office, consolidation } = contract;

it('CO7: a replaced report counts once, by its newest version; a recalled one not at all', async () => {
  const [from, to] = [await commune(), await superior()];
  const table = { params: { id: from.planId }, query: { window: from.windowId } };
  const task = (await from.made.ask(plans.table, table)).tasks.find(({ progress }) => progress === null);
  const tell = async (numerator: number) => {
    const { tasks } = await from.made.ask(plans.table, table);
    const revision = tasks.find(({ id }) => id === task?.id)?.progress?.revision ?? null;
    await from.made.ask(work.saveProgress, {
      body: {
        taskId: task?.id ?? '',
        windowId: from.windowId,
        revision,
        state: 'xong',
        doneText: 'Đã họp',
        numerator,
        denominator: 40,
        measure: 'cuộc họp tổ liên gia',
        obstacle: '',
        proposal: '',
      },
    });
  };
  const key = (await from.made.ask(office.state)).windows.find(({ id }) => id === from.windowId)?.key ?? '';
  const sums = async () =>
    (await to.made.ask(consolidation.view, { query: { window: key } })).sums
      .filter(({ measure }) => measure === 'cuộc họp tổ liên gia')
      .map(({ numerator, denominator, units }) => [numerator, denominator, units.length]);

  await tell(11);
  await to.take((await from.send(await from.freeze())).bytes);
  expect(await sums()).toEqual([[11, 40, 1]]);
  await from.reopen();
  await tell(17);
  const { sent, bytes } = await from.send(await from.freeze());
  await to.take(bytes);
  expect(await sums()).toEqual([[17, 40, 1]]);
  await to.take((await from.recall(sent.id, 'Gửi nhầm')).bytes);
  expect(await sums()).toEqual([]);
});
