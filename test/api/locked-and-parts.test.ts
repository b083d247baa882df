/** Locked bundles, bundles in parts, unit cards and keys: SPEC NH20 to NH27, BN60 to BN66, BN100 to BN105. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import type { BundleCheck } from '../../shared/api/contract/receiving.ts';
import { type Commune, commune, communeOf, type Superior, superior } from '../support/exchange.ts';
import { makeOffice, temporaryFolder } from '../support/make-office.ts';

const { office, plans, work, sending, receiving, trust } = contract;

/** The commune of the practice plan reports to "tỉnh Sông Lam". */
async function acquainted(): Promise<[Commune, Superior]> {
  const [from, to] = [await commune(), await superior()];
  const { id } = await receiveFile(from, await to.card(), 'tren.the-don-vi.json');
  await from.made.ask(receiving.receive, { params: { id }, body: { key: 'tin' } });
  return [from, to];
}

async function receiveFile({ made }: Pick<Commune, 'made'>, bytes: Uint8Array, name: string) {
  const job = await made.finish(await made.ask(receiving.check, { query: { name }, bytes }));
  return { id: job.id, check: job.result as BundleCheck };
}

/** A proof large enough to need parts. */
async function addLarge(from: Commune, bytes: number): Promise<void> {
  const { tasks } = await from.made.ask(plans.table, { params: { id: from.planId }, query: { window: from.windowId } });
  const content = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at++) content[at] = (at * 7919) % 251;
  await from.made.ask(work.addFile, {
    query: { name: 'Ảnh lớn.bin', task: tasks[0]?.id ?? '', window: from.windowId },
    bytes: content,
  });
}

it('NH20, NH22: a card is asked about at first sight; only when it is believed, bundles are locked to it and open by themselves', async () => {
  const [from, to] = [await commune(), await superior()];
  const seen = await receiveFile(from, await to.card(), 'tren.json');
  expect(seen.check).toMatchObject({ given: 'the', receivable: true, from: { known: 'lan-dau' } });
  expect(seen.check.from?.words).toHaveLength(12);
  await from.made.ask(receiving.receive, { params: { id: seen.id }, body: { key: 'de-sau' } });
  const reportId = await from.freeze();
  const early = await from.made.refusal(sending.exportBundle, {
    body: { ...from.toStick, reportId, lock: { by: 'khoa' } },
  });
  expect(early.code).toBe('chua-co-khoa');
  const [key] = (await from.made.ask(trust.view)).keys;
  expect(key).toMatchObject({ relation: 'cap-tren', standing: 'moi', changed: false });
  await from.made.ask(trust.decide, {
    params: { id: key?.id ?? '' },
    body: { revision: key?.revision ?? 0, decision: 'tin' },
  });
  const { sent, bytes } = await from.send(reportId);
  expect(sent).toMatchObject({ encryptedTo: 'khoa', fileName: expect.stringMatching(/\.zip\.age$/) });
  expect(Buffer.from(bytes).includes('bagit.txt')).toBe(false);
  expect((await to.take(bytes)).standing).toBe('moi');
  const stranger = await superior('Khác');
  expect((await stranger.check(bytes)).check).toMatchObject({
    given: 'khoa',
    receivable: false,
    needsPassword: false,
    standingText: expect.stringContaining('khóa cho đơn vị khác'),
  });
});

it('BN63: a password opens it, a wrong one leaves it waiting; it is never stored', async () => {
  const [from, to] = [await commune(), await superior()];
  const password = 'trâu vàng đình suối';
  const reportId = await from.freeze();
  const { bytes } = await from.send(reportId, { lock: { by: 'mat-khau', password } });
  const first = await to.check(bytes);
  expect(first.check).toMatchObject({ given: 'khoa', needsPassword: true, receivable: false });
  const wrong = await to.made.finish(
    await to.made.ask(receiving.unlock, { params: { id: first.id }, body: { password: 'sai' } }),
  );
  expect(wrong.result).toMatchObject({
    needsPassword: true,
    standingText: expect.stringContaining('Mật khẩu không đúng'),
  });
  const right = await to.made.finish(
    await to.made.ask(receiving.unlock, { params: { id: wrong.id }, body: { password: password.normalize('NFD') } }),
  );
  expect(right.result).toMatchObject({ given: 'goi', standing: 'moi', receivable: true });
  await to.receive(right.id);
  expect(await to.wall()).toHaveLength(1);
  for (const { made } of [from, to])
    expect(readFileSync(join(made.dataDir, 'so-viec.db')).includes(Buffer.from(password))).toBe(false);
});

