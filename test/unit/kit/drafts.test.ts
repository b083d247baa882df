/** Drafts that are kept on the computer (renderer/state/drafts.ts). */
import { expect, it } from 'vitest';
import { draftNow, officeDraftKey, placeOfKey, useDrafts, worthKeeping } from '../../../renderer/state/drafts.ts';
import { draftsOfVersionOne } from '../../../renderer/state/old-drafts.ts';

it('keeps the newest two hundred', () => {
  const drafts = Object.fromEntries(
    Array.from({ length: 205 }, (_, order) => [`place-${order}`, { text: 'chữ', order }]),
  );
  const kept = worthKeeping(drafts);
  expect(Object.keys(kept)).toHaveLength(200);
  expect(kept['place-4']).toBeUndefined();
  expect(kept['place-5']).toBeDefined();
});

it('leaves a very long text to memory, so that it does not crowd out the others', () => {
  const kept = worthKeeping({ long: { text: 'a'.repeat(50_001), order: 2 }, short: { text: 'chữ', order: 1 } });
  expect(Object.keys(kept)).toEqual(['short']);
});

it('an acknowledged draft goes; what was typed since it was sent stays', () => {
  const { put, acknowledge } = useDrafts.getState();
  put('place', 'chữ đã gửi');
  put('other', 'chữ khác');
  acknowledge('other', 'chữ đã gửi');
  acknowledge('place', 'chữ đã gửi');
  expect(Object.keys(useDrafts.getState().drafts)).toEqual(['other']);
});

it('SV8 one maker of keys, and every key says where it belongs', () => {
  const key = officeDraftKey('figure', 'g1', 't1/with/slashes/w1');
  expect(key).toBe('office:chinh/figure/g1/t1/with/slashes/w1');
  expect(placeOfKey(key)).toEqual({ key, office: 'chinh', kind: 'figure', record: 'g1', field: 't1/with/slashes/w1' });
  for (const foreign of ['', 'own/tasks/t1/text', 'office:chinh', 'office:chinh/start', 'office:chinh/a/b/'])
    expect(placeOfKey(foreign)).toBeNull();
});

it('SV9 what the version before kept is found where it is looked for today, with what it was typed over', () => {
  const form = { state: 'xong', doneText: 'Đã niêm yết' };
  const document = { type: 'doc', content: [] };
  const old: Record<string, string> = {
    'office:chinh/progress/t1/w1': JSON.stringify({ form, base: 3 }),
    'office:xa/progress/t2/w1': JSON.stringify({ form, base: null }),
    'office:chinh/report/r1/own:s-1': JSON.stringify({ text: 'Chữ sửa tay', base: 'Chữ tự động' }),
    'office:chinh/report-head/r1/number': '45',
    'office:chinh/write/p1': JSON.stringify({ revision: 7, plan: { head: {} } }),
    'office:chinh/report-write/r1': JSON.stringify({ revision: 8, document }),
    'office:chinh/figure/g1/t1/w1': '9/11',
    'office:chinh/activity/moi': '{"title":"Phát thanh"}',
    'office:chinh/review/p1/sections/2': 'Chữ đã sửa',
    'own/tasks/t1/text': 'Nhiệm vụ',
    'xa/tasks/g1/results': 'Một\nHai',
    'own/tasks/g1/new': 'Việc mới',
    'own/tasks/t1/done/w1': 'Đã làm',
    'main/office/new-person': 'Nguyễn Văn An',
    'main/start': '{"name":"Như Quỳnh"}',
    'tra-loi/b1/t1': 'Thiếu ảnh.',
    'tra-loi-chon/b1/t1': 'tra-lai',
    'ket-luan/b1': 'Gửi lại.',
  };
  const stored = {
    drafts: Object.fromEntries(Object.entries(old).map(([key, text], order) => [key, { text, order }])),
  };
  const drafts = draftsOfVersionOne(stored);
  expect(Object.keys(drafts)).toHaveLength(Object.keys(old).length - 1);
  expect(Object.keys(drafts).filter((key) => placeOfKey(key) === null)).toEqual([]);
  expect(drafts['office:chinh/progress/t1/w1']).toMatchObject({
    text: JSON.stringify(form),
    over: { text: null, revision: 3 },
  });
  expect(drafts['office:xa/progress/t2/w1']?.over).toEqual({ text: null, revision: null });
  expect(drafts['office:chinh/section/r1/own:s-1']).toMatchObject({
    text: 'Chữ sửa tay',
    over: { text: 'Chữ tự động', revision: null },
  });
  expect(drafts['office:chinh/plan-body/p1/document']).toMatchObject({ text: '{"head":{}}', over: { revision: 7 } });
  expect(drafts['office:chinh/report-body/r1/document']?.text).toBe(JSON.stringify(document));
  expect(drafts['office:chinh/task/t1/text']?.text).toBe('Nhiệm vụ');
  expect(drafts['office:xa/group/g1/results']?.text).toBe('Một\nHai');
  expect(drafts['office:chinh/done/t1/w1']?.text).toBe('Đã làm');
  expect(drafts['office:chinh/start/form/values']?.text).toContain('Như Quỳnh');
  expect(draftsOfVersionOne('none')).toEqual({});

  useDrafts.setState({ drafts });
  // The superior's answers did not name their office: whichever is open finds them, and they go with the words that replace them.
  const answer = officeDraftKey('answer', 'b1', 't1');
  expect(JSON.parse(draftNow(answer)?.text ?? '')).toEqual({ verdict: 'tra-lai', words: 'Thiếu ảnh.' });
  useDrafts.getState().drop(answer);
  expect(draftNow(answer)).toBeUndefined();
});
