/** SPEC PX1 to PX15 of shared/coverage: standing, proposals, coverage, changes and the head of a skeleton. */
import { describe, expect, test } from 'vitest';
import { type CoverLink, coverageOf } from '../../../shared/coverage/coverage.ts';
import { planChanges } from '../../../shared/coverage/plan-changes.ts';
import { propose } from '../../../shared/coverage/propose.ts';
import { citationOf, ownGround, skeletonHead } from '../../../shared/coverage/skeleton.ts';
import { planStanding } from '../../../shared/coverage/standing.ts';
import { type CoverTask, placeKeys, type SuperiorTask } from '../../../shared/coverage/tasks.ts';

const task = (id: string, text: string, componentKey = 'co-hoi-tham-gia', areaKey = 'tham-gia'): CoverTask => ({
  id,
  text,
  areaKey,
  componentKeys: [componentKey],
});
const asked = (...tasks: CoverTask[]) => tasks.map((each) => ({ ...each, forUnits: true }));

describe('what a plan bundle is beside those here', () => {
  const arriving = { planId: 'p', installationId: 'i', sequence: 5, digest: 'd5', receiverId: null };
  const ours = { unitId: 'xa', fromSuperior: true };
  const kept = (sequence: number, installationId = 'i') => ({ installationId, sequence, digest: `d${sequence}` });

  test('PX1 only the own superior, and only for us', () => {
    expect(planStanding(arriving, [], { ...ours, fromSuperior: false })).toBe('khong-phai-cap-tren');
    expect(planStanding({ ...arriving, receiverId: 'xa-khac' }, [], ours)).toBe('cho-don-vi-khac');
    expect(planStanding({ ...arriving, receiverId: 'xa' }, [], ours)).toBe('moi');
  });
  test('PX2 PX3 newer replaces, older is put aside, the same number with other content is refused', () => {
    expect(planStanding(arriving, [kept(3)], ours)).toBe('thay-the');
    expect(planStanding(arriving, [kept(7)], ours)).toBe('cu-hon');
    expect(planStanding(arriving, [{ ...kept(5), digest: 'khác' }], ours)).toBe('xung-dot');
    expect(planStanding(arriving, [kept(9, 'máy khác')], ours)).toBe('thay-the');
  });
});

describe('proposals', () => {
  test('PX4 the same words under the same component are sure, other words in other areas are nothing', () => {
    const found = propose(
      [task('s1', 'Tổ chức đối thoại định kỳ với người dân năm 2026'), task('s2', 'Công khai danh sách hộ nghèo')],
      [task('o1', 'Tổ chức đối thoại định kỳ với người dân năm 2025'), task('o2', 'Sửa chữa đường liên thôn')],
      new Set(),
    );
    expect(found.get('s1')).toEqual([{ taskId: 'o1', sure: true, likeness: 1 }]);
    expect(found.get('s2')).toBeUndefined();
  });
  test('PX5 two that are equally alike leave it open', () => {
    const found = propose(
      [task('s1', 'Niêm yết công khai thủ tục hành chính')],
      [task('o1', 'Niêm yết công khai thủ tục hành chính'), task('o2', 'Niêm yết công khai thủ tục hành chính')],
      new Set(),
    );
    expect(found.get('s1')?.map(({ sure }) => sure)).toEqual([false, false]);
  });
  test('PX5 the same words under another component stand behind those under its own', () => {
    const words = 'Tuyên truyền trên hệ thống truyền thanh cơ sở';
    const found = propose(
      [task('s1', words, 'tri-thuc'), task('s2', words, 'bau-cu')],
      [task('o1', words, 'bau-cu'), task('o2', words, 'tri-thuc')],
      new Set(),
    );
    expect(found.get('s1')?.[0]).toMatchObject({ taskId: 'o2', sure: true });
    expect(found.get('s2')?.[0]).toMatchObject({ taskId: 'o1', sure: true });
  });
  test('PX6 a task that answers something already is never sure', () => {
    const found = propose([task('s1', 'Tổ chức đối thoại')], [task('o1', 'Tổ chức đối thoại')], new Set(['o1']));
    expect(found.get('s1')).toEqual([{ taskId: 'o1', sure: false, likeness: 1 }]);
  });
});

