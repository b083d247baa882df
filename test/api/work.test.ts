/** Editing, people, progress, proof, reports through the contract: what screens rely on. */
import { beforeEach, describe, expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import { makeOffice, type TestOffice } from '../support/make-office.ts';

const { office, plans, work, reports } = contract;

let made: TestOffice;
let planId: string;
let windowId: string;

beforeEach(async () => {
  made = makeOffice();
  await made.ask(office.practice, { body: {} });
  const state = await made.ask(office.state);
  planId = state.plans[0]!.id;
  windowId = state.currentWindowId!;
});

const table = () => made.ask(plans.table, { params: { id: planId }, query: { window: windowId } });
const undo = () => made.ask(office.undo, { body: { batchId: null } });

it('every endpoint of the contract is served', async () => {
  const routes = new Set<string>();
  for (const area of Object.values(contract))
    for (const endpoint of Object.values(area)) {
      if (endpoint.path === '/profiles') continue;
      const key = `${endpoint.method} ${endpoint.path}`;
      expect(routes.has(key)).toBe(false);
      routes.add(key);
      const response = await made.raw(endpoint as never, { params: new Proxy({}, { get: () => 'khong-co' }) as never });
      const text = response.headers.get('content-type')?.includes('json') ? await response.text() : '';
      const unserved = response.status === 404 && !text.includes('khong-tim-thay');
      expect([key, unserved]).toEqual([key, false]);
    }
  expect(routes.size).toBeGreaterThan(50);
});

describe('the task table', () => {
  it('edits a task in place, refuses a stale edit with what stands there, and undoes and redoes', async () => {
    const task = (await table()).tasks[0]!;
    const first = await made.ask(plans.changeTask, {
      params: { id: task.id },
      body: { revision: task.revision, text: 'Lần một', lead: 'Công an' },
    });
    const stale = await made.refusal(plans.changeTask, {
      params: { id: task.id },
      body: { revision: task.revision, text: 'Lần hai' },
    });
    expect(stale).toMatchObject({
      status: 409,
      code: 'da-doi',
      details: { current: { text: 'Lần một', revision: first.revision } },
    });
    const edited = (await table()).tasks[0]!;
    expect(edited).toMatchObject({ text: 'Lần một', lead: 'Công an', leadOverride: 'Công an' });
    expect(await undo()).toEqual({ label: 'Sửa nhiệm vụ' });
    expect((await table()).tasks[0]).toMatchObject({ text: task.text, lead: task.lead, leadOverride: null });
    expect(await made.ask(office.redo, { body: {} })).toEqual({ label: 'Sửa nhiệm vụ' });
    expect((await table()).tasks[0]!.text).toBe('Lần một');
    expect((await made.refusal(office.redo, { body: {} })).code).toBe('khong-con-gi');
  });

  it('adds a task after another, many times in the same place, in the right order', async () => {
    const before = await table();
    const [first, next] = [before.tasks[0]!, before.tasks[1]!];
    const added: string[] = [];
    for (let count = 0; count < 12; count++)
      added.unshift(
        (
          await made.ask(plans.addTask, {
            params: { id: first.groupId },
            body: { text: `Thêm ${count}`, afterTaskId: first.id },
          })
        ).id,
      );
    const ids = (await table()).tasks.map((task) => task.id);
    expect(ids.slice(0, 14)).toEqual([first.id, ...added, next.id]);
    for (const _ of added) await undo();
    expect((await table()).tasks.map((task) => task.id)).toEqual(before.tasks.map((task) => task.id));
  });

  it('removes a task only while nothing hangs on it, and brings it back', async () => {
    const { tasks } = await table();
    const done = tasks.find((task) => task.progress)!;
    const free = tasks.find((task) => !task.progress && task.evidenceCount === 0)!;
    const refused = await made.refusal(plans.removeTask, {
      params: { id: done.id },
      query: { revision: done.revision },
    });
    expect(refused.code).toBe('con-dung');
    await made.ask(plans.removeTask, { params: { id: free.id }, query: { revision: free.revision } });
    expect((await table()).tasks).toHaveLength(tasks.length - 1);
    await undo();
    expect((await table()).tasks.map((task) => task.id)).toEqual(tasks.map((task) => task.id));
  });

  it('refuses empty words, unknown people, unknown windows', async () => {
    const task = (await table()).tasks[0]!;
    const change = (body: object) =>
      made.refusal(plans.changeTask, { params: { id: task.id }, body: { revision: task.revision, ...body } });
    expect((await change({ text: '' })).code).toBe('sai-du-lieu');
    expect((await change({ assigneeId: 'khong-co' })).code).toBe('khong-tim-thay');
    expect((await change({ text: 'x'.repeat(5000) })).code).toBe('sai-du-lieu');
    expect((await made.refusal(plans.table, { params: { id: planId }, query: { window: 'khong-co' } })).code).toBe(
      'khong-tim-thay',
    );
  });

  it('keeps typed text composed and without control characters', async () => {
    const task = (await table()).tasks[0]!;
    await made.ask(plans.changeTask, {
      params: { id: task.id },
      body: { revision: task.revision, text: `${'Niêm yết'.normalize('NFD')}\u0007\r\nhai` },
    });
    expect((await table()).tasks[0]!.text).toBe('Niêm yết\nhai'.normalize('NFC'));
  });
});

describe('people', () => {
  it('answers for tasks by the post they hold, by assignment, or as executor', async () => {
    const people = await made.ask(office.people);
    const lan = people.people.find((person) => person.name === 'Lê Thị Lan')!;
    const mine = async (person: string) =>
      (await made.ask(work.mine, { query: { person, window: windowId, plan: planId } })).items;
    expect((await mine(lan.id)).every((item) => item.role === 'lead' && item.lead === 'Tài chính - Kế toán')).toBe(
      true,
    );
    const task = (await table()).tasks.find((each) => each.lead === 'Công an')!;
    await made.ask(plans.changeTask, {
      params: { id: task.id },
      body: { revision: task.revision, assigneeId: lan.id },
    });
    expect((await mine(lan.id)).find((item) => item.id === task.id)?.role).toBe('assignee');
    const holding = people.posts.find((post) => post.name === 'Tài chính - Kế toán')!.holders[0]!;
    await made.ask(office.release, { params: { id: holding.holdingId } });
    expect((await mine(lan.id)).map((item) => item.id)).toEqual([task.id]);
  });

  it('gives a wording of the plan to a post', async () => {
    const people = await made.ask(office.people);
    const { wording } = people.unresolved[0]!;
    const post = people.posts.find((each) => each.name === 'Địa chính')!;
    await made.ask(office.changePost, {
      params: { id: post.id },
      body: { revision: post.revision, name: post.name, aliases: [...post.aliases, wording], archived: false },
    });
    expect((await made.ask(office.people)).unresolved).toEqual([]);
  });

  it('acts only as a person of the office, and journals who it was', async () => {
    const task = (await table()).tasks[0]!;
    const person = (await made.ask(office.people)).people[0]!;
    const refused = await made.refusal(plans.changeTask, {
      params: { id: task.id },
      body: { revision: task.revision, text: 'x' },
      person: 'ke-la',
    });
    expect(refused).toMatchObject({ status: 403, code: 'nguoi-khong-con' });
    await made.ask(plans.changeTask, {
      params: { id: task.id },
      body: { revision: task.revision, text: 'x' },
      person: person.id,
    });
    expect(
      made.office.deps.db.sqlite.prepare('select actor from journal order by seq desc limit 1').pluck().get(),
    ).toBe(person.id);
    expect((await made.refusal(office.undo, { body: { batchId: null } })).code).toBe('khong-con-gi');
    expect(await made.ask(office.undo, { body: { batchId: null }, person: person.id })).toEqual({
      label: 'Sửa nhiệm vụ',
    });
  });
});

describe('progress and proof', () => {
  const entry = (taskId: string, revision: number | null, doneText: string) => ({
    body: {
      taskId,
      windowId,
      revision,
      state: 'dang-lam' as const,
      doneText,
      numerator: null,
      denominator: null,
      measure: '',
      obstacle: '',
      proposal: '',
    },
  });

  it('writes one entry per task and window and never over one it did not see', async () => {
    const task = (await table()).tasks.find((each) => !each.progress)!;
    const first = await made.ask(work.saveProgress, entry(task.id, null, 'một'));
    expect(await made.refusal(work.saveProgress, entry(task.id, null, 'hai'))).toMatchObject({
      code: 'da-doi',
      details: { current: { doneText: 'một' } },
    });
    const second = await made.ask(work.saveProgress, entry(task.id, first.revision, 'hai'));
    expect(second.id).toBe(first.id);
    await undo();
    await undo();
    expect((await table()).tasks.find((each) => each.id === task.id)?.progress).toBeNull();
  });

  it('stores identical files once and lets one proof serve several tasks', async () => {
    const [a, b] = (await table()).tasks;
    const bytes = Buffer.from('%PDF-1.4 ảnh chụp');
    const first = await made.ask(work.addFile, { query: { name: 'Ảnh 1.pdf', task: a!.id, window: windowId }, bytes });
    const second = await made.ask(work.addFile, { query: { name: 'Ảnh 2.pdf', task: b!.id, window: windowId }, bytes });
    expect([second.known, second.evidence.id, second.evidence.links.length]).toEqual([true, first.evidence.id, 2]);
    expect(first.evidence).toMatchObject({ mediaType: 'application/pdf', preview: 'pdf' });
    const link = second.evidence.links.find((each) => each.taskId === b!.id)!;
    await made.ask(work.unlinkEvidence, { params: { id: link.id } });
    expect((await made.ask(work.evidence, { query: { task: b!.id } })).evidence).toEqual([]);
    expect((await made.ask(work.evidence, { query: { q: 'anh 1' } })).evidence.map((each) => each.id)).toEqual([
      first.evidence.id,
    ]);
    await undo();
    expect((await made.ask(work.evidence, { query: { task: b!.id } })).evidence).toHaveLength(1);
  });

  it('never shows what could carry a script, whatever it is called', async () => {
    const { evidence } = await made.ask(work.addFile, {
      query: { name: 'anh.png' },
      bytes: Buffer.from('<svg onload="alert(1)"/>'),
    });
    expect(evidence.preview).toBe('none');
    const { url } = await made.ask(work.viewEvidence, { params: { id: evidence.id }, body: { download: false } });
    const answer = await made.office.evidence(new Request(url));
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    const forged = `${url.slice(0, -3)}AAA`;
    expect((await made.office.evidence(new Request(forged))).status).toBe(403);
    made.at('2024-04-03T02:00:00Z');
    expect((await made.office.evidence(new Request(url))).status).toBe(403);
  });

  it('answers byte ranges', async () => {
    const { evidence } = await made.ask(work.addFile, { query: { name: 'a.bin' }, bytes: Buffer.from('0123456789') });
    const { url } = await made.ask(work.viewEvidence, { params: { id: evidence.id }, body: { download: true } });
    const range = async (value: string) => {
      const answer = await made.office.evidence(new Request(url, { headers: { range: value } }));
      return [answer.status, await answer.text(), answer.headers.get('content-range')];
    };
    expect(await range('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10']);
    expect(await range('bytes=-3')).toEqual([206, '789', 'bytes 7-9/10']);
    expect(await range('bytes=8-99')).toEqual([206, '89', 'bytes 8-9/10']);
    expect(await range('bytes=10-')).toEqual([416, '', 'bytes */10']);
    expect(await range('bytes=0-1,4-5')).toEqual([200, '0123456789', null]);
  });

  it('takes only http addresses as links', async () => {
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', '\\\\may\\chia-se', 'bai viet'])
      expect(
        (await made.refusal(work.addLink, { body: { title: 'Bài', url, taskId: null, windowId: null } })).code,
      ).toBe('sai-du-lieu');
  });
});

describe('the report', () => {
  it('keeps a person’s words when figures change and says that they did', async () => {
    const report = await made.ask(reports.open, { body: { planId, windowId } });
    const section = report.sections.find((each) => each.key.startsWith('area:') && each.text !== '')!;
    await made.ask(reports.saveSection, {
      params: { id: report.id, key: section.key },
      body: { revision: report.revision, text: 'Chữ của tôi' },
    });
    const task = (await table()).tasks.find((each) => each.progress?.numerator === 7)!;
    await made.ask(work.saveProgress, {
      body: { ...bodyOf(task.progress!), revision: task.progress!.revision, numerator: 8 },
    });
    const again = await made.ask(reports.open, { body: { planId, windowId } });
    const same = again.sections.find((each) => each.key === section.key)!;
    expect(same).toMatchObject({ text: 'Chữ của tôi', edited: true, stale: true });
    expect(same.auto).toContain('8/9 thôn');
    await made.ask(reports.saveSection, {
      params: { id: report.id, key: section.key },
      body: { revision: again.revision, text: null },
    });
    const given = (await made.ask(reports.open, { body: { planId, windowId } })).sections.find(
      (each) => each.key === section.key,
    )!;
    expect(given).toMatchObject({ edited: false, stale: false, text: same.auto });
  });

  it('is frozen as it stood: later work changes neither the document nor its Word file', async () => {
    const report = await made.ask(reports.open, { body: { planId, windowId } });
    await made.ask(reports.freeze, { params: { id: report.id }, body: { revision: report.revision } });
    const frozen = await made.ask(reports.open, { body: { planId, windowId } });
    const word = Buffer.from(await (await made.raw(reports.word, { params: { id: report.id } })).arrayBuffer());
    const task = (await table()).tasks.find((each) => each.progress?.numerator === 7)!;
    await made.ask(work.saveProgress, {
      body: { ...bodyOf(task.progress!), revision: task.progress!.revision, numerator: 9, lateReason: 'Về muộn' },
    });
    const later = await made.ask(reports.open, { body: { planId, windowId } });
    expect(later.html).toBe(frozen.html);
    expect(
      Buffer.from(await (await made.raw(reports.word, { params: { id: report.id } })).arrayBuffer()).equals(word),
    ).toBe(true);
    expect(
      (
        await made.refusal(reports.saveHead, {
          params: { id: report.id },
          body: { revision: later.revision, number: '1', date: '', title: 'x' },
        })
      ).code,
    ).toBe('dang-chot');
    await made.ask(reports.reopen, { params: { id: report.id }, body: { revision: later.revision } });
    expect((await made.ask(reports.open, { body: { planId, windowId } })).html).toContain('9/9 thôn');
  });

  const bodyOf = ({
    taskId,
    state,
    doneText,
    numerator,
    denominator,
    measure,
    obstacle,
    proposal,
  }: {
    taskId: string;
    state: 'chua' | 'dang-lam' | 'xong' | 'khong-phat-sinh';
    doneText: string;
    numerator: number | null;
    denominator: number | null;
    measure: string;
    obstacle: string;
    proposal: string;
  }) => ({ taskId, windowId, state, doneText, numerator, denominator, measure, obstacle, proposal });
});
