/** Proof-reading through the door of the screens: findings lead somewhere, fixes are written only when asked, silence is kept. */
import { describe, expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import type { FormView } from '../../shared/api/contract/review.ts';
import { makeOffice } from '../support/make-office.ts';

async function practice() {
  const made = makeOffice();
  await made.ask(contract.office.practice, { body: {} });
  const state = await made.ask(contract.office.state);
  const planId = state.plans[0]!.id;
  const params = { id: planId };
  const review = () => made.ask(contract.review.plan, { params, body: {} });
  return { ...made, planId, params, review, windowId: state.currentWindowId! };
}

describe('the review of a plan', () => {
  it('tells a planted fault at its place, and puts the offered words there only when asked; undo takes them back', async () => {
    const { ask, params, review } = await practice();
    const table = await ask(contract.plans.table, { params, query: {} });
    const task = table.tasks[3]!;
    const planted = `${task.text} hoàn thành trong năm 2023`;
    await ask(contract.plans.changeTask, {
      params: { id: task.id },
      body: {
        revision: task.revision,
        text: planted,
        lead: task.leadOverride,
        time: task.timeOverride,
        assigneeId: task.assigneeId,
      },
    });
    const before = await review();
    const found = before.findings.filter((each) => each.whole === planted);
    expect(found.map((each) => each.rule)).toContain('stale-year');
    expect(found.every((each) => each.place?.kind === 'task' && each.place.taskId === task.id)).toBe(true);
    const fixable = before.findings.find((each) => each.whole === planted && each.fixed !== null)!;
    const body = { path: fixable.path, before: planted, after: fixable.fixed! };
    await ask(contract.review.write, { params, body });
    const now = await ask(contract.plans.table, { params, query: {} });
    expect(now.tasks.find((each) => each.id === task.id)?.text).toBe(fixable.fixed);
    expect((await review()).findings.some((each) => each.whole === planted)).toBe(false);
    await ask(contract.office.undo, { body: { batchId: null } });
    expect(await review()).toEqual(before);
  });

  it('refuses to write where the words changed meanwhile, and where nothing is stored', async () => {
    const { refusal, params } = await practice();
    const write = (path: (string | number)[], before: string) =>
      refusal(contract.review.write, { params, body: { path, before, after: 'Khác' } });
    expect(await write(['rows', 0, 'tasks', 0], 'không còn')).toMatchObject({ code: 'da-doi' });
    expect(await write(['rows', 9999, 'tasks', 0], '')).toMatchObject({ code: 'da-doi' });
    expect(await write(['issuer'], 'UBND xã An Thịnh')).toMatchObject({ code: 'sai-du-lieu' });
    expect(await refusal(contract.review.plan, { params: { id: 'khong-co' }, body: {} })).toMatchObject({
      code: 'khong-tim-thay',
    });
  });

  it('every place that says it can be written can be, and stands there afterwards', async () => {
    const { ask, params, review } = await practice();
    const table = await ask(contract.plans.table, { params, query: {} });
    const [task, own] = table.tasks;
    await ask(contract.plans.changeTask, {
      params: { id: task!.id },
      body: { revision: task!.revision, text: 'Hoàn thành trong năm 2023' },
    });
    await ask(contract.plans.changeTask, {
      params: { id: own!.id },
      body: { revision: own!.revision, text: 'Niêm yết trong năm 2023', lead: 'Tư pháp', time: 'Quý I năm 2023' },
    });
    const seen = new Set<string>();
    for (const finding of (await review()).findings) {
      const key = finding.path.map((step) => (typeof step === 'number' ? '#' : step)).join('/');
      if (!finding.writable || seen.has(key) || key === 'head/date') continue;
      seen.add(key);
      const after = `${finding.whole} thêm chữ`;
      await ask(contract.review.write, { params, body: { path: finding.path, before: finding.whole!, after } });
      await ask(contract.review.write, { params, body: { path: finding.path, before: after, after: finding.whole! } });
    }
    expect([...seen]).toEqual(expect.arrayContaining(['rows/#/tasks/#', 'rows/#/time']));
  });

  it('a silenced rule is quiet with its reason, stays counted, and speaks again', async () => {
    const { ask, params, review, reopen } = await practice();
    const table = await ask(contract.plans.table, { params, query: {} });
    const task = table.tasks[0]!;
    await ask(contract.plans.changeTask, {
      params: { id: task.id },
      body: { revision: task.revision, text: 'Hoàn thành trong năm 2023', lead: null, time: null, assigneeId: null },
    });
    const loud = (await review()).findings.filter((each) => each.rule === 'stale-year').length;
    expect(loud).toBeGreaterThan(0);
    const rule = { params: { ...params, rule: 'stale-year' as const } };
    await ask(contract.review.silence, { ...rule, body: { reason: 'Nhắc lại kết quả năm trước' } });
    await ask(contract.review.silence, { ...rule, body: { reason: 'Nhắc kết quả cũ' } });
    const again = await reopen();
    const quiet = await again.ask(contract.review.plan, { params, body: {} });
    expect(quiet.findings.some((each) => each.rule === 'stale-year')).toBe(false);
    expect(quiet.silenced).toEqual([
      { rule: 'stale-year', ruleName: 'Năm cũ còn sót', reason: 'Nhắc kết quả cũ', count: loud },
    ]);
    await again.ask(contract.review.unsilence, rule);
    const after = await again.ask(contract.review.plan, { params, body: {} });
    expect(after.findings.filter((each) => each.rule === 'stale-year')).toHaveLength(loud);
    expect(await again.refusal(contract.review.unsilence, rule)).toMatchObject({ code: 'khong-tim-thay' });
  });
});

describe('the check of layout', () => {
  it('reads the report and the plan as they would go out, and a foreign file; refuses what is no Word file', async () => {
    const { ask, finish, raw, params, planId, windowId } = await practice();
    const report = await ask(contract.reports.open, { body: { planId, windowId } });
    const ofReport = await finish(await ask(contract.review.checkReport, { params: { id: report.id }, body: {} }));
    const ours = ofReport.result as FormView;
    expect(ours.passed).toBeGreaterThan(10);
    const errors = ours.findings.filter((each) => each.severity === 'error').map((each) => each.rule);
    expect(errors).toEqual([]);
    const ofPlan = (await finish(await ask(contract.review.checkPlan, { params, body: {} }))).result as FormView;
    expect(ofPlan.passed).toBeGreaterThan(10);
    const word = await raw(contract.reports.word, { params: { id: report.id } });
    const bytes = new Uint8Array(await word.arrayBuffer());
    const ofFile = await finish(await ask(contract.review.checkFile, { query: { name: 'a.docx' }, bytes }));
    const said = (view: FormView) => view.findings.map(({ rule, where, found }) => [rule, where, found]);
    expect(said(ofFile.result as FormView)).toEqual(said(ours));
    const text = await ask(contract.review.checkFile, {
      query: { name: 'a.txt' },
      bytes: new TextEncoder().encode('abc'),
    });
    expect(await finish(text)).toMatchObject({ state: 'failed', error: { code: 'khong-doc-duoc' } });
  });
});