it('BN103: parts in any order, renamed and twice, wait over a restart and join; missing ones are named', async () => {
  const [from, to] = await acquainted();
  await addLarge(from, 5_000_000);
  const { sent } = await from.send(await from.freeze(), { splitBytes: 2_000_000 });
  expect(sent).toMatchObject({ parts: 3, encryptedTo: 'khoa' });
  const names = readdirSync(from.stick).sort();
  expect(names).toHaveLength(3);
  const parts = names.map((name) => readFileSync(join(from.stick, name)));
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(2_000_000);
  const [one, two, three] = parts as [Buffer, Buffer, Buffer];
  expect((await to.check(three, 'image (3).bin')).check).toMatchObject({
    given: 'phan',
    receivable: false,
    parts: { have: 1, total: 3, missing: [1, 2] },
    standingText: expect.stringContaining('Còn thiếu phần 1 và 2'),
  });
  await to.check(three, 'lần nữa.bin');
  await to.check(one);
  const reopened = await to.made.reopen();
  expect((await reopened.ask(receiving.parts)).sets).toMatchObject([{ have: 2, missing: [2] }]);
  const broken = Buffer.from(two);
  broken[broken.length - 10] = (broken[broken.length - 10] ?? 0) ^ 1;
  const bad = await receiveFile({ made: reopened }, broken, 'hỏng');
  expect(bad.check).toMatchObject({ given: 'phan', parts: { missing: [2] } });
  expect(bad.check.standingText).toContain('bị hỏng');
  const last = await receiveFile({ made: reopened }, two, 'phan-cuoi');
  expect(last.check).toMatchObject({ given: 'goi', kind: 'report', standing: 'moi', receivable: true });
  await reopened.ask(receiving.receive, { params: { id: last.id }, body: {} });
  expect((await reopened.ask(receiving.parts)).sets).toEqual([]);
  expect((await reopened.ask(office.doctor, { body: {} })).ok).toBe(true);
});

it('parts that nobody will complete are let go by a person', async () => {
  const [from, to] = await acquainted();
  await addLarge(from, 3_000_000);
  await from.send(await from.freeze(), { splitBytes: 2_000_000 });
  await to.check(readFileSync(join(from.stick, readdirSync(from.stick)[0] ?? '')));
  const [set] = (await to.made.ask(receiving.parts)).sets;
  await to.made.ask(receiving.discardParts, { params: { id: set?.setId ?? '' } });
  expect((await to.made.ask(receiving.parts)).sets).toEqual([]);
});

it('NH23, NH24: a changed key is never taken silently; replaced through the superior, with its history', async () => {
  const [from, to] = [await commune(), await superior()];
  await to.take((await from.send(await from.freeze())).bytes, { key: 'tin' });
  await from.made.ask(trust.renew, { body: {} });
  const next = await from.send(await from.nextVersion('Sau khi mất máy'));
  const { id, check } = await to.check(next.bytes);
  expect(check).toMatchObject({ from: { known: 'khoa-doi' }, bulk: false });
  for (const key of ['tin', 'de-sau'] as const)
    expect((await to.made.refusal(receiving.receive, { params: { id }, body: { as: 'chinh', key } })).code).toBe(
      'khoa-doi',
    );
  expect(await to.wall()).toMatchObject([{ sequence: 1 }]);
  // The commune sends its new card, the superior compares by telephone and confirms.
  const card = await to.check(await from.card(), 'moi.json');
  expect(card.check).toMatchObject({ given: 'the', from: { known: 'khoa-doi' } });
  expect((await to.made.refusal(receiving.receive, { params: { id: card.id }, body: { key: 'tin' } })).code).toBe(
    'khoa-doi',
  );
  await to.receive(card.id, { key: 'thay' });
  const { keys } = await to.made.ask(trust.view);
  expect(keys.map(({ standing }) => standing)).toEqual(['da-thay', 'tin']);
  expect(keys[0]?.replacedBy?.id).toBe(keys[1]?.id);
  expect((await to.check(next.bytes)).check).toMatchObject({ from: { known: 'tin' }, standing: 'thay-the' });
  await to.receive(id, { as: 'chinh' });
  expect(await to.wall()).toMatchObject([{ sequence: 2 }]);
});

