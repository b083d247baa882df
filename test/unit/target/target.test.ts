import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../shared/target/judge.ts';
import { readResult } from '../../../shared/target/parse.ts';
import { proofKind, proofNames, type Target, target } from '../../../shared/target/target.ts';
import { describeWithSamples, sample } from '../../support/samples.ts';

type Expression = { from: string; text: string; targets: Target[]; proofs: string[]; doubts: number };

const { expressions } = JSON.parse(
  readFileSync(new URL('../../fixtures/target/expressions.json', import.meta.url), 'utf8'),
) as { expressions: Expression[] };

describe('Kết quả, expression by expression', () => {
  it.each(expressions.map((each) => [each.text, each] as const))('TG2 TG3 TG6 %j', (text, expected) => {
    const { targets, proofs, doubts } = readResult(text);
    expect(targets).toEqual(expected.targets);
    for (const each of targets) expect(target.safeParse(each).error).toBeUndefined();
    expect(proofs).toEqual(expected.proofs);
    for (const each of proofs) expect(proofKind.safeParse(each).success).toBe(true);
    expect(doubts).toHaveLength(expected.doubts);
  });

  it('TG4 a number set by somebody else is asked for by name', () => {
    expect(readResult('Tỷ lệ bao phủ BHYT đạt chỉ tiêu do UBND huyện giao').doubts).toEqual([
      'Chỉ tiêu "Tỷ lệ bao phủ BHYT" là bao nhiêu? Số do UBND huyện giao cần được nhập.',
    ]);
  });

  it('TG5 "100% trở lên" is kept and doubted', () => {
    const { targets, doubts } = readResult('Đảm bảo đạt 100% trở lên các tuyến đường được cứng hóa');
    expect(targets).toMatchObject([
      { operator: '>=', value: 100, unit: '%', of: 'tuyến đường', that: 'được cứng hóa' },
    ]);
    expect(doubts[0]).toContain('100% trở lên');
  });

  it('TG7 a result that nothing proves is asked', () => {
    expect(readResult('Bộ phận Một cửa thực hiện đúng theo hướng dẫn').doubts).toEqual([
      'Lấy gì chứng minh "Bộ phận Một cửa thực hiện đúng theo hướng dẫn"?',
    ]);
  });

  it('TG8 words repeated without end are answered like any others', () => {
    for (const word of ['đạt mức ', 'phấn đấu ', '100% ', 'chỉ tiêu ', 'được ', '1 lần '])
      expect(readResult(`${word.repeat(600)}x 5%`).targets.length).toBeGreaterThan(0);
  });

  it('every kind of proof has a name for people', () => {
    for (const name of Object.values(proofNames)) expect(name.length).toBeGreaterThan(2);
  });
});

describe('TG9 judging', () => {
  const share = (text: string) => readResult(text).targets[0]!;

  it.each([
    ['100% thôn', 11, 11, 'met'],
    ['100% thôn', 10, 11, 'missed'],
    ['100% thôn', 1999, 2000, 'missed'],
    ['100% thôn', 0, 0, 'no-case'],
    ['100% thôn', 12, 11, 'open'],
    ['100% thôn', null, 11, 'open'],
    ['Trên 95% TTHC', 95, 100, 'missed'],
    ['Trên 95% TTHC', 9501, 10_000, 'met'],
    ['từ 90% hộ trở lên', 9, 10, 'met'],
    ['Không quá 5% hồ sơ', 6, 100, 'missed'],
    ['Dưới 3% hộ nghèo', 3, 100, 'missed'],
    ['ít nhất 2 lần/năm', 2, null, 'met'],
    ['ít nhất 2 lần/năm', 1, null, 'missed'],
    ['đạt chỉ tiêu do huyện giao', 5, 10, 'open'],
  ] as const)('%s with %s of %s is %s', (text, numerator, denominator, verdict) => {
    expect(judge(share(text), { numerator, denominator })).toBe(verdict);
  });
});

describeWithSamples('the results of a real annex', () => {
  it('TG1 every line gives a target, a proof or a question', () => {
    const { rows } = JSON.parse(new TextDecoder().decode(sample('nhu-quynh-annex.json'))) as {
      rows: { results: string[] }[];
    };
    const lines = rows.flatMap(({ results }) => results);
    const read = lines.map((line) => readResult(line));
    for (const [at, { targets, proofs, doubts }] of read.entries())
      expect(targets.length + proofs.length + doubts.length, lines[at]).toBeGreaterThan(0);
    expect(read.flatMap(({ targets }) => targets)).toHaveLength(14);
    expect(read.filter(({ targets, proofs }) => targets.length + proofs.length === 0)).toHaveLength(1);
  });
});
