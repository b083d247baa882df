/** A superior that sends its plan down, and a commune below it that works from what comes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '../../shared/api/contract/contract.ts';
import type { CoverageView } from '../../shared/api/contract/plan-down.ts';
import type { LedgerEntry, SendingLock } from '../../shared/api/contract/sending.ts';
import { superiorOf } from './exchange.ts';
import { makeOffice } from './make-office.ts';
import { provinceSetUp } from './province-set-up.ts';

const { office, plans, planDown, writing } = contract;

type Asked = { unitIds: readonly string[]; lock: SendingLock; regimeIds: readonly string[] };

/** A province with a plan of its own, made from the template, and its communes. */
export async function province(communes: readonly string[] = ['An Thịnh', 'Bình Minh']) {
  const made = makeOffice();
  await made.ask(office.setUp, { body: provinceSetUp('Trần B') });
  for (const name of communes) await made.ask(office.addSubordinate, { body: { kind: 'xa', name } });
  const { planId } = await made.ask(writing.fromTemplate, { body: { template: 'tong-the', year: 2024 } });
  const number = async (text: string, date: string) => {
    const plan = await made.ask(plans.get, { params: { id: planId } });
    const { revision, place, title } = plan;
    await made.ask(plans.change, { params: { id: planId }, body: { revision, number: text, date, place, title } });
  };
  const down = () => made.ask(planDown.down, { params: { id: planId } });
  const asked = async (
    to: 'chung' | 'rieng',
    { unitIds = [], lock = { by: 'mo' }, regimeIds = [] }: Partial<Asked> = {},
  ) => ({ placeId: 'kho-goi', ticket: null, to, unitIds: [...unitIds], lock, regimeIds: [...regimeIds] });
  const send = async (to: 'chung' | 'rieng', given: Partial<Asked> = {}) => {
    const body = await asked(to, given);
    const job = await made.finish(await made.ask(planDown.send, { params: { id: planId }, body }));
    if (job.state !== 'done') throw new Error(JSON.stringify(job.error));
    const { entries } = job.result as { entries: LedgerEntry[] };
    return entries.map((sent) => ({ sent, bytes: readFileSync(join(made.dataDir, 'goi', sent.fileName)) }));
  };
  const one = async (given: Partial<Asked> = {}) => {
    const [first] = await send('chung', given);
    if (!first) throw new Error('nothing was written');
    return first;
  };
  const tasks = async () => (await made.ask(plans.table, { params: { id: planId }, query: {} })).tasks;
  return { ...superiorOf(made), planId, number, down, asked, send, one, tasks };
}
export type Province = Awaited<ReturnType<typeof province>>;

/** A commune below it, with nothing in it yet. */
export async function communeBelow(name = 'An Thịnh', superiorName = 'Sông Lam') {
  const made = makeOffice();
  await made.ask(office.setUp, {
    body: {
      kind: 'xa',
      name,
      superiorKind: 'tinh',
      superiorName,
      place: name,
      chairTitle: 'Chủ tịch',
      chairName: 'Lê A',
    },
  });
  const desk = superiorOf(made);
  const list = async () => (await made.ask(planDown.list)).plans;
  const skeleton = async (wishes = { keepPeople: false, sections: true, regimes: false }) => {
    const [plan] = await list();
    return made.ask(planDown.skeleton, { params: { id: plan?.id ?? '' }, body: wishes });
  };
  const coverage = async (planId: string) => {
    const [plan] = await list();
    return made.ask(planDown.coverage, { params: { id: plan?.id ?? '' }, query: { plan: planId } });
  };
  const answer = async (
    planId: string,
    row: CoverageView['rows'][number],
    said: { taskIds?: string[]; reason?: string; none?: boolean },
  ) => {
    const [plan] = await list();
    return made.ask(planDown.answer, {
      params: { id: plan?.id ?? '', task: row.superiorTaskId },
      body: { planId, stamp: row.stamp, taskIds: [], reason: '', none: false, ...said },
    });
  };
  return { ...desk, made, list, skeleton, coverage, answer };
}
export type CommuneBelow = Awaited<ReturnType<typeof communeBelow>>;
