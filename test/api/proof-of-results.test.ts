/** When a kind of proof is there (TG14), is not asked for (TG17), and how often a proof counts where windows lie inside each other (GA8). */
import { beforeEach, expect, it } from 'vitest';
import { activityInput } from '../../shared/activity/activity.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import type { ProofKind } from '../../shared/target/target.ts';
import { type PracticeWithResults, practiceWithResults } from '../support/practice-with-results.ts';

const { plans, work, targets, activities } = contract;

let office: PracticeWithResults;
const words = 'Hội nghị đối thoại; niêm yết công khai; số liệu tổng hợp; tổ chức ít nhất 2 lần/năm';
beforeEach(async () => {
  office = await practiceWithResults();
  const { made, planId, groupId } = office;
  const { groups } = await made.ask(plans.table, { params: { id: planId }, query: {} });
  const revision = groups.find(({ id }) => id === groupId)?.revision ?? 0;
  await made.ask(plans.changeGroup, { params: { id: groupId }, body: { revision, results: [words] } });
  await need(['hoat-dong', 'niem-yet', 'so-lieu', 'quyet-dinh']);
});

async function need(proofs: ProofKind[] | null): Promise<void> {
  const { made, groupId } = office;
  const { results } = await made.ask(targets.results, { query: { group: groupId, window: office.windowId('Q1') } });
  await made.ask(targets.saveChoice, {
    body: { groupId, words, revision: results[0]?.choiceRevision ?? null, targets: null, proofs },
  });
}

const stateIn = async (key: string, kind: ProofKind) => {
  const query = { group: office.groupId, window: office.windowId(key) };
  const { results } = await office.made.ask(targets.results, { query });
  return results[0]?.proofs.find((item) => item.kind === kind)?.state ?? null;
};

it('TG14 a proof of a shorter window is there in the longer one, and in no window beside it', async () => {
  const { made, taskId } = office;
  await made.ask(work.addDocument, {
    body: {
      title: 'Quyết định ban hành quy chế',
      number: '12/QĐ-UBND',
      date: '2024-02-05',
      excerpt: '',
      taskId,
      windowId: office.windowId('Q1'),
    },
  });
  expect(await Promise.all(['Q1', 'Q2', 'H1', 'Y'].map((key) => stateIn(key, 'quyet-dinh')))).toEqual([
    'co',
    'thieu',
    'co',
    'co',
  ]);
});

it('TG14 an activity of the window that serves a task of the group is proof of its kind', async () => {
  const { made, taskId } = office;
  const add = (kind: 'doi-thoai' | 'cong-khai', taskIds: string[]) =>
    made.ask(activities.add, {
      body: {
        activity: activityInput.parse({
          kind,
          date: '2024-02-20',
          toDate: '2024-02-21',
          title: 'Họp dân',
          details: {},
        }),
        taskIds,
        evidenceIds: [],
      },
    });
  await add('doi-thoai', []);
  expect(await stateIn('Q1', 'hoat-dong')).toBe('thieu');
  await add('doi-thoai', [taskId]);
  expect(await stateIn('Q1', 'hoat-dong')).toBe('co');
  expect(await stateIn('Q1', 'niem-yet')).toBe('thieu');
  expect(await stateIn('Q3', 'hoat-dong')).toBe('thieu');
  await add('cong-khai', [taskId]);
  expect(await stateIn('Q1', 'niem-yet')).toBe('co');
});

it('TG14 figures that were entered are the proof "số liệu"', async () => {
  const { made, groupId } = office;
  expect(await stateIn('Q1', 'so-lieu')).toBe('thieu');
  const query = { group: groupId, window: office.windowId('Q1') };
  const key = (await made.ask(targets.results, { query })).results[0]?.targets[0]?.key ?? '';
  await made.ask(targets.saveFigure, {
    body: { groupId, key, windowId: query.window, revision: null, numerator: 1, denominator: null, note: '' },
  });
  expect(await stateIn('Q1', 'so-lieu')).toBe('co');
});

it('TG17 a kind that is not needed is asked for in no window', async () => {
  await need(['hoat-dong']);
  for (const key of ['Q1', 'Q4', 'Y']) {
    expect(await stateIn(key, 'quyet-dinh')).toBeNull();
    expect(await stateIn(key, 'hoat-dong')).toBe('thieu');
  }
});

it('GA8 a proof of two quarters counts once in the half-year, also beside an entry of its own', async () => {
  const { made, planId } = office;
  const table = async (key: string) =>
    (await made.ask(plans.table, { params: { id: planId }, query: { window: office.windowId(key) } })).tasks;
  const task = (await table('H1')).find(({ evidenceCount }) => evidenceCount === 0);
  if (!task) throw new Error('every task has a proof');
  const count = async (key: string) => (await table(key)).find(({ id }) => id === task.id)?.evidenceCount;
  const { evidence } = await made.ask(work.addFile, {
    query: { name: 'Ảnh.jpg', task: task.id, window: office.windowId('Q1') },
    bytes: Buffer.from('ảnh niêm yết'),
  });
  await made.ask(work.linkEvidence, {
    params: { id: evidence.id },
    body: { taskId: task.id, windowId: office.windowId('Q2') },
  });
  expect([await count('Q1'), await count('Q2'), await count('Q3'), await count('H1')]).toEqual([1, 1, 0, 1]);
  await made.ask(work.saveProgress, {
    body: {
      taskId: task.id,
      windowId: office.windowId('H1'),
      revision: null,
      state: 'xong',
      doneText: 'Đã làm xong cả hai quý',
      numerator: null,
      denominator: null,
      measure: '',
      obstacle: '',
      proposal: '',
    },
  });
  const half = (await table('H1')).find(({ id }) => id === task.id);
  expect(half).toMatchObject({ gathered: null, evidenceCount: 1 });
});
