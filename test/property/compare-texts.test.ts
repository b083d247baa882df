/** Random edits of random documents: nothing is lost, each change is told once, and accepting all gives the edited text. */
import { expect, it } from 'vitest';
import { applyLineChanges, compareLines, lineKey, pairLines } from '../../shared/compare/compare-texts.ts';

/** A repeatable stream of numbers in [0, 1) (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const vocabulary =
  'ủy ban nhân dân xã kết quả thực hiện nhiệm vụ công khai niêm yết thôn phố quý báo cáo kế hoạch đạt 9/11 hồ sơ đúng hạn'.split(
    ' ',
  );

function document(next: () => number): string[] {
  const word = () => vocabulary[Math.floor(next() * vocabulary.length)] ?? '';
  return Array.from({ length: Math.floor(next() * 40) }, () => {
    if (next() < 0.1) return 'Chưa có kết quả.';
    return Array.from({ length: 1 + Math.floor(next() * 14) }, word).join(' ');
  });
}

function edit(lines: readonly string[], next: () => number): string[] {
  return lines.flatMap((line) => {
    const dice = next();
    if (dice < 0.08) return [];
    if (dice < 0.16) return [line, `thêm mới ${Math.floor(next() * 1000)} dòng`];
    if (dice < 0.3) return [line.replace(/\S+/, `sửa${Math.floor(next() * 1000)}`)];
    return [line];
  });
}

it('accepting every change gives the edited document, accepting none the own one', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const next = numbers(seed);
    const own = document(next);
    const file = seed % 7 === 0 ? document(next) : edit(own, next);
    const changes = compareLines(own, file);
    expect(applyLineChanges(own, file, changes).map(lineKey), `seed ${seed}`).toEqual(file.map(lineKey));
    expect(applyLineChanges(own, file, [])).toEqual(own);
    expect(compareLines(own, file)).toEqual(changes);
  }
});

it('each line is told at most once, and equal documents have no change', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const next = numbers(seed);
    const own = document(next);
    const file = edit(own, next);
    expect(compareLines(own, own)).toEqual([]);
    const changes = compareLines(own, file);
    const owns = changes.flatMap((change) => (change.kind === 'added' ? [] : [change.own]));
    const files = changes.flatMap((change) => (change.kind === 'removed' ? [] : [change.file]));
    expect(new Set(owns).size).toBe(owns.length);
    expect(new Set(files).size).toBe(files.length);
    const partners = pairLines(own, file).filter((each) => each !== null);
    expect(partners).toEqual([...partners].sort((a, b) => a - b));
  }
});

it('any part of the changes may be accepted: the lines nobody touched stay as they were, in order', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const next = numbers(seed);
    const own = document(next);
    const file = edit(own, next);
    const changes = compareLines(own, file);
    const some = changes.filter(() => next() < 0.5);
    const touched = new Set(some.flatMap((change) => (change.kind === 'added' ? [] : [change.own])));
    const result = applyLineChanges(own, file, some);
    let at = 0;
    for (const [index, line] of own.entries()) {
      if (touched.has(index)) continue;
      at = result.indexOf(line, at);
      expect(at, `seed ${seed}, line ${index}`).toBeGreaterThanOrEqual(0);
      at++;
    }
  }
});

it('one rewritten line among unchanged ones is one change', () => {
  const own = ['I. ĐẦU', 'Chưa có kết quả do đơn vị báo cáo.', 'II. SAU', 'Chưa có kết quả do đơn vị báo cáo.'];
  const file = ['I. ĐẦU', 'Đã xong hết rồi', 'II. SAU', 'Chưa có kết quả do đơn vị báo cáo.'];
  expect(compareLines(own, file)).toEqual([{ kind: 'changed', own: 1, file: 1 }]);
});

it('the closing mark and white space are no edits', () => {
  expect(compareLines(['Trên đây là báo cáo./.'], ['Trên  đây là báo cáo.'])).toEqual([]);
  expect(compareLines(['Trên đây là báo cáo.'], ['Trên đây là báo cáo;./.'])).toEqual([]);
});

it('a document written anew is told quickly and completely', () => {
  const own = Array.from({ length: 3000 }, (_, at) => `dòng cũ số ${at} ${at % 3}`);
  const file = Array.from({ length: 3000 }, (_, at) => `hàng mới ${at} khác ${at % 5}`);
  expect(applyLineChanges(own, file, compareLines(own, file))).toEqual(file);
});