it('NH25: a refused key brings nothing in any more, and can be believed again by a person', async () => {
  const [from, to] = [await commune(), await superior()];
  const { bytes } = await from.send(await from.freeze());
  const { id } = await to.check(bytes);
  expect(await to.receive(id, { key: 'tu-choi' })).toMatchObject({ receivedId: null, standing: 'khong-nhan' });
  expect(await to.wall()).toEqual([]);
  expect((await to.check(bytes)).check).toMatchObject({ receivable: false, from: { known: 'tu-choi' } });
  const [key] = (await to.made.ask(trust.view)).keys;
  await to.made.ask(trust.decide, {
    params: { id: key?.id ?? '' },
    body: { revision: key?.revision ?? 0, decision: 'them' },
  });
  expect((await to.take(bytes)).standing).toBe('moi');
});

it('BN27: a card whose encryption key was changed on the way is refused; a bundle dropped as a card too', async () => {
  const [from, to] = [await commune(), await superior()];
  const other = await superior('Khác');
  const card = JSON.parse(Buffer.from(await to.card()).toString()) as { card: { encryptionRecipient: string } };
  const foreign = JSON.parse(Buffer.from(await other.card()).toString()) as typeof card;
  card.card.encryptionRecipient = foreign.card.encryptionRecipient;
  const forged = await receiveFile(from, Buffer.from(JSON.stringify(card)), 'gia.json');
  expect(forged.check).toMatchObject({
    given: 'the',
    receivable: false,
    standingText: expect.stringContaining('đã bị sửa'),
  });
  expect((await from.made.ask(trust.view)).keys).toEqual([]);
  const own = await receiveFile(from, await from.card(), 'minh.json');
  expect(own.check).toMatchObject({ receivable: false, standingText: expect.stringContaining('chính cơ quan này') });
});

it('NH26: data copied to another computer are noticed; new keys open what was sent to the old ones', async () => {
  const [from, to] = await acquainted();
  const { bytes } = await from.send(await from.freeze());
  const history = join(to.made.dataDir, 'khoa-ky', 'cac-khoa.json');
  await to.made.ask(trust.view);
  await to.made.close();
  const kept = JSON.parse(readFileSync(history, 'utf8'));
  writeFileSync(history, JSON.stringify({ ...kept, machine: 'máy khác' }));
  const moved = makeOffice({ dataDir: to.made.dataDir });
  expect((await moved.ask(trust.view)).own.moved).toBe(true);
  const before = (await moved.ask(trust.view)).own.fingerprint.digits;
  const after = (await moved.ask(trust.renew, { body: {} })).own;
  expect(after).toMatchObject({ moved: false });
  expect(after.fingerprint.digits).not.toBe(before);
  expect((await receiveFile({ made: moved }, bytes, 'cu.age')).check).toMatchObject({ given: 'goi', standing: 'moi' });
});

it('NH27: a safety copy holds the keys, so that a restored office is the same installation', async () => {
  const from = await commune();
  const before = (await from.made.ask(trust.view)).own;
  await from.made.ask(office.backup, { body: {} });
  await from.made.close();
  const copies = join(from.made.dataDir, 'sao-luu');
  const name = readdirSync(copies).find((each) => each.endsWith('.khoa')) ?? '';
  const restored = temporaryFolder();
  const database = readdirSync(copies).find((each) => each.endsWith('.db')) ?? '';
  cpSync(join(copies, database), join(restored, 'so-viec.db'));
  cpSync(join(copies, name), join(restored, 'khoa-ky'), { recursive: true });
  const again = await communeOf(makeOffice({ dataDir: restored, exportDirs: [from.stick] }), from.stick);
  expect((await again.made.ask(trust.view)).own).toMatchObject({
    fingerprint: before.fingerprint,
    installationId: before.installationId,
  });
});
