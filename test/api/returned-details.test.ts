/**
 * A Word file brought back, in its finer points: what both sides changed and what the program sets by itself, for a report (RE14, RE16)
 * and for a plan (RT6).
 */
import { describe, expect, it, vi } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import type { ReportView } from '../../shared/api/contract/reports.ts';
import type { ReturnedView } from '../../shared/api/contract/returned.ts';
import { addBelow, editWord, replaceText } from '../support/edit-docx.ts';
import { makeOffice, type TestOffice } from '../support/make-office.ts';

vi.mock('../../electron/work/run-in-worker.ts', () => import('../support/in-thread.ts'));

async function practice() {
  const made = makeOffice();
  await made.ask(contract.office.practice, { body: {} });
  const state = await made.ask(contract.office.state);
  return { made, planId: state.plans[0]?.id ?? '', windowId: state.currentWindowId ?? '' };
}

const bytesOf = async (answer: Response): Promise<Uint8Array> => {
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
};

async function bringBack({ ask, finish }: TestOffice, kind: 'send' | 'sendPlan', id: string, bytes: Uint8Array) {
  const job = await finish(await ask(contract.returned[kind], { params: { id }, query: { name: 'sua.docx' }, bytes }));
  expect(job.state).toBe('done');
  return { job, view: job.result as ReturnedView };
}

describe('a report', () => {
  async function draft() {
    const { made, planId, windowId } = await practice();
    const again = (): Promise<ReportView> => made.ask(contract.reports.open, { body: { planId, windowId } });
    const { id, revision } = await again();
    await made.ask(contract.reportBody.setting, { params: { id }, body: { revision, template: 'chung' } });
    const word = async () => bytesOf(await made.raw(contract.reports.word, { params: { id } }));
    return { made, id, again, word };
  }

  it('RE14: what the person and the program both changed is told with all three texts, and taken only when chosen', async () => {
    const { made, id, again, word } = await draft();
    const save = async (text: string) => {
      const { revision, sections } = await again();
      const key = sections.find(({ heading }) => heading === 'Nguyên nhân')?.key ?? '';
      await made.ask(contract.reports.saveSection, { params: { id, key }, body: { revision, text } });
    };
    await save('Do nhân lực của xã còn thiếu so với yêu cầu.');
    const out = await word();
    await save('Do nhân lực của xã còn mỏng so với yêu cầu.');
    const edited = editWord(out, replaceText('còn thiếu so với', 'chưa đủ so với'));
    const { view, job } = await bringBack(made, 'send', id, edited);
    expect(view.changes).toMatchObject([
      {
        kind: 'changed',
        before: 'Do nhân lực của xã còn mỏng so với yêu cầu.',
        after: 'Do nhân lực của xã chưa đủ so với yêu cầu.',
        conflict: 'Do nhân lực của xã còn thiếu so với yêu cầu.',
        takeable: true,
      },
    ]);
    expect((await again()).html).toContain('còn mỏng so với');
    const accepted = view.changes.map((change) => change.id);
    await made.ask(contract.returned.accept, { params: { id, job: job.id }, body: { accepted } });
    expect((await again()).html).toContain('chưa đủ so với');
  });

  it('RE16: white space and the closing mark are no edits', async () => {
    const { made, id, word } = await draft();
    const bytes = await word();
    const spaced = editWord(bytes, (xml) => {
      expect(xml).toContain('./.<');
      return xml
        .replace('./.<', '.<')
        .replace(/(<w:t(?: [^>]*)?>[^<]{20,}?) ([^<]{20,}<\/w:t>)/gu, '$1  \u00a0$2')
        .replaceAll('<w:body>', '<w:body><w:p/><w:p/>');
    });
    expect(Buffer.from(spaced).equals(Buffer.from(bytes))).toBe(false);
    expect((await bringBack(made, 'send', id, spaced)).view.changes).toEqual([]);
    // The same places do count where a word is changed.
    const worded = editWord(spaced, addBelow('Nguyên nhân chủ quan', 'Thiếu kinh phí.'));
    expect((await bringBack(made, 'send', id, worded)).view.changes.map(({ after }) => after)).toEqual([
      'Thiếu kinh phí.',
    ]);
  });
});

describe('a plan', () => {
  it('RT6: what the program prints by itself is told with the reason and where to change it', async () => {
    const { made, planId: id } = await practice();
    const bytes = await bytesOf(await made.raw(contract.writing.word, { params: { id } }));
    const edited = editWord(bytes, (xml) =>
      [
        replaceText('>XÃ AN THỊNH<', '>XÃ AN BÌNH<'),
        (text: string) => text.replace('>KẾ HOẠCH<', '>CHƯƠNG TRÌNH<'),
        (text: string) => text.replace(/\(Kèm theo /u, '(Ban hành kèm theo '),
      ].reduce((done, edit) => edit(done), xml),
    );
    const { view } = await bringBack(made, 'sendPlan', id, edited);
    expect(view.changes.map(({ after, takeable, why }) => [after, takeable, why])).toEqual([
      ['XÃ AN BÌNH', false, expect.stringContaining('Tên cơ quan sửa ở mục Cơ quan')],
      ['CHƯƠNG TRÌNH', false, expect.stringContaining('chương trình tự in')],
      [expect.stringMatching(/^\(Ban hành kèm theo Kế hoạch số/), false, expect.stringContaining('sửa số, ngày')],
    ]);
  });

  it('RT6: a new line with a number becomes a section as deep as the others numbered alike', async () => {
    const { made, planId: id } = await practice();
    const bytes = await bytesOf(await made.raw(contract.writing.word, { params: { id } }));
    const edited = editWord(bytes, addBelow('Mỗi nhiệm vụ có một đầu mối', '3. Phạm vi: toàn xã.'));
    const { view, job } = await bringBack(made, 'sendPlan', id, edited);
    expect(view.changes).toMatchObject([{ kind: 'added', after: '3. Phạm vi: toàn xã.', takeable: true }]);
    const accepted = view.changes.map((change) => change.id);
    await made.ask(contract.returned.acceptPlan, { params: { id, job: job.id }, body: { accepted } });
    const [first] = (await made.ask(contract.plans.get, { params: { id } })).sections;
    expect(first?.children.map(({ label, heading, paragraphs }) => [label, heading || paragraphs[0]])).toEqual([
      ['1.', 'Mục đích'],
      ['2.', 'Yêu cầu'],
      ['3.', 'Phạm vi: toàn xã.'],
    ]);
  });
});
