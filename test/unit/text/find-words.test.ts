/** Abbreviations both ways, folded filters, snippets, and what reaches SQLite's query language. */
import { expect, it } from 'vitest';
import { matchExpression } from '../../../db/queries/search.ts';
import { abbreviations } from '../../../shared/text/abbreviations.ts';
import { fold, matchesFolded } from '../../../shared/text/fold.ts';
import { snippetOf } from '../../../shared/text/snippet.ts';

const finds = (typed: string, text: string) => matchesFolded(fold(text), fold(typed));

it.each(abbreviations)('%s and “%s” find each other', (short, full) => {
  expect(finds(short, `x ${full} y`)).toBe(true);
  expect(finds(full, `x ${short} y`)).toBe(true);
});

it('finds words in any order, without accents, the last one unfinished', () => {
  expect(finds('niem yet thon', 'Thôn đã niêm yết')).toBe(true);
  expect(finds('UBND xã', 'Ủy ban nhân dân xã An Thịnh')).toBe(true);
  expect(finds('ủy ban nhân dân', 'do UBND ban hành')).toBe(true);
  expect(finds('hành chính thủ tục', 'Thủ tục hành chính')).toBe(true);
  expect(finds('tthc dat', 'thủ tục hành chính đất đai')).toBe(true);
  expect(finds('tthc thue', 'thủ tục hành chính đất đai')).toBe(false);
  expect(finds('', 'gì cũng được')).toBe(true);
  expect(finds('12/bc', 'Báo cáo số 12/BC-UBND')).toBe(true);
});

it('typed text never reaches the query language raw', () => {
  expect(matchExpression('" OR * NEAR(')).not.toContain('NEAR(');
  expect(matchExpression('!!! ---')).toBeNull();
  expect(matchExpression('tthc')).toBe('(("tthc"*) OR ("thu" AND "tuc" AND "hanh" AND "chinh"*))');
});

const marked = (text: string, typed: string, length?: number) => {
  const { text: shown, marks } = snippetOf(text, typed, length);
  return marks.map(([from, to]) => shown.slice(from, to));
};

it('marks whole words and what they stand for, in the words as written', () => {
  expect(marked('Niêm yết thủ tục hành chính, thực hiện đúng', 'tthc niem')).toEqual(['Niêm', 'thủ tục hành chính']);
  expect(marked('Đường Đông Đô', 'dong d')).toEqual(['Đ', 'Đông', 'Đ']);
});

it('shows the place where the words stand together, in long texts too', () => {
  const long = `${'lời mở đầu '.repeat(400)}Quyết định phê duyệt quy hoạch ${'kết thúc '.repeat(400)}`;
  const { text, marks } = snippetOf(long.normalize('NFD'), 'phe duyet quy hoach');
  expect(text).toContain('phê duyệt quy hoạch');
  expect(text.length).toBeLessThan(200);
  expect(marks).toHaveLength(4);
});
