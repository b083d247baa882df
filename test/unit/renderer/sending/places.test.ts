import { describe, expect, it } from 'vitest';
import { hasRoom, placeToOffer, shortDigest, sortPlaces } from '../../../../renderer/parts/sending/places.ts';
import type { PlaceView } from '../../../../shared/api/contract/reports.ts';

const megabyte = 1024 * 1024;
const place = (id: string, changes: Partial<PlaceView> = {}): PlaceView => ({
  id,
  label: id,
  removable: false,
  freeBytes: 100 * megabyte,
  ...changes,
});
const desktop = place('desktop');
const stick = place('stick', { removable: true });
const fullStick = place('full', { removable: true, freeBytes: 5 * megabyte });

describe('places for a bundle', () => {
  it('stand sticks first', () => {
    expect(sortPlaces([desktop, stick]).map((each) => each.id)).toEqual(['stick', 'desktop']);
  });

  it('need a little more than the bytes, and an unknown room is tried', () => {
    expect(hasRoom(fullStick, 4 * megabyte)).toBe(true);
    expect(hasRoom(fullStick, 5 * megabyte)).toBe(false);
    expect(hasRoom(place('x', { freeBytes: null }), 1e15)).toBe(true);
  });

  it('offer the chosen one while it is there and has room, else the first that has', () => {
    expect(placeToOffer([desktop, stick], megabyte, 'desktop')?.id).toBe('desktop');
    expect(placeToOffer([desktop, stick], megabyte, 'pulled')?.id).toBe('stick');
    expect(placeToOffer([desktop, fullStick], 20 * megabyte, 'full')?.id).toBe('desktop');
    expect(placeToOffer([fullStick], 20 * megabyte, null)).toBeNull();
    expect(placeToOffer([], 1, null)).toBeNull();
  });
});

it('a digest is shortened to what an eye can compare', () => {
  expect(shortDigest('0123456789abcdef0123')).toBe('0123 4567 89ab cdef');
});
