/** Activities, and finding what was recorded, through the contract (shared/activity/SPEC.md). */
import { beforeEach, describe, expect, it } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import type { TestOffice } from '../support/make-office.ts';
import { type PracticeWithResults, practiceWithResults } from '../support/practice-with-results.ts';
import { describeWithSamples, sample } from '../support/samples.ts';

const { office, work, activities, finding, reports } = contract;

let made: TestOffice;
let planId: string;
let windows: PracticeWithResults['windows'];
let taskId: string;
let windowId: PracticeWithResults['windowId'];
beforeEach(async () => {
  ({ made, planId, windows, taskId, windowId } = await practiceWithResults());
});

describe('activities', () => {
  const broadcast = (date: string, times = 3) => ({
    activity: {
      kind: 'tuyen-truyen' as const,
      date,
      toDate: null,
      title: 'Tuyên truyền bầu cử trưởng thôn',
      sensitive: false,
      details: {
        channel: 'loa-dai' as const,
        times,
        minutes: 15,
        villages: ['Thôn Ngọc Quỳnh'],
        audience: 'Nhân dân',
        people: null,
        author: '',
        link: '',
        note: '',
      },
    },
    taskIds: [taskId],
    evidenceIds: [],
  });

  it('is recorded once and counts in every report whose days hold it (AC1)', async () => {
    const { id } = await made.ask(activities.add, { body: broadcast('2024-02-20') });
    const told = async (key: string) => {
      const report = await made.ask(reports.open, { body: { planId, windowId: windowId(key) } });
      return report.sections.some((section) => section.auto.includes('Tuyên truyền 03 lượt'));
    };
    const held = await Promise.all(windows.map(async ({ key }) => [key, await told(key)] as const));
    for (const [key, has] of held) {
      const window = (await made.ask(office.state)).windows.find((each) => each.key === key)!;
      expect([key, has]).toEqual([key, window.fromDate <= '2024-02-20' && window.toDate >= '2024-02-20']);
    }
    expect(held.filter(([, has]) => has).length).toBeGreaterThan(1);
    const { activities: list } = await made.ask(activities.list, { query: {} });
    await made.ask(activities.remove, { params: { id }, query: { revision: list[0]!.revision } });
    expect((await made.ask(activities.list, { query: {} })).activities).toEqual([]);
    await made.ask(office.undo, { body: { batchId: null } });
    expect((await made.ask(activities.list, { query: {} })).activities[0]).toMatchObject({ tasks: [{ id: taskId }] });
  });

  it('refuses a last day before the first, and unknown tasks', async () => {
    const wrong = broadcast('2024-02-20');
    const early = { ...wrong, activity: { ...wrong.activity, toDate: '2024-02-01' } };
    expect((await made.refusal(activities.add, { body: early })).code).toBe('sai-du-lieu');
    expect((await made.refusal(activities.add, { body: { ...wrong, taskIds: ['khong-co'] } })).code).toBe(
      'khong-tim-thay',
    );
  });

  it('says which findings wait too long for their remedy and which publications are up (AC3, AC4)', async () => {
    await made.ask(activities.add, {
      body: {
        activity: {
          kind: 'kiem-tra',
          date: '2024-03-01',
          toDate: null,
          title: 'Kiểm tra niêm yết tại các thôn',
          sensitive: false,
          details: {
            checkKind: 'dot-xuat',
            team: '',
            checked: 'Thôn Ngô Xuyên',
            villages: [],
            content: '',
            findings: 'Bảng niêm yết cũ',
            cause: '',
            responsible: 'Trưởng thôn',
            remedy: 'Thay bảng',
            remedyDue: '2024-03-20',
            remediedOn: null,
            result: '',
            recheckOn: null,
          },
        },
        taskIds: [],
        evidenceIds: [],
      },
    });
    await made.ask(activities.add, {
      body: {
        activity: {
          kind: 'cong-khai',
          date: '2024-03-25',
          toDate: '2024-04-24',
          title: 'Công khai danh sách hộ nghèo',
          sensitive: true,
          details: { item: 'Hộ nghèo', form: 'Niêm yết', place: 'Nhà văn hóa', villages: [], link: '', note: '' },
        },
        taskIds: [],
        evidenceIds: [],
      },
    });
    const { activities: list } = await made.ask(activities.list, { query: {} });
    expect(list.map(({ overdue, running }) => [overdue, running])).toEqual([
      [false, true],
      [true, false],
    ]);
  });
});

describe('finding', () => {
  it('finds by abbreviation and by what it stands for, with the words marked', async () => {
    await made.ask(work.addDocument, {
      body: {
        title: 'Bảng niêm yết TTHC lĩnh vực đất đai',
        number: '',
        date: '',
        excerpt: '',
        taskId: null,
        windowId: null,
      },
    });
    const found = async (q: string) =>
      (await made.ask(finding.find, { query: { q } })).groups.flatMap((group) => group.items.map((item) => item.title));
    expect(await found('thu tuc hanh chinh dat dai')).toContain('Bảng niêm yết TTHC lĩnh vực đất đai');
    expect(await found('bang niem yet tthc')).toContain('Bảng niêm yết TTHC lĩnh vực đất đai');
    const { groups } = await made.ask(finding.find, { query: { q: 'niem yet tthc' } });
    const { snippet } = groups.find((group) => group.group === 'van-ban')!.items[0]!;
    expect(snippet.marks.map(([from, to]) => snippet.text.slice(from, to))).toEqual(['niêm', 'yết', 'TTHC']);
  });
});

describeWithSamples('words inside files', () => {
  it('are found in a stored Word file', async () => {
    const { evidence } = await made.ask(work.addFile, {
      query: { name: 'ke-hoach.docx' },
      bytes: sample('nhu-quynh-2024.docx'),
    });
    await made.office.deps.fileTexts.drain();
    const { groups } = await made.ask(finding.find, { query: { q: 'thi tran nhu quynh ke hoach' } });
    const items = groups.flatMap((group) => group.items);
    expect(items.find((item) => item.id === evidence.id)).toMatchObject({
      insideFile: true,
      to: `/minh-chung/${evidence.id}`,
    });
    expect((await made.ask(work.evidence, { query: { q: 'nhu quynh' } })).evidence.map((each) => each.id)).toEqual([
      evidence.id,
    ]);
  });
});
