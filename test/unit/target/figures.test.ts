/** Figures over windows, verdicts, checklists (shared/target/SPEC.md TG9–TG17). */
import { describe, expect, it } from 'vitest';
import { checklist, guessProofKind, type ProofAtHand } from '../../../shared/target/checklist.ts';
import { gatherFigure, gatheringOf, judgeIn, type WindowFigure } from '../../../shared/target/figures.ts';
import { asRead, readGroup, targetKey } from '../../../shared/target/group-targets.ts';
import { readResult } from '../../../shared/target/parse.ts';
import type { Target } from '../../../shared/target/target.ts';
import { figureWords, targetWords } from '../../../shared/target/words.ts';

const figure = (
  windowId: string,
  from: string,
  to: string,
  numerator: number | null,
  denominator: number | null = null,
): WindowFigure => ({
  windowId,
  from,
  to,
  numerator,
  denominator,
});
const q1 = (part: number | null, whole: number | null = null) => figure('q1', '2024-01-01', '2024-03-31', part, whole);
const q2 = (part: number | null, whole: number | null = null) => figure('q2', '2024-04-01', '2024-06-30', part, whole);
const half = (part: number | null, whole: number | null = null) =>
  figure('h1', '2024-01-01', '2024-06-30', part, whole);
const firstHalf = { from: '2024-01-01', to: '2024-06-30' };
const quarter = { from: '2024-01-01', to: '2024-03-31' };
const target = (words: string): Target => readResult(words).targets[0]!;

describe('gathering over windows', () => {
  it.each([
    ['100% hồ sơ được giải quyết đúng hạn', 'sum'],
    ['Trên 95% TTHC đúng và trước hạn', 'sum'],
    ['100% đơn thư được giải quyết', 'sum'],
    ['100% TTHC được công khai', 'newest'],
    ['100% thôn, tổ dân phố thực hiện đúng quy định', 'newest'],
    ['85% dân số tham gia BHYT', 'newest'],
    ['Chỉ số hài lòng đạt mức 90% trở lên', 'newest'],
    ['Tỷ lệ bao phủ BHYT đạt chỉ tiêu do UBND huyện giao', 'newest'],
    ['ít nhất 2 lần/năm', 'sum'],
  ])('%s: %s (TG12)', (words, gathering) => {
    expect(gatheringOf(target(words))).toBe(gathering);
  });

  it('adds numerators and denominators apart, or takes the newest', () => {
    expect(gatherFigure([q1(9, 10), q2(1, 20)], firstHalf, 'sum')).toEqual({
      numerator: 10,
      denominator: 30,
      windowIds: ['q1', 'q2'],
    });
    expect(gatherFigure([q2(19, 20), q1(9, 10)], firstHalf, 'newest')).toEqual({
      numerator: 19,
      denominator: 20,
      windowIds: ['q2'],
    });
  });

  it('never counts overlapping windows twice: the longer one was written for the whole (TG11)', () => {
    expect(gatherFigure([q1(9, 10), q2(1, 20), half(11, 31)], firstHalf, 'sum')).toMatchObject({
      numerator: 11,
      denominator: 31,
      windowIds: ['h1'],
    });
    expect(gatherFigure([q1(9, 10), half(11, 31)], quarter, 'sum')).toMatchObject({ numerator: 9, denominator: 10 });
  });

  it('an unknown part leaves the sum unknown; no figure at all is no sum', () => {
    expect(gatherFigure([q1(9, 10), q2(null, 20)], firstHalf, 'sum')).toMatchObject({
      numerator: null,
      denominator: 30,
    });
    expect(gatherFigure([q1(null, null)], firstHalf, 'sum')).toBeNull();
    expect(gatherFigure([q1(0.1), q2(0.2)], firstHalf, 'sum')).toMatchObject({ numerator: 0.3 });
  });
});

