/** The same plan opened again: compared, updated as one act that can be taken back, its columns re-mapped, pasted. */
import { describe, expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import { emptyHeader, type ReadHeader, type ReadRow } from '../../shared/plan/read-plan.ts';
import { sampleOffice } from '../../shared/sample/sample-plan.ts';
import { makeOffice, type TestOffice } from '../support/make-office.ts';
import { planFile } from '../support/plan-file.ts';

const { plans, work, office: officeOf } = contract;
type Edit = (plan: { header: ReadHeader; rows: ReadRow[] }) => void;

/** An office that kept the practice plan from its Word file. */
async function officeWithPlan() {
  const made = makeOffice();
  const { ask, finish } = made;
  await ask(officeOf.setUp, { body: sampleOffice });
  const read = async (edit?: Edit) => {
    const job = await finish(
      await ask(plans.read, { query: { name: 'ke-hoach.docx' }, bytes: await planFile(2024, edit) }),
    );
    expect(job.error).toBeNull();
    return { readId: job.id, ...(await ask(plans.readResult, { params: { id: job.id } })) };
  };
  const first = await read();
  const kept = await ask(plans.keep, {
    body: { readId: first.readId, year: 2024, header: first.plan!, rows: first.rows },
  });
  const planId = kept.planId;
  const table = () => ask(plans.table, { params: { id: planId }, query: { window: '2024-Q1' } });
  const again = async (edit?: Edit) => {
    const { readId, plan, rows } = await read(edit);
    const body = { readId, header: plan!, rows, keepRemoved: [] as string[], apart: [] as string[] };
    const compared = await ask(plans.compare, { params: { id: planId }, body });
    const merge = (
      more: { chosen?: { id: string; field: string; take: 'file' | 'stored' }[]; keepRemoved?: string[] } = {},
    ) => ask(plans.merge, { params: { id: planId }, body: { ...body, stamp: compared.stamp, chosen: [], ...more } });
    return { body, compared, merge };
  };
  const undo = () => ask(officeOf.undo, { body: { batchId: null } });
  return { made, ask, planId, kept, table, again, undo };
}

const taskNamed = async (table: () => Promise<Awaited<ReturnType<TestOffice['ask']>>>, words: string) =>
  (
    await (table as () => Promise<{ tasks: { id: string; text: string; revision: number; groupId: string }[] }>)()
  ).tasks.find(({ text }) => text.includes(words))!;

describe('opening the same plan again', () => {
  it('the same file is recognised, has no changes, and updating from it writes nothing', async () => {
    const { ask, again, table, made, kept } = await officeWithPlan();
    const before = await table();
    const { body, compared, merge } = await again();
    expect((await ask(plans.matches, { params: { id: body.readId }, body: {} })).matches).toMatchObject([
      { planId: kept.planId, why: 'number', commonTasks: kept.tasks },
    ]);
    expect(compared).toMatchObject({
      counts: { added: 0, changed: 0, removed: 0, kept: 0, conflicts: 0, moved: 0, unchanged: body.rows.length },
      head: [],
      sections: [],
      changes: [],
    });
    const acts = () => made.office.deps.db.sqlite.prepare('select count(*) from batch').pluck().get();
    const count = acts();
    expect(await merge()).toMatchObject({ batchId: null });
    expect(acts()).toBe(count);
    expect(await table()).toEqual(before);
  });

  it('an edited file changes what it changed, keeps ids, progress and proof; undo brings everything back', async () => {
    const { ask, again, table, undo, made } = await officeWithPlan();
    const before = await table();
    const [worked, reworded] = [before.tasks[0]!, before.tasks[1]!];
    const lost = before.tasks.findLast(({ groupId }) => groupId !== worked.groupId)!;
    for (const { id: taskId } of [worked, lost])
      await ask(work.saveProgress, {
        body: {
          taskId,
          windowId: '2024-Q1',
          revision: null,
          state: 'xong',
          doneText: 'Đã làm xong',
          numerator: 1,
          denominator: 2,
          measure: 'thôn',
          obstacle: '',
          proposal: '',
        },
      });
    const withWork = await table();
    const { compared, merge } = await again(({ header, rows }) => {
      header.title = `${header.title} (điều chỉnh)`;
      rows[0]!.tasks[1] = `${rows[0]!.tasks[1]} bổ sung`;
      rows[0]!.lead = 'Công an xã';
      rows[0]!.tasks.unshift('Nhiệm vụ mới chen lên đầu');
      rows.pop();
    });
    expect(compared.counts).toMatchObject({ added: 0, conflicts: 0, kept: 1, removed: 0 });
    expect(compared.tasks).toMatchObject({ added: 1, changed: 1, kept: 1 });
    expect(compared.head).toMatchObject([{ field: 'title', kind: 'file' }]);
    const merged = await merge();
    expect(merged.kept).toMatchObject([{ id: lost.id, why: 'worked' }]);
    const after = await table();
    expect(after.tasks[0]!.text).toBe('Nhiệm vụ mới chen lên đầu');
    expect(after.tasks.find(({ id }) => id === reworded.id)?.text).toBe(`${reworded.text} bổ sung`);
    expect(after.groups[0]).toMatchObject({ id: before.groups[0]!.id, lead: 'Công an xã' });
    for (const id of [worked.id, lost.id])
      expect(after.tasks.find((task) => task.id === id)?.progress).toMatchObject({ doneText: 'Đã làm xong' });
    // What the file did not touch was not written: its revision stands.
    const untouched = before.tasks[5]!;
    expect(after.tasks.find(({ id }) => id === untouched.id)).toEqual(withWork.tasks[5]);
    expect((await ask(officeOf.state)).plans[0]!.title).toContain('(điều chỉnh)');

    const sameAgain = await again(({ header, rows }) => {
      header.title = `${header.title} (điều chỉnh)`;
      rows[0]!.tasks[1] = `${rows[0]!.tasks[1]} bổ sung`;
      rows[0]!.lead = 'Công an xã';
      rows[0]!.tasks.unshift('Nhiệm vụ mới chen lên đầu');
      rows.pop();
    });
    expect(sameAgain.compared.counts).toMatchObject({ added: 0, changed: 0, removed: 0, kept: 1, conflicts: 0 });

    await undo();
    const restored = await table();
    const plain = (view: typeof restored) =>
      JSON.parse(JSON.stringify(view), (key, value) => (key === 'revision' ? undefined : value));
    expect(plain(restored)).toEqual(plain(withWork));
    expect((await ask(officeOf.state)).plans[0]!.title).not.toContain('(điều chỉnh)');
    expect(await ask(officeOf.doctor, { body: {} })).toMatchObject({ ok: true });
    expect(made.office.deps.db.sqlite.prepare('select count(*) from file_words').pluck().get()).toBe(0);
  });

  it('an update whose new task got work since is not taken back, and says so', async () => {
    const { ask, again, table, made } = await officeWithPlan();
    const { merge } = await again(({ rows }) => {
      rows[0]!.tasks.unshift('Nhiệm vụ mới chen lên đầu');
    });
    const { batchId } = await merge();
    const taskId = (await taskNamed(table, 'chen lên đầu')).id;
    const person = await ask(officeOf.addPerson, { body: { name: 'Lan', postIds: [] } });
    await ask(work.saveProgress, {
      person: person.id,
      body: {
        taskId,
        windowId: '2024-Q1',
        revision: null,
        state: 'xong',
        doneText: 'Xong',
        numerator: null,
        denominator: null,
        measure: '',
        obstacle: '',
        proposal: '',
      },
    });
    expect((await made.refusal(officeOf.undo, { body: { batchId } })).code).toBe('da-doi-tiep');
    expect(await taskNamed(table, 'chen lên đầu')).toMatchObject({ progress: { doneText: 'Xong' } });
  });

  it('PL8 hand corrections stay, conflicts are asked once, and the answer is remembered', async () => {
    const { ask, again, table } = await officeWithPlan();
    const [task] = (await table()).tasks;
    const mine = `${task!.text} theo ý xã`;
    await ask(plans.changeTask, { params: { id: task!.id }, body: { revision: task!.revision, text: mine } });
    const quiet = await again();
    expect(quiet.compared).toMatchObject({ counts: { changed: 0, conflicts: 0 } });
    expect(quiet.compared.changes).toMatchObject([{ id: task!.id, fields: [{ kind: 'hand', stored: mine }] }]);

    const edit: Edit = ({ rows }) => {
      rows[0]!.tasks[0] = `${rows[0]!.tasks[0]} theo ý tỉnh`;
    };
    const asked = await again(edit);
    expect(asked.compared.counts.conflicts).toBe(1);
    await asked.merge();
    expect((await table()).tasks[0]!.text).toBe(mine);
    expect((await again(edit)).compared.counts.conflicts).toBe(0);

    const newer = await again(({ rows }) => {
      rows[0]!.tasks[0] = `${rows[0]!.tasks[0]} theo ý trung ương`;
    });
    expect(newer.compared.counts.conflicts).toBe(1);
    await newer.merge({ chosen: [{ id: task!.id, field: 'text', take: 'file' }] });
    expect((await table()).tasks[0]).toMatchObject({
      id: task!.id,
      text: expect.stringContaining('theo ý trung ương'),
    });
  });

  it('PL7, PL10 tasks added by hand stay, tasks taken out stay out, and come back with their id when asked', async () => {
    const { ask, again, table } = await officeWithPlan();
    const [task] = (await table()).tasks;
    const added = await ask(plans.addTask, {
      params: { id: task!.groupId },
      body: { text: 'Việc xã tự thêm', afterTaskId: task!.id },
    });
    const out = await taskNamed(table, 'Niêm yết tại nhà văn hóa');
    await ask(plans.removeTask, { params: { id: out.id }, query: { revision: out.revision } });
    const { compared, merge } = await again(({ rows }) => {
      rows[3]!.time = 'Quý III';
    });
    expect(compared.counts).toMatchObject({ added: 0, removed: 0, changed: 1 });
    expect(compared.tasks).toMatchObject({ added: 0, removed: 0, kept: 1 });
    await merge();
    expect(await taskNamed(table, 'Việc xã tự thêm')).toMatchObject({ id: added.id });
    expect(await taskNamed(table, 'Niêm yết tại nhà văn hóa')).toBeUndefined();
    const back = await again();
    await back.merge({ chosen: [{ id: out.id, field: 'row', take: 'file' }] });
    expect(await taskNamed(table, 'Niêm yết tại nhà văn hóa')).toMatchObject({ id: out.id });
    expect(await taskNamed(table, 'Việc xã tự thêm')).toMatchObject({ id: added.id });
  });

  it('keeps what the person asks to keep, and refuses a plan that moved on meanwhile', async () => {
    const { ask, again, table, made } = await officeWithPlan();
    const before = await table();
    const last = before.tasks.at(-1)!;
    const drop: Edit = ({ rows }) => {
      rows.pop();
    };
    const { body, compared, merge } = await again(drop);
    expect(compared.tasks.removed).toBeGreaterThan(0);
    await ask(plans.changeTask, { params: { id: last.id }, body: { revision: last.revision, time: 'Quý IV' } });
    const refused = await made.refusal(plans.merge, {
      params: { id: before.planId },
      body: { ...body, stamp: compared.stamp, chosen: [] },
    });
    expect([refused.code, refused.status]).toEqual(['da-doi', 409]);
    await expect(merge()).rejects.toThrow(/vừa được sửa/);
    const anew = await ask(plans.compare, { params: { id: before.planId }, body });
    await ask(plans.merge, {
      params: { id: before.planId },
      body: { ...body, stamp: anew.stamp, chosen: [], keepRemoved: [last.id] },
    });
    expect((await table()).tasks.at(-1)!.id).toBe(last.id);
  });

  it('an annex alone changes rows but neither head nor sections', async () => {
    const { ask, planId, made, table } = await officeWithPlan();
    const before = await table();
    const [group] = before.groups;
    const html = `<table><tr><th>TT</th><th>Nội dung</th><th>Nội dung thành phần</th><th>Nhiệm vụ</th><th>Kết quả</th><th>Đơn vị chủ trì</th><th>Đơn vị thực hiện</th><th>Thời gian</th></tr>${before.groups
      .map((each, index) => {
        const area = before.areas.find(({ id }) => id === each.areaId)!;
        const component = before.components.find(({ id }) => id === each.componentIds[0])!;
        const texts = before.tasks.filter(({ groupId }) => groupId === each.id).map(({ text }) => `<p>- ${text}</p>`);
        const results = each.results.map((text) => `<p>- ${text}</p>`);
        const time = index === 0 ? 'Quý IV' : each.time;
        return `<tr><td>${area.no}</td><td>${area.name}</td><td>${component.name}</td><td>${texts.join('')}</td><td>${results.join('')}</td><td>${each.lead}</td><td>${each.executors.join(', ')}</td><td>${time}</td></tr>`;
      })
      .join('')}</table>`;
    const job = await made.finish(await ask(plans.readPasted, { body: { text: 'bỏ qua', html } }));
    const read = await ask(plans.readResult, { params: { id: job.id } });
    expect(read.plan).toBeNull();
    expect((await ask(plans.matches, { params: { id: job.id }, body: {} })).matches).toMatchObject([
      { planId, why: 'tasks' },
    ]);
    const body = { readId: job.id, header: emptyHeader, rows: read.rows, keepRemoved: [], apart: [] };
    const compared = await ask(plans.compare, { params: { id: planId }, body });
    expect(compared).toMatchObject({ counts: { changed: 1, added: 0, removed: 0 }, head: [], sections: [] });
    await ask(plans.merge, { params: { id: planId }, body: { ...body, stamp: compared.stamp, chosen: [] } });
    expect((await table()).groups[0]).toMatchObject({ id: group!.id, time: 'Quý IV' });
    expect((await ask(plans.get, { params: { id: planId } })).sections).toHaveLength(3);
  });

  it('a file without a task table leaves the table alone', async () => {
    const { ask, again, planId, table } = await officeWithPlan();
    const before = await table();
    const { body } = await again();
    const compared = await ask(plans.compare, { params: { id: planId }, body: { ...body, rows: [] } });
    expect(compared).toMatchObject({ counts: { added: 0, changed: 0, removed: 0 }, changes: [] });
    const merged = await ask(plans.merge, {
      params: { id: planId },
      body: { ...body, rows: [], stamp: compared.stamp, chosen: [] },
    });
    expect(merged.batchId).toBeNull();
    expect(await table()).toEqual(before);
  });
});

describe('columns and pasting', () => {
  const head = ['TT', 'Mảng', 'Nhiệm vụ', 'Kết quả', 'Chủ trì', 'Ai làm', 'Thời gian'];
  const row = ['1', 'Công khai', 'Niêm yết danh sách', 'Danh sách được niêm yết', 'Văn phòng', 'Trưởng thôn', 'Quý I'];
  const text = [head, row, row.with(0, '2').with(2, 'Phát loa')].map((cells) => cells.join('\t')).join('\n');

  it('a person’s reading of the columns is applied, remembered for the same captions in any order, and told', async () => {
    const { ask, finish, refusal } = makeOffice();
    const paste = async (words: string) => {
      const job = await finish(await ask(plans.readPasted, { body: { text: words, html: '' } }));
      expect(job.error).toBeNull();
      return { id: job.id, ...(await ask(plans.readResult, { params: { id: job.id } })) };
    };
    const read = await paste(text);
    expect(read.columns.map(({ meaning }) => meaning)).toEqual([
      'no',
      'unknown',
      'task',
      'result',
      'lead',
      'unknown',
      'time',
    ]);
    const mapping = ['no', 'dimension', 'task', 'result', 'lead', 'executor', 'time'] as const;
    const remapped = await ask(plans.remap, { params: { id: read.id }, body: { mapping: [...mapping] } });
    expect(remapped.rows[0]).toMatchObject({ dimension: 'Công khai', executors: ['Trưởng thôn'] });
    expect(await ask(plans.readResult, { params: { id: read.id } })).toEqual(remapped);
    expect((await refusal(plans.remap, { params: { id: read.id }, body: { mapping: ['no'] } })).code).toBe(
      'sai-du-lieu',
    );

    const later = await paste(text.replace('Quý I', 'Quý II'));
    expect(later.rows[0]).toMatchObject({ dimension: 'Công khai', executors: ['Trưởng thôn'], time: 'Quý II' });
    expect(later.warnings[0]).toMatch(/như lần trước/);
    const turned = text
      .split('\n')
      .map((line) => line.split('\t').toReversed().join('\t'))
      .join('\n');
    expect((await paste(turned)).rows[0]).toMatchObject({ dimension: 'Công khai', executors: ['Trưởng thôn'] });
    const other = await paste(text.replace('Mảng', 'Mảng khác'));
    expect(other.rows[0]).toMatchObject({ dimension: '' });
    expect(other.warnings.some((warning) => warning.includes('như lần trước'))).toBe(false);
  });

  it('a page is read where it holds a table, else the text; nothing is refused in words', async () => {
    const { ask, finish, refusal } = makeOffice();
    const html = `<html><head><meta charset="windows-1252"></head><body><table>${[head, row]
      .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
      .join('')}</table></body></html>`;
    const from = async (body: { text: string; html: string }) => {
      const job = await finish(await ask(plans.readPasted, { body }));
      return ask(plans.readResult, { params: { id: job.id } });
    };
    expect((await from({ text: 'khác', html })).rows[0]?.tasks).toEqual(['Niêm yết danh sách']);
    const plain = await from({ text, html: '<p>chỉ là chữ</p>' });
    expect(plain.rows.map(({ tasks }) => tasks)).toEqual([['Niêm yết danh sách'], ['Phát loa']]);
    expect((await refusal(plans.readPasted, { body: { text: ' ', html: '' } })).code).toBe('tep-rong');
  });
});
