/** A plan's Word file taken out, edited elsewhere, brought back (shared/returned/SPEC.md RT1 to RT9). */
import { describe, expect, it } from 'vitest';
import { documentOfParts, partsOfStored } from '../../electron/documents/plan-parts.ts';
import { toDocx } from '../../electron/documents/write/to-docx.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import type { PlanMatchView } from '../../shared/api/contract/plans.ts';
import type { ReturnedView } from '../../shared/api/contract/returned.ts';
import { addBelow, editWord, office as libreOffice, removeParagraph, replaceText } from '../support/edit-docx.ts';
import {
  editInLibreOffice,
  paragraphBelow,
  reformatted,
  rewordIn,
  rowBelow,
  withoutParagraph,
} from '../support/edit-in-libreoffice.ts';
import { makeOffice, type TestOffice } from '../support/make-office.ts';

const slow = 110_000;

async function practicePlan() {
  const made = makeOffice();
  await made.ask(contract.office.practice, { body: {} });
  const state = await made.ask(contract.office.state);
  const id = state.plans[0]?.id ?? '';
  return { made, id, parts: () => partsOfStored(made.office.deps.db, id) };
}

async function wordOf({ raw }: TestOffice, id: string): Promise<Uint8Array> {
  const response = await raw(contract.writing.word, { params: { id } });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

async function bringBack({ ask, finish }: TestOffice, id: string, bytes: Uint8Array, name = 'sua.docx') {
  const job = await finish(await ask(contract.returned.sendPlan, { params: { id }, query: { name }, bytes }));
  return { job, view: job.result as ReturnedView };
}

const told = (view: ReturnedView) => view.changes.map(({ kind, where, before, after }) => [kind, where, before, after]);
const all = (edits: ((xml: string) => string)[]) => (xml: string) => edits.reduce((done, edit) => edit(done), xml);
/** Records as they stand; undoing writes them anew, so revisions move. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value, (key, each) => (key === 'revision' ? 0 : each)));

describe('the Word file of a plan brought back', () => {
  it('RT1 RT4 RT5: edits are told once, the chosen ones are one act with the same records, and it is taken back', {
    timeout: slow,
  }, async () => {
    const { made, id, parts } = await practicePlan();
    const before = plain(parts());
    const bytes = await wordOf(made, id);
    expect((await bringBack(made, id, bytes)).view).toMatchObject({ changes: [], exportedAt: expect.any(Number) });
    const edited = editWord(
      bytes,
      all([
        replaceText('Mỗi nhiệm vụ có một đầu mối chủ trì', 'Mỗi nhiệm vụ có một cơ quan chủ trì'),
        addBelow('Nâng cao chất lượng phục vụ Nhân dân', 'Đoạn thêm trong Word.'),
        removeParagraph('Thường trực Đảng ủy, HĐND xã'),
        replaceText('Hướng dẫn quy trình bầu cử và công khai', 'Hướng dẫn bầu cử và công khai'),
        replaceText('>Khi có cuộc bầu cử trưởng thôn<', '>Quý II<'),
      ]),
    );
    const { view, job } = await bringBack(made, id, edited);
    expect(view.changes.map(({ kind, where, takeable }) => [kind, where, takeable])).toEqual([
      ['added', '1. Mục đích', true],
      ['changed', '2. Yêu cầu', true],
      ['removed', 'Nơi nhận', true],
      ['changed', 'Phụ lục, dòng 3, cột Nhiệm vụ', true],
      ['changed', 'Phụ lục, dòng 3, cột Thời gian thực hiện', true],
    ]);
    const params = { id, job: job.id };
    const accepted = view.changes.filter(({ where }) => where !== 'Nơi nhận').map((change) => change.id);
    const seen = await made.ask(contract.returned.previewPlan, { params, body: { accepted } });
    expect(seen.previewHtml).toContain('Đoạn thêm trong Word');
    expect(plain(parts())).toEqual(before);
    await made.ask(contract.returned.acceptPlan, { params, body: { accepted } });
    const now = parts();
    expect(now?.rows[2]).toMatchObject({
      tasks: ['Hướng dẫn bầu cử và công khai danh sách người ứng cử tại thôn'],
      time: 'Quý II',
      origin: before.rows[2].origin,
    });
    expect(now?.head.recipients).toEqual(before.head.recipients);
    expect((await bringBack(made, id, edited)).view.changes.map(({ where }) => where)).toEqual(['Nơi nhận']);
    await made.ask(contract.office.undo, { body: { batchId: null } });
    expect(plain(parts())).toEqual(before);
  });

  it('RT3: what the program changed since is no edit, and what both changed waits for a choice', {
    timeout: slow,
  }, async () => {
    const { made, id, parts } = await practicePlan();
    const bytes = await wordOf(made, id);
    const table = await made.ask(contract.plans.table, { params: { id }, query: {} });
    const [first, second] = table.groups;
    for (const group of [first, second])
      await made.ask(contract.plans.changeGroup, {
        params: { id: group?.id ?? '' },
        body: { revision: group?.revision ?? 0, time: 'Quý IV' },
      });
    expect((await bringBack(made, id, bytes)).view.changes).toEqual([]);
    const row = parts()?.rows[1];
    const edited = editWord(bytes, (xml) => xml.replace('>Theo từng quý<', '>Quý I<'));
    const { view } = await bringBack(made, id, edited);
    expect(view.changes).toMatchObject([
      { kind: 'changed', before: row?.time, after: 'Quý I', conflict: 'Theo từng quý', takeable: true },
    ]);
  });

  it('RT3: a file whose going out is not remembered is compared with the plan as it stands', {
    timeout: slow,
  }, async () => {
    const { made, id } = await practicePlan();
    const bytes = await wordOf(made, id);
    made.office.deps.db.sqlite.exec('delete from exported_word');
    const edited = editWord(bytes, replaceText('Mỗi nhiệm vụ có một đầu mối', 'Mỗi nhiệm vụ có một cơ quan'));
    const { view } = await bringBack(made, id, edited);
    expect(view.exportedAt).toBeNull();
    expect(view.changes.map(({ where }) => where)).toEqual(['2. Yêu cầu']);
  });

  it('RT1 RT7: a row that moved and a cell of a table in a section, each once, and gone when taken', {
    timeout: slow,
  }, async () => {
    const { made, id, parts } = await practicePlan();
    const plan = await made.ask(contract.plans.get, { params: { id } });
    const cell = (text: string, bold = false) => ({
      paragraphs: [[bold ? { text, bold } : { text }]],
      columnSpan: 1,
      rowSpan: 1,
    });
    const table = (count: string) => ({
      type: 'table' as const,
      columns: [
        { share: 1, align: 'left' as const },
        { share: 1, align: 'left' as const },
      ],
      headerRows: 0,
      rows: [[cell('Số thôn tham gia', true), cell(count)]],
    });
    const { number, date, place, title, basis, preamble, closing, annexTitle, recipients, signer, revision } = plan;
    const head = { number, date, place, title, basis, preamble, closing, annexTitle, recipients, signer };
    const [first, ...rest] = plan.sections;
    if (!first) throw new Error('the practice plan has sections');
    const sections = [{ ...first, paragraphs: [...first.paragraphs, table('12 thôn')] }, ...rest];
    await made.ask(contract.writing.save, { params: { id }, body: { revision, head, sections } });
    await wordOf(made, id);
    const edited = structuredClone(parts());
    if (!edited) throw new Error('no plan');
    edited.sections[0]?.paragraphs.splice(-1, 1, table('15 thôn'));
    edited.rows.splice(9, 0, ...edited.rows.splice(8, 1));
    const file = await toDocx(documentOfParts(edited, 2024));
    const { view, job } = await bringBack(made, id, file);
    expect(view.changes.map(({ kind, before, after }) => (kind === 'moved' ? kind : [kind, before, after]))).toEqual([
      ['changed', '12 thôn', '15 thôn'],
      'moved',
    ]);
    const accepted = view.changes.map((change) => change.id);
    await made.ask(contract.returned.acceptPlan, { params: { id, job: job.id }, body: { accepted } });
    expect(parts()?.sections[0]?.paragraphs.at(-1)).toEqual(table('15 thôn'));
    expect(parts()?.rows.map(({ tasks }) => tasks)).toEqual(edited.rows.map(({ tasks }) => tasks));
    expect(told((await bringBack(made, id, file)).view)).toEqual([]);
  });

  it('RT5: a row whose task has progress or proof stays, with the reason', { timeout: slow }, async () => {
    const { made, id, parts } = await practicePlan();
    const bytes = await wordOf(made, id);
    const worked = made.office.deps.db.sqlite.prepare('select task_id from progress').pluck().all() as string[];
    const rows = [...(parts()?.rows ?? [])] as { tasks: string[]; origin: { taskIds: string[] } }[];
    const row = rows.find(
      ({ tasks, origin }, at) => at > 4 && tasks.length === 1 && worked.includes(origin.taskIds[0] ?? ''),
    );
    const task = row?.tasks[0] ?? '';
    const edited = editWord(bytes, (xml) =>
      xml.replace(new RegExp(`>${task.replace(/[.*+?^${'$'}{}()|[\]\\]/gu, '\\$&')}<`, 'u'), '><'),
    );
    const { view } = await bringBack(made, id, edited);
    expect(view.changes).toMatchObject([
      { kind: 'removed', before: task, takeable: false, why: expect.stringContaining('đã có kết quả hoặc minh chứng') },
    ]);
  });

  it('RT8: refuses in a sentence what is not this plan’s Word file, and what was compared with another state', {
    timeout: slow,
  }, async () => {
    const { made, id, parts } = await practicePlan();
    const bytes = await wordOf(made, id);
    const before = plain(parts());
    const error = async (file: Uint8Array, name?: string) => (await bringBack(made, id, file, name)).job.error?.message;
    const other = editWord(bytes, (xml) => xml.replace(/<w:t( [^>]*)?>[^<]*<\/w:t>/gu, '<w:t>Văn bản khác</w:t>'));
    expect(await error(other)).toContain('không giống kế hoạch này');
    expect(await error(bytes.slice(0, 3000))).toMatch(/hỏng|không đọc|không mở/iu);
    expect(await error(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'cu.doc')).toMatch(/\.docx/u);
    const params = { id };
    expect(await made.refusal(contract.returned.sendPlan, { params, query: { name: 'a.xlsx' }, bytes })).toMatchObject({
      message: expect.stringContaining('không phải tệp Word'),
    });
    const report = await made.ask(contract.reports.open, {
      body: { planId: id, windowId: (await made.ask(contract.office.state)).currentWindowId ?? '' },
    });
    const reportWord = await made.raw(contract.reports.word, { params: { id: report.id } });
    expect(await error(new Uint8Array(await reportWord.arrayBuffer()))).toContain('xuất từ văn bản khác');
    const { view, job } = await bringBack(made, id, editWord(bytes, addBelow('Mỗi nhiệm vụ có một', 'Thêm.')));
    const plan = await made.ask(contract.plans.get, { params });
    const { number, date, place } = plan;
    await made.ask(contract.plans.change, {
      params,
      body: { revision: plan.revision, number, date, place, title: 'Khác' },
    });
    const body = { accepted: view.changes.map((change) => change.id) };
    expect(await made.refusal(contract.returned.acceptPlan, { params: { id, job: job.id }, body })).toMatchObject({
      code: 'da-doi',
    });
    expect(plain(parts()).sections).toEqual(before.sections);
  });

  it('RT8: "Mở kế hoạch" recognises the plan’s own file and hands it over', { timeout: slow }, async () => {
    const { made, id } = await practicePlan();
    const edited = editWord(await wordOf(made, id), addBelow('Mỗi nhiệm vụ có một', 'Thêm.'));
    const read = await made.finish(await made.ask(contract.plans.read, { query: { name: 'sua.docx' }, bytes: edited }));
    const answer = await made.ask(contract.plans.matches, { params: { id: read.id } });
    expect(answer.exported).toMatchObject({ planId: id });
    expect(answer.matches.map((match: PlanMatchView) => match.planId)).toContain(id);
    const job = await made.finish(
      await made.ask(contract.returned.planOfRead, { params: { id }, body: { readId: read.id } }),
    );
    expect((job.result as ReturnedView).changes.map(({ after }) => after)).toEqual(['Thêm.']);
  });

  it('RT9: remembers the newest files that went out and those of the last quarter', { timeout: slow }, async () => {
    const { made, id } = await practicePlan();
    const insert = made.office.deps.db.sqlite.prepare(
      "insert into exported_word (id, owner_id, owner_kind, sha256, exported_at, revision) values (?, ?, 'plan', 'x', ?, 1)",
    );
    const day = 24 * 60 * 60 * 1000;
    const now = Date.parse('2024-04-02T02:00:00Z');
    for (let at = 0; at < 70; at++) insert.run(`cu-${at}`, id, now - at * 3 * day);
    await wordOf(made, id);
    const kept = made.office.deps.db.sqlite.prepare('select count(*) from exported_word').pluck().get();
    // This one, and those of less than 90 days ago: three days apart, from today on.
    expect(kept).toBe(1 + 30);
  });

  it.skipIf(libreOffice === null)(
    'RT1 RT2: opened, edited and saved by LibreOffice: nothing lost, each edit told once',
    { timeout: slow },
    async () => {
      const { made, id } = await practicePlan();
      const bytes = await wordOf(made, id);
      expect(told((await bringBack(made, id, editInLibreOffice(bytes, reformatted))).view)).toEqual([]);
      const edited = editInLibreOffice(
        bytes,
        rewordIn('Mỗi nhiệm vụ có một đầu mối chủ trì', 'Mỗi nhiệm vụ có một cơ quan chủ trì'),
        paragraphBelow('Nâng cao chất lượng phục vụ Nhân dân', 'Đoạn thêm trong LibreOffice.'),
        withoutParagraph('- Các bộ phận, các thôn;'),
        rewordIn('Khi có cuộc bầu cử trưởng thôn', 'Quý II'),
        rewordIn('Nguyễn Văn Bình', 'Trần Thị Hòa'),
        rowBelow('Hướng dẫn quy trình bầu cử', (row) =>
          row.replace(/Hướng dẫn quy trình bầu cử[^<]*/u, 'Nhiệm vụ thêm ngay trong bảng').replace('Quý II', 'Quý IV'),
        ),
        reformatted,
      );
      const { view, job } = await bringBack(made, id, edited);
      expect(view.changes.map(({ kind, where, takeable }) => [kind, where, takeable])).toEqual([
        ['added', '1. Mục đích', true],
        ['changed', '2. Yêu cầu', true],
        ['removed', 'Nơi nhận', true],
        ['changed', 'Người ký', true],
        ['changed', 'Phụ lục, dòng 3, cột Thời gian thực hiện', true],
        ['added', 'Phụ lục, dòng thêm sau dòng 3', true],
      ]);
      const accepted = view.changes.map((change) => change.id);
      await made.ask(contract.returned.acceptPlan, { params: { id, job: job.id }, body: { accepted } });
      expect(told((await bringBack(made, id, edited)).view)).toEqual([]);
    },
  );
  if (libreOffice === null)
    console.warn('Bỏ qua: không có LibreOffice nên không thử vòng đi về qua chương trình khác.');
});
