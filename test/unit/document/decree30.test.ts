import { describe, expect, it } from 'vitest';
import { decree30, type Layout, layoutOn, lettersOf, type Range, textArea } from '../../../shared/document/decree30.ts';
import { ruleLength, textWidth, wrappedLines } from '../../../shared/document/text-width.ts';

const inRange = (range: Range): boolean => range.min <= range.default && range.default <= range.max;

describe('layout rules as data', () => {
  it('every default lies within what the decree allows (DC1, DC3)', () => {
    const { margins, elements, firstLineIndent, paragraphSpacing, lineSpacing } = decree30;
    const sizes = Object.values(elements).map((rule) => rule.size);
    for (const range of [...Object.values(margins), ...sizes, firstLineIndent, paragraphSpacing, lineSpacing])
      expect(inRange(range), JSON.stringify(range)).toBe(true);
  });

  it('names its source and when it came into force', () => {
    expect(decree30.source).toBe('Nghị định 30/2020/NĐ-CP, Phụ lục I');
    expect(decree30.validFrom).toBe('2020-03-05');
  });

  it('the layout of a day is the one in force on it', () => {
    const old: Layout = { ...decree30, source: 'cũ', validFrom: '2011-01-19', validTo: '2020-03-04' };
    expect(layoutOn('2020-03-04', [old, decree30]).source).toBe('cũ');
    expect(layoutOn('2020-03-05', [old, decree30])).toBe(decree30);
    expect(layoutOn('2005-01-01', [old, decree30]).source).toBe('cũ');
  });

  it('capitals are made from the rule, with Vietnamese letters', () => {
    expect(lettersOf(decree30.elements.issuingAgency, 'Ủy ban nhân dân phường Dĩ An')).toBe(
      'ỦY BAN NHÂN DÂN PHƯỜNG DĨ AN',
    );
    expect(lettersOf(decree30.elements.motto, decree30.motto)).toBe('Độc lập - Tự do - Hạnh phúc');
  });

  it('text area of a page in both orientations (DC1)', () => {
    expect(textArea(decree30, 'portrait')).toEqual({ width: 165, height: 257 });
    expect(textArea(decree30, 'landscape')).toEqual({ width: 252, height: 170 });
  });
});

describe('widths of letters', () => {
  it('accents add no width, the horn a little', () => {
    expect(textWidth('hạ', 14, 'bold')).toBe(textWidth('ha', 14, 'bold'));
    expect(textWidth('Ư', 14, 'bold')).toBeGreaterThan(textWidth('U', 14, 'bold'));
  });

  it('the national name fits its side of the head on one line (DC3)', () => {
    const side = textArea(decree30, 'portrait').width * 0.6;
    expect(textWidth(decree30.nationalName, decree30.elements.nationalName.size.default, 'bold')).toBeLessThan(side);
  });

  it('DC4: a share of the longest line, and of the room where the text wraps', () => {
    const width = textWidth('ỦY BAN NHÂN DÂN', 13, 'bold');
    expect(ruleLength(['A', 'ỦY BAN NHÂN DÂN'], 13, 0.5, 100)).toBeCloseTo(width / 2, 1);
    expect(ruleLength(['một dòng rất dài '.repeat(20)], 13, 0.4, 165)).toBe(66);
  });

  it('counts wrapped lines; a word wider than the room is broken', () => {
    expect(wrappedLines('', 11, 'regular', 50)).toBe(1);
    expect(wrappedLines('một hai ba', 11, 'regular', 100)).toBe(1);
    expect(wrappedLines('một hai ba', 11, 'regular', 6)).toBe(3);
    expect(wrappedLines('x'.repeat(100), 10, 'regular', textWidth('x'.repeat(25), 10, 'regular'))).toBe(4);
  });
});
