/** The superior's plan down to communes and back up in their reports (SPEC PX1 to PX15, BN79 to BN84). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportBundle } from '../../electron/commands/export.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import type { LedgerEntry } from '../../shared/api/contract/sending.ts';
import { type TestOffice, temporaryFolder } from '../support/make-office.ts';
import { type CommuneBelow, communeBelow, type Province, province } from '../support/plan-down-offices.ts';

const { office, plans, planDown, receiving, reports, sending, time, work, consolidation, review, writing } = contract;

const stagedRefusal = (made: TestOffice, id: string) => made.refusal(receiving.receive, { params: { id }, body: {} });

it('PX1 PX2 PX3 a plan comes from the own superior, once, newer before older', async () => {
  const [from, to] = [await province(), await communeBelow()];
  await from.number('12/KH-UBND', '2024-01-05');
  const first = await from.one();
  expect(first.sent).toMatchObject({
    kind: 'plan',
    purpose: 'new',
    sequence: 1,
    unitName: 'Các đơn vị trực thuộc',
  });

  const got = await to.take(first.bytes);
  expect(got.check).toMatchObject({ kind: 'plan', standing: 'moi', warnings: [] });
  expect((await to.take(first.bytes)).standing).toBe('da-co');
  expect(await to.list()).toMatchObject([{ number: '12/KH-UBND', fromUnit: 'tỉnh Sông Lam', draft: false }]);

  await from.number('12/KH-UBND', '2024-01-08');
  const second = await from.one();
  expect(second.sent).toMatchObject({ purpose: 'replacement', sequence: 2 });
  await from.number('12/KH-UBND', '2024-01-09');
  const third = await from.one();
  expect((await to.take(third.bytes)).check.standing).toBe('thay-the');
  expect(await to.take(second.bytes)).toMatchObject({ standing: 'cu-hon', text: expect.stringContaining('cất riêng') });
  expect(await to.list()).toMatchObject([{ date: '2024-01-09' }]);

  const stranger = await communeBelow('Đông Hải', 'Nam Hà');
  const { id, check } = await stranger.check(third.bytes);
  expect(check).toMatchObject({ standing: 'khong-nhan', receivable: false });
  expect((await stagedRefusal(stranger.made, id)).code).toBe('viec-da-xong');
  expect(await stranger.list()).toEqual([]);
});

it('BN79 the same plan again is the same bundle, a draft says so, a changed one replaces', async () => {
  const [from, to] = [await province(), await communeBelow()];
  const first = await from.one();
  expect((await from.down()).draft).toBe(true);
  const again = await from.one();
  expect(again.sent.sha256).toBe(first.sent.sha256);
  expect((await from.down()).shared).toMatchObject({ sequence: 1, current: true });
  await from.number('12/KH-UBND', '2024-01-05');
  expect((await from.down()).shared).toMatchObject({ current: false });
  const { check } = await to.check(first.bytes);
  expect(check.warnings).toEqual([expect.stringContaining('dự thảo')]);
});

it('each unit gets its own bundle, locked with its key; a unit without one is named and nothing is written', async () => {
  const from = await province();
  const [a, b] = [await communeBelow('An Thịnh'), await communeBelow('Bình Minh')];
  const units = (await from.down()).units;
  const unitIds = units.map(({ id }) => id);
  const before = await from.made.refusal(planDown.send, {
    params: { id: from.planId },
    body: await from.asked('rieng', { unitIds, lock: { by: 'khoa' } }),
  });
  expect(before.message).toContain('xã An Thịnh');
  for (const commune of [a, b]) await from.take(await commune.card(), { key: 'tin' });

  const sent = await from.send('rieng', { unitIds, lock: { by: 'khoa' } });
  expect(sent.map(({ sent: { sequence, unitName } }) => [sequence, unitName])).toEqual([
    [1, 'xã An Thịnh'],
    [2, 'xã Bình Minh'],
  ]);
  expect((await from.down()).units.map((unit) => unit.sent?.current)).toEqual([true, true]);
  const [forA, forB] = sent;
  if (!forA || !forB) throw new Error('two bundles were asked for');
  expect((await a.take(forA.bytes)).check.standing).toBe('moi');
  const foreign = await a.check(forB.bytes);
  expect(foreign.check.receivable).toBe(false);
  const open = await from.send('rieng', { unitIds: unitIds.slice(1), lock: { by: 'mo' } });
  const { check } = await a.check(open[0]?.bytes ?? new Uint8Array());
  expect(check.standingText).toContain('đơn vị khác');
});

it('PX10 PX11 PX12 the skeleton copies the table, cites the plan, links every task, and is taken back as one act', async () => {
  const [from, to] = [await province(), await communeBelow()];
  await from.number('12/KH-UBND', '2024-01-05');
  await to.take((await from.one()).bytes);
  const kept = await to.skeleton();
  const theirs = await from.tasks();
  expect(kept.tasks).toBe(theirs.length);
  const plan = await to.made.ask(plans.get, { params: { id: kept.planId } });
  expect(plan.title).toContain('xã An Thịnh');
  expect(plan.basis[0]).toContain('Kế hoạch số 12/KH-UBND ngày 05/01/2024 của UBND tỉnh Sông Lam');
  expect(plan.sections.length).toBeGreaterThan(1);
  const table = await to.made.ask(plans.table, { params: { id: kept.planId }, query: {} });
  expect(table.tasks.map(({ text }) => text)).toEqual(theirs.map(({ text }) => text));
  expect(table.groups.every(({ lead, executors }) => lead === '' && executors.length === 0)).toBe(true);

  const { counts } = await to.coverage(kept.planId);
  expect(counts).toMatchObject({ asked: theirs.length, covered: theirs.length, missing: 0, beyond: 0 });
  await to.made.ask(office.undo, { body: { batchId: kept.batchId } });
  expect((await to.made.ask(office.state)).plans).toEqual([]);
});

it('PX10 PX12 BN83 who leads is kept where asked for, sections are not where nobody asked, and the regimes come along', async () => {
  const [from, to] = [await province(), await communeBelow()];
  await to.take((await from.one({ regimeIds: ['9-thang'] })).bytes);
  const kept = await to.skeleton({ keepPeople: true, sections: false, regimes: true });
  expect(kept).toMatchObject({ sections: 0 });
  expect((await to.made.ask(plans.get, { params: { id: kept.planId } })).sections).toEqual([]);
  expect(kept.postsAdded).toBeGreaterThan(0);
  const theirs = await from.made.ask(plans.table, { params: { id: from.planId }, query: {} });
  const ours = await to.made.ask(plans.table, { params: { id: kept.planId }, query: {} });
  expect(ours.groups.map(({ lead }) => lead)).toEqual(theirs.groups.map(({ lead }) => lead));
  const { windows } = await to.made.ask(time.windows, { query: { year: 2024 } });
  expect(windows.map(({ key }) => key)).toEqual(['2024-M9']);
});

it('PX8 a task taken out is missing until it comes back; one click takes it from the superior again', async () => {
  const [from, to] = [await province(), await communeBelow()];
  await to.take((await from.one()).bytes);
  const { planId } = await to.skeleton();
  const { tasks } = await to.made.ask(plans.table, { params: { id: planId }, query: {} });
  const gone = tasks[3];
  if (!gone) throw new Error('the template has more tasks');
  const removed = await to.made.ask(plans.removeTask, { params: { id: gone.id }, query: { revision: gone.revision } });
  const missing = await to.coverage(planId);
  expect(missing.counts).toMatchObject({ covered: tasks.length - 1, missing: 1 });
  await to.made.ask(office.undo, { body: { batchId: removed.batchId } });
  expect((await to.coverage(planId)).counts.missing).toBe(0);
  await to.made.ask(office.redo, { body: {} });

  const row = missing.rows.find(({ state }) => state === 'chua-co');
  const [plan] = await to.list();
  const added = await to.made.ask(planDown.addTasks, {
    params: { id: plan?.id ?? '' },
    body: { planId, superiorTaskIds: [row?.superiorTaskId ?? ''] },
  });
  expect(added.added).toBe(1);
  const after = await to.coverage(planId);
  expect(after.counts).toMatchObject({ missing: 0, covered: tasks.length });
  const link = after.rows.find(({ superiorTaskId }) => superiorTaskId === row?.superiorTaskId)?.links[0];
  expect(link).toMatchObject({ text: gone.text, area: row?.area });
});

it('PX4 PX8 an own plan of other words is proposed, confirmed, put out of scope with a reason, and seen stale', async () => {
  const [from, to] = [await province(), await communeBelow()];
  await to.take((await from.one()).bytes);
  const { planId } = await to.made.ask(writing.fromTemplate, { body: { template: 'tong-the', year: 2024 } });
  const before = await to.coverage(planId);
  expect(before.counts.covered).toBe(0);
  expect(before.counts.sure).toBeGreaterThan(before.counts.asked / 2);
  const [plan] = await to.list();
  const params = { id: plan?.id ?? '' };
  const { linked } = await to.made.ask(planDown.acceptSure, { params, body: { planId } });
  expect(linked).toBe(before.counts.sure);
  const mid = await to.coverage(planId);
  expect(mid.counts).toMatchObject({ covered: linked, sure: 0 });

  const [row] = mid.rows;
  if (!row) throw new Error('the plan has tasks');
  await to.answer(planId, row, { reason: 'Không thuộc phạm vi của xã' });
  const after = await to.coverage(planId);
  expect(after.rows[0]).toMatchObject({ state: 'ngoai', reason: 'Không thuộc phạm vi của xã', links: [] });
  const stale = await to.made.refusal(planDown.answer, {
    params: { ...params, task: row.superiorTaskId },
    body: { planId, stamp: row.stamp, taskIds: [], reason: '', none: true },
  });
  expect(stale.code).toBe('da-doi');
});

it('PX15 a replacing version keeps links by id and shows what is new, changed and gone', async () => {
  const [from, to] = [await province(), await communeBelow()];
  await to.take((await from.one()).bytes);
  const { planId } = await to.skeleton();
  const [first, second] = await from.tasks();
  if (!first || !second) throw new Error('the template has tasks');
  await from.made.ask(plans.changeTask, {
    params: { id: first.id },
    body: { revision: first.revision, text: `${first.text} (bổ sung)` },
  });
  await from.made.ask(plans.removeTask, { params: { id: second.id }, query: { revision: second.revision } });
  await from.made.ask(plans.addTask, {
    params: { id: first.groupId },
    body: { text: 'Lập tổ công nghệ số cộng đồng', afterTaskId: null },
  });
  const { text } = await to.take((await from.one()).bytes);
  expect(text).toBe('Đã nhận bản mới: 1 nhiệm vụ mới, 1 đổi, 1 bỏ.');
  const view = await to.coverage(planId);
  expect(view.rows.find(({ superiorTaskId }) => superiorTaskId === first.id)).toMatchObject({
    state: 'da-co',
    change: 'doi',
    links: [{ text: first.text }],
  });
  expect(view.rows.filter(({ change }) => change === 'moi')).toMatchObject([{ state: 'chua-co' }]);
  expect(view.gone).toMatchObject([{ superiorTaskId: second.id, links: [{ text: second.text }] }]);
});

it('BN83 its regimes are offered, and adopted as the superior’s', async () => {
  const [from, to] = [await province(), await communeBelow()];
  const { regimes } = await from.down();
  expect(regimes.length).toBeGreaterThan(1);
  await to.take((await from.one({ regimeIds: ['9-thang'] })).bytes);
  const [plan] = await to.list();
  const params = { id: plan?.id ?? '' };
  const offered = (await to.made.ask(planDown.get, { params })).regimes;
  expect(offered).toMatchObject([
    { regime: { id: '9-thang' }, adopted: false, windows: [{ label: '9 tháng năm 2024' }] },
  ]);
  const adopted = await to.made.ask(planDown.adopt, {
    params: { ...params, regime: '9-thang' },
    body: { moveEntries: false },
  });
  expect(adopted).toMatchObject({ added: 1, untouched: [] });
  const windows = await to.made.ask(time.windows, { query: { year: 2024 } });
  expect(windows.regimes.find(({ regime }) => regime.id === '9-thang')).toMatchObject({
    origin: 'cap-tren',
    issuer: 'tỉnh Sông Lam',
    adopted: true,
  });
  expect((await to.made.ask(planDown.get, { params })).regimes[0]?.adopted).toBe(true);
});

it('PX13 the own plan is due fifteen working days after the received one, in the coverage and in the review', async () => {
  const [from, to] = [await province(), await communeBelow()];
  await from.number('12/KH-UBND', '2024-01-05');
  await to.take((await from.one()).bytes);
  const { planId } = await to.skeleton();
  expect((await to.coverage(planId)).issue).toMatchObject({ due: '2024-01-26', issued: '', late: false });
  const plan = await to.made.ask(plans.get, { params: { id: planId } });
  const { revision, place, title } = plan;
  await to.made.ask(plans.change, {
    params: { id: planId },
    body: { revision, number: '3/KH-UBND', date: '2024-02-01', place, title },
  });
  expect((await to.coverage(planId)).issue).toMatchObject({ late: true, days: 19 });
  const { findings } = await to.made.ask(review.plan, { params: { id: planId } });
  expect(findings.filter(({ rule }) => rule === 'late-issue')).toHaveLength(1);
});

/** One finished task of a commune's plan, counted, and the report of the quarter sent up. */
async function reported(to: CommuneBelow, { planId, taskId, done }: { planId: string; taskId: string; done: number }) {
  const state = await to.made.ask(office.state);
  const window = state.windows.find(({ key }) => key === '2024-Q1');
  const windowId = window?.id ?? '';
  await to.made.ask(work.saveProgress, {
    body: {
      taskId,
      windowId,
      revision: null,
      state: 'xong',
      doneText: `Đã làm ${done}`,
      numerator: done,
      denominator: 10,
      measure: 'hội nghị',
      obstacle: '',
      proposal: '',
    },
  });
  const report = await to.made.ask(reports.open, { body: { planId, windowId } });
  await to.made.ask(reports.freeze, { params: { id: report.id }, body: { revision: report.revision } });
  const body = { placeId: 'kho-goi', ticket: null, lock: { by: 'mo' as const }, reportId: report.id };
  const job = await to.made.finish(await to.made.ask(sending.exportBundle, { body }));
  if (job.state !== 'done') throw new Error(JSON.stringify(job.error));
  return readFileSync(join(to.made.dataDir, 'goi', (job.result as LedgerEntry).fileName));
}

