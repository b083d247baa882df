import { describe, expect, it } from 'vitest';
import { firstOf, groupOf, itemAt, lastOf } from '../../../shared/core/sure.ts';

describe('what is there by construction', () => {
  it('is given as it is, also where it is empty, null, zero or false', () => {
    const values = ['', null, 0, false];
    expect(values.map((_, index) => itemAt(values, index))).toEqual(values);
    expect([firstOf([7, 8]), lastOf([7, 8]), itemAt('đất', 1), itemAt(new Uint8Array([5]), 0)]).toEqual([7, 8, 'ấ', 5]);
  });

  it('is a defect where it is missing, told with the place', () => {
    expect(() => itemAt(['a'], 1)).toThrow('no item 1 in a list of 1');
    expect(() => itemAt(['a'], -1)).toThrow('no item -1');
    expect(() => itemAt([undefined], 0)).toThrow('no item 0');
    expect(() => firstOf([])).toThrow('no item 0 in a list of 0');
    expect(() => lastOf([])).toThrow('no item -1 in a list of 0');
  });

  it('is a group that took part in the match, also an empty one', () => {
    const found = /(\d+)(\p{L}*)(x)?/u.exec('12');
    if (!found) throw new Error('the pattern fits');
    expect([groupOf(found, 1), groupOf(found, 2)]).toEqual(['12', '']);
    expect(() => groupOf(found, 3)).toThrow('group 3 took no part in "12"');
  });
});
