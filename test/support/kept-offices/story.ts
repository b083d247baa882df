/**
 * What happens in the kept offices, in the order of a year: a province sends its plan down, the practice commune works a quarter, reports,
 * is answered and reports again; a second commune reports from a copy of its own data. Ends with both sides closed.
 */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '../../../shared/api/contract/contract.ts';
import { provinceSetUp } from '../province-set-up.ts';
import {
  answerSuperiorPlan,
  beginPractice,
  explainColumns,
  keepLastYear,
  turnYear,
  writeAndIssue,
} from './commune-plans.ts';
import { bringProof, explainTimes, handOver, measureResults, recordActivities, workLate } from './commune-work.ts';
import { type Desk, openDesk, type Sent, sentTo } from './desk.ts';
import {
  acceptReport,
  correct,
  freezeAndSend,
  issueReport,
  recall,
  receiptCode,
  returnReport,
  writeReport,
} from './reports.ts';

const { office, plans, planDown, writing, trust, answers, work } = contract;

const card = async ({ raw }: Desk): Promise<Uint8Array> => new Uint8Array(await (await raw(trust.card)).arrayBuffer());

/** Makes `xa` and `cap-tren` below `root`, and `tam` for what is thrown away. */
export async function playStory(root: string): Promise<void> {
  const province = openDesk(join(root, 'cap-tren'), 'tinh', '2024-01-05T02:00:00Z');
  const planBundle = await sendPlanDown(province);
  const commune = openDesk(join(root, 'xa'), 'xa', '2024-03-05T02:00:00Z');
  const planId = await beginPractice(commune);
  const quarter = { planId, windowId: '2024-Q1' };
  await commune.take(await card(province), 'tinh.the-don-vi.json', { key: 'tin' });
  await province.take(await card(commune), 'xa.the-don-vi.json', { key: 'tin' });
  await commune.take(planBundle.bytes, planBundle.entry.fileName);

  await keepLastYear(commune, 2023);
  await explainColumns(commune);
  await answerSuperiorPlan(commune, planId);
  await writeAndIssue(commune, planId);
  await explainTimes(commune, quarter);
  const figure = await measureResults(commune, quarter);
  await bringProof(commune, quarter);
  await recordActivities(commune, quarter);
  commune.at('2024-03-19T02:00:00Z');
  await workLate(commune, quarter, figure);
  await handOver(commune, quarter);

  const reportId = await writeReport(commune, quarter, 'Lời của văn phòng trong quý I.');
  await exchangeReports(commune, province, quarter, reportId);
  await turnYear(commune, planId);
  await writeReport(commune, { planId, windowId: '2024-Q2' }, 'Dự thảo quý II, viết dở.');
  await forkedCommune(root, province);
  await leaveSomethingToUndo(commune, planId);
  await leaveSomethingToUndo(province, (await province.ask(office.state)).plans[0]?.id ?? '');
  await commune.close();
  await province.close();
}

/** The province with two communes below it and its plan of the year, as one open bundle for all, with a regime that goes along. */
async function sendPlanDown(province: Desk): Promise<Sent> {
  const { ask } = province;
  await ask(office.setUp, { body: provinceSetUp('Trần Thị Bình') });
  for (const name of ['An Thịnh', 'Bình Minh']) await ask(office.addSubordinate, { body: { kind: 'xa', name } });
  await ask(office.addPerson, { body: { name: 'Lê Thị Hòa', postIds: [] } });
  const { planId } = await ask(writing.fromTemplate, { body: { template: 'tong-the', year: 2024 } });
  const params = { id: planId };
  const { revision, place, title } = await ask(plans.get, { params });
  await ask(plans.change, { params, body: { revision, number: '08/KH-UBND', date: '2024-01-05', place, title } });
  const body = { ...sentTo(), to: 'chung' as const, unitIds: [], regimeIds: ['9-thang'] };
  const { entries } = (await province.done(await ask(planDown.send, { params, body }))) as { entries: Sent['entry'][] };
  const [entry] = entries;
  if (!entry) throw new Error('one bundle was written');
  return { entry, bytes: readFileSync(join(province.dataDir, 'goi', entry.fileName)) };
}

