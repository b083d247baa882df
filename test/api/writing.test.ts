/** Writing a plan through the door of the program: saving, being overtaken, taking back; templates; next year's plan. */
import { expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import type { PlanView, SectionView } from '../../shared/api/contract/plans.ts';
import type { WrittenSection } from '../../shared/body/written-blocks.ts';
import { makeOffice, type TestOffice } from '../support/make-office.ts';

async function practice() {
  const office = makeOffice();
  await office.ask(contract.office.practice, { body: {} });
  const planId = (await office.ask(contract.office.state)).plans[0]!.id;
  return { ...office, planId };
}

const planOf = ({ ask }: Pick<TestOffice, 'ask'>, id: string) => ask(contract.plans.get, { params: { id } });

const written = (sections: readonly SectionView[]): WrittenSection[] =>
  sections.map(({ id, label, heading, paragraphs, children }) => ({
    id,
    label,
    heading,
    paragraphs,
    children: written(children),
  }));

const headOf = ({ number, date, place, title, basis, preamble, closing, recipients, signer }: PlanView) => ({
  number,
  date,
  place,
  title,
  basis,
  preamble,
  closing,
  recipients,
  signer,
});

const bodyOf = (plan: PlanView) => ({
  revision: plan.revision,
  head: headOf(plan),
  sections: written(plan.sections),
});

it('saves the words of a plan as one act: what stays keeps its record, and one undo brings all back', async () => {
  const office = await practice();
  const before = await planOf(office, office.planId);
  const body = bodyOf(before);
  const [first, second, third] = body.sections;
  first!.heading = 'MỤC ĐÍCH';
  first!.children.push({ id: 'moi-1', label: '3.', heading: 'Chỉ tiêu', paragraphs: ['Tăng hạng.'], children: [] });
  // The second section goes below the new one; the third loses its children.
  first!.children[2]!.children.push(second!);
  const gone = third!.children.map(({ id }) => id);
  third!.children = [];
  body.sections = [first!, third!];
  body.head = {
    ...body.head,
    title: 'Tên mới',
    basis: ['Căn cứ một', 'Căn cứ hai'],
    closing: ['Trên đây là Kế hoạch./.'],
  };

  const saved = await office.ask(contract.writing.save, { params: { id: office.planId }, body });
  expect(saved.revision).toBe(before.revision + 1);
  const after = await planOf(office, office.planId);
  const made = saved.made['moi-1']!;
  expect(after).toMatchObject({
    title: 'Tên mới',
    basis: ['Căn cứ một', 'Căn cứ hai'],
    closing: ['Trên đây là Kế hoạch./.'],
  });
  expect(after.sections.map(({ id }) => id)).toEqual([first!.id, third!.id]);
  expect(after.sections[0]!.children.at(-1)).toMatchObject({
    id: made,
    heading: 'Chỉ tiêu',
    children: [{ id: second!.id }],
  });
  expect(JSON.stringify(after)).not.toContain(gone[0]);

  await office.ask(contract.office.undo, { body: { batchId: null } });
  const again = await planOf(office, office.planId);
  expect(headOf(again)).toEqual(headOf(before));
  expect(written(again.sections)).toEqual(written(before.sections));
  await office.ask(contract.office.redo);
  expect(written((await planOf(office, office.planId)).sections)).toEqual(written(after.sections));
  expect((await office.ask(contract.office.doctor, { body: {} })).ok).toBe(true);
});

it('saving the same words again writes nothing', async () => {
  const office = await practice();
  const plan = await planOf(office, office.planId);
  const saved = await office.ask(contract.writing.save, { params: { id: plan.id }, body: bodyOf(plan) });
  expect(saved).toEqual({ id: plan.id, revision: plan.revision, batchId: null, made: {} });
});

it('whoever saves over newer words is refused and sees them', async () => {
  const office = await practice();
  const plan = await planOf(office, office.planId);
  const mine = bodyOf(plan);
  const theirs = bodyOf(plan);
  theirs.sections[0]!.heading = 'CỦA NGƯỜI KHÁC';
  mine.sections[0]!.heading = 'CỦA TÔI';
  await office.ask(contract.writing.save, { params: { id: plan.id }, body: theirs });
  const refused = await office.refusal(contract.writing.save, { params: { id: plan.id }, body: mine });
  expect(refused.code).toBe('da-doi');
  expect((refused.details as { current: PlanView }).current.sections[0]!.heading).toBe('CỦA NGƯỜI KHÁC');
  expect((await planOf(office, plan.id)).sections[0]!.heading).toBe('CỦA NGƯỜI KHÁC');
});

it('refuses what is no plan: a day that is none, a name left out, a tree without end', async () => {
  const office = await practice();
  const plan = await planOf(office, office.planId);
  const body = bodyOf(plan);
  const save = (changed: object) =>
    office.refusal(contract.writing.save, { params: { id: plan.id }, body: { ...body, ...changed } });
  expect((await save({ head: { ...body.head, date: '2024-02-30' } })).code).toBe('sai-du-lieu');
  expect((await save({ head: { ...body.head, title: '  ' } })).code).toBe('sai-du-lieu');
  let deep: WrittenSection = { id: '', label: '', heading: 'x', paragraphs: [], children: [] };
  for (let at = 0; at < 40; at++) deep = { ...deep, children: [deep] };
  expect((await save({ sections: [deep] })).code).toBe('sai-du-lieu');
  const unknown = await office.refusal(contract.writing.save, { params: { id: 'khong-co' }, body });
  expect(unknown.code).toBe('khong-tim-thay');
  expect(await planOf(office, plan.id)).toEqual(plan);
});

it('a section of another plan is not taken along', async () => {
  const office = await practice();
  const plan = await planOf(office, office.planId);
  const other = await office.ask(contract.writing.fromTemplate, { body: { template: 'khac-phuc', year: 2024 } });
  const foreign = (await planOf(office, other.planId)).sections[0]!;
  const body = { ...bodyOf(plan), sections: [...written(plan.sections), ...written([foreign])] };
  const saved = await office.ask(contract.writing.save, { params: { id: plan.id }, body });
  expect(saved.made[foreign.id]).toBeDefined();
  expect((await planOf(office, other.planId)).sections[0]!.id).toBe(foreign.id);
});

it('prints the plan as it is kept: page and Word', async () => {
  const office = await practice();
  const page = await office.ask(contract.writing.document, { params: { id: office.planId } });
  expect(page.html).toContain('TỔ CHỨC THỰC HIỆN');
  expect(page.previewHtml).toContain('Phụ lục');
  const word = await (await office.raw(contract.writing.word, { params: { id: office.planId } })).arrayBuffer();
  expect(Buffer.from(word).subarray(0, 2).toString()).toBe('PK');
});

it('makes a plan from a template, whole, and takes it back whole', async () => {
  const office = await practice();
  const made = await office.ask(contract.writing.fromTemplate, { body: { template: 'tong-the', year: 2025 } });
  expect(made).toMatchObject({ areas: 8 });
  const plan = await planOf(office, made.planId);
  expect(plan.issuer).toBe('UBND xã An Thịnh');
  expect(plan.sections.map(({ label }) => label)).toEqual(['I.', 'II.', 'III.', 'IV.', 'V.']);
  await office.ask(contract.office.undo, { body: { batchId: made.batchId } });
  expect((await office.ask(contract.office.state)).plans).toHaveLength(1);
});

it("NY5, NY6: next year's plan carries what is open; what was done is left out unless it is wanted", async () => {
  const office = await practice();
  const params = { id: office.planId };
  const rows = (await office.ask(contract.plans.table, { params, query: {} })).tasks;
  const once = rows.find(({ time }) => time === 'Quý IV')!;
  await office.ask(contract.work.saveProgress, {
    body: {
      taskId: once.id,
      windowId: '2024-Q4',
      revision: null,
      state: 'xong',
      doneText: 'Đã rà soát.',
      numerator: null,
      denominator: null,
      measure: '',
      obstacle: '',
      proposal: '',
    },
  });
  const seen = await office.ask(contract.writing.seeNextYear, { params });
  expect(seen.year).toBe(2025);
  expect(seen.done).toContainEqual({ id: once.id, text: once.text });
  expect(seen.notMoved.some(({ why }) => why === 'citation')).toBe(true);
  const before = await office.ask(contract.office.state);
  const made = await office.ask(contract.writing.nextYear, {
    params,
    body: { keep: [], leave: [], taxonomyId: null, add: [] },
  });
  expect(made.tasks).toBe(before.plans[0]!.tasks - seen.done.length);
  const keysOf = (windows: typeof before.windows, year: number) =>
    windows.filter((each) => each.year === year).map(({ key }) => key.slice(5));
  const after = await office.ask(contract.office.state);
  expect(keysOf(before.windows, 2025)).toEqual([]);
  expect(keysOf(after.windows, 2024).length).toBeGreaterThan(3);
  expect(keysOf(after.windows, 2025)).toEqual(keysOf(after.windows, 2024));
  const old = (await office.ask(contract.plans.table, { params, query: { window: '2024-Q4' } })).tasks;
  expect(old.find(({ id }) => id === once.id)?.progress?.doneText).toBe('Đã rà soát.');
  const plan = await planOf(office, made.planId);
  expect(plan).toMatchObject({ year: 2025, number: '', date: '' });
  expect(plan.title).toContain('2025');
  const table = await office.ask(contract.plans.table, { params: { id: made.planId }, query: {} });
  const texts = table.tasks.map(({ text }) => text);
  expect(texts).not.toContain(seen.done[0]!.text);
  expect(table.tasks.every(({ progress }) => progress === null)).toBe(true);
  const keep = await office.ask(contract.writing.nextYear, {
    params,
    body: { keep: [seen.done[0]!.id], leave: [], taxonomyId: null, add: [] },
  });
  expect(keep.tasks).toBe(made.tasks + 1);
  expect((await office.ask(contract.office.doctor, { body: {} })).ok).toBe(true);
});
