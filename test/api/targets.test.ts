/** Targets and proof of results through the contract (shared/target/SPEC.md). */
import { beforeEach, describe, expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import type { TestOffice } from '../support/make-office.ts';
import { type PracticeWithResults, practiceWithResults } from '../support/practice-with-results.ts';

const { office, plans, work, targets, reports } = contract;

let made: TestOffice;
let planId: string;
let groupId: string;
let taskId: string;
let windowId: PracticeWithResults['windowId'];
beforeEach(async () => {
  ({ made, planId, groupId, taskId, windowId } = await practiceWithResults());
});

const results = (key: string, group = groupId) =>
  made.ask(targets.results, { query: { group, window: windowId(key) } }).then((answer) => answer.results);
const save = (
  key: string,
  window: string,
  numerator: number | null,
  denominator: number | null,
  revision: number | null = null,
) =>
  made.ask(targets.saveFigure, {
    body: { groupId, key, windowId: windowId(window), revision, numerator, denominator, note: '' },
  });

describe('targets', () => {
  it('adds shares of things that come and go, and shows both counts (TG11, TG12)', async () => {
    const [share] = await results('Q1');
    expect(share!.targets[0]).toMatchObject({ asked: '100%', gathering: 'sum', window: { verdict: 'open' } });
    const { key } = share!.targets[0]!;
    await save(key, 'Q1', 10, 10);
    await save(key, 'Q2', 19, 20);
    const [first] = await results('Q1');
    expect(first!.targets[0]!.window).toMatchObject({ text: '10/10 (100%)', verdict: 'met' });
    const [second] = await results('Q2');
    expect(second!.targets[0]!.window).toMatchObject({ text: '19/20 (95%)', verdict: 'missed' });
    expect(second!.targets[0]!.year).toMatchObject({
      numerator: 29,
      denominator: 30,
      text: '29/30 (96,7%)',
      verdict: 'missed',
    });
  });

  it('an empty set is "không phát sinh", never 100 % (TG9)', async () => {
    const { key } = (await results('Q1'))[0]!.targets[0]!;
    await save(key, 'Q1', 0, 0);
    expect((await results('Q1'))[0]!.targets[0]!.window).toMatchObject({ text: 'không phát sinh', verdict: 'no-case' });
  });

  it('a number given by the superior is asked once and then measured; stock is the newest (TG4, TG12)', async () => {
    const result = (await results('Q1'))[1]!;
    expect(result.targets[0]).toMatchObject({ target: { value: null }, window: { verdict: 'open' } });
    const [chosen] = result.chosen;
    await made.ask(targets.saveChoice, {
      body: {
        groupId,
        words: result.words,
        revision: null,
        targets: [{ ...chosen!, value: 93, unit: '%', of: 'dân số', gathering: 'newest' }],
        proofs: null,
      },
    });
    const { key } = (await results('Q1'))[1]!.targets[0]!;
    expect(key).toBe(result.targets[0]!.key);
    await save(key, 'Q1', 900, 1000);
    await save(key, 'Q2', 940, 1000);
    expect((await results('Q2'))[1]!.targets[0]).toMatchObject({
      year: { text: '940/1.000 (94%)', verdict: 'met' },
    });
    await made.ask(office.undo, { body: { batchId: null } });
    expect((await results('Q2'))[1]!.targets[0]!.year).toMatchObject({ text: '900/1.000 (90%)', verdict: 'missed' });
  });

  it('a number given by the superior serves every row with the same words; a row where it is no target stays so (TG18)', async () => {
    const { groups } = await made.ask(plans.table, { params: { id: planId }, query: {} });
    const others = groups.filter(({ id }) => id !== groupId).slice(0, 2);
    const words = ['Tỷ lệ bao phủ BHYT đạt chỉ tiêu do UBND huyện giao'];
    for (const { id, revision } of others)
      await made.ask(plans.changeGroup, { params: { id }, body: { revision, results: words } });
    const [first, second] = others.map(({ id }) => id);
    const give = (group: string, at: number, value: number) =>
      results('Q1', group).then((all) =>
        made.ask(targets.saveChoice, {
          body: {
            groupId: group,
            words: all[at]!.words,
            revision: all[at]!.choiceRevision,
            targets: [{ ...all[at]!.chosen[0]!, value }],
            proofs: null,
          },
        }),
      );
    const givenTo = async (group: string) =>
      (await results('Q1', group)).at(group === groupId ? 1 : 0)!.targets[0]!.target.value;
    await give(groupId, 1, 93);
    expect([await givenTo(first!), await givenTo(second!)]).toEqual([93, 93]);
    await give(second!, 0, 90);
    expect([await givenTo(groupId), await givenTo(first!), await givenTo(second!)]).toEqual([90, 90, 90]);
    await made.ask(office.undo, { body: { batchId: null } });
    await made.ask(office.undo, { body: { batchId: null } });
    expect([await givenTo(groupId), await givenTo(first!)]).toEqual([null, null]);
    const body = { groupId: first!, words: words[0]!, revision: null, targets: [], proofs: null };
    await made.ask(targets.saveChoice, { body });
    await give(groupId, 1, 93);
    expect((await results('Q1', first)).map((each) => each.targets)).toEqual([[]]);
    expect(await givenTo(second!)).toBe(93);
  });

  it('RE22: a figure and a total of the report name the tasks and proof behind them', async () => {
    const { key } = (await results('Q1'))[0]!.targets[0]!;
    await save(key, 'Q1', 9, 10);
    const link = { title: 'Sổ theo dõi hồ sơ', url: 'https://xa.example/so', taskId, windowId: windowId('Q1') };
    const { evidence } = await made.ask(work.addLink, { body: link });
    const { behind, counts } = await made.ask(reports.open, { body: { planId, windowId: windowId('Q1') } });
    expect(behind.figures).toMatchObject([
      { asked: '100%', text: '9/10 (90%)', proofs: [{ id: evidence.id, title: 'Sổ theo dõi hồ sơ' }] },
    ]);
    expect(behind.figures[0]!.tasks.map((task) => task.taskId)).toContain(taskId);
    expect(behind.tasks).toHaveLength(counts.tasks);
    for (const as of ['done', 'doing', 'none', 'notDue', 'notArisen'] as const)
      expect(behind.tasks.filter((task) => task.as === as)).toHaveLength(counts[as]);
  });

  it('a number per year runs until it is reached (TG13)', async () => {
    const { key } = (await results('Q1'))[2]!.targets[0]!;
    await save(key, 'Q1', 1, null);
    expect((await results('Q1'))[2]!.targets[0]!.window.verdict).toBe('running');
    await save(key, 'Q2', 1, null);
    expect((await results('Q2'))[2]!.targets[0]!.year).toMatchObject({ text: '2 lần', verdict: 'met' });
  });

  it('answers a stale figure with what stands there, and undoes', async () => {
    const { key } = (await results('Q1'))[0]!.targets[0]!;
    const first = await save(key, 'Q1', 5, 5);
    await save(key, 'Q1', 6, 6, first.revision);
    const stale = await made.refusal(targets.saveFigure, {
      body: {
        groupId,
        key,
        windowId: windowId('Q1'),
        revision: first.revision,
        numerator: 7,
        denominator: 7,
        note: '',
      },
    });
    expect(stale).toMatchObject({ status: 409, code: 'da-doi', details: { current: { numerator: 6 } } });
    await made.ask(office.undo, { body: { batchId: null } });
    expect((await results('Q1'))[0]!.targets[0]!.own).toMatchObject({ numerator: 5 });
  });

  it('"không phải chỉ tiêu" takes the target away and keeps its figures (TG10)', async () => {
    const result = (await results('Q1'))[0]!;
    await save(result.targets[0]!.key, 'Q1', 5, 5);
    const choice = { groupId, words: result.words, targets: [], proofs: null };
    const { revision } = await made.ask(targets.saveChoice, { body: { ...choice, revision: null } });
    const answer = await made.ask(targets.results, { query: { group: groupId, window: windowId('Q1') } });
    expect(answer.results[0]!.targets).toEqual([]);
    expect(answer.stray).toMatchObject([{ numerator: 5, denominator: 5 }]);
    await made.ask(targets.saveChoice, { body: { ...choice, targets: null, revision } });
    expect((await results('Q1'))[0]!.targets[0]!.own).toMatchObject({ numerator: 5 });
  });
});

describe('proof of a result', () => {
  const item = async (kind: string) => (await results('Q1'))[3]!.proofs.find((each) => each.kind === kind)!;

  it('lists what the words ask for, finds what is there, and takes a reason for what is not (TG14, TG17)', async () => {
    expect((await item('quyet-dinh')).state).toBe('thieu');
    await made.ask(work.addDocument, {
      body: {
        title: 'Quyết định ban hành quy chế dân chủ',
        number: '12/QĐ-UBND',
        date: '2024-02-05',
        excerpt: 'Ban hành quy chế',
        issuer: 'UBND xã',
        taskId,
        windowId: windowId('Q1'),
      },
    });
    expect(await item('quyet-dinh')).toMatchObject({ state: 'co' });
    const { batchId } = await made.ask(targets.saveReason, {
      body: {
        groupId,
        words: (await results('Q1'))[3]!.words,
        kind: 'anh',
        windowId: windowId('Q1'),
        revision: null,
        reason: 'Máy ảnh hỏng, chỉ còn biên bản',
      },
    });
    expect(await item('anh')).toMatchObject({ state: 'giai-trinh', reason: 'Máy ảnh hỏng, chỉ còn biên bản' });
    expect((await results('Q2'))[3]!.proofs.find((each) => each.kind === 'anh')!.state).toBe('thieu');
    await made.ask(office.undo, { body: { batchId } });
    expect((await item('anh')).state).toBe('thieu');
  });

  it('kind, register and leave to travel can be changed later; sensitive without leave stays (TG16)', async () => {
    const { evidence } = await made.ask(work.addFile, {
      query: { name: 'scan0001.pdf', task: taskId, window: windowId('Q1') },
      bytes: new TextEncoder().encode('%PDF-1.4 giả'),
    });
    expect(evidence).toMatchObject({ proofKind: 'khac', proofKindGuessed: true });
    const changed = await made.ask(work.registerEvidence, {
      params: { id: evidence.id },
      body: {
        revision: evidence.revision,
        proofKind: 'quyet-dinh',
        number: '7/QĐ-UBND',
        date: '2024-03-01',
        issuer: 'UBND xã',
      },
    });
    const marked = await made.ask(work.changeEvidence, {
      params: { id: evidence.id },
      body: { revision: changed.revision, title: evidence.title, sensitive: true },
    });
    const read = async () =>
      (await made.ask(work.evidence, { query: { task: taskId } })).evidence.find((each) => each.id === evidence.id)!;
    expect(await read()).toMatchObject({
      proofKind: 'quyet-dinh',
      number: '7/QĐ-UBND',
      sensitive: true,
      bundleReason: null,
    });
    await made.ask(work.allowInBundle, {
      params: { id: evidence.id },
      body: { revision: marked.revision, reason: 'Cấp trên yêu cầu danh sách' },
    });
    expect((await read()).bundleReason).toBe('Cấp trên yêu cầu danh sách');
    expect((await item('quyet-dinh')).state).toBe('co');
  });
});

it('of a sensitive link nothing travels, until a reason lets it; the mark, the reason and both counts are in what is frozen', async () => {
  const { evidence } = await made.ask(work.addLink, {
    body: { title: 'Danh sách hộ nghèo thôn A', url: 'https://xa.example/ho-ngheo', taskId, windowId: windowId('Q1') },
  });
  const marked = await made.ask(work.changeEvidence, {
    params: { id: evidence.id },
    body: { revision: evidence.revision, title: evidence.title, sensitive: true },
  });
  const { key } = (await results('Q1'))[0]!.targets[0]!;
  await save(key, 'Q1', 9, 11);
  const frozen = async () => {
    const report = await made.ask(reports.open, { body: { planId, windowId: windowId('Q1') } });
    await made.ask(reports.freeze, { params: { id: report.id }, body: { revision: report.revision } });
    const sqlite = made.office.deps.db.sqlite;
    const data = JSON.stringify(
      JSON.parse(sqlite.prepare('select frozen from report where id = ?').pluck().get(report.id) as string).data,
    );
    const now = await made.ask(reports.open, { body: { planId, windowId: windowId('Q1') } });
    await made.ask(reports.reopen, { params: { id: report.id }, body: { revision: now.revision } });
    return data;
  };
  const kept = await frozen();
  expect(kept).not.toContain('ho-ngheo');
  expect(kept).not.toContain('hộ nghèo thôn A');
  expect(kept).toContain('"numerator":9,"denominator":11');
  await made.ask(work.allowInBundle, {
    params: { id: evidence.id },
    body: { revision: marked.revision, reason: 'Cấp trên yêu cầu' },
  });
  expect(await frozen()).toContain('https://xa.example/ho-ngheo');
});
