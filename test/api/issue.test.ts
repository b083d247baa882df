/** A document that went out: number, date, the signed file as it came; and the PDF before that. */
import { describe, expect, it } from 'vitest';
import { checkOffice } from '../../db/check.ts';
import { readDocument } from '../../electron/documents/read/read-document.ts';
import { refusePdf } from '../../electron/documents/write/print-pdf.ts';
import type { OfficeOptions } from '../../electron/server/open-office.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import { ok } from '../../shared/core/result.ts';
import { makeOffice } from '../support/make-office.ts';
import { needs } from '../support/needs.ts';

const scan = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');

async function practice(options: Partial<OfficeOptions> = {}) {
  const made = makeOffice(options);
  await made.ask(contract.office.practice, { body: {} });
  const state = await made.ask(contract.office.state);
  const planId = state.plans[0]!.id;
  const open = () => made.ask(contract.reports.open, { body: { planId, windowId: state.currentWindowId! } });
  return { ...made, planId, open };
}

const query = { number: '45', date: '2024-07-05', name: 'bao-cao-da-ky.pdf' };

describe('issuing', () => {
  it('a frozen report gets number, date and its signed file, and stays as it is', async () => {
    const { ask, raw, refusal, open, office } = await practice();
    const draft = await open();
    const params = { id: draft.id };
    const asked = (revision: number) => ({ params, query: { ...query, revision }, bytes: scan });
    expect(await refusal(contract.issue.report, asked(draft.revision))).toMatchObject({ code: 'chua-chot' });
    await ask(contract.reports.freeze, { params, body: { revision: draft.revision } });
    const frozen = await open();
    const word = { ...asked(frozen.revision), bytes: Buffer.from('PK\u0003\u0004 không phải PDF') };
    expect(await refusal(contract.issue.report, word)).toMatchObject({ code: 'khong-doc-duoc' });
    expect(await refusal(contract.issue.report, asked(frozen.revision + 5))).toMatchObject({ code: 'da-doi' });
    const issued = await ask(contract.issue.report, asked(frozen.revision));
    expect(issued).toMatchObject({ number: '45', date: '2024-07-05', preview: 'pdf', bytes: scan.length });

    const now = await open();
    expect(now).toMatchObject({ number: '45', date: '2024-07-05', status: 'frozen' });
    expect(now.html).toContain('45/BC-UBND');
    expect(now.html).toContain('ngày 05 tháng 7 năm 2024');
    const kept = new Uint8Array(await (await raw(contract.issue.word, { params: { id: issued.id } })).arrayBuffer());
    const read = readDocument(kept, 'a.docx');
    expect(JSON.stringify(read.ok && read.value.source.blocks)).toContain('Số: 45/BC-UBND');
    const view = await ask(contract.issue.view, { params: { id: issued.id }, body: { download: true } });
    const bytes = Buffer.from(await (await office.evidence(new Request(view.url))).arrayBuffer());
    expect(bytes.equals(scan)).toBe(true);

    expect(await refusal(contract.issue.report, asked(now.revision))).toMatchObject({ code: 'da-ban-hanh' });
    const again = { params, body: { revision: now.revision } };
    expect(await refusal(contract.reports.reopen, again)).toMatchObject({ code: 'da-ban-hanh' });
    const whole = checkOffice(office.deps.db.sqlite, office.deps.folder, { readBytes: true });
    expect(whole).toMatchObject({ ok: true, evidence: { missing: [], damaged: [] } });
    await ask(contract.issue.withdraw, { params: { id: issued.id } });
    expect((await ask(contract.issue.of, { params })).issued).toEqual([]);
    await ask(contract.office.undo, { body: { batchId: null } });
    expect((await ask(contract.issue.of, { params })).issued).toEqual([issued]);
    await ask(contract.issue.withdraw, { params: { id: issued.id } });
    await ask(contract.reports.reopen, again);
    expect((await open()).status).toBe('draft');
  });

  it('a plan gets number and date in its head, and its Word file of that day is kept', async () => {
    const { ask, raw, planId, refusal } = await practice();
    const params = { id: planId };
    const plan = await ask(contract.plans.get, { params });
    const asked = { params, query: { ...query, revision: plan.revision, number: '16' }, bytes: scan };
    const issued = await ask(contract.issue.plan, asked);
    expect(issued.number).toBe('16/KH-UBND');
    expect(await ask(contract.plans.get, { params })).toMatchObject({ number: '16/KH-UBND', date: '2024-07-05' });
    const before = await (await raw(contract.issue.word, { params: { id: issued.id } })).arrayBuffer();
    await ask(contract.plans.change, {
      params,
      body: { ...headOf(plan), revision: plan.revision + 1, title: 'Tên khác' },
    });
    const after = await (await raw(contract.issue.word, { params: { id: issued.id } })).arrayBuffer();
    expect(Buffer.from(after).equals(Buffer.from(before))).toBe(true);
    expect(await refusal(contract.issue.plan, asked)).toMatchObject({ code: 'da-doi' });
    const wrongDay = { ...asked, query: { ...asked.query, date: '2024-02-30' } };
    expect(await refusal(contract.issue.plan, wrongDay)).toMatchObject({ code: 'sai-du-lieu' });
  });
});