/** Sent open, returned; sent again locked with the province's key, accepted, receipted and issued; another window's report withdrawn. */
async function exchangeReports(
  commune: Desk,
  province: Desk,
  quarter: { planId: string; windowId: string },
  id: string,
) {
  const first = await freezeAndSend(commune, quarter, { by: 'mo' });
  province.at('2024-03-21T02:00:00Z');
  const firstReceived = await province.take(first.bytes, first.entry.fileName);
  const returned = await returnReport(province, firstReceived);
  commune.at('2024-03-22T02:00:00Z');
  await commune.take(returned.bytes, returned.entry.fileName);
  await correct(commune, quarter, 'Lời của văn phòng trong quý I, đã bổ sung ảnh niêm yết.');
  const second = await freezeAndSend(commune, quarter, { by: 'khoa' });
  province.at('2024-03-25T02:00:00Z');
  const received = await province.take(second.bytes, second.entry.fileName);
  const accepted = await acceptReport(province, received);
  await commune.ask(answers.receipt, { body: { code: await receiptCode(province, received) } });
  await commune.take(accepted.bytes, accepted.entry.fileName);
  commune.at('2024-04-05T02:00:00Z');
  await issueReport(commune, quarter);

  const halfYear = { planId: quarter.planId, windowId: '2024-H1' };
  const early = await freezeAndSend(commune, halfYear, { by: 'mo' });
  province.at('2024-04-06T02:00:00Z');
  await province.take(early.bytes, early.entry.fileName);
  const withdrawn = await recall(commune, early, 'Gửi nhầm kỳ báo cáo');
  await province.take(withdrawn.bytes, withdrawn.entry.fileName);
  const { verdicts } = await commune.ask(answers.verdicts, { params: { id } });
  if (verdicts.length !== 2) throw new Error('both verdicts came back');
}

/** A second commune sends, is copied, and sends two different versions under one number: the province keeps one aside. */
async function forkedCommune(root: string, province: Desk): Promise<void> {
  const [realDir, copyDir] = [join(root, 'tam', 'binh-minh'), join(root, 'tam', 'binh-minh-ban-sao')];
  const begun = openDesk(realDir, 'bm', '2024-03-18T02:00:00Z');
  await begun.ask(office.setUp, {
    body: {
      ...{ kind: 'xa', name: 'Bình Minh', superiorKind: 'tinh', superiorName: 'Sông Lam', place: 'Bình Minh' },
      ...{ chairTitle: 'CHỦ TỊCH', chairName: 'Phạm Văn Minh' },
    },
  });
  const { planId } = await begun.ask(writing.fromTemplate, { body: { template: 'tong-the', year: 2024 } });
  const place = { planId, windowId: '2024-Q1' };
  await reportDone(begun, place, 0);
  const first = await freezeAndSend(begun, place, { by: 'mo' });
  await province.take(first.bytes, first.entry.fileName, { key: 'tin' });
  await begun.close();
  cpSync(realDir, copyDir, { recursive: true });
  for (const [dir, prefix, at] of [
    [realDir, 'bm2', 1],
    [copyDir, 'bm3', 2],
  ] as const) {
    const desk = openDesk(dir, prefix, '2024-03-20T02:00:00Z');
    await correct(desk, place, `Bổ sung lần ${at}`);
    await reportDone(desk, place, at);
    const sent = await freezeAndSend(desk, place, { by: 'mo' });
    await province.take(sent.bytes, sent.entry.fileName, at === 1 ? {} : { as: 'cat-rieng' });
    await desk.close();
  }
}

async function reportDone({ ask }: Desk, { planId, windowId }: { planId: string; windowId: string }, at: number) {
  const { tasks } = await ask(plans.table, { params: { id: planId }, query: { window: windowId } });
  await ask(work.saveProgress, {
    body: {
      ...{ taskId: tasks[at]?.id ?? '', windowId, revision: null, state: 'xong', doneText: 'Đã thực hiện' },
      ...{ numerator: 4 + at, denominator: 10, measure: 'thôn', obstacle: '', proposal: '' },
    },
  });
}

/** An act taken back, one taken back and brought back, and a last one that stands: undo has all kinds before it. */
async function leaveSomethingToUndo(desk: Desk, planId: string): Promise<void> {
  const reword = async (words: string) => {
    const task = (await desk.ask(plans.table, { params: { id: planId }, query: {} })).tasks.at(-1);
    if (!task) throw new Error('the plan has tasks');
    await desk.ask(plans.changeTask, {
      params: { id: task.id },
      body: { revision: task.revision, text: `${task.text} ${words}` },
    });
  };
  await reword('(sửa nhầm)');
  await desk.undo();
  await reword('trong năm 2024');
  await desk.undo();
  await desk.redo();
  await reword('và những năm tiếp theo');
}
