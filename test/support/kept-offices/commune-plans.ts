/** The plans of the practice commune: the year's own, last year's read from Word and updated from a later file, next year's made from it. */
import { contract } from '../../../shared/api/contract/contract.ts';
import { planFile } from '../plan-file.ts';
import type { Desk } from './desk.ts';

const { office, plans, planDown, writing, review, issue } = contract;

/** A signed page, as a scanner gives it. */
export const signedPage = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');

/** Fills the practice office and gives its plan and the id of the window that is running. */
export async function beginPractice({ ask }: Desk): Promise<string> {
  await ask(office.practice, { body: {} });
  const [plan] = (await ask(office.state)).plans;
  if (!plan) throw new Error('the practice office has a plan');
  return plan.id;
}

/** Last year's plan kept from a Word file, and updated from the same file as somebody changed it later. */
export async function keepLastYear(desk: Desk, year: number): Promise<string> {
  const { ask } = desk;
  const read = async (bytes: Uint8Array) => {
    const job = await ask(plans.read, { query: { name: `ke-hoach-${year}.docx` }, bytes });
    await desk.done(job);
    const { plan, rows } = await ask(plans.readResult, { params: { id: job.id } });
    if (!plan) throw new Error('the plan has a head');
    return { readId: job.id, header: plan, rows };
  };
  const { planId } = await ask(plans.keep, { body: { ...(await read(await planFile(year))), year } });
  // Both sides change the same task: the plan keeps the hand's words, and remembers the file's.
  const { tasks } = await ask(plans.table, { params: { id: planId }, query: {} });
  const [byHand] = tasks;
  if (!byHand) throw new Error('the plan has tasks');
  await ask(plans.changeTask, {
    params: { id: byHand.id },
    body: { revision: byHand.revision, text: `${byHand.text} và nhóm Zalo của thôn` },
  });
  const later = await planFile(year, ({ rows }) => {
    const [first, second] = rows;
    if (!first || !second) throw new Error('the practice plan has rows');
    rows[0] = { ...first, tasks: [`${first.tasks[0]} mỗi tuần`, ...first.tasks.slice(1)] };
    rows[1] = { ...second, time: 'Quý III' };
  });
  const again = { ...(await read(later)), keepRemoved: [], apart: [] };
  const { stamp } = await ask(plans.compare, { params: { id: planId }, body: again });
  await ask(plans.merge, { params: { id: planId }, body: { ...again, stamp, chosen: [] } });
  return planId;
}

/** A pasted table whose columns a person has to explain; nothing of it is kept but how it was understood. */
export async function explainColumns(desk: Desk): Promise<void> {
  const head = ['TT', 'Mảng', 'Nhiệm vụ', 'Kết quả', 'Chủ trì', 'Ai làm', 'Thời gian'];
  const row = ['1', 'Công khai', 'Niêm yết danh sách', 'Danh sách', 'Văn phòng', 'Trưởng thôn', 'Quý I'];
  const text = [head, row, row.with(0, '2').with(2, 'Phát loa')].map((cells) => cells.join('\t')).join('\n');
  const job = await desk.ask(plans.readPasted, { body: { text, html: '' } });
  await desk.done(job);
  await desk.ask(plans.remap, {
    params: { id: job.id },
    body: { mapping: ['no', 'dimension', 'task', 'result', 'lead', 'executor', 'time'] },
  });
}

/** The superior's plan held against the own one: a task answered by an own one, one out of scope, one not yet, and a regime followed. */
export async function answerSuperiorPlan({ ask }: Desk, planId: string): Promise<void> {
  const [superior] = (await ask(planDown.list)).plans;
  if (!superior) throw new Error('the superior’s plan has come');
  const params = { id: superior.id };
  const { rows } = await ask(planDown.coverage, { params, query: { plan: planId } });
  const { tasks } = await ask(plans.table, { params: { id: planId }, query: {} });
  const say = (at: number, word: { taskIds?: string[]; reason?: string; none?: boolean }) => {
    const row = rows[at];
    if (!row) throw new Error('the superior’s plan has more tasks');
    return ask(planDown.answer, {
      params: { ...params, task: row.superiorTaskId },
      body: { planId, stamp: row.stamp, taskIds: [], reason: '', none: false, ...word },
    });
  };
  await say(0, { taskIds: tasks.slice(0, 2).map(({ id }) => id) });
  await say(1, { reason: 'Xã không có cảng biển' });
  await say(2, { none: true });
  const third = rows[3]?.superiorTaskId ?? '';
  await ask(planDown.addTasks, { params, body: { planId, superiorTaskIds: [third] } });
  await ask(planDown.adopt, { params: { ...params, regime: '9-thang' }, body: { moveEntries: false } });
}

/** Words of the plan written by hand, what the reviews may leave unsaid, and the plan issued with its signed page. */
export async function writeAndIssue(desk: Desk, planId: string): Promise<void> {
  const { ask } = desk;
  const params = { id: planId };
  const { revision, ...plan } = await ask(plans.get, { params });
  const { number, date, place, title, basis, preamble, closing, recipients, signer } = plan;
  await ask(writing.save, {
    params,
    body: {
      revision,
      head: {
        ...{ number, date, place, title, basis, preamble, closing, recipients, signer },
        annexTitle: ['PHỤ LỤC', 'Nhiệm vụ nâng cao Chỉ số PAPI của xã An Thịnh'],
      },
      sections: [
        ...plan.sections,
        { id: '', label: 'VI.', heading: 'KINH PHÍ', paragraphs: ['Từ ngân sách xã.'], children: [] },
      ],
    },
  });
  await ask(review.silence, { params: { ...params, rule: 'row-incomplete' }, body: { reason: 'Đã phân công miệng' } });
  for (const owner of [
    { kind: 'plan' as const, id: planId },
    { kind: 'file' as const, id: 'CV' },
  ])
    await ask(review.silenceForm, {
      params: { ...owner, rule: 'page.color' },
      body: { reason: 'Mẫu cũ của tỉnh' },
    });
  await desk.raw(writing.word, { params });
  const now = await ask(plans.get, { params });
  await ask(issue.plan, {
    params,
    query: { number: '15/KH-UBND', date: '2024-01-20', name: 'ke-hoach-da-ky.pdf', revision: now.revision },
    bytes: signedPage,
  });
}

/** Next year's plan, with one task left behind. */
export async function turnYear({ ask }: Desk, planId: string): Promise<void> {
  const { tasks } = await ask(writing.seeNextYear, { params: { id: planId } });
  const left = tasks.find(({ take }) => take);
  await ask(writing.nextYear, {
    params: { id: planId },
    body: { keep: [], leave: left ? [left.id] : [], taxonomyId: null, add: [] },
  });
}