it('PX14 two communes tell one task of the superior in other words; the superior adds them up as one row', async () => {
  const from: Province = await province();
  const file = await from.one();
  const [first] = await from.tasks();
  const words = ['Mở hội nghị gặp gỡ bà con các thôn', 'Chủ tịch tiếp dân theo lịch hằng tuần'];
  for (const [at, name] of ['An Thịnh', 'Bình Minh'].entries()) {
    const to = await communeBelow(name);
    await to.take(file.bytes);
    const { planId } = await to.skeleton();
    const { rows } = await to.coverage(planId);
    const task = rows.find(({ superiorTaskId }) => superiorTaskId === first?.id)?.links[0];
    await to.made.ask(plans.changeTask, {
      params: { id: task?.taskId ?? '' },
      body: { revision: 1, text: words[at] ?? '' },
    });
    await from.take(await reported(to, { planId, taskId: task?.taskId ?? '', done: at + 2 }));
  }
  const { sums } = await from.made.ask(consolidation.view, { query: { window: '2024-Q1' } });
  const counted = sums.filter(({ measure }) => measure === 'hội nghị');
  expect(counted).toHaveLength(1);
  expect(counted[0]).toMatchObject({ numerator: 5, denominator: 20, task: first?.text });
  expect(counted[0]?.units).toHaveLength(2);
}, 90_000);

it('the command line writes the plan for all, or one file for each unit with a key', async () => {
  const from = await province();
  const a = await communeBelow('An Thịnh');
  await from.take(await a.card(), { key: 'tin' });
  await from.made.close();
  const [data, to] = [from.made.dataDir, temporaryFolder()];
  const run = async (values: Record<string, string | boolean>) => {
    const printed: unknown[] = [];
    await exportBundle.run(
      { values: { data, plan: from.planId, down: true, to, ...values }, positionals: [] },
      { say: () => undefined, result: (value) => printed.push(value) },
    );
    return printed[0] as { bundles: { files: string[]; unit: string | null }[] };
  };
  const shared = await run({});
  expect(shared.bundles).toHaveLength(1);
  const each = await run({ each: true });
  expect(each.bundles).toMatchObject([{ unit: 'xã An Thịnh' }]);
  const file = each.bundles[0]?.files[0] ?? '';
  expect(file).toContain('ke-hoach-2024-xa-an-thinh');
  expect((await a.take(readFileSync(file))).check.standing).toBe('moi');
  await expect(run({ plan: 'khong-co' })).rejects.toThrow('Không có kế hoạch khong-co');
  await expect(run({ window: '2024-Q1' })).rejects.toThrow('không đi cùng');
});
