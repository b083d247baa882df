/** Faults of the round trip that only the records of the two offices can show (FC16, FD3, FD5, FD6, FD10, FD11 of the list in test/faults/bundles). */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { readReceived } from '../../db/queries/received.ts';
import { writeBundle } from '../../electron/bundles/write-bundle.ts';
import { identityOf, unitCardOf } from '../../electron/server/exchange/keys/identity.ts';
import { outgoingReport } from '../../electron/server/exchange/outgoing-report.ts';
import type { BundleHead, Outbound } from '../../electron/server/exchange/send-bundle.ts';
import { ownUnit } from '../../electron/server/office/own-unit.ts';
import { reportRow } from '../../electron/server/report/report-row.ts';
import { outgoingVerdict } from '../../electron/server/units/answers.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import type { LedgerEntry } from '../../shared/api/contract/sending.ts';
import { type Commune, commune, communeOf, type Superior, superior, superiorOf } from '../support/exchange.ts';
import { makeOffice, temporaryFolder } from '../support/make-office.ts';

vi.mock('../../electron/work/run-in-worker.ts', () => import('../support/in-thread.ts'));

const { office, plans, work, reports, receiving, trust, answers, consolidation } = contract;

async function verdictOf({ made }: Superior, receivedId: string, task: string, words: string): Promise<Uint8Array> {
  const params = { id: receivedId };
  const seen = (await made.ask(answers.of, { params })).rows.find(({ taskId }) => taskId === task)?.revision ?? null;
  await made.ask(answers.row, { params: { ...params, task }, body: { revision: seen, verdict: 'tra-lai', words } });
  const body = { placeId: 'kho-goi', ticket: null, lock: { by: 'mo' as const } };
  const job = await made.finish(await made.ask(answers.send, { params, body }));
  if (job.state !== 'done') throw new Error(JSON.stringify(job.error));
  return new Uint8Array(readFileSync(join(made.dataDir, 'goi', (job.result as LedgerEntry).fileName)));
}

const tasksOf = async (from: Commune) =>
  (await from.made.ask(plans.table, { params: { id: from.planId }, query: { window: from.windowId } })).tasks;

const doctorOk = async (...offices: { made: Commune['made'] }[]) => {
  for (const { made } of offices) expect((await made.ask(office.doctor, { body: {} })).ok).toBe(true);
};

it('FC16: a program named as a PDF comes in as it is, is never shown in place, and the reader is told', async () => {
  const [from, to] = [await commune(), await superior()];
  const [task] = await tasksOf(from);
  const add = (name: string, bytes: Uint8Array) =>
    from.made.ask(work.addFile, { query: { name, task: task?.id ?? '', window: from.windowId }, bytes });
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 0x90)]);
  const { evidence: bad } = await add('Biên bản họp.pdf', program);
  const { evidence: good } = await add('Ảnh.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  // What a program that lies would write into its bundle.
  from.made.office.deps.db.sqlite
    .prepare(`update evidence set media_type = 'application/pdf' where id = ?`)
    .run(bad.id);
  const { receivedId } = await to.take((await from.send(await from.freeze())).bytes);
  const params = { id: receivedId ?? '' };
  const { evidence } = await to.made.ask(reports.received, { params });
  const shown = (id: string) => evidence.find((each) => each.id === id);
  expect(shown(bad.id)).toMatchObject({ mediaType: 'application/pdf', preview: 'none', falseType: true });
  expect(shown(good.id)).toMatchObject({ preview: 'image', falseType: false });
  const view = (id: string) =>
    to.made.ask(reports.viewReceivedEvidence, { params: { ...params, evidence: id }, body: { download: false } });
  const { url, preview } = await view(bad.id);
  expect(preview).toBe('none');
  const served = await to.made.office.evidence(new Request(url));
  expect(served.headers.get('content-type')).toBe('application/octet-stream');
  expect(served.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(served.headers.get('x-content-type-options')).toBe('nosniff');
  expect(Buffer.from(await served.arrayBuffer()).equals(program)).toBe(true);
  expect((await view(good.id)).preview).toBe('image');
});

/** What a program that breaks the rule would write: the head of a bundle that left, with other content, sealed with the same keys. */
async function underTheSameId(
  from: Pick<Commune, 'made'>,
  made: Outbound<BundleHead>,
  head: BundleHead,
  title: string,
) {
  const { deps } = from.made.office;
  const unit = ownUnit(deps);
  if (!unit) throw new Error('no office');
  const identity = await identityOf(deps.folder, deps.newId);
  const { data, files, documents } = made.bundle(head);
  const changed = structuredClone(data) as { report?: { title: string }; answers?: { title: string } };
  for (const part of [changed.report, changed.answers]) if (part) part.title = title;
  const written = await writeBundle({
    data: changed as typeof data,
    files,
    documents,
    fileName: 'goi.zip',
    folder: temporaryFolder(),
    keys: identity.keys,
    card: unitCardOf(identity, unit),
  });
  if (!written.ok) throw new Error(written.error.message);
  return new Uint8Array(readFileSync(written.value.path));
}

