/** What is done at a commune's computers, each act with what must then be true there. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { BundleCheck } from '../../../shared/api/contract/receiving.ts';
import type { LedgerEntry } from '../../../shared/api/contract/sending.ts';
import { communeModel, type Paper } from './model.ts';
import { openAt, putBack } from './offices.ts';
import { type Came, type Computer, check, installationOf, note, pcAt, pick, type Round } from './round.ts';

const { reports, sending, receiving, trust, answers } = contract;

/** Sends the report of a window: a new version where `fresh` or none is frozen, else the same again. */
export async function send(round: Round, pc: Computer, windowId: string, fresh: boolean): Promise<void> {
  const report = await pc.office.ask(reports.open, { body: { planId: round.planId, windowId } });
  const { key } = report.window;
  round.keyOf.set(report.id, key);
  const known = pc.versions.get(windowId) ?? { version: 0, frozen: false };
  expect(report.status === 'frozen').toBe(known.frozen);
  if (fresh || !known.frozen) {
    let { revision } = report;
    const params = { id: report.id };
    if (known.frozen) ({ revision } = await pc.office.ask(reports.reopen, { params, body: { revision } }));
    const head = { revision, number: `${++round.made}/BC-UBND`, date: '', title: report.title };
    ({ revision } = await pc.office.ask(reports.saveHead, { params, body: head }));
    await pc.office.ask(reports.freeze, { params, body: { revision } });
    pc.versions.set(windowId, { version: known.version + 1, frozen: true });
  }
  const version = pc.versions.get(windowId)?.version ?? 0;
  const ofReport = pc.model.sent.filter((each) => each.kind === 'report' && each.window === key);
  const newest = ofReport.reduce<Paper | null>((a, b) => (a && a.sequence > b.sequence ? a : b), null);
  const same = ofReport
    .filter((each) => each.version === version && pc.model.state(each) !== 'thu-hoi')
    .reduce<Paper | null>((a, b) => (a && a.sequence > b.sequence ? a : b), null);
  const again = same?.installation === pc.installation ? same : null;
  const body = { reportId: report.id, placeId: 'kho-goi', ticket: null, lock: { by: 'mo' as const } };
  const entry = (await pc.office.done(await pc.office.ask(sending.exportBundle, { body }))) as LedgerEntry;
  if (again) {
    note(round, 'sent-again');
    expect([entry.sha256, entry.sequence]).toEqual([again.digest, again.sequence]);
    round.sent.push({ paper: again, bytes: pc.office.bytesOf(entry.fileName), entry });
    return ledgerAgrees(round, pc);
  }
  expect(entry.purpose).toBe(newest ? 'replacement' : 'new');
  await enter(round, pc, entry, {
    kind: 'report',
    replaces: newest?.id ?? null,
    window: key,
    version,
    withdraws: null,
  });
}

/** What left must stand where the model says: one number further, linked to the one before, in place of the newest. */
async function enter(
  round: Round,
  pc: Computer,
  entry: LedgerEntry,
  rest: Pick<Paper, 'kind' | 'replaces' | 'window' | 'version' | 'withdraws'>,
): Promise<void> {
  const before = [...pc.model.sent, ...(pc.last ? [pc.last] : [])].reduce<Paper | null>(
    (newest, each) => (newest && newest.sequence >= each.sequence ? newest : each),
    null,
  );
  const table = rest.kind === 'report' ? 'sent_bundle' : 'outgoing';
  const [row] = pc.office.rows<{ head: string }>(`select head from ${table} where id = ?`, entry.id);
  const head = JSON.parse(row?.head ?? '{}') as { id: string };
  const paper: Paper = {
    ...rest,
    id: head.id,
    digest: entry.sha256,
    installation: pc.installation,
    sequence: (before?.sequence ?? 0) + 1,
    previous: before?.digest ?? null,
    before,
  };
  expect(head).toMatchObject({ sequence: paper.sequence, previous: paper.previous, replaces: paper.replaces });
  expect(round.sent.some((each) => each.paper.digest === paper.digest)).toBe(false);
  pc.model.send(paper);
  pc.last = paper;
  round.sent.push({ paper, bytes: pc.office.bytesOf(entry.fileName), entry });
  note(round, `sent-${rest.kind}`);
  await ledgerAgrees(round, pc);
}

/** Recalls a report where the ledger offers it; the same a second time is refused. */
export async function recall(round: Round, pc: Computer): Promise<void> {
  const { entries } = await pc.office.ask(sending.ledger);
  const entry = entries.find(({ kind, way, canRecall }) => kind === 'report' && way === 'di' && canRecall);
  if (!entry) return;
  const named = pc.model.sent.find(({ digest, kind }) => kind === 'report' && digest === entry.sha256);
  const body = { placeId: 'kho-goi', ticket: null, lock: { by: 'mo' as const }, reason: 'Nhầm số liệu' };
  const job = await pc.office.ask(sending.recall, { params: { id: entry.id }, body });
  const written = (await pc.office.done(job)) as LedgerEntry;
  const facts = { kind: 'recall' as const, replaces: named?.id ?? '', window: null, version: 0 };
  await enter(round, pc, written, { ...facts, withdraws: named?.digest ?? '' });
  const refused = await pc.office.refused(pc.office.ask(sending.recall, { params: { id: entry.id }, body }));
  expect(refused?.message).toMatch(/thu hồi/);
}