const headOf = (plan: { number: string; date: string; place: string; issuer: string; title: string }) => {
  const { number, date, place, issuer, title } = plan;
  return { number, date, place, issuer, title };
};

const needed = needs('Chromium');

describe('PDF', () => {
  it.skipIf(needed.absent)(
    `of a report and a plan is printed by a browser of the machine ${needed.words}`,
    async () => {
      const { ask, raw, finish, open, planId } = await practice();
      const report = await open();
      for (const job of [
        await ask(contract.issue.reportPdf, { params: { id: report.id }, body: {} }),
        await ask(contract.issue.planPdf, { params: { id: planId }, body: {} }),
      ]) {
        const done = await finish(job);
        expect(done.state).toBe('done');
        const answer = await raw(contract.issue.pdf, { params: { id: (done.result as { pdf: string }).pdf } });
        expect(
          Buffer.from(await answer.arrayBuffer())
            .subarray(0, 5)
            .toString(),
        ).toBe('%PDF-');
      }
    },
  );

  it('says clearly when no browser is there', async () => {
    const { ask, finish, open } = await practice();
    const report = await open();
    const before = { path: process.env.PATH, chosen: process.env.CHROME_PATH };
    process.env.PATH = '';
    delete process.env.CHROME_PATH;
    try {
      const done = await finish(await ask(contract.issue.reportPdf, { params: { id: report.id }, body: {} }));
      if (process.platform === 'linux')
        expect(done).toMatchObject({ state: 'failed', error: { message: expect.stringContaining('chưa có Chrome') } });
    } finally {
      process.env.PATH = before.path;
      if (before.chosen !== undefined) process.env.CHROME_PATH = before.chosen;
    }
  });

  it('is stopped half-way by cancelling its job: the printing is told at once, and nothing is kept', async () => {
    const stopped: AbortSignal[] = [];
    const { ask, raw, finish, open } = await practice({
      printPdf: (_page, { signal } = {}) =>
        new Promise((resolve) => {
          stopped.push(signal!);
          const stop = () => resolve(refusePdf('da-dung'));
          if (signal!.aborted) stop();
          else signal!.addEventListener('abort', stop);
        }),
    });
    const report = await open();
    const job = await ask(contract.issue.reportPdf, { params: { id: report.id }, body: {} });
    expect(job).toMatchObject({ state: 'running', done: 0, total: 2 });
    let printing = job;
    while (printing.phase !== 'đang in ra PDF')
      printing = await ask(contract.plans.job, { params: { id: job.id }, query: { after: printing.version } });
    expect(printing).toMatchObject({ state: 'running', phase: 'đang in ra PDF', done: 1 });
    await ask(contract.plans.cancelJob, { params: { id: job.id } });
    expect(await finish(job)).toMatchObject({ state: 'cancelled', result: null });
    expect(stopped.map(({ aborted }) => aborted)).toEqual([true]);
    expect((await raw(contract.issue.pdf, { params: { id: job.id } })).status).toBe(404);
  });

  it('is printed by the window where the program has one', async () => {
    const pages: string[] = [];
    const { ask, finish, planId } = await practice({
      printPdf: async (page) => {
        pages.push(page);
        return ok(new Uint8Array(Buffer.from('%PDF-1.7 %%EOF')));
      },
    });
    const done = await finish(await ask(contract.issue.planPdf, { params: { id: planId }, body: {} }));
    expect(done).toMatchObject({ state: 'done', done: 2 });
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('KẾ HOẠCH');
  });
});