it('FD3: a report and an answer under an id that is here with other content are refused, whichever came first', async () => {
  const [from, to] = [await commune(), await superior()];
  const reportId = await from.freeze();
  const real = await from.send(reportId);
  const { deps } = from.made.office;
  const made = await outgoingReport(deps, reportRow(deps, reportId) as never, null);
  if ('code' in made || !('outbound' in made) || !made.outbound.sent) throw new Error('nothing was sent');
  const { outbound } = made;
  const twin = await underTheSameId(from, outbound, outbound.sent?.head as BundleHead, 'Báo cáo khác');
  const { receivedId } = await to.take(real.bytes, { key: 'tin' });
  const { check } = await to.check(twin);
  expect(check).toMatchObject({ complete: true, unchanged: true, standing: 'xung-dot', receivable: false });
  expect(check.standingText).toContain('Giữ bản đã nhận');
  expect(await to.wall()).toMatchObject([{ sequence: 1 }]);
  const other = await superior();
  await other.take(twin, { key: 'tin' });
  expect((await other.check(real.bytes)).check).toMatchObject({ standing: 'xung-dot', receivable: false });

  const [task] = await tasksOf(from);
  const back = superiorOf(from.made);
  await back.take(await verdictOf(to, receivedId ?? '', task?.id ?? '', 'Thiếu ảnh'), { key: 'tin' });
  const received = readReceived(to.made.office.deps.db, receivedId ?? '');
  const verdict = received && (await outgoingVerdict(to.made.office.deps, { id: 'office', personId: null }, received));
  if (!verdict?.sent) throw new Error('no answer was sent');
  const falseAnswer = await underTheSameId(to, verdict, verdict.sent.head, 'Tên khác');
  expect((await back.check(falseAnswer)).check).toMatchObject({
    standing: 'xung-dot',
    receivable: false,
    standingText: expect.stringContaining('Giữ trả lời đã nhận'),
  });
  await doctorOk(from, to, other);
});

it('FD5: of two communes on one disk image the second is named as another unit, and nothing of the first is touched', async () => {
  const [first, to] = [await commune(), await superior()];
  // The image is taken after the office was used, so both have one key.
  await first.card();
  await first.made.close();
  const copy = temporaryFolder();
  cpSync(first.made.dataDir, copy, { recursive: true });
  const real = await communeOf(makeOffice({ dataDir: first.made.dataDir, exportDirs: [first.stick] }), first.stick);
  await to.take((await real.send(await real.freeze())).bytes, { key: 'tin' });
  const stick = temporaryFolder();
  const other = await communeOf(makeOffice({ dataDir: copy, exportDirs: [stick] }), stick);
  const { office: own } = await other.made.ask(office.state);
  other.made.office.deps.db.sqlite.prepare('update unit set name = ? where id = ?').run('Minh Tân', own?.unit.id ?? '');
  const theirs = await other.send(await other.freeze());
  const { id, check } = await to.check(theirs.bytes);
  expect(check).toMatchObject({ standing: 'chia-nhanh', undecided: true, bulk: false });
  expect(check.warnings.join(' ')).toMatch(/Minh Tân.*nhân bản/s);
  expect((await to.made.refusal(receiving.receive, { params: { id }, body: {} })).code).toBe('can-chon');
  expect(await to.wall()).toHaveLength(1);
  // With keys of its own it still has to be told apart by a person: its first bundle is sealed with a key nobody knows.
  await other.made.ask(trust.renew, { body: {} });
  const again = await other.send((await other.open()).id);
  expect((await to.check(again.bytes)).check).toMatchObject({ from: { known: 'khoa-doi' }, bulk: false });
  await doctorOk(to, other);
});

