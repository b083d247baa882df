/** The title of the annex through the door of the program: kept, printed, edited, taken back, compared, carried to the next year. */
import { expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import { sampleOffice } from '../../shared/sample/sample-plan.ts';
import { makeOffice } from '../support/make-office.ts';
import { planFile } from '../support/plan-file.ts';

const { plans, writing, office: officeOf } = contract;
const first = ['BIỂU NHIỆM VỤ CỦA CÁC THÔN', 'THỰC HIỆN CHỈ SỐ PAPI NĂM 2024'];

async function officeWithTitle() {
  const { ask, finish } = makeOffice();
  await ask(officeOf.setUp, { body: sampleOffice });
  const read = async (annexTitle: string[]) => {
    const bytes = await planFile(2024, (plan) => {
      plan.header.annexTitle = annexTitle;
    });
    const job = await finish(await ask(plans.read, { query: { name: 'ke-hoach.docx' }, bytes }));
    return { readId: job.id, ...(await ask(plans.readResult, { params: { id: job.id } })) };
  };
  const { readId, plan, rows } = await read(first);
  const { planId } = await ask(plans.keep, { body: { readId, year: 2024, header: plan!, rows } });
  const params = { id: planId };
  const title = async () => (await ask(plans.get, { params })).annexTitle;
  const printed = async () => (await ask(writing.document, { params })).html;
  const compare = async (annexTitle: string[]) => {
    const again = await read(annexTitle);
    const body = { readId: again.readId, header: again.plan!, rows: again.rows, keepRemoved: [], apart: [] };
    return { body, ...(await ask(plans.compare, { params, body })) };
  };
  const save = async (annexTitle: string[] | undefined, change = {}) => {
    const { revision, number, date, place, title, basis, preamble, closing, recipients, signer, sections } = await ask(
      plans.get,
      { params },
    );
    const head = { number, date, place, title, basis, preamble, closing, recipients, signer, ...change };
    return ask(writing.save, { params, body: { revision, head: { ...head, annexTitle }, sections } });
  };
  return { ask, params, title, printed, compare, save };
}

it('is kept from the file and printed above the table', async () => {
  const { title, printed } = await officeWithTitle();
  expect(await title()).toEqual(first);
  for (const line of first) expect(await printed()).toContain(`<p class="annexTitle">${line}</p>`);
});

it('is edited with the head of the plan, and taken back; a body that does not say it leaves it alone', async () => {
  const { ask, title, printed, save } = await officeWithTitle();
  await save(['Biểu nhiệm vụ mới']);
  expect(await title()).toEqual(['Biểu nhiệm vụ mới']);
  expect(await printed()).toContain('BIỂU NHIỆM VỤ MỚI');
  await save(undefined, { place: 'Nơi khác' });
  expect(await title()).toEqual(['Biểu nhiệm vụ mới']);
  await ask(officeOf.undo, { body: { batchId: null } });
  await ask(officeOf.undo, { body: { batchId: null } });
  expect(await title()).toEqual(first);
  await save([]);
  expect(await printed()).toContain('BIỂU TỔNG HỢP NHIỆM VỤ NĂM 2024');
});

it('is compared when the file comes again: same words no change, another title offered, and the choice is the person’s', async () => {
  const { ask, params, title, compare, save } = await officeWithTitle();
  expect((await compare(first)).head).toEqual([]);
  const news = await compare(['BIỂU KHÁC']);
  expect(news.head).toMatchObject([{ field: 'annexTitle', kind: 'file', stored: first, file: ['BIỂU KHÁC'] }]);
  await ask(plans.merge, { params, body: { ...news.body, stamp: news.stamp, chosen: [] } });
  expect(await title()).toEqual(['BIỂU KHÁC']);
  await ask(officeOf.undo, { body: { batchId: null } });
  expect(await title()).toEqual(first);

  await save(['Sửa bằng tay']);
  const both = await compare(['BIỂU KHÁC']);
  expect(both.head).toMatchObject([{ field: 'annexTitle', kind: 'both' }]);
  await ask(plans.merge, { params, body: { ...both.body, stamp: both.stamp, chosen: [] } });
  expect(await title()).toEqual(['Sửa bằng tay']);
  // Printed in capitals, it comes back as what it was.
  expect((await compare(['SỬA BẰNG TAY'])).head).toEqual([]);
});

it('moves to the next year with its year', async () => {
  const { ask, params } = await officeWithTitle();
  const { planId } = await ask(writing.nextYear, { params, body: { keep: [], leave: [], taxonomyId: null, add: [] } });
  expect((await ask(plans.get, { params: { id: planId } })).annexTitle).toEqual([
    first[0],
    'THỰC HIỆN CHỈ SỐ PAPI NĂM 2025',
  ]);
});

it('a fault of the review in the title is put right where it stands', async () => {
  const { ask, params, title, save } = await officeWithTitle();
  await save(['Biểu nhiệm vụ năm 2023']);
  const { findings } = await ask(contract.review.plan, { params });
  const found = findings.find(({ rule, path }) => rule === 'stale-year' && path[0] === 'annexTitle');
  expect(found).toMatchObject({ writable: true, fixed: 'Biểu nhiệm vụ năm 2024', place: { kind: 'head' } });
  await ask(contract.review.write, {
    params,
    body: { path: found!.path, before: found!.whole!, after: found!.fixed! },
  });
  expect(await title()).toEqual(['Biểu nhiệm vụ năm 2024']);
});
