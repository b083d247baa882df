import { describe, expect, it } from 'vitest';
import { placeAfterKey } from '../../../../renderer/parts/list/list-keys.ts';

describe('keys of a list', () => {
  it('walks with arrows and with J and K, and stays at the ends', () => {
    expect(placeAfterKey('ArrowDown', 0, 3)).toBe(1);
    expect(placeAfterKey('j', 1, 3)).toBe(2);
    expect(placeAfterKey('J', 2, 3)).toBe(2);
    expect(placeAfterKey('ArrowUp', 0, 3)).toBe(0);
    expect(placeAfterKey('k', 2, 3)).toBe(1);
  });

  it('jumps', () => {
    expect(placeAfterKey('Home', 7, 20)).toBe(0);
    expect(placeAfterKey('End', 7, 20)).toBe(19);
    expect(placeAfterKey('PageDown', 7, 20)).toBe(15);
    expect(placeAfterKey('PageUp', 7, 20)).toBe(0);
  });

  it('begins at the first line when nothing is chosen', () => {
    expect(placeAfterKey('ArrowDown', -1, 3)).toBe(0);
    expect(placeAfterKey('ArrowUp', -1, 3)).toBe(0);
  });

  it('leaves other keys and empty lists alone', () => {
    for (const key of ['a', 'Enter', '1', 'Tab', 'constructor', 'toString'])
      expect(placeAfterKey(key, 0, 3)).toBeNull();
    expect(placeAfterKey('ArrowDown', -1, 0)).toBeNull();
  });
});
