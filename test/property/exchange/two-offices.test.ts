/**
 * Random sequences through real offices: real databases, real bundles, real files. Everything that can happen to a bundle on its way and
 * to the computers at both ends happens in any order; the plain model says what must be true. A failure prints its steps.
 *
 * `SO_VIEC_SEQUENCES=1000` runs that many, `SO_VIEC_SEED` begins elsewhere.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { BundleCheck, ReceiveBody } from '../../../shared/api/contract/receiving.ts';
import type { LedgerEntry } from '../../../shared/api/contract/sending.ts';
import { contract } from '../../../shared/api/contract.ts';
import { type Answer, type CommuneModel, communeModel, type Expected, type Paper, superiorModel } from './model.ts';
import { type OpenedOffice, openAt, prepare, putBack } from './offices.ts';

vi.mock('../../../electron/work/run-in-worker.ts', () => import('../../support/in-thread.ts'));

const { office, reports, sending, receiving, trust, answers } = contract;
const runs = Number(process.env.SO_VIEC_SEQUENCES ?? 24);
const seed = Number(process.env.SO_VIEC_SEED ?? 62_026);

type Step =
  | { do: 'send'; pc: number; window: number; fresh: boolean }
  | { do: 'recall' | 'backup' | 'restore-data' | 'restore-all' | 'new-keys'; pc: number }
  | { do: 'clone' }
  | { do: 'deliver'; paper: number; main: boolean }
  | { do: 'damage'; paper: number; at: number; cut: boolean }
  | { do: 'home'; paper: number; pc: number }
  | { do: 'answer'; verdict: Answer['verdict']; words: number; counted: number }
  | { do: 'undo' }
  | { do: 'deliver-answer'; answer: number; pc: number }
  | { do: 'receipt'; received: number; pc: number };

const far = fc.nat({ max: 60 });
const pc = fc.nat({ max: 1 });
const one = <T extends string>(name: T) => fc.constant(name);
const sequences: fc.Arbitrary<Step[]> = fc.noBias(
  fc.array(
    fc.oneof(
      {
        weight: 12,
        arbitrary: fc.record({ do: one('send'), pc, window: fc.constantFrom(0, 0, 0, 1), fresh: fc.boolean() }),
      },
      { weight: 4, arbitrary: fc.record({ do: one('recall'), pc }) },
      { weight: 2, arbitrary: fc.record({ do: one('backup'), pc }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('restore-data' as const, 'restore-all' as const), pc }) },
      { weight: 1, arbitrary: fc.record({ do: one('new-keys'), pc }) },
      { weight: 1, arbitrary: fc.record({ do: one('clone') }) },
      { weight: 20, arbitrary: fc.record({ do: one('deliver'), paper: far, main: fc.boolean() }) },
      {
        weight: 2,
        arbitrary: fc.record({ do: one('damage'), paper: far, at: fc.nat({ max: 1_000_000 }), cut: fc.boolean() }),
      },
      { weight: 1, arbitrary: fc.record({ do: one('home'), paper: far, pc }) },
      {
        weight: 8,
        arbitrary: fc.record({
          do: one('answer'),
          verdict: fc.constantFrom('nhan' as const, 'tra-lai' as const, 'chap-nhan' as const),
          words: fc.nat({ max: 2 }),
          counted: far,
        }),
      },
      { weight: 2, arbitrary: fc.record({ do: one('undo') }) },
      { weight: 12, arbitrary: fc.record({ do: one('deliver-answer'), answer: far, pc }) },
      { weight: 2, arbitrary: fc.record({ do: one('receipt'), received: far, pc }) },
    ),
    { minLength: 10, maxLength: 40, size: 'max' },
  ),
);

let folder = '';
let base = { commune: '', province: '' };
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-viec-'));
  base = await prepare(folder);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

type Sent = { paper: Paper; bytes: Buffer; entry: LedgerEntry };
type Came = { answer: Answer; bytes: Buffer };
type Computer = {
  office: OpenedOffice;
  model: CommuneModel;
  installation: string;
  last: Paper | null;
  versions: Map<string, { version: number; frozen: boolean }>;
  kept:
    | (Pick<Computer, 'installation' | 'last' | 'versions'> & {
        model: ReturnType<CommuneModel['snapshot']>;
        folder: string;
      })
    | null;
};

/** How often each thing was met over all runs. */
const seen = new Map<string, number>();
const note = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);