export function backup(round: Round, pc: Computer): void {
  const kept = join(round.here, `sao-${++round.made}`);
  pc.office.copyTo(kept);
  const { installation, last, versions } = pc;
  pc.kept = { installation, last, versions: new Map(versions), model: pc.model.snapshot(), folder: kept };
}

export async function restore(round: Round, pc: Computer, keysToo: boolean): Promise<void> {
  if (!pc.kept) return;
  note(round, keysToo ? 'restore-all' : 'restore-data');
  const { dataDir } = pc.office;
  await pc.office.close();
  putBack(pc.kept.folder, dataDir, keysToo);
  pc.office = openAt(dataDir);
  const { model, installation, last, versions } = pc.kept;
  pc.model.forget(model.sent, model.answers, model.receipts);
  pc.versions = new Map(versions);
  if (keysToo) Object.assign(pc, { installation, last });
  await ledgerAgrees(round, pc);
}

/** New keys: to the superior the computer is another one from here on. */
export async function renewKeys(pc: Computer): Promise<void> {
  await pc.office.ask(trust.renew, { body: {} });
  pc.installation = await installationOf(pc.office);
}

/** A second computer from an image of the first, keys and all. */
export function clone(round: Round): void {
  if (round.pcs.length > 1) return;
  const first = pcAt(round, 0);
  const to = join(round.here, 'xa-2');
  first.office.copyTo(to);
  const twin: Computer = {
    ...first,
    office: openAt(to),
    model: communeModel(),
    versions: new Map(first.versions),
    kept: null,
  };
  const { sent: left, answers: back, receipts } = first.model.snapshot();
  twin.model.forget(left, back, receipts);
  round.pcs.push(twin);
}

const answerOutcomes: Partial<Record<BundleCheck['standing'], string>> = {
  moi: 'counts',
  'thay-the': 'counts',
  'cu-hon': 'aside',
};

export async function deliverAnswer(round: Round, pc: Computer, { answer: given, bytes }: Came): Promise<void> {
  const before = pc.office.content();
  const wanted = pc.model.expected(given);
  const { id, said } = await check(round, pc.office, bytes);
  note(round, `answer-${wanted}`);
  const outcome = !said.receivable ? 'refused' : answerOutcomes[said.standing];
  expect(pc.office.content()).toBe(before);
  if (wanted === 'again') expect(said.standing === 'da-co' || said.receivable).toBe(true);
  else expect(outcome).toBe(wanted);
  if (said.receivable) {
    const answered = await pc.office.ask(receiving.receive, { params: { id }, body: {} });
    expect(answered.standing === 'da-co').toBe(wanted === 'again');
    if (wanted === 'again') expect(pc.office.content()).toBe(before);
  }
  pc.model.take(given);
  await ledgerAgrees(round, pc);
}

/** Types in the receipt of a received report: it marks nothing but what this computer sent. */
export async function receipt(round: Round, pc: Computer, at: number): Promise<void> {
  const { province, superior } = round;
  const paper = pick(
    superior.received.filter(({ kind }) => kind === 'report'),
    at,
  );
  if (!paper) return;
  const [row] = province.rows<{ id: string }>('select id from received_report where digest = ?', paper.digest);
  const { receipt: code } = await province.ask(answers.of, { params: { id: row?.id ?? '' } });
  const before = pc.office.content();
  const mine = pc.model.sent.includes(paper) && paper.installation === pc.installation;
  const body = { code: code?.code ?? '' };
  const refused = await pc.office.refused(pc.office.ask(answers.receipt, { body }));
  expect(refused === null).toBe(mine);
  note(round, mine ? 'receipt' : 'receipt-refused');
  if (refused) {
    expect(refused.message.trim()).not.toBe('');
    expect(pc.office.content()).toBe(before);
    return;
  }
  pc.model.receipt(paper.digest);
  const marked = pc.office.content();
  expect((await pc.office.ask(answers.receipt, { body })).isNew).toBe(false);
  expect(pc.office.content()).toBe(marked);
  await ledgerAgrees(round, pc);
}

/** Every line of the ledger and every answer shown is what the model says. */
export async function ledgerAgrees(round: Round, pc: Computer): Promise<void> {
  const { entries } = await pc.office.ask(sending.ledger);
  const left = entries.filter(({ kind, way }) => kind === 'report' && way === 'di');
  for (const entry of left) {
    const paper = pc.model.sent.find(({ digest }) => digest === entry.sha256);
    expect(paper && [entry.state, entry.receiptAt !== null]).toEqual(
      paper && [pc.model.state(paper), pc.model.received(paper.digest)],
    );
  }
  const digests = new Set(left.map(({ sha256 }) => sha256));
  expect(digests.size).toBe(pc.model.sent.filter(({ kind }) => kind === 'report').length);
  for (const reportId of new Set(left.flatMap((entry) => entry.reportId ?? []))) {
    const { verdicts } = await pc.office.ask(answers.verdicts, { params: { id: reportId } });
    for (const { reportVersion, verdict, superseded } of verdicts)
      if (!superseded) expect(verdict).toBe(pc.model.standing(round.keyOf.get(reportId) ?? '', reportVersion)?.verdict);
  }
}
