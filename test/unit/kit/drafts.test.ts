/** Drafts that are kept on the computer (renderer/state/drafts.ts). */
import { expect, it } from 'vitest';
import { useDrafts, worthKeeping } from '../../../renderer/state/drafts.ts';

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