async function run(steps: readonly Step[]): Promise<void> {
  const here = mkdtempSync(join(folder, 'luot-'));
  const open = (from: string, name: string): OpenedOffice => {
    cpSync(from, join(here, name), { recursive: true });
    return openAt(join(here, name));
  };
  const province = open(base.province, 'tinh');
  const installationOf = async (each: OpenedOffice) => (await each.ask(trust.view)).own.installationId;
  const first: Computer = {
    office: open(base.commune, 'xa-1'),
    model: communeModel(),
    installation: '',
    last: null,
    versions: new Map(),
    kept: null,
  };
  first.installation = await installationOf(first.office);
  const pcs = [first];
  const state = await first.office.ask(office.state);
  const planId = state.plans[0]?.id ?? '';
  const windows = state.windows
    .filter(({ id }) => id === state.currentWindowId)
    .concat(state.windows.filter(({ id }) => id !== state.currentWindowId).slice(0, 1));
  const sent: Sent[] = [];
  const came: Came[] = [];
  const superior = superiorModel();
  /** Windows by the report about them; every computer has a report of its own for a window. */
  const keyOf = new Map<string, string>();
  let made = 0;
  const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
  const pcAt = (at: number): Computer => pcs[at % pcs.length] as Computer;

  try {
    for (const step of steps) await act(step);
    for (const each of pcs) await ledgerAgrees(each);
    wallAgrees();
    for (const each of [province, ...pcs.map((pc) => pc.office)])
      expect((await each.ask(office.doctor, { body: {} })).lines.filter(({ ok }) => !ok)).toEqual([]);
  } finally {
    for (const each of [province, ...pcs.map((pc) => pc.office)]) await each.close();
    rmSync(here, { recursive: true, force: true, maxRetries: 3 });
  }

  async function act(step: Step): Promise<void> {
    switch (step.do) {
      case 'send':
        return send(pcAt(step.pc), windows[step.window % windows.length]?.id ?? '', step.fresh);
      case 'recall':
        return recall(pcAt(step.pc));
      case 'backup':
        return backup(pcAt(step.pc));
      case 'restore-data':
      case 'restore-all':
        return restore(pcAt(step.pc), step.do === 'restore-all');
      case 'new-keys': {
        const pc = pcAt(step.pc);
        await pc.office.ask(trust.renew, { body: {} });
        pc.installation = await installationOf(pc.office);
        return;
      }
      case 'clone':
        return clone();
      case 'deliver': {
        const given = pick(sent, step.paper);
        return given && deliver(given, step.main);
      }
      case 'damage': {
        const given = pick(sent, step.paper);
        return given && damage(given, step.at, step.cut);
      }
      case 'home': {
        const given = pick(sent, step.paper);
        return given && nothingHappens(pcAt(step.pc).office, given.bytes, 'home');
      }
      case 'answer':
        return answer(step.verdict, step.words, step.counted);
      case 'undo': {
        await province.refused(province.ask(office.undo, { body: { batchId: null } }));
        return wallAgrees();
      }
      case 'deliver-answer': {
        const given = pick(came, step.answer);
        return given && deliverAnswer(pcAt(step.pc), given);
      }
      case 'receipt':
        return receipt(pcAt(step.pc), step.received);
    }
  }

  async function send(pc: Computer, windowId: string, fresh: boolean): Promise<void> {
    const report = await pc.office.ask(reports.open, { body: { planId, windowId } });
    const { key } = report.window;
    keyOf.set(report.id, key);
    const known = pc.versions.get(windowId) ?? { version: 0, frozen: false };
    expect(report.status === 'frozen').toBe(known.frozen);
    if (fresh || !known.frozen) {
      let { revision } = report;
      const params = { id: report.id };
      if (known.frozen) ({ revision } = await pc.office.ask(reports.reopen, { params, body: { revision } }));
      const head = { revision, number: `${++made}/BC-UBND`, date: '', title: report.title };
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
      note('sent-again');
      expect([entry.sha256, entry.sequence]).toEqual([again.digest, again.sequence]);
      sent.push({ paper: again, bytes: pc.office.bytesOf(entry.fileName), entry });
      return ledgerAgrees(pc);
    }
    expect(entry.purpose).toBe(newest ? 'replacement' : 'new');
    await enter(pc, entry, {
      kind: 'report',
      replaces: newest?.id ?? null,
      window: key,
      version,
      withdraws: null,
    });
  }

  /** What left must stand where the model says: one number further, linked to the one before, in place of the newest. */
  async function enter(
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
    expect(sent.some((each) => each.paper.digest === paper.digest)).toBe(false);
    pc.model.send(paper);
    pc.last = paper;
    sent.push({ paper, bytes: pc.office.bytesOf(entry.fileName), entry });
    note(`sent-${rest.kind}`);
    await ledgerAgrees(pc);
  }

  async function recall(pc: Computer): Promise<void> {
    const { entries } = await pc.office.ask(sending.ledger);
    const entry = entries.find(({ kind, way, canRecall }) => kind === 'report' && way === 'di' && canRecall);
    if (!entry) return;
    const named = pc.model.sent.find(({ digest, kind }) => kind === 'report' && digest === entry.sha256);
    const body = { placeId: 'kho-goi', ticket: null, lock: { by: 'mo' as const }, reason: 'Nhầm số liệu' };
    const job = await pc.office.ask(sending.recall, { params: { id: entry.id }, body });
    const written = (await pc.office.done(job)) as LedgerEntry;
    const facts = { kind: 'recall' as const, replaces: named?.id ?? '', window: null, version: 0 };
    await enter(pc, written, { ...facts, withdraws: named?.digest ?? '' });
    const refused = await pc.office.refused(pc.office.ask(sending.recall, { params: { id: entry.id }, body }));
    expect(refused?.message).toMatch(/thu hồi/);
  }

  function backup(pc: Computer): void {
    const kept = join(here, `sao-${++made}`);
    pc.office.copyTo(kept);
    const { installation, last, versions } = pc;
    pc.kept = { installation, last, versions: new Map(versions), model: pc.model.snapshot(), folder: kept };
  }

  async function restore(pc: Computer, keysToo: boolean): Promise<void> {
    if (!pc.kept) return;
    note(keysToo ? 'restore-all' : 'restore-data');
    const { dataDir } = pc.office;
    await pc.office.close();
    putBack(pc.kept.folder, dataDir, keysToo);
    pc.office = openAt(dataDir);
    const { model, installation, last, versions } = pc.kept;
    pc.model.forget(model.sent, model.answers, model.receipts);
    pc.versions = new Map(versions);
    if (keysToo) Object.assign(pc, { installation, last });
    await ledgerAgrees(pc);
  }

  async function clone(): Promise<void> {
    if (pcs.length > 1) return;
    const to = join(here, 'xa-2');
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
    pcs.push(twin);
  }

  async function check(to: OpenedOffice, bytes: Uint8Array): Promise<{ id: string; said: BundleCheck }> {
    const job = await to.ask(receiving.check, { query: { name: `goi ${++made}.zip` }, bytes: new Uint8Array(bytes) });
    const said = (await to.done(job)) as BundleCheck;
    expect(said.standingText.trim()).not.toBe('');
    return { id: job.id, said };
  }

  async function deliver({ paper, bytes }: Sent, main: boolean): Promise<void> {
    const before = province.content();
    const wanted = superior.expected(paper);
    const { id, said } = await check(province, bytes);
    note(`report-${wanted.outcome}`);
    expect({
      outcome: outcomeOf(paper, said, wanted),
      gap: said.warnings.some((each) => each.includes('chưa tới đây')),
    }).toEqual({
      outcome: wanted.outcome,
      gap: wanted.gap !== null,
    });
    expect(said.warnings.some((each) => each.includes('nhân bản'))).toBe(wanted.contradiction);
    expect(province.content()).toBe(before);
    if (!said.receivable) return wallAgrees();
    const body: ReceiveBody = {};
    if (said.from?.known === 'khoa-doi' && wanted.outcome !== 'again') {
      await refusedAs(id, body, 'khoa-doi', before);
      body.key = 'them';
    } else if (said.from?.known === 'lan-dau') body.key = 'tin';
    else if (said.from?.known === 'khoa-doi') body.key = 'them';
    if (said.undecided) {
      await refusedAs(id, body, 'can-chon', before);
      body.as = main ? 'chinh' : 'cat-rieng';
    }
    const answered = await province.ask(receiving.receive, { params: { id }, body });
    expect(answered.text.trim()).not.toBe('');
    superior.take(paper, main);
    wallAgrees();
  }

  async function refusedAs(id: string, body: ReceiveBody, code: string, before: string): Promise<void> {
    const refused = await province.refused(province.ask(receiving.receive, { params: { id }, body }));
    expect(refused?.code).toBe(code);
    expect(refused?.message.trim()).not.toBe('');
    expect(province.content()).toBe(before);
  }

  /** One report counts for each window, and it is the right one; everything else is kept. */
  function wallAgrees(): void {
    const rows = province.rows<{ digest: string; state: string; superseded: number }>(
      'select digest, state, superseded from received_report',
    );
    const counting = rows.filter(({ superseded }) => superseded === 0).map(({ digest }) => digest);
    expect(counting.sort()).toEqual([...superior.counting.values()].map(({ digest }) => digest).sort());
    const reportsHere = superior.received.filter(({ kind }) => kind === 'report');
    expect(rows.map(({ digest }) => digest).sort()).toEqual(reportsHere.map(({ digest }) => digest).sort());
    for (const paper of reportsHere) {
      const row = rows.find(({ digest }) => digest === paper.digest);
      expect(row?.state === 'thu-hoi').toBe(superior.isWithdrawn(paper));
    }
  }

  async function nothingHappens(to: OpenedOffice, bytes: Uint8Array, what: string): Promise<void> {
    const before = to.content();
    const { said } = await check(to, bytes);
    note(what);
    expect(said).toMatchObject({ receivable: false, standing: 'khong-nhan' });
    expect(to.content()).toBe(before);
  }

  async function damage({ bytes }: Sent, at: number, cut: boolean): Promise<void> {
    const place = at % bytes.length;
    if (cut) return nothingHappens(province, bytes.subarray(0, place), 'cut');
    const broken = Buffer.from(bytes);
    broken[place] = (broken[place] ?? 0) ^ (1 << (at % 8));
    return nothingHappens(province, broken, 'flipped');
  }

  /** Answers any received report: only the one that counts may be, everything else is refused in words. */
  async function answer(verdict: Answer['verdict'], words: number, counted: number): Promise<void> {
    const received = superior.received.filter(({ kind }) => kind === 'report');
    const paper = pick(received, counted);
    if (!paper) return;
    const [row] = province.rows<{ id: string }>('select id from received_report where digest = ?', paper.digest);
    const params = { id: row?.id ?? '' };
    const body = { placeId: 'kho-goi', ticket: null, lock: { by: 'mo' as const } };
    if (superior.counting.get(paper.window ?? '') !== paper || superior.isWithdrawn(paper)) {
      const before = province.content();
      for (const call of [
        province.ask(answers.acceptRest, { params, body: {} }),
        province.ask(answers.send, { params, body }),
      ])
        expect((await province.refused(call))?.message.trim()).toMatch(/\S/);
      expect(province.content()).toBe(before);
      return note('answer-closed');
    }
    const { whole } = await province.ask(answers.of, { params });
    if (whole) await province.ask(answers.clearWhole, { params });
    if (verdict !== 'nhan')
      await province.ask(answers.whole, {
        params,
        body: { revision: null, verdict, words: `Ý kiến ${words}`, resubmitBy: '' },
      });
    const entry = (await province.done(await province.ask(answers.send, { params, body }))) as LedgerEntry;
    const known = came.find((each) => each.answer.digest === entry.sha256);
    const [made] = province.rows<{ head: string }>('select head from outgoing where id = ?', entry.id);
    const head = JSON.parse(made?.head ?? '{}') as { id: string; sequence: number };
    // The same words as in the last verdict are that verdict again; no other ever (AN4).
    const lastOf = came.filter((each) => each.answer.answers === paper.digest).at(-1);
    if (known) expect(known).toBe(lastOf);
    if (known) return note('answered-again');
    expect(head.sequence).toBe(came.length + 1);
    const { window, version, digest } = paper;
    came.push({
      answer: {
        id: head.id,
        digest: entry.sha256,
        sequence: head.sequence,
        window: window ?? '',
        version,
        answers: digest,
        verdict,
      },
      bytes: province.bytesOf(entry.fileName),
    });
    note('answered');
  }

  async function deliverAnswer(pc: Computer, { answer: given, bytes }: Came): Promise<void> {
    const before = pc.office.content();
    const wanted = pc.model.expected(given);
    const { id, said } = await check(pc.office, bytes);
    note(`answer-${wanted}`);
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
    await ledgerAgrees(pc);
  }

  async function receipt(pc: Computer, at: number): Promise<void> {
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
    note(mine ? 'receipt' : 'receipt-refused');
    if (refused) {
      expect(refused.message.trim()).not.toBe('');
      expect(pc.office.content()).toBe(before);
      return;
    }
    pc.model.receipt(paper.digest);
    const marked = pc.office.content();
    expect((await pc.office.ask(answers.receipt, { body })).isNew).toBe(false);
    expect(pc.office.content()).toBe(marked);
    await ledgerAgrees(pc);
  }

  /** Every line of the ledger and every answer shown is what the model says. */
  async function ledgerAgrees(pc: Computer): Promise<void> {
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
        if (!superseded) expect(verdict).toBe(pc.model.standing(keyOf.get(reportId) ?? '', reportVersion)?.verdict);
    }
  }
}

