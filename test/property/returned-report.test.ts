/** Random edits of random reports, brought back (RE11 to RE13): taking everything over gives the edited text and leaves nothing to tell. */
import { expect, it } from 'vitest';
import type { SourceBlock } from '../../shared/plan/read-plan.ts';
import { type OwnSection, printedLines, returnedChanges, sectionTextsAfter } from '../../shared/returned/report.ts';

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
  'kết quả thực hiện nhiệm vụ công khai niêm yết thôn phố đạt hồ sơ đúng hạn tuyên truyền hội nghị'.split(' ');
const signer = { authority: '', title: '', name: '' };
const title = 'Kết quả thực hiện Kế hoạch PAPI quý I/2024';

function report(next: () => number): OwnSection[] {
  const line = () =>
    Array.from({ length: 4 + Math.floor(next() * 9) }, () => vocabulary[Math.floor(next() * vocabulary.length)]).join(
      ' ',
    );
  return Array.from({ length: 2 + Math.floor(next() * 6) }, (_, at) => ({
    key: `muc-${at}`,
    label: `${at + 1}.`,
    heading: `Nội dung thứ ${at + 1}`,
    text: Array.from({ length: Math.floor(next() * 5) }, () => (next() < 0.2 ? '' : line())).join('\n'),
  }));
}

const paragraph = (text: string): SourceBlock => ({ type: 'paragraph', text, bold: false, align: 'justify' });
const printed = (sections: readonly OwnSection[]): string[] =>
  sections.flatMap(({ label, heading, text }) => [`${label} ${heading}`, ...printedLines(text)]);
const around = (body: readonly string[]): SourceBlock[] =>
  ['Số: /BC-UBND', 'BÁO CÁO', title, ...body, 'Nơi nhận:', 'Lưu: VT.'].map(paragraph);

/** Edits lines of text only: headings are the program's. Tells how many lines it touched. */
function edit(sections: readonly OwnSection[], next: () => number): { sections: OwnSection[]; touched: number } {
  let touched = 0;
  const edited = sections.map((section) => ({
    ...section,
    text: printedLines(section.text)
      .flatMap((line) => {
        const dice = next();
        if (dice > 0.45) return [line];
        touched++;
        if (dice < 0.1) return [];
        if (dice < 0.2) return [line, `Bổ sung số ${Math.floor(next() * 1e6)} ngoài biểu.`];
        return [line.replace(/\S+$/u, `thay${Math.floor(next() * 1e6)}`)];
      })
      .join('\n'),
  }));
  return { sections: edited, touched };
}

it('everything accepted is the edited report; nothing accepted is the own one', () => {
  let seen = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const next = numbers(seed);
    const sections = report(next);
    const theirs = edit(sections, next);
    const own = { blocks: around(printed(sections)), title, sections, rows: [], recipients: ['Lưu: VT.'], signer };
    const file = around(printed(theirs.sections));
    const changes = returnedChanges(own, file, null);
    expect(
      changes.every((change) => change.target?.kind === 'section'),
      `seed ${seed}`,
    ).toBe(true);
    expect(changes.length).toBeLessThanOrEqual(2 * theirs.touched);
    if (theirs.touched === 0) expect(changes).toEqual([]);
    const texts = new Map(sectionTextsAfter(sections, changes).map(({ key, text }) => [key, text]));
    const after = sections.map((section) => ({ ...section, text: texts.get(section.key) ?? section.text }));
    expect(printed(after), `seed ${seed}`).toEqual(printed(theirs.sections));
    expect(returnedChanges({ ...own, blocks: around(printed(after)), sections: after }, file, null)).toEqual([]);
    expect(sectionTextsAfter(sections, [])).toEqual([]);
    seen += changes.length;
  }
  expect(seen).toBeGreaterThan(500);
});

it('RE14: a report that moved on since tells only what the person changed', () => {
  for (let seed = 1; seed <= 150; seed++) {
    const next = numbers(seed);
    const exported = report(next);
    const newer = exported.map((section, at) =>
      at === 0 ? { ...section, text: `Số liệu mới nhất của kỳ này là ${seed}.` } : section,
    );
    const own = { blocks: around(printed(newer)), title, sections: newer, rows: [], recipients: ['Lưu: VT.'], signer };
    const taken = around(printed(exported));
    expect(returnedChanges(own, taken, taken), `seed ${seed}`).toEqual([]);
  }
});
