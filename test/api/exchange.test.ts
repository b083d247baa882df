/** Bundles between a commune and its superior: every standing of SPEC NH1 to NH12, and what is refused. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import { commune, communeOf, superior } from '../support/exchange.ts';
import { makeOffice, temporaryFolder } from '../support/make-office.ts';

const { office, plans, work, reports, sending, receiving, trust } = contract;

it('NH1: the same version sent again is the same content, and changes nothing at the superior', async () => {
  const [from, to] = [await commune(), await superior()];
  const reportId = await from.freeze();
  const first = await from.send(reportId);
  const again = await from.send(reportId);
  expect(again.sent.sha256).toBe(first.sent.sha256);
  expect(again.sent.sequence).toBe(first.sent.sequence);
  expect(again.sent.fileName).not.toBe(first.sent.fileName);
  const a = await to.take(first.bytes);
  expect(a).toMatchObject({ standing: 'moi', check: { standing: 'moi', bulk: true, from: { known: 'lan-dau' } } });
  const b = await to.take(again.bytes);
  expect(b).toMatchObject({ standing: 'da-co', receivedId: a.receivedId, check: { standing: 'da-co' } });
  expect(await to.wall()).toHaveLength(1);
});

it('NH4, NH6: a newer version takes the place of the one before, which stays', async () => {
  const [from, to] = [await commune(), await superior()];
  const first = await from.send(await from.freeze());
  await to.take(first.bytes);
  const newer = await from.send(await from.nextVersion('Bổ sung'));
  expect(newer.sent).toMatchObject({ sequence: first.sent.sequence + 1, purpose: 'replacement' });
  const b = await to.take(newer.bytes);
  expect(b.check).toMatchObject({ standing: 'thay-the', from: { known: 'quen' }, warnings: [] });
  expect(await to.wall()).toMatchObject([{ sequence: newer.sent.sequence, answered: 9 }]);
  expect((await to.check(first.bytes)).check.standing).toBe('da-co');
  expect((await to.made.ask(office.doctor, { body: {} })).ok).toBe(true);
  const { entries } = await from.made.ask(sending.ledger);
  expect(entries.map(({ sequence, state }) => [sequence, state])).toEqual([
    [2, 'da-gui'],
    [1, 'da-thay'],
  ]);
});

it('NH5: an older bundle that comes late is kept aside', async () => {
  const [from, to] = [await commune(), await superior()];
  const first = await from.send(await from.freeze());
  const second = await from.send(await from.nextVersion('Bổ sung'));
  const early = await to.take(second.bytes);
  expect(early.check.warnings).toEqual([]);
  const late = await to.take(first.bytes);
  expect(late).toMatchObject({ standing: 'cu-hon', text: expect.stringContaining('cất riêng') });
  expect(await to.wall()).toMatchObject([{ sequence: second.sent.sequence }]);
});

it('NH3, BN72: a recall strikes the report through and keeps it; a replacement after it counts again', async () => {
  const [from, to] = [await commune(), await superior()];
  const first = await from.send(await from.freeze());
  const { receivedId } = await to.take(first.bytes);
  const recall = await from.recall(first.sent.id, 'Gửi nhầm số liệu quý trước');
  expect(recall.sent).toMatchObject({ kind: 'recall', sequence: 2, reason: 'Gửi nhầm số liệu quý trước' });
  const taken = await to.take(recall.bytes);
  expect(taken.check).toMatchObject({
    kind: 'recall',
    standing: 'moi',
    report: { reason: 'Gửi nhầm số liệu quý trước' },
  });
  expect(await to.take(recall.bytes)).toMatchObject({ standing: 'da-co' });
  const withdrawn = await to.made.ask(reports.received, { params: { id: receivedId ?? '' } });
  expect(withdrawn).toMatchObject({ state: 'thu-hoi', recall: { reason: 'Gửi nhầm số liệu quý trước' } });
  expect(await to.wall()).toMatchObject([{ state: 'thu-hoi' }]);
  // The same frozen version again is a new bundle now: the old one is withdrawn for good.
  const anew = await from.send((await from.open()).id);
  expect(anew.sent).toMatchObject({ sequence: 3, purpose: 'replacement' });
  expect((await to.take(anew.bytes)).standing).toBe('thay-the');
  expect(await to.wall()).toMatchObject([{ state: 'da-nhan', sequence: 3 }]);
  expect((await from.made.ask(sending.ledger)).entries.map(({ kind, state }) => [kind, state])).toEqual([
    ['report', 'da-gui'],
    ['recall', 'da-gui'],
    ['report', 'thu-hoi'],
  ]);
  const refused = await from.made.refusal(sending.recall, {
    params: { id: first.sent.id },
    body: { ...from.toStick, reason: 'Lần nữa' },
  });
  expect(refused.code).toBe('khong-thu-hoi');
});

it('NH7, BN72: a recall that comes before its report is remembered, and the report comes in withdrawn', async () => {
  const [from, to] = [await commune(), await superior()];
  const first = await from.send(await from.freeze());
  const recall = await from.recall(first.sent.id, 'Gửi nhầm');
  expect(await to.take(recall.bytes)).toMatchObject({ standing: 'chua-co-goi' });
  expect(await to.take(first.bytes)).toMatchObject({ standing: 'da-thu-hoi' });
  expect(await to.wall()).toMatchObject([{ state: 'thu-hoi', sequence: 1 }]);
});

it('NH9, NH10: a commune that put back an old copy of everything is shown as a fork, and a person decides', async () => {
  const [first, to] = [await commune(), await superior()];
  await to.take((await first.send(await first.freeze())).bytes);
  await first.made.close();
  const copy = temporaryFolder();
  cpSync(first.made.dataDir, copy, { recursive: true });
  const real = await communeOf(makeOffice({ dataDir: first.made.dataDir, exportDirs: [first.stick] }), first.stick);
  const second = await real.send(await real.nextVersion('Bản thật'));
  await to.take(second.bytes);
  const stick = temporaryFolder();
  const clone = await communeOf(makeOffice({ dataDir: copy, exportDirs: [stick] }), stick);
  const forked = await clone.send(await clone.nextVersion('Bản từ máy nhân bản'));
  expect(forked.sent.sequence).toBe(second.sent.sequence);
  const { id, check } = await to.check(forked.bytes);
  expect(check).toMatchObject({ standing: 'chia-nhanh', undecided: true, bulk: false });
  expect(check.warnings.join()).toContain('khôi phục bản sao lưu cũ hoặc nhân bản máy');
  expect((await to.made.refusal(receiving.receive, { params: { id }, body: {} })).code).toBe('can-chon');
  await to.receive(id, { as: 'cat-rieng' });
  expect(await to.wall()).toMatchObject([{ sequence: 2, rows: expect.any(Number) }]);
  const view = await to.made.ask(trust.view);
  expect(view.forks).toMatchObject([{ sequence: 2 }]);
  // A later bundle of that branch does not slip in as a newer one.
  const next = await clone.send(await clone.nextVersion('Nữa'));
  expect((await to.check(next.bytes)).check).toMatchObject({ standing: 'chia-nhanh', undecided: true });
  const chosen = await to.take(next.bytes, { as: 'chinh' });
  expect(chosen.text).toContain('bản chính');
  expect(await to.wall()).toMatchObject([{ sequence: 3 }]);
});

it('BN32: an old copy of the database alone makes no fork, because the numbers are kept beside the keys too', async () => {
  const [from, to] = [await commune(), await superior()];
  const database = join(from.made.dataDir, 'so-viec.db');
  const reportId = await from.freeze();
  await from.made.close();
  const old = readFileSync(database);
  const later = await communeOf(makeOffice({ dataDir: from.made.dataDir, exportDirs: [from.stick] }), from.stick);
  const lost = await later.send(reportId);
  await to.take(lost.bytes);
  await later.made.close();
  for (const rest of ['-wal', '-shm']) rmSync(database + rest, { force: true });
  writeFileSync(database, old);
  const restored = await communeOf(makeOffice({ dataDir: from.made.dataDir, exportDirs: [from.stick] }), from.stick);
  expect((await restored.made.ask(trust.view)).own.lost).toEqual({ from: 1, to: 1 });
  const next = await restored.send(await restored.nextVersion('Sau khi khôi phục'));
  expect(next.sent.sequence).toBe(2);
  expect((await to.take(next.bytes)).check).toMatchObject({ standing: 'thay-the', warnings: [] });
  expect((await restored.made.ask(trust.view)).own.lost).toBeNull();
});

it('NH11: numbers that never came are named', async () => {
  const [from, to] = [await commune(), await superior()];
  await to.take((await from.send(await from.freeze())).bytes);
  await from.send(await from.nextVersion('Hai'));
  const third = await from.send(await from.nextVersion('Ba'));
  const { check } = await to.check(third.bytes);
  expect(check.warnings).toEqual(['Gói số 2 của đơn vị này chưa tới đây.']);
  expect(check).toMatchObject({ standing: 'thay-the', receivable: true, bulk: false });
  const { windows } = await from.made.ask(office.state);
  const other = windows.find(({ id }) => id !== from.windowId)?.id ?? '';
  const report = await from.made.ask(reports.open, { body: { planId: from.planId, windowId: other } });
  await from.made.ask(reports.freeze, { params: { id: report.id }, body: { revision: report.revision } });
  const elsewhere = await to.check((await from.send(report.id)).bytes);
  expect(elsewhere.check).toMatchObject({ standing: 'moi', bulk: true });
  expect(elsewhere.check.warnings).toEqual(['Các gói số 2 đến 3 của đơn vị này chưa tới đây.']);
});

it('NH8: a second computer of the unit does not push the report of the first one aside', async () => {
  const [from, to] = [await commune(), await superior()];
  const reportId = await from.freeze();
  await from.made.close();
  const copy = temporaryFolder();
  cpSync(from.made.dataDir, copy, { recursive: true });
  const stick = temporaryFolder();
  const second = await communeOf(makeOffice({ dataDir: copy, exportDirs: [stick] }), stick);
  await second.made.ask(trust.renew, { body: {} });
  const main = await communeOf(makeOffice({ dataDir: from.made.dataDir, exportDirs: [from.stick] }), from.stick);
  await to.take((await main.send(reportId)).bytes);
  const other = await second.send(await second.nextVersion('Từ máy thứ hai'));
  const { id, check } = await to.check(other.bytes);
  expect(check).toMatchObject({ standing: 'may-khac', undecided: true, from: { known: 'khoa-doi' } });
  expect((await to.made.refusal(receiving.receive, { params: { id }, body: { as: 'chinh' } })).code).toBe('khoa-doi');
  await to.receive(id, { as: 'chinh', key: 'them' });
  const keys = (await to.made.ask(trust.view)).keys;
  expect(keys.map(({ standing }) => standing)).toEqual(['moi', 'tin']);
  expect(await to.wall()).toMatchObject([{ answered: 9 }]);
});

it('marked proof stays at home unless it is chosen; what is chosen makes another bundle', async () => {
  const [from, to] = [await commune(), await superior()];
  const { tasks } = await from.made.ask(plans.table, { params: { id: from.planId }, query: { window: from.windowId } });
  const task = tasks[0]?.id ?? '';
  const add = async (name: string, words: string) =>
    (
      await from.made.ask(work.addFile, {
        query: { name, task, window: from.windowId },
        bytes: Buffer.from(words),
      })
    ).evidence;
  const secret = await add('Danh sách hộ nghèo.txt', 'BÍ MẬT CÁ NHÂN');
  await add('Ảnh to.txt', 'ẢNH'.repeat(500));
  await from.made.ask(work.changeEvidence, {
    params: { id: secret.id },
    body: { revision: secret.revision, title: secret.title, sensitive: true },
  });
  const reportId = await from.freeze();
  const size = await from.made.ask(sending.exportSize, { params: { id: reportId } });
  expect(size).toMatchObject({ files: 1, leftOut: 1 });
  expect(size.items.map(({ fileName, sensitive }) => [fileName, sensitive])).toEqual([
    ['Ảnh to.txt', false],
    ['Danh sách hộ nghèo.txt', true],
  ]);
  const usual = await from.send(reportId);
  expect(Buffer.from(usual.bytes).includes('BÍ MẬT CÁ NHÂN')).toBe(false);
  // BN37: neither its name nor its digest, only that there is one, and how large.
  expect(Buffer.from(usual.bytes).includes('Ảnh to')).toBe(true);
  expect(Buffer.from(usual.bytes).includes('Danh sách hộ nghèo.txt')).toBe(false);
  const { receivedId } = await to.take(usual.bytes);
  const refused = await to.made.refusal(reports.viewReceivedEvidence, {
    params: { id: receivedId ?? '', evidence: secret.id },
    body: { download: true },
  });
  expect(refused.message).toContain('không kèm tệp');
  const { evidence } = await to.made.ask(reports.received, { params: { id: receivedId ?? '' } });
  expect(evidence.find(({ id }) => id === secret.id)).toMatchObject({
    kind: 'file',
    title: 'Minh chứng nhạy cảm, giữ tại đơn vị',
    fileName: null,
    bytes: Buffer.byteLength('BÍ MẬT CÁ NHÂN'),
  });
  const chosen = await from.send(reportId, { carried: [secret.id] });
  expect(chosen.sent).toMatchObject({ sequence: 2, purpose: 'replacement' });
  expect(Buffer.from(chosen.bytes).includes('BÍ MẬT CÁ NHÂN')).toBe(true);
  expect(Buffer.from(chosen.bytes).includes('ẢNHẢNH')).toBe(false);
  expect((await from.send(reportId, { carried: [secret.id] })).sent.sha256).toBe(chosen.sent.sha256);
});

it('gửi lại đúng tệp này: the same content once more, refused in words once the report was opened again', async () => {
  const from = await commune();
  const first = await from.send(await from.freeze());
  const again = await from.ended(
    await from.made.ask(sending.resend, { params: { id: first.sent.id }, body: from.toStick }),
  );
  expect(again.sent.sha256).toBe(first.sent.sha256);
  const recall = await from.recall(first.sent.id, 'Nhầm');
  const recallAgain = await from.ended(
    await from.made.ask(sending.resend, { params: { id: recall.sent.id }, body: from.toStick }),
  );
  expect(recallAgain.sent.sha256).toBe(recall.sent.sha256);
  await from.reopen();
  const refused = await from.made.refusal(sending.resend, { params: { id: first.sent.id }, body: from.toStick });
  expect(refused.code).toBe('khong-gui-lai');
});

it('a cancelled export leaves nothing at the place, nothing in the ledger, and its number free', async () => {
  const from = await commune();
  const { tasks } = await from.made.ask(plans.table, { params: { id: from.planId }, query: { window: from.windowId } });
  await from.made.ask(work.addFile, {
    query: { name: 'to.bin', task: tasks[0]?.id ?? '', window: from.windowId },
    bytes: new Uint8Array(24 * 1024 * 1024).fill(5),
  });
  const reportId = await from.freeze();
  const job = await from.made.ask(sending.exportBundle, { body: { ...from.toStick, reportId } });
  await from.made.ask(plans.cancelJob, { params: { id: job.id } });
  expect((await from.made.finish(job)).state).toBe('cancelled');
  expect(readdirSync(from.stick)).toEqual([]);
  expect((await from.made.ask(sending.ledger)).entries).toEqual([]);
  expect((await from.send(reportId)).sent.sequence).toBe(1);
});

it('NH12: refuses its own bundle; a place that is gone; foreign files by what they are', async () => {
  const [from, to] = [await commune(), await superior()];
  const reportId = await from.freeze();
  const { bytes } = await from.send(reportId);
  const own = await from.made.finish(await from.made.ask(receiving.check, { query: { name: 'goi.zip' }, bytes }));
  expect(own.result).toMatchObject({
    standing: 'khong-nhan',
    receivable: false,
    standingText: expect.stringContaining('chính cơ quan này'),
  });
  const gone = await from.made.refusal(sending.exportBundle, {
    body: { reportId, placeId: 'o-khong-co', ticket: null },
  });
  expect(gone.code).toBe('khong-co-noi');
  const said = async (content: Uint8Array, name: string) => (await to.check(content, name)).check;
  expect(await said(Buffer.from('%PDF-1.7 …'), 'gói.zip')).toMatchObject({
    given: 'la',
    standingText: expect.stringContaining('Đây là tệp PDF'),
  });
  expect((await said(Buffer.from('xin chào'), 'a.txt')).standingText).toContain('tệp chữ');
  const word = new Uint8Array(await (await from.made.raw(reports.word, { params: { id: reportId } })).arrayBuffer());
  expect(await said(word, 'BC.docx')).toMatchObject({
    given: 'la',
    standingText: expect.stringContaining('Đây là tệp Word'),
  });
  // A damaged bundle is a bundle, and is refused as one.
  const broken = Uint8Array.from(bytes);
  const middle = Math.floor(broken.length / 2);
  broken[middle] = (broken[middle] ?? 0) ^ 1;
  expect(await said(broken, 'hong.zip')).toMatchObject({ given: 'goi', receivable: false });
  expect(await said(bytes.subarray(0, bytes.length - 100), 'cut.zip')).toMatchObject({ receivable: false });
  expect(await to.wall()).toEqual([]);
});

it('BN24: what would be another content today leaves under a head of its own and takes the place of the one before', async () => {
  const [from, to] = [await commune(), await superior()];
  const reportId = await from.freeze();
  const first = await from.send(reportId);
  await to.take(first.bytes, { key: 'tin' });
  // New keys: the card inside the bundle, and with it the content, is another one from now on.
  await from.made.ask(trust.renew, { body: {} });
  const renewed = await from.send(reportId);
  expect(renewed.sent).toMatchObject({ sequence: 2, purpose: 'replacement' });
  expect(renewed.sent.sha256).not.toBe(first.sent.sha256);
  expect(await to.take(renewed.bytes, { key: 'thay' })).toMatchObject({ standing: 'thay-the' });
  const again = await from.send(reportId);
  expect(again.sent).toMatchObject({ sequence: 2, sha256: renewed.sent.sha256 });
  // A recall made with the earlier card is a recall of the same bundle still.
  const recall = await from.recall(renewed.sent.id, 'Nhầm số liệu');
  await from.made.ask(trust.renew, { body: {} });
  const resend = sending.resend;
  const recallAgain = await from.ended(
    await from.made.ask(resend, { params: { id: recall.sent.id }, body: from.toStick }),
  );
  expect(recallAgain.sent.sequence).toBe(4);
  expect(await to.take(recallAgain.bytes, { key: 'thay' })).toMatchObject({ standing: 'moi' });
  expect(await to.wall()).toMatchObject([{ sequence: 2, state: 'thu-hoi' }]);
  expect((await to.made.ask(office.doctor, { body: {} })).ok).toBe(true);
});