const answerOutcomes: Partial<Record<BundleCheck['standing'], string>> = {
  moi: 'counts',
  'thay-the': 'counts',
  'cu-hon': 'aside',
};

/** What the check says, in the model's words. What was withdrawn before it came takes the place it would have had: the wall shows which. */
function outcomeOf({ kind }: Paper, { standing, undecided }: BundleCheck, wanted: Expected): Expected['outcome'] {
  if (standing === 'da-co') return 'again';
  if (standing === 'xung-dot') return 'refused';
  if (kind === 'recall') return standing === 'chua-co-goi' ? 'remembered' : 'withdraws';
  if (undecided) return 'ask';
  if (standing === 'da-thu-hoi') return wanted.withdrawn ? wanted.outcome : 'refused';
  return standing === 'cu-hon' ? 'aside' : 'counts';
}

it(`${runs} random sequences through real offices: never a wrong state, always a sentence`, {
  timeout: 7_200_000,
}, async () => {
  await fc.assert(fc.asyncProperty(sequences, run), { seed, numRuns: runs, endOnFailure: true });
  for (const what of ['sent-report', 'sent-recall', 'sent-again', 'report-again', 'answered', 'answer-counts'])
    expect(seen.get(what) ?? 0, what).toBeGreaterThan(0);
  if (runs > 50) console.info(Object.fromEntries([...seen].sort()));
});
