/** Two offices that send each other bundles: a commune with the practice plan, and the province above it. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '../../shared/api/contract/contract.ts';
import type { BundleCheck, ReceiveBody } from '../../shared/api/contract/receiving.ts';
import type { LedgerEntry, SendingWay } from '../../shared/api/contract/sending.ts';
import { makeOffice, type TestOffice, temporaryFolder } from './make-office.ts';

const { office, plans, work, reports, sending, receiving, trust } = contract;

export type SentFile = { sent: LedgerEntry; bytes: Uint8Array };

/** A commune with the practice plan and a stick to write to. */
export async function commune(dataDir?: string) {
  const stick = temporaryFolder();
  const made = makeOffice({ exportDirs: [stick], ...(dataDir && { dataDir }) });
  if (!dataDir) await made.ask(office.practice, { body: {} });
  return communeOf(made, stick);
}

export async function communeOf(made: TestOffice, stick: string) {
  const state = await made.ask(office.state);
  const planId = state.plans[0]?.id ?? '';
  const windowId = state.currentWindowId ?? '';
  const open = () => made.ask(reports.open, { body: { planId, windowId } });
  const freeze = async () => {
    const report = await open();
    await made.ask(reports.freeze, { params: { id: report.id }, body: { revision: report.revision } });
    return report.id;
  };
  const reopen = async () => {
    const report = await open();
    await made.ask(reports.reopen, { params: { id: report.id }, body: { revision: report.revision } });
  };
  /** Records something new, so that the next version differs. */
  const record = async (words: string) => {
    const { tasks } = await made.ask(plans.table, { params: { id: planId }, query: { window: windowId } });
    const task = tasks.find((each) => !each.progress);
    if (!task) throw new Error('every task has a result');
    await made.ask(work.saveProgress, {
      body: {
        taskId: task.id,
        windowId,
        revision: null,
        state: 'xong',
        doneText: words,
        numerator: null,
        denominator: null,
        measure: '',
        obstacle: '',
        proposal: '',
      },
    });
  };
  const toStick: SendingWay = { placeId: 'them-0', ticket: null };
  const ended = async (job: Parameters<TestOffice['finish']>[0]): Promise<SentFile> => {
    const last = await made.finish(job);
    if (last.state !== 'done') throw new Error(JSON.stringify(last.error));
    const sent = last.result as LedgerEntry;
    return { sent, bytes: sent.parts === 1 ? readFileSync(join(stick, sent.fileName)) : new Uint8Array() };
  };
  const send = async (reportId: string, way: Partial<SendingWay> & { carried?: string[] } = {}) =>
    ended(await made.ask(sending.exportBundle, { body: { ...toStick, ...way, reportId } }));
  const nextVersion = async (words: string) => {
    await reopen();
    await record(words);
    return freeze();
  };
  const recall = async (id: string, reason: string) =>
    ended(await made.ask(sending.recall, { params: { id }, body: { ...toStick, reason } }));
  const card = async () => new Uint8Array(await (await made.raw(trust.card)).arrayBuffer());
  return {
    made,
    stick,
    planId,
    windowId,
    open,
    freeze,
    reopen,
    record,
    send,
    nextVersion,
    recall,
    card,
    toStick,
    ended,
  };
}
export type Commune = Awaited<ReturnType<typeof commune>>;

/** The province above, ready to check and receive. */
export async function superior(name = 'Sông Lam') {
  const made = makeOffice();
  await made.ask(office.setUp, {
    body: {
      kind: 'tinh',
      name,
      superiorKind: null,
      superiorName: '',
      place: name,
      chairTitle: 'CHỦ TỊCH',
      chairName: '',
    },
  });
  return superiorOf(made);
}

export function superiorOf(made: TestOffice) {
  const check = async (bytes: Uint8Array, fileName = 'goi.zip') => {
    const job = await made.finish(await made.ask(receiving.check, { query: { name: fileName }, bytes }));
    if (job.state !== 'done') throw new Error(JSON.stringify(job.error));
    return { id: job.id, check: job.result as BundleCheck };
  };
  const receive = (id: string, body: ReceiveBody = {}) => made.ask(receiving.receive, { params: { id }, body });
  const take = async (bytes: Uint8Array, body: ReceiveBody = {}) => {
    const { id, check: said } = await check(bytes);
    return { check: said, ...(await receive(id, body)) };
  };
  const wall = async () => (await made.ask(reports.inbox)).units.flatMap(({ received }) => received);
  const card = async () => new Uint8Array(await (await made.raw(trust.card)).arrayBuffer());
  return { made, check, receive, take, wall, card };
}
export type Superior = Awaited<ReturnType<typeof superior>>;

/** A folder inside another, made. */
export const within = (folder: string, name: string): string => {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
};
