import { describe, expect, it } from 'vitest';
import { listDoubts, stepDoubt } from '../../../../renderer/features/open-plan/logic/doubts.ts';
import { readSample } from './read-sample.ts';

const refs = listDoubts(readSample());

describe('doubtful places', () => {
  it('are listed as the file is read, each under its tab', () => {
    expect(refs.map(({ key, tab, row, path }) => [key, tab, row, path])).toEqual([
      ['h0', 'head', null, null],
      ['h1', 'head', null, null],
      ['h2', 'body', null, '0'],
      ['h3', 'body', null, '1'],
      ['h4', 'head', null, null],
      ['r0.0', 'annex', 0, null],
      ['r0.1', 'annex', 0, null],
      ['r0.2', 'annex', 0, null],
      ['r1.0', 'annex', 1, null],
    ]);
  });

  it('are walked in both directions and around the ends', () => {
    expect(stepDoubt(refs, null, 1)?.key).toBe('h0');
    expect(stepDoubt(refs, null, -1)?.key).toBe('r1.0');
    expect(stepDoubt(refs, 'h0', 1)?.key).toBe('h1');
    expect(stepDoubt(refs, 'h0', -1)?.key).toBe('r1.0');
    expect(stepDoubt(refs, 'r1.0', 1)?.key).toBe('h0');
    expect(stepDoubt([], null, 1)).toBeNull();
  });
});
