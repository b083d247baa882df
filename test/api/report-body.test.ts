/** A report written as one document, through the doors: saved, refused when overtaken or frozen, its setting kept. */
import { expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import { makeOffice } from '../support/make-office.ts';

async function practiceReport() {
  const made = makeOffice();
  await made.ask(contract.office.practice, { body: {} });
  const state = await made.ask(contract.office.state);
  const body = { planId: state.plans[0]!.id, windowId: state.currentWindowId! };
  return { ...made, open: () => made.ask(contract.reports.open, { body }) };
}

const own = { key: 'own:moi-1', heading: 'Mô hình hay', level: 1 as const, blocks: ['Tổ liên gia tự quản.'] };

it('RE18 RE19: own sections are kept, counted and printed; who is overtaken is told, nothing is overwritten', async () => {
  const { ask, raw, open } = await practiceReport();
  const { id, revision, sections } = await open();
  const written = sections.map(({ key }) => ({ key, heading: '', level: 1 as const, blocks: null }));
  const params = { id };
  const body = { revision, sections: [...written.slice(0, -1), own, ...written.slice(-1)] };
  const saved = await ask(contract.reportBody.save, { params, body });
  const report = await open();
  expect(report.sections.at(-2)).toMatchObject({ key: 'own:moi-1', label: 'V.', own: true, edited: true });
  expect(report.html).toContain('V. MÔ HÌNH HAY');
  expect(report.sections.filter((each) => each.edited)).toHaveLength(1);
  expect((await raw(contract.reportBody.save, { params, body })).status).toBe(409);
  const again = await ask(contract.reportBody.save, { params, body: { ...body, revision: saved.revision } });
  expect(again.batchId).toBeNull();
});

it('keys that are nobody’s own and headings without words are refused; a frozen report is not written', async () => {
  const { ask, raw, open } = await practiceReport();
  const { id, revision } = await open();
  const params = { id };
  for (const wrong of [
    { ...own, key: 'own:<b>' },
    { ...own, heading: ' ' },
    { ...own, key: '' },
  ])
    expect((await raw(contract.reportBody.save, { params, body: { revision, sections: [wrong] } })).status).toBe(400);
  await ask(contract.reports.freeze, { params, body: { revision } });
  const now = (await open()).revision;
  const refused = await raw(contract.reportBody.save, { params, body: { revision: now, sections: [own] } });
  expect(refused.status).toBe(409);
});

it('RE17: template, signer and recipients are chosen, and given back to window and office', async () => {
  const { ask, open } = await practiceReport();
  const first = await open();
  expect(first.template).toBe('quy');
  const params = { id: first.id };
  const signer = { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', name: 'Trần Thị Bình' };
  await ask(contract.reportBody.setting, {
    params,
    body: { revision: first.revision, template: 'nam', signer, recipients: ['Như trên', 'Lưu: VT'] },
  });
  const chosen = await open();
  expect(chosen).toMatchObject({ template: 'nam', signer, recipients: ['Như trên', 'Lưu: VT'] });
  expect(chosen.html).toContain('KT. CHỦ TỊCH');
  expect(chosen.html).toContain('Bài học kinh nghiệm');
  await ask(contract.reportBody.setting, {
    params,
    body: { revision: chosen.revision, template: null, signer: null, recipients: null },
  });
  expect(await open()).toMatchObject({ template: 'quy', signer: first.signer, recipients: first.recipients });
});