describe('coverage', () => {
  const superior = asked(
    task('s1', 'Tổ chức đối thoại định kỳ với người dân'),
    task('s2', 'Công khai danh sách hộ nghèo', 'ho-ngheo', 'cong-khai'),
    task('s3', 'Cập nhật trang thông tin điện tử', 'cong', 'dien-tu'),
    task('s4', 'Khảo sát mức độ hài lòng', 'khac', 'khac'),
  );
  const own = [
    task('o1', 'Gặp gỡ cử tri'),
    task('o2', 'Tổ chức đối thoại định kỳ với người dân'),
    task('o3', 'Sửa đường'),
  ];
  const link = (superiorTaskId: string, taskId: string | null, reason = ''): CoverLink => ({
    superiorTaskId,
    taskId,
    reason,
  });

  test('PX8 PX9 every state, and the counts add up', () => {
    const { rows, counts, beyond } = coverageOf(superior, own, [
      link('s2', 'o1'),
      link('s3', null, 'Xã không có trang riêng'),
      link('s4', null),
    ]);
    expect(rows.map(({ state }) => state)).toEqual(['de-xuat', 'da-co', 'ngoai', 'chua-co']);
    expect(counts).toEqual({ asked: 4, covered: 1, sure: 1, unsure: 0, missing: 1, outside: 1, beyond: 1 });
    expect(beyond).toEqual(['o3']);
    expect(counts.covered + counts.sure + counts.unsure + counts.missing + counts.outside).toBe(counts.asked);
  });
  test('PX8 a link to a task that is gone does not count', () => {
    const { rows } = coverageOf(superior, own, [link('s4', 'đã bỏ')]);
    expect(rows[3]).toMatchObject({ state: 'chua-co', taskIds: [] });
  });
  test('PX8 several own tasks for one, one for several', () => {
    const { rows, counts } = coverageOf(superior, own, [link('s1', 'o1'), link('s1', 'o2'), link('s2', 'o1')]);
    expect(rows[0]?.taskIds).toEqual(['o1', 'o2']);
    expect(counts.covered).toBe(2);
  });
  test('PX8 what the superior does alone is asked of nobody', () => {
    const alone = superior.map((each, at) => ({ ...each, forUnits: at > 0 }));
    const { rows, counts } = coverageOf(alone, own, []);
    expect(rows[0]?.state).toBe('cap-tren');
    expect(counts.asked).toBe(3);
  });
});

test('PX15 a replacing version shows what is new, changed and gone by id', () => {
  const base = { no: '1', area: 'A', component: 'C', results: ['R'], lead: '', time: 'Quý I', forUnits: true };
  const full = (id: string, text: string, more: Partial<SuperiorTask> = {}): SuperiorTask => ({
    ...task(id, text),
    ...base,
    ...more,
  });
  expect(
    planChanges(
      [full('a', 'Một'), full('b', 'Hai'), full('c', 'Ba')],
      [full('d', 'Bốn'), full('b', 'Hai', { time: 'Quý II' }), full('a', 'Một mới')],
    ),
  ).toEqual([
    { id: 'd', kind: 'moi', text: 'Bốn', before: null, fields: [] },
    { id: 'b', kind: 'doi', text: 'Hai', before: null, fields: ['time'] },
    { id: 'a', kind: 'doi', text: 'Một mới', before: 'Một', fields: ['text'] },
    { id: 'c', kind: 'bo', text: 'Ba', before: null, fields: [] },
  ]);
});

describe('the head of a skeleton', () => {
  const plan = {
    number: '12/KH-UBND',
    date: '2026-01-05',
    year: 2026,
    title: 'Nâng cao Chỉ số PAPI tỉnh Sông Lam năm 2026',
  };
  const office = {
    kind: 'xa',
    name: 'An Thịnh',
    place: 'An Thịnh',
    chairTitle: 'Chủ tịch',
    chairName: 'Lê A',
  } as const;

  test('PX11 our name, number and date empty, the superior cited with its own', () => {
    const head = skeletonHead(plan, 'UBND tỉnh Sông Lam', office);
    expect(head.title).toBe('Nâng cao Chỉ số PAPI xã An Thịnh năm 2026');
    expect([head.number, head.date, head.issuer]).toEqual(['', '', 'UBND xã An Thịnh']);
    expect(head.basis).toEqual([
      'Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh Sông Lam về nâng cao Chỉ số PAPI tỉnh Sông Lam năm 2026;',
    ]);
  });
  test('PX11 a draft is cited with dots', () => {
    expect(citationOf({ ...plan, number: '', date: '' }, 'UBND tỉnh Sông Lam')).toContain(
      'số …/KH-UBND ngày …/…/2026 của',
    );
  });
  test('PX11 only the ground changes its name', () => {
    const words = 'Trên địa bàn tỉnh Sông Lam, theo Kế hoạch của UBND tỉnh Sông Lam';
    expect(ownGround(words, 'UBND tỉnh Sông Lam', 'xã An Thịnh')).toBe(
      'Trên địa bàn xã An Thịnh, theo Kế hoạch của UBND tỉnh Sông Lam',
    );
  });
});

test('PX4 areas and components meet by code, whatever their number and name', () => {
  const keys = placeKeys();
  const area = keys.area({ name: '2. Công khai, minh bạch' });
  expect(area).toBe(keys.area({ name: 'Nội dung 3: Công khai, minh bạch trong việc ra quyết định ở địa phương' }));
  expect(keys.component({ name: 'Danh sách hộ nghèo' }, area)).toBe('danh-sach-ho-ngheo');
});