describe('verdicts in a window', () => {
  it('a share of an empty set is no case (TG9)', () => {
    expect(judgeIn(target('100% hồ sơ đúng hạn'), { numerator: 0, denominator: 0 }, quarter)).toBe('no-case');
    expect(figureWords(target('100% hồ sơ đúng hạn'), { numerator: 0, denominator: 0 })).toBe('không phát sinh');
  });

  it.each([
    ['ít nhất 2 lần/năm', 1, quarter, 'running'],
    ['ít nhất 2 lần/năm', 2, quarter, 'met'],
    ['ít nhất 2 lần/năm', 1, { from: '2024-01-01', to: '2024-12-31' }, 'missed'],
    ['ít nhất 1 lần/tháng', 2, quarter, 'missed'],
    ['ít nhất 1 lần/tháng', 3, quarter, 'met'],
    ['ít nhất 1 lần/quý', 1, quarter, 'met'],
    ['ít nhất 1 lần/quý', 0, quarter, 'missed'],
    ['không quá 3 vụ/năm', 4, quarter, 'missed'],
  ] as const)('%s with %d: %s → %s (TG13)', (words, numerator, days, verdict) => {
    expect(judgeIn(target(words), { numerator, denominator: null }, days)).toBe(verdict);
  });

  it('a number that is not entered, a missing count, a part above its whole stay open', () => {
    expect(judgeIn(target('đạt chỉ tiêu do huyện giao'), { numerator: 5, denominator: 5 }, quarter)).toBe('open');
    expect(judgeIn(target('100% hồ sơ'), { numerator: 5, denominator: null }, quarter)).toBe('open');
    expect(judgeIn(target('100% hồ sơ'), { numerator: 6, denominator: 5 }, quarter)).toBe('open');
    expect(figureWords(target('100% hồ sơ'), { numerator: 6, denominator: 5 })).toBeNull();
  });
});

describe('results of a group', () => {
  it('keeps the key of a target through case, accents, spaces and punctuation (TG10)', () => {
    expect(targetKey('100%  Thôn, tổ dân phố;', 'r0')).toBe(targetKey('100% thôn tổ dân phố', 'r0'));
    expect(targetKey('90% thôn', 'r0')).not.toBe(targetKey('100% thôn', 'r0'));
  });

  it('a correction takes the place of the reading, line by line', () => {
    const words = ['100% thôn được tuyên truyền', 'Báo cáo kết quả'];
    const [chosen] = asRead(readResult(words[0]!).targets);
    const read = readGroup(words, (each) =>
      each === words[0] ? { targets: [{ ...chosen!, value: 90 }], proofs: ['anh'] } : null,
    );
    expect(read[0]).toMatchObject({ targets: [{ corrected: true, target: { value: 90 } }], proofs: ['anh'] });
    expect(read[1]).toMatchObject({ targets: [], proofs: ['bao-cao'] });
  });

  it('says a target as forms and reports do', () => {
    expect(targetWords(target('ít nhất 2 lần/năm'))).toBe('ít nhất 2 lần/năm');
    expect(targetWords(target('trên 95% hồ sơ'))).toBe('trên 95%');
    expect(targetWords(target('Chỉ số hài lòng đạt mức 90% trở lên'))).toBe('từ 90% trở lên');
    expect(targetWords(target('đạt chỉ tiêu do UBND huyện giao'))).toBe('theo số do UBND huyện giao');
  });
});

describe('proof', () => {
  const proof = (kind: ProofAtHand['kind'], id = kind): ProofAtHand => ({ id, kind, title: id });

  it('is there, missing or explained; what is there counts more than a reason (TG15, TG17)', () => {
    const items = checklist(['van-ban', 'anh', 'bao-cao'], [proof('quyet-dinh')], (kind) =>
      kind === 'bao-cao' ? 'chưa đến kỳ' : '',
    );
    expect(items.map((item) => item.state)).toEqual(['co', 'thieu', 'giai-trinh']);
    expect(checklist(['bao-cao'], [proof('bao-cao')], () => 'chưa đến kỳ')[0]!.state).toBe('co');
  });

  it('a proof of the very kind comes before one that answers for it', () => {
    const [item] = checklist(['van-ban'], [proof('quyet-dinh'), proof('van-ban')], () => '');
    expect(item!.proofs.map((each) => each.id)).toEqual(['van-ban']);
  });

  const guessed = (kind: string, title: string, mediaType: string | null = null) =>
    guessProofKind({ kind, title, fileName: kind === 'file' ? title : null, mediaType, number: null });
  it.each([
    ['link', 'Bài đăng trên trang', null, 'duong-link'],
    ['file', 'IMG_2041.jpg', 'image/jpeg', 'anh'],
    ['file', 'lịch phát sóng tháng 3.jpg', 'image/jpeg', 'lich-phat-song'],
    ['file', 'clip đối thoại.mp4', null, 'video'],
    ['file', 'QD 12 thanh lap to.pdf', 'application/pdf', 'quyet-dinh'],
    ['file', 'Báo cáo kiểm tra quý I.docx', null, 'bao-cao'],
    ['file', 'du toan 2024.xlsx', null, 'so-lieu'],
    ['file', 'so sach.xlsx', null, 'so-lieu'],
    ['document', 'Kế hoạch tuyên truyền', null, 'van-ban'],
    ['document', 'Về việc gì đó', null, 'van-ban'],
    ['file', 'scan0001.pdf', 'application/pdf', 'khac'],
  ] as const)('%s “%s” is %s (TG16)', (kind, title, mediaType, expected) => {
    expect(guessed(kind, title, mediaType)).toBe(expected);
  });
});
