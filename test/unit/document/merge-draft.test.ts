import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeDraft, savedAfterEdit, savedAfterReview } from '../../../shared/report/merge.ts';
import type { ReportSection, SavedSection } from '../../../shared/report/report.ts';

const section = (key: string, text: string): ReportSection => ({ key, label: '1.', heading: key, text });
const saved = (key: string, text: string, basedOn: string, edited = true): SavedSection => ({
  key,
  text,
  basedOn,
  edited,
  label: '1.',
  heading: key,
});

describe('RE6: a person’s words against generated ones', () => {
  const auto = [section('a', 'máy a'), section('b', 'máy b'), section('closing', 'máy cuối')];

  it('untouched sections follow the facts, edited ones keep their words', () => {
    const merged = mergeDraft(auto, [saved('a', 'tay a', 'máy a'), saved('b', 'máy b cũ', 'máy b cũ', false)]);
    expect(merged.map(({ text, edited, stale }) => [text, edited, stale])).toEqual([
      ['tay a', true, false],
      ['máy b', false, false],
      ['máy cuối', false, false],
    ]);
  });

  it('says when the facts behind an edit have changed, until the person has looked', () => {
    const merged = mergeDraft(auto, [saved('a', 'tay a', 'máy a ngày trước')]);
    expect(merged[0]).toMatchObject({ text: 'tay a', auto: 'máy a', stale: true });
    const again = mergeDraft(auto, savedAfterEdit(merged, 'b', 'tay b'));
    expect(again.map((each) => each.stale)).toEqual([true, false, false]);
    expect(mergeDraft(auto, savedAfterReview(again, 'a')).map((each) => [each.text, each.stale])).toEqual([
      ['tay a', false],
      ['tay b', false],
      ['máy cuối', false],
    ]);
  });

  it('stays stale even when the new generated text is empty', () => {
    const merged = mergeDraft([section('a', '')], [saved('a', 'tay a', 'máy a')]);
    expect(mergeDraft([section('a', '')], savedAfterEdit(merged, 'x', '')).at(0)?.stale).toBe(true);
  });

  it('words of a section that is no longer generated stay in their place', () => {
    const before = mergeDraft([auto[0]!, section('gone', 'máy'), ...auto.slice(1)], []);
    const merged = mergeDraft(auto, savedAfterEdit(before, 'gone', 'tay'));
    expect(merged.map((each) => each.key)).toEqual(['a', 'gone', 'b', 'closing']);
    expect(merged[1]).toMatchObject({ text: 'tay', heading: 'gone', stale: true, auto: '' });
    expect(mergeDraft(auto, [saved('gone', 'tay', 'máy')]).map((each) => each.key)).toEqual([
      'a',
      'b',
      'gone',
      'closing',
    ]);
  });

  it('writing the generated text gives the section back', () => {
    const edited = mergeDraft(auto, savedAfterEdit(mergeDraft(auto, []), 'a', 'tay a'));
    const back = mergeDraft(auto, savedAfterEdit(edited, 'a', 'máy a'));
    expect(back[0]).toMatchObject({ edited: false, stale: false });
  });

  it('no edited words are ever lost, whatever is generated later', () => {
    const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'closing'), { maxLength: 5 });
    fc.assert(
      fc.property(keys, keys, keys, (first, edits, later) => {
        let state = mergeDraft(
          first.map((key) => section(key, `máy ${key}`)),
          [],
        );
        for (const key of edits)
          state = mergeDraft(
            first.map((each) => section(each, `máy ${each}`)),
            savedAfterEdit(state, key, `tay ${key}`),
          );
        const merged = mergeDraft(
          later.map((key) => section(key, `mới ${key}`)),
          savedAfterReview(state, ''),
        );
        const kept = edits.filter((key) => first.includes(key));
        for (const key of kept) expect(merged.find((each) => each.key === key)?.text).toBe(`tay ${key}`);
        expect(new Set(merged.map((each) => each.key)).size).toBe(merged.length);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});
