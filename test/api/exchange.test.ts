/** Bundles between a commune and its superior: replacing, repeating, cancelling. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { BundleCheck, SentView } from '../../shared/api/contract/reports.ts';
import { contract } from '../../shared/api/contract.ts';
import { makeOffice, temporaryFolder } from '../support/make-office.ts';

const { office, plans, work, reports } = contract;

async function commune() {
  const stick = temporaryFolder();
  const made = makeOffice({ exportDirs: [stick] });
  await made.ask(office.practice, { body: {} });
  const state = await made.ask(office.state);
  const [planId, windowId] = [state.plans[0]!.id, state.currentWindowId!];
  const open = () => made.ask(reports.open, { body: { planId, windowId } });
  const freeze = async () => {
    const report = await open();
    await made.ask(reports.freeze, { params: { id: report.id }, body: { revision: report.revision } });
    return report.id;
  };
  const send = async (reportId: string) => {
    const job = await made.finish(
      await made.ask(reports.exportBundle, { body: { reportId, placeId: 'them-0', ticket: null } }),
    );
    if (job.state !== 'done') throw new Error(JSON.stringify(job.error));
    const sent = job.result as SentView;
    return { sent, bytes: readFileSync(join(stick, sent.fileName)) };
  };
  return { made, stick, planId, windowId, open, freeze, send };
}

async function superior() {
  const made = makeOffice();
  await made.ask(office.setUp, {
    body: {
      kind: 'tinh',
      name: 'Sông Lam',
      superiorKind: null,
      superiorName: '',
      place: 'Sông Lam',
      chairTitle: 'CHỦ TỊCH',
      chairName: '',
    },
  });
  const check = async (bytes: Uint8Array) => {
    const job = await made.finish(await made.ask(reports.check, { query: { name: 'goi.zip' }, bytes }));
    return { id: job.id, check: job.result as BundleCheck };
  };
  const receive = (id: string) => made.ask(reports.receive, { params: { id }, body: {} });
  return { made, check, receive };
}

it('the same version sent again is the same content; a newer version replaces it at the superior', async () => {
  const from = await commune();
  const to = await superior();
  const reportId = await from.freeze();
  const first = await from.send(reportId);
  const again = await from.send(reportId);
  expect(again.sent.sha256).toBe(first.sent.sha256);
  expect(again.sent.fileName).not.toBe(first.sent.fileName);

  const a = await to.check(first.bytes);
  expect(a.check.standing).toBe('moi');
  await to.receive(a.id);
  expect((await to.check(again.bytes)).check.standing).toBe('da-co');

  const frozen = await from.open();
  await from.made.ask(reports.reopen, { params: { id: reportId }, body: { revision: frozen.revision } });
  const task = (
    await from.made.ask(plans.table, { params: { id: from.planId }, query: { window: from.windowId } })
  ).tasks.find((each) => !each.progress)!;
  await from.made.ask(work.saveProgress, {
    body: {
      taskId: task.id,
      windowId: from.windowId,
      revision: null,
      state: 'xong',
      doneText: 'Bổ sung',
      numerator: null,
      denominator: null,
      measure: '',
      obstacle: '',
      proposal: '',
    },
  });
  await from.freeze();
  const newer = await from.send(reportId);
  expect(newer.sent.sequence).toBe(first.sent.sequence + 1);
  const b = await to.check(newer.bytes);
  expect(b.check).toMatchObject({ standing: 'thay-the', from: { known: 'quen' } });
  await to.receive(b.id);
  const wall = await to.made.ask(reports.inbox);
  expect(wall.units[0]!.received).toMatchObject([{ sequence: newer.sent.sequence, answered: 9 }]);
  expect((await to.check(first.bytes)).check.standing).toBe('da-co');
  expect((await to.made.ask(office.doctor, { body: {} })).ok).toBe(true);
});

it('an older bundle that comes late is kept aside', async () => {
  const from = await commune();
  const to = await superior();
  const reportId = await from.freeze();
  const first = await from.send(reportId);
  const frozen = await from.open();
  await from.made.ask(reports.reopen, { params: { id: reportId }, body: { revision: frozen.revision } });
  await from.freeze();
  const second = await from.send(reportId);
  await to.receive((await to.check(second.bytes)).id);
  const late = await to.check(first.bytes);
  expect(late.check.standing).toBe('cu-hon');
  await to.receive(late.id);
  expect((await to.made.ask(reports.inbox)).units[0]!.received).toMatchObject([{ sequence: second.sent.sequence }]);
});

it('marked proof stays at home, and the superior is told that it exists', async () => {
  const from = await commune();
  const to = await superior();
  const task = (await from.made.ask(plans.table, { params: { id: from.planId }, query: { window: from.windowId } }))
    .tasks[0]!;
  const { evidence } = await from.made.ask(work.addFile, {
    query: { name: 'Danh sách hộ nghèo.txt', task: task.id, window: from.windowId },
    bytes: Buffer.from('BÍ MẬT CÁ NHÂN'),
  });
  await from.made.ask(work.changeEvidence, {
    params: { id: evidence.id },
    body: { revision: evidence.revision, title: evidence.title, sensitive: true },
  });
  const reportId = await from.freeze();
  expect(await from.made.ask(reports.exportSize, { params: { id: reportId } })).toMatchObject({ files: 0, leftOut: 1 });
  const { bytes } = await from.send(reportId);
  expect(bytes.includes('BÍ MẬT CÁ NHÂN')).toBe(false);
  const { id } = await to.check(bytes);
  const { receivedId } = await to.receive(id);
  const refused = await to.made.refusal(reports.viewReceivedEvidence, {
    params: { id: receivedId, evidence: evidence.id },
    body: { download: true },
  });
  expect(refused.message).toContain('không kèm tệp');
});

it('a cancelled export leaves nothing at the place and nothing in the ledger', async () => {
  const from = await commune();
  const task = (await from.made.ask(plans.table, { params: { id: from.planId }, query: { window: from.windowId } }))
    .tasks[0]!;
  await from.made.ask(work.addFile, {
    query: { name: 'to.bin', task: task.id, window: from.windowId },
    bytes: new Uint8Array(24 * 1024 * 1024).fill(5),
  });
  const reportId = await from.freeze();
  const job = await from.made.ask(reports.exportBundle, { body: { reportId, placeId: 'them-0', ticket: null } });
  await from.made.ask(plans.cancelJob, { params: { id: job.id } });
  expect((await from.made.finish(job)).state).toBe('cancelled');
  expect(readdirSync(from.stick)).toEqual([]);
  expect((await from.made.ask(reports.sent)).sent).toEqual([]);
});

it('refuses its own bundle and a place that is gone', async () => {
  const from = await commune();
  const reportId = await from.freeze();
  const { bytes } = await from.send(reportId);
  const job = await from.made.finish(await from.made.ask(reports.check, { query: { name: 'goi.zip' }, bytes }));
  expect(job.result).toMatchObject({
    standing: 'khong-nhan',
    standingText: expect.stringContaining('chính cơ quan này'),
  });
  expect(
    (await from.made.refusal(reports.exportBundle, { body: { reportId, placeId: 'o-khong-co', ticket: null } })).code,
  ).toBe('khong-co-noi');
});