it('FD6, BN73, BN77: an answer twice, to an older version, to another unit, and to a task that is gone', async () => {
  const [from, to] = [await commune(), await superior()];
  const back = superiorOf(from.made);
  const first = await from.send(await from.freeze());
  const { receivedId } = await to.take(first.bytes, { key: 'tin' });
  const all = await tasksOf(from);
  const [kept, gone] = [all[0]?.id ?? '', all[1]?.id ?? ''];
  const old = await verdictOf(to, receivedId ?? '', gone, 'Thiếu danh sách');
  // The commune writes and sends a second version before the answer to the first one comes.
  const second = await from.send(await from.nextVersion('Bổ sung'));
  const answered = await back.take(old, { key: 'tin' });
  expect(answered).toMatchObject({ standing: 'moi' });
  expect(answered.check.warnings.join()).toMatch(/gói số 1 \(bản 1\).*gói số 2.*chưa trả lời gói mới/);
  expect(await back.take(old)).toMatchObject({ standing: 'da-co' });
  const verdicts = async () =>
    (await from.made.ask(answers.verdicts, { params: { id: second.sent.reportId ?? '' } })).verdicts;
  expect(await verdicts()).toMatchObject([{ reportVersion: 1, rows: [{ taskId: gone, here: true }] }]);
  const state = async () =>
    (await from.made.ask(contract.sending.ledger)).entries
      .filter(({ way }) => way === 'di')
      .map(({ sequence, state: now }) => [sequence, now]);
  expect(await state()).toEqual([
    [2, 'da-gui'],
    [1, 'da-thay'],
  ]);
  const { receivedId: newer } = await to.take(second.bytes);
  const fresh = await verdictOf(to, newer ?? '', kept, 'Ghi rõ ngày');
  const other = await commune();
  expect((await superiorOf(other.made).check(fresh)).check).toMatchObject({
    receivable: false,
    standingText: expect.stringContaining('Không đổi gì'),
  });
  await from.made.office.deps.writer.run(
    { actor: 'office', at: 1, action: 'test', label: 'Bỏ nhiệm vụ', undoable: true },
    'bo-nhiem-vu',
    (batch) => {
      const { sqlite } = from.made.office.deps.db;
      for (const table of ['progress', 'evidence_link'] as const)
        for (const id of sqlite.prepare(`select id from ${table} where task_id = ?`).pluck().all(kept) as string[])
          batch.remove(table === 'progress' ? 'progress' : 'evidenceLink', id, null);
      batch.remove('task', kept, null);
    },
  );
  expect(await back.take(fresh)).toMatchObject({ standing: 'moi', check: { warnings: [] } });
  expect((await verdicts()).find(({ reportVersion }) => reportVersion === 2)?.rows).toMatchObject([
    { taskId: kept, words: 'Ghi rõ ngày', here: false },
  ]);
  await doctorOk(from, to);
});

it('FD10: the quarter comes after another window and stands in its own place; a locked window takes results only with a reason', async () => {
  const [from, to] = [await commune(), await superior()];
  const state = await from.made.ask(office.state);
  const other = state.windows.find(({ id }) => id !== from.windowId);
  const report = await from.made.ask(reports.open, { body: { planId: from.planId, windowId: other?.id ?? '' } });
  await from.made.ask(reports.freeze, { params: { id: report.id }, body: { revision: report.revision } });
  const later = await from.send(report.id);
  const quarter = await from.send(await from.freeze());
  for (const { bytes } of [quarter, later]) await to.take(bytes, { key: 'tin' });
  const { units } = await to.made.ask(reports.inbox);
  expect(units.flatMap(({ received }) => received.map(({ windowKey }) => windowKey)).sort()).toEqual(
    [state.windows.find(({ id }) => id === from.windowId)?.key, other?.key].sort(),
  );
  const [, task] = await tasksOf(from);
  const body = {
    taskId: task?.id ?? '',
    windowId: from.windowId,
    revision: task?.progress?.revision ?? null,
    state: 'xong' as const,
    doneText: 'Sau khi khóa',
    numerator: null,
    denominator: null,
    measure: '',
    obstacle: '',
    proposal: '',
  };
  expect((await from.made.refusal(work.saveProgress, { body })).message).toContain('khóa');
});

it('FD11: a unit that was renamed stays one unit, with its history, and counts once', async () => {
  const [from, to] = [await commune(), await superior()];
  await to.take((await from.send(await from.freeze())).bytes, { key: 'tin' });
  const { office: own } = await from.made.ask(office.state);
  from.made.office.deps.db.sqlite
    .prepare('update unit set name = ? where id = ?')
    .run('An Thịnh Mới', own?.unit.id ?? '');
  const renamed = await from.send(await from.nextVersion('Sau khi đổi tên'));
  const { id, check } = await to.check(renamed.bytes);
  expect(check).toMatchObject({ standing: 'thay-the', receivable: true, bulk: false });
  expect(check.warnings.join()).toContain('An Thịnh Mới');
  await to.receive(id);
  const { units } = await to.made.ask(reports.inbox);
  expect(units.filter(({ received }) => received.length > 0)).toMatchObject([{ received: [{ sequence: 2 }] }]);
  const { windows } = await to.made.ask(consolidation.wall);
  expect(windows.find(({ received }) => received > 0)).toMatchObject({ received: 1 });
  await doctorOk(from, to);
});
