/** The report's Word file taken out, edited, brought back (shared/report/SPEC.md RE11 to RE16). */
import { describe, expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import type { ReportView } from '../../shared/api/contract/reports.ts';
import type { ReturnedView } from '../../shared/api/contract/returned.ts';
import {
  addBelow,
  editWord,
  office as libreOffice,
  removeParagraph,
  replaceText,
  savedByLibreOffice,
} from '../support/edit-docx.ts';
import { makeOffice, type TestOffice } from '../support/make-office.ts';

async function practiceReport(): Promise<{ made: TestOffice; report: ReportView; again: () => Promise<ReportView> }> {
  const made = makeOffice();
  await made.ask(contract.office.practice, { body: {} });
  const state = await made.ask(contract.office.state);
  const body = { planId: state.plans[0]!.id, windowId: state.currentWindowId! };
  const again = () => made.ask(contract.reports.open, { body });
  // The common template has every part; a quarter's own is shorter.
  const { id, revision } = await again();
  await made.ask(contract.reportBody.setting, { params: { id }, body: { revision, template: 'chung' } });
  return { made, report: await again(), again };
}

const wordOf = async ({ raw }: TestOffice, report: ReportView): Promise<Uint8Array> => {
  const response = await raw(contract.reports.word, { params: { id: report.id } });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
};

async function bringBack({ ask, finish }: TestOffice, report: ReportView, bytes: Uint8Array) {
  const job = await finish(
    await ask(contract.returned.send, { params: { id: report.id }, query: { name: 'sua.docx' }, bytes }),
  );
  return { job, view: job.result as ReturnedView };
}

const all = (edits: ((xml: string) => string)[]) => (xml: string) => edits.reduce((done, edit) => edit(done), xml);

describe('a Word file brought back', () => {
  it('untouched, has no change', async () => {
    const { made, report } = await practiceReport();
    const { view } = await bringBack(made, report, await wordOf(made, report));
    expect(view.changes).toEqual([]);
    expect(view.exportedAt).not.toBeNull();
  });

  it('RE11 RE12 RE13: each edit is told once; head, words and results can be taken, the plan’s words not; one act', async () => {
    const { made, report, again } = await practiceReport();
    const bytes = await wordOf(made, report);
    const edited = editWord(
      bytes,
      all([
        replaceText(
          'Đã phát 12 buổi trên hệ thống truyền thanh của xã và các thôn. Đã',
          'Đã phát 15 buổi trên loa của xã. Đã',
        ),
        addBelow('Nguyên nhân chủ quan', '- Nguyên nhân khác: thiếu kinh phí.'),
        removeParagraph('Đề nghị tỉnh hỗ trợ thùng rác'),
        replaceText('7/9 thôn (77,8%)</w:t>', '8/9 thôn (88,9%)</w:t>'),
        replaceText(
          '>Công bố công khai quy hoạch, kế hoạch sử dụng đất và bảng giá đất tại trụ sở UBND xã<',
          '>Công bố quy hoạch<',
        ),
      ]),
    );
    const { view, job } = await bringBack(made, report, edited);
    expect(view.changes.map(({ kind, where, takeable }) => [kind, where, takeable])).toEqual([
      ['changed', '1. Tham gia của người dân ở cấp cơ sở', true],
      ['added', '3. Nguyên nhân', true],
      ['removed', 'V. Kiến nghị, đề xuất', true],
      ['changed', 'Phụ lục, dòng 2, cột Kết quả thực hiện', true],
      ['changed', expect.stringMatching(/^Phụ lục, dòng \d+, cột Nhiệm vụ$/), false],
    ]);
    const words = (text: string) => text.replace(/\s+/g, '');
    for (const { pieces, before, after } of view.changes) {
      const joined = (left: string) => words(pieces.map(({ kind, text }) => (kind === left ? '' : text)).join(''));
      expect([joined('old'), joined('new')]).toEqual([words(after), words(before)]);
    }
    const params = { id: report.id, job: job.id };
    const accepted = view.changes.map((change) => change.id);
    const preview = await made.ask(contract.returned.preview, { params, body: { accepted } });
    expect(preview.previewHtml).toContain('thiếu kinh phí');
    expect((await again()).html).not.toContain('thiếu kinh phí');
    // PE8: the result among them is written after the window was locked, so it says why; the other changes need no reason.
    const { windows } = await made.ask(contract.time.windows, { query: { year: report.window.year } });
    const window = windows.find(({ id }) => id === report.window.id)!;
    const lock = { revision: window.revision, locked: true };
    await made.ask(contract.time.lockWindow, { params: { id: window.id }, body: lock });
    expect((await made.refusal(contract.returned.accept, { params, body: { accepted } })).code).toBe('ky-da-khoa');
    expect((await again()).html).not.toContain('thiếu kinh phí');
    const given = { accepted, lateReason: 'Thôn báo muộn' };
    expect(await made.ask(contract.returned.accept, { params, body: given })).toMatchObject({ accepted: 4 });
    const now = await again();
    expect(now.late).toMatchObject([{ reason: 'Thôn báo muộn' }]);
    expect(now.html).toContain('(nhập sau khi khóa kỳ: Thôn báo muộn)');
    expect(now.html).toContain('Đã phát 15 buổi trên loa của xã');
    expect(now.html).toContain('thiếu kinh phí');
    expect(now.html).not.toContain('thùng rác');
    expect(now.html).toContain('Số liệu: 8/9 thôn (88,9%)');
    expect(now.sections.filter((section) => section.edited).map((section) => [section.label, section.stale])).toEqual([
      ['1.', false],
      ['3.', false],
      ['V.', false],
    ]);
    // What was taken over is now the report's own: the same file has only the one change that cannot be taken.
    const second = await bringBack(made, report, edited);
    expect(second.view.changes.map((change) => change.takeable)).toEqual([false]);
    // RE13: one act, taken back as a whole.
    await made.ask(contract.office.undo, { body: { batchId: null } });
    expect((await again()).sections).toEqual(report.sections);
  });

  it('RE14: figures that changed since the file went out are no edits of the person', async () => {
    const { made, report, again } = await practiceReport();
    const bytes = await wordOf(made, report);
    const missing = report.missing.find((each) => each.kind === 'khong-co-ket-qua')!;
    await made.ask(contract.work.saveProgress, {
      body: {
        taskId: missing.taskId,
        windowId: report.window.id,
        revision: null,
        state: 'xong',
        doneText: 'Đã làm xong',
        numerator: 3,
        denominator: 4,
        measure: 'thôn',
        obstacle: '',
        proposal: '',
      },
    });
    expect((await again()).html).not.toBe(report.html);
    expect((await bringBack(made, report, bytes)).view.changes).toEqual([]);
    const edited = editWord(bytes, addBelow('Nguyên nhân chủ quan', '- Thiếu kinh phí.'));
    expect((await bringBack(made, report, edited)).view.changes.map((change) => change.after)).toEqual([
      '- Thiếu kinh phí.',
    ]);
  });

  it('number, date and title come back into the head', async () => {
    const { made, report, again } = await practiceReport();
    const bytes = await wordOf(made, report);
    const edited = editWord(bytes, (xml) =>
      xml
        .replace(/(Số: [^<]*)\/BC-UBND/u, 'Số: 45/BC-UBND')
        .replace(/ngày[\s\u00a0]+tháng[\s\u00a0]+năm 2024<\/w:t>/u, 'ngày 05 tháng 7 năm 2024</w:t>'),
    );
    const { view, job } = await bringBack(made, report, edited);
    expect(view.changes.map(({ where, takeable }) => [where, takeable])).toEqual([
      ['Số văn bản', true],
      ['Ngày ký', true],
    ]);
    await made.ask(contract.returned.accept, {
      params: { id: report.id, job: job.id },
      body: { accepted: view.changes.map((change) => change.id) },
    });
    expect(await again()).toMatchObject({ number: '45', date: '2024-07-05' });
  });

  it('RE12: a heading, recipients and the signer come back', async () => {
    const { made, report, again } = await practiceReport();
    const edited = editWord(
      await wordOf(made, report),
      all([
        replaceText('Thường trực Đảng ủy, HĐND', 'Thường trực HĐND'),
        addBelow('Thường trực HĐND', '- Phòng Nội vụ;'),
        (xml) =>
          xml.replace(/>Nguyễn Văn Bình</u, '>Trần Thị Hòa<').replace(/Nguyên nhân<\/w:t>/u, 'Nguyên nhân chính</w:t>'),
      ]),
    );
    const { view, job } = await bringBack(made, report, edited);
    expect(view.changes.map(({ kind, where, takeable }) => [kind, where, takeable])).toEqual([
      ['changed', 'Đầu đề mục 3. Nguyên nhân', true],
      ['changed', 'Nơi nhận', true],
      ['added', 'Nơi nhận', true],
      ['changed', 'Người ký', true],
    ]);
    await made.ask(contract.returned.accept, {
      params: { id: report.id, job: job.id },
      body: { accepted: view.changes.map((change) => change.id) },
    });
    const now = await again();
    expect(now.sections.find(({ heading }) => heading === 'Nguyên nhân chính')).toMatchObject({ edited: false });
    expect(now.recipients).toEqual(expect.arrayContaining(['Thường trực HĐND', 'Phòng Nội vụ']));
    expect(now.signer.name).toBe('Trần Thị Hòa');
    expect((await bringBack(made, now, edited)).view.changes).toEqual([]);
    await made.ask(contract.office.undo, { body: { batchId: null } });
    expect((await again()).sections).toEqual(report.sections);
  });

  it('is refused when the report moved on, is frozen, or the file is another document', async () => {
    const { made, report, again } = await practiceReport();
    const { ask, refusal, finish } = made;
    const bytes = await wordOf(made, report);
    const { view, job } = await bringBack(made, report, editWord(bytes, addBelow('Nguyên nhân chủ quan', '- Thêm.')));
    const params = { id: report.id, job: job.id };
    const section = report.sections.find((each) => each.heading === 'Nguyên nhân')!;
    await ask(contract.reports.saveSection, {
      params: { id: report.id, key: section.key },
      body: { revision: report.revision, text: 'Chữ khác.' },
    });
    const body = { accepted: [view.changes[0]!.id] };
    expect(await refusal(contract.returned.accept, { params, body })).toMatchObject({ code: 'da-doi' });
    expect((await again()).sections.find((each) => each.key === section.key)?.text).toBe('Chữ khác.');
    const none = { body: { accepted: ['khong-co'] }, params };
    expect(await refusal(contract.returned.accept, none)).toMatchObject({ code: 'sai-du-lieu' });
    const sample = await finish(await ask(contract.plans.readSample, { body: {} }));
    expect(sample.state).toBe('done');
    const other = editWord(bytes, (xml) => xml.replace(/<w:t( [^>]*)?>[^<]*<\/w:t>/gu, '<w:t>Văn bản khác</w:t>'));
    expect((await bringBack(made, report, other)).job).toMatchObject({
      state: 'failed',
      error: { message: expect.stringContaining('không giống báo cáo này') },
    });
    const frozen = await again();
    await ask(contract.reports.freeze, { params: { id: report.id }, body: { revision: frozen.revision } });
    expect(
      await refusal(contract.returned.send, { params: { id: report.id }, query: { name: 'a.docx' }, bytes }),
    ).toMatchObject({ code: 'dang-chot' });
  });

  it.skipIf(libreOffice === null)(
    'saved by LibreOffice, an untouched and an edited file tell the same as before',
    async () => {
      const { made, report } = await practiceReport();
      const bytes = await wordOf(made, report);
      expect((await bringBack(made, report, savedByLibreOffice(bytes))).view.changes).toEqual([]);
      const direct = editWord(
        bytes,
        all([
          addBelow('Nguyên nhân chủ quan', '- Nguyên nhân khác: thiếu kinh phí.'),
          removeParagraph('Đề nghị tỉnh hỗ trợ thùng rác'),
          replaceText('7/9 thôn (77,8%)</w:t>', '8/9 thôn (88,9%)</w:t>'),
        ]),
      );
      const saved = await bringBack(made, report, savedByLibreOffice(direct));
      expect(saved.view.changes).toHaveLength(3);
      expect(saved.view.changes).toEqual((await bringBack(made, report, direct)).view.changes);
    },
  );
});
