/** Layout through the door of the screens: findings are put right in the records behind them, silenced with a reason, files mended. */
import { describe, expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import type { FormFinding, FormView, MendedView } from '../../shared/api/contract/review.ts';
import { makeOffice } from '../support/make-office.ts';
import { check, edited, inSection, inText, planFile } from '../unit/check/right-document.ts';

async function practice() {
  const made = makeOffice();
  await made.ask(contract.office.practice, { body: {} });
  const state = await made.ask(contract.office.state);
  const params = { id: state.plans[0]!.id };
  const done = async (job: Parameters<typeof made.finish>[0]) => {
    const ended = await made.finish(job);
    expect(ended.error).toBeNull();
    return ended.result;
  };
  const plan = async () => (await done(await made.ask(contract.review.checkPlan, { params, body: {} }))) as FormView;
  const review = () => made.ask(contract.review.plan, { params, body: {} });
  const write = (path: (string | number)[], before: string, after: string) =>
    made.ask(contract.review.write, { params, body: { path, before, after } });
  const mend = ({ edits }: FormFinding) =>
    made.ask(contract.review.mendForm, { params: { kind: 'plan', ...params }, body: { edits } });
  return { ...made, done, params, plan, review, write, mend, windowId: state.currentWindowId! };
}

const ofRule = (view: FormView, rule: string): FormFinding[] => view.findings.filter((each) => each.rule === rule);

describe('TT22 findings of the plan’s layout', () => {
  it('a cited day without its zero: the place, the fix as one act, the finding gone, undo', async () => {
    const { ask, plan, params, write, mend } = await practice();
    const roots = (await ask(contract.plans.get, { params })).sections;
    const [first] = roots[0]?.children ?? [];
    const [whole] = first?.paragraphs ?? [];
    if (!first || typeof whole !== 'string') throw new Error('the practice plan has no paragraph there');
    const path = ['sections', 0, 'children', 0, 'paragraphs', 0];
    await write(path, whole, `${whole} Thực hiện Kế hoạch số 12/KH-UBND ngày 5/3/2023.`);
    const before = await plan();
    const [finding] = ofRule(before, 'date.cited');
    expect(finding?.place).toMatchObject({ kind: 'section', sectionId: first.id });
    expect(finding?.edits).toHaveLength(1);
    await mend(finding!);
    const now = await ask(contract.plans.get, { params });
    expect(now.sections[0]?.children[0]?.paragraphs[0]).toContain('ngày 05/3/2023');
    expect(ofRule(await plan(), 'date.cited')).toEqual([]);
    await ask(contract.office.undo, { body: { batchId: null } });
    expect(ofRule(await plan(), 'date.cited')).toEqual([finding]);
  });

  it('a gap in the numbers: the label and those after it move together', async () => {
    const { ask, plan, params, write, mend } = await practice();
    const roots = (await ask(contract.plans.get, { params })).sections;
    const labels = roots.map((each) => each.label);
    const second = labels.indexOf('II.');
    const third = labels.indexOf('III.');
    expect(Math.min(second, third)).toBeGreaterThan(0);
    await write(['sections', third, 'label'], 'III.', 'IV.');
    await write(['sections', second, 'label'], 'II.', 'III.');
    const [finding] = ofRule(await plan(), 'numbering.roman');
    expect(finding).toMatchObject({ found: 'III.', allowed: 'II.' });
    expect(finding?.edits.map(({ after }) => after)).toEqual(['II.', 'III.']);
    await mend(finding!);
    const now = (await ask(contract.plans.get, { params })).sections;
    expect(now.map((each) => each.label)).toEqual(labels);
    expect(ofRule(await plan(), 'numbering.roman')).toEqual([]);
  });

  it('refuses to write over words that were changed meanwhile', async () => {
    const { refusal, params } = await practice();
    const body = { edits: [{ path: ['head', 'title'], before: 'không còn', after: 'Khác' }] };
    expect(await refusal(contract.review.mendForm, { params: { kind: 'plan', ...params }, body })).toMatchObject({
      code: 'da-doi',
    });
  });
});

describe('TT24 silence', () => {
  it('keeps a rule of layout quiet with its reason, shows it, and wakes it', async () => {
    const { ask, refusal, plan, params, write } = await practice();
    const [root] = (await ask(contract.plans.get, { params })).sections;
    await write(['sections', 0, 'label'], root?.label ?? '', 'V.');
    const before = await plan();
    const [finding] = before.findings;
    expect(finding).toBeDefined();
    const silenced = { kind: 'plan', ...params, rule: finding!.rule } as const;
    await ask(contract.review.silenceForm, { params: silenced, body: { reason: 'Chờ văn thư' } });
    const quiet = await plan();
    expect(ofRule(quiet, finding!.rule)).toEqual([]);
    expect(quiet.silenced).toMatchObject([
      { rule: finding!.rule, reason: 'Chờ văn thư', count: ofRule(before, finding!.rule).length },
    ]);
    await ask(contract.review.unsilenceForm, { params: silenced });
    expect((await plan()).findings).toEqual(before.findings);
    expect(await refusal(contract.review.unsilenceForm, { params: silenced })).toMatchObject({
      code: 'khong-tim-thay',
    });
    const unknown = { ...silenced, rule: 'khong.co' };
    expect(await refusal(contract.review.silenceForm, { params: unknown, body: { reason: 'x' } })).toMatchObject({
      code: 'khong-tim-thay',
    });
  });

  it('of foreign files holds for files of one type', async () => {
    const { ask, done } = await practice();
    const file = edited(await planFile, inSection(1, /w:left="\d+"/, 'w:left="1500"'));
    const checked = async () =>
      (await done(await ask(contract.review.checkFile, { query: { name: 'a.docx' }, bytes: file }))) as FormView;
    const { owner, findings } = await checked();
    expect([owner, findings.map(({ rule }) => rule)]).toEqual([{ kind: 'file', id: 'KH' }, ['page.margin.left']]);
    const params = { ...owner, rule: 'page.margin.left' };
    await ask(contract.review.silenceForm, { params, body: { reason: 'Máy in cũ' } });
    expect((await checked()).findings).toEqual([]);
  });
});

describe('TT25 a foreign file', () => {
  it('is mended into a copy that the check finds right', async () => {
    const { ask, done, raw } = await practice();
    const file = edited(await planFile, inText('ngày 05 tháng 01', 'ngày 5 tháng 1'));
    expect(check(file).findings.length).toBeGreaterThan(0);
    const mended = (await done(
      await ask(contract.review.mendFile, { query: { name: 'a.docx' }, bytes: file }),
    )) as MendedView;
    expect(mended.left).toBe(0);
    expect(mended.changed.map(({ found }) => found)).toEqual(['ngày 5', 'tháng 1']);
    const answer = await raw(contract.review.mended, { params: { id: mended.file } });
    expect(check(new Uint8Array(await answer.arrayBuffer())).findings).toEqual([]);
  });
});
