/** The way back: answers row by row, the verdict bundle, the receipt code (AN1 to AN8). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import type { LedgerEntry } from '../../shared/api/contract/sending.ts';
import { type Commune, commune, type Superior, superior, superiorOf } from '../support/exchange.ts';

const { answers, sending, work, plans } = contract;

type Verdict = 'chap-nhan' | 'tra-lai' | 'gop-y';

function desk({ made }: Superior, receivedId: string) {
  const params = { id: receivedId };
  const of = () => made.ask(answers.of, { params });
  return {
    of,
    row: (task: string, verdict: Verdict, words = '', revision: number | null = null) =>
      made.ask(answers.row, { params: { ...params, task }, body: { revision, verdict, words } }),
    rowRefused: (task: string, verdict: Verdict, words = '') =>
      made.refusal(answers.row, { params: { ...params, task }, body: { revision: null, verdict, words } }),
    whole: (verdict: 'chap-nhan' | 'tra-lai', words = '', resubmitBy = '') =>
      made.ask(answers.whole, { params, body: { revision: null, verdict, words, resubmitBy } }),
    wholeRefused: (verdict: 'chap-nhan' | 'tra-lai', words = '') =>
      made.refusal(answers.whole, { params, body: { revision: null, verdict, words, resubmitBy: '' } }),
    clearWhole: () => made.ask(answers.clearWhole, { params }),
    clearRow: (task: string) => made.ask(answers.clearRow, { params: { ...params, task } }),
    acceptRest: () => made.ask(answers.acceptRest, { params, body: {} }),
    send: async () => {
      const body = { placeId: 'kho-goi', ticket: null, lock: { by: 'mo' as const } };
      const job = await made.finish(await made.ask(answers.send, { params, body }));
      if (job.state !== 'done') throw new Error(JSON.stringify(job.error));
      const sent = job.result as LedgerEntry;
      return { sent, bytes: readFileSync(join(made.dataDir, 'goi', sent.fileName)) };
    },
  };
}

async function received() {
  const [from, to] = [await commune(), await superior()];
  const reportId = await from.freeze();
  const { bytes, sent } = await from.send(reportId);
  const { receivedId } = await to.take(bytes);
  const table = await from.made.ask(plans.table, { params: { id: from.planId }, query: { window: from.windowId } });
  const tasks = table.tasks.map(({ id }) => id);
  const back = superiorOf(from.made);
  const verdicts = async () => (await from.made.ask(answers.verdicts, { params: { id: reportId } })).verdicts;
  return {
    from,
    to,
    reportId,
    sent,
    receivedId: receivedId ?? '',
    tasks,
    back,
    verdicts,
    desk: desk(to, receivedId ?? ''),
  };
}

const states = async ({ made }: Commune) =>
  (await made.ask(sending.ledger)).entries
    .filter(({ kind, way }) => kind === 'report' && way === 'di')
    .map(({ state }) => state);

it('AN1: who returns or remarks says why; answers are changed with the revision seen, and taken back', async () => {
  const { desk, tasks } = await received();
  const [a = '', b = ''] = tasks;
  expect((await desk.rowRefused(a, 'tra-lai')).message).toContain('cần bổ sung gì');
  expect((await desk.rowRefused(a, 'gop-y', '  ')).message).toContain('góp ý');
  expect((await desk.rowRefused('khong-co', 'chap-nhan')).code).toBe('khong-tim-thay');
  const first = await desk.row(a, 'tra-lai', 'Thiếu ảnh niêm yết');
  expect((await desk.rowRefused(a, 'chap-nhan')).code).toBe('da-doi');
  await desk.row(a, 'gop-y', 'Nên có ảnh', first.revision);
  await desk.row(b, 'chap-nhan');
  await desk.clearRow(b);
  expect((await desk.of()).rows).toMatchObject([{ taskId: a, verdict: 'gop-y', words: 'Nên có ảnh' }]);
});

it('AN2: a report with a returned row is not accepted, and is not returned without a word', async () => {
  const { desk, tasks, to } = await received();
  expect((await desk.wholeRefused('tra-lai')).message).toContain('lý do');
  await desk.row(tasks[0] ?? '', 'tra-lai', 'Thiếu số liệu');
  expect((await desk.wholeRefused('chap-nhan')).message).toContain('1 dòng');
  await desk.whole('tra-lai', '', '2024-04-12');
  expect(await desk.of()).toMatchObject({ state: 'tra-lai', whole: { resubmitBy: '2024-04-12' } });
  await desk.clearWhole();
  expect((await desk.of()).state).toBe('da-nhan');
  await to.made.ask(contract.office.undo, { body: { batchId: null } });
  expect((await desk.of()).state).toBe('tra-lai');
});

it('AN4 to AN7, BN77: the verdict lands on the same rows, changes no word, and marks what was written again', async () => {
  const { desk, tasks, from, back, verdicts } = await received();
  const [a = '', b = ''] = tasks;
  await desk.row(a, 'tra-lai', 'Thiếu ảnh');
  await desk.row(b, 'gop-y', 'Tốt');
  await desk.whole('tra-lai', 'Bổ sung trước ngày 12/4', '2024-04-12');
  const { bytes, sent } = await desk.send();
  expect(sent).toMatchObject({ kind: 'verdict' });
  const before = await from.made.ask(plans.table, { params: { id: from.planId }, query: { window: from.windowId } });
  const taken = await back.take(bytes, { key: 'tin' });
  expect(taken).toMatchObject({ standing: 'moi', text: expect.stringContaining('1 dòng') });
  expect(await back.take(bytes)).toMatchObject({ standing: 'da-co' });
  const after = await from.made.ask(plans.table, { params: { id: from.planId }, query: { window: from.windowId } });
  expect(after.tasks).toEqual(before.tasks);
  const [verdict] = await verdicts();
  expect(verdict).toMatchObject({ verdict: 'tra-lai', resubmitBy: '2024-04-12', superseded: false });
  expect(verdict?.rows).toMatchObject([
    { taskId: a, verdict: 'tra-lai', words: 'Thiếu ảnh', changed: false, here: true },
    { taskId: b, verdict: 'gop-y', changed: false },
  ]);
  expect(await states(from)).toEqual(['tra-lai']);
  await from.reopen();
  const progress = before.tasks.find(({ id }) => id === a)?.progress ?? null;
  await from.made.ask(work.saveProgress, {
    body: {
      taskId: a,
      windowId: from.windowId,
      revision: progress?.revision ?? null,
      state: 'xong',
      doneText: 'Đã bổ sung ảnh',
      numerator: null,
      denominator: null,
      measure: '',
      obstacle: '',
      proposal: '',
    },
  });
  expect((await verdicts())[0]?.rows.map(({ changed }) => changed)).toEqual([true, false]);
});

it('AN4: the same answer sent again is the same bundle; a changed one replaces it; an older one that comes late is kept aside (AN6)', async () => {
  const { desk, tasks, from, back, verdicts } = await received();
  await desk.row(tasks[0] ?? '', 'tra-lai', 'Thiếu ảnh');
  const first = await desk.send();
  const again = await desk.send();
  expect(again.sent.sha256).toBe(first.sent.sha256);
  expect((await desk.of()).sent[0]).toMatchObject({ verdict: 'nhan', current: true });
  await desk.row(tasks[0] ?? '', 'chap-nhan', '', 1);
  expect((await desk.of()).sent[0]).toMatchObject({ current: false });
  await desk.acceptRest();
  await desk.whole('chap-nhan');
  const second = await desk.send();
  expect(second.sent.sequence).toBeGreaterThan(first.sent.sequence);
  expect(await back.take(second.bytes, { key: 'tin' })).toMatchObject({
    standing: 'moi',
    text: expect.stringContaining('chấp nhận'),
  });
  expect(await back.take(first.bytes)).toMatchObject({ standing: 'cu-hon' });
  expect((await verdicts()).map(({ verdict, superseded }) => [verdict, superseded])).toEqual([
    ['chap-nhan', false],
    ['nhan', true],
  ]);
  expect(await states(from)).toEqual(['chap-nhan']);
});

it('AN3: after a replacement the new version is answered, with the earlier answers beside', async () => {
  const { desk: old, tasks, from, to } = await received();
  await old.row(tasks[0] ?? '', 'tra-lai', 'Thiếu ảnh');
  const next = await from.send(await from.nextVersion('Bổ sung'));
  const { receivedId } = await to.take(next.bytes);
  expect((await old.rowRefused(tasks[1] ?? '', 'chap-nhan')).message).toContain('bản mới nhất');
  const fresh = await desk(to, receivedId ?? '').of();
  expect(fresh).toMatchObject({ rows: [], earlier: [{ taskId: tasks[0], verdict: 'tra-lai', changed: false }] });
});

it('AN5, BN78: a verdict for a report of another commune, or not from the superior, changes nothing', async () => {
  const { desk: own, from, sent, back, verdicts } = await received();
  await own.acceptRest();
  const { bytes } = await own.send();
  const other = await commune();
  const check = await superiorOf(other.made).check(bytes);
  expect(check.check).toMatchObject({ standing: 'khong-nhan', receivable: false });
  expect((await other.made.ask(sending.ledger)).entries).toEqual([]);

  // The same report, answered by an office that is not above this one.
  const stranger = await superior('Hải Vân');
  const { receivedId } = await stranger.take(readFileSync(join(from.stick, sent.fileName)));
  const theirs = desk(stranger, receivedId ?? '');
  await theirs.acceptRest();
  const foreign = await back.check((await theirs.send()).bytes);
  expect(foreign.check).toMatchObject({ standing: 'khong-nhan', receivable: false });
  expect(foreign.check.standingText).toContain('cấp trên');
  expect(await verdicts()).toEqual([]);
  expect(await states(from)).toEqual(['da-gui']);
});

it('AN8: the receipt code marks exactly the version it is for; typing errors and other codes are refused in words', async () => {
  const { desk, from, to, back, reportId } = await received();
  const plain = (await desk.of()).receipt;
  expect(plain?.signed).toBe(true);
  const ask = (code: string) => from.made.ask(answers.receipt, { body: { code } });
  const code = plain?.code ?? '';
  const wrong = code.replace(/.$/, (sign) => (sign === '7' ? '9' : '7'));
  expect((await from.made.refusal(answers.receipt, { body: { code: wrong } })).code).toBe('ma-khong-dung');
  // Before the superior's card is known, its signed code is of nobody this office knows.
  expect((await from.made.refusal(answers.receipt, { body: { code } })).message).toContain('Chưa ghi gì');
  await back.take(await to.card(), { key: 'tin' });
  const spoken = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8, 12).toLowerCase()}.${code.slice(12)}`;
  expect(await ask(spoken)).toMatchObject({
    reportVersion: 1,
    isNew: true,
    fromUnit: expect.stringContaining('Sông Lam'),
  });
  expect(await ask(code)).toMatchObject({ isNew: false });
  expect(await states(from)).toEqual(['da-nhan']);
  const next = await from.send(await from.nextVersion('Bổ sung'));
  expect(next.sent.reportId).toBe(reportId);
  expect((await from.made.ask(sending.ledger)).entries.map(({ receiptAt }) => receiptAt !== null)).toEqual([
    false,
    true,
  ]);
});
