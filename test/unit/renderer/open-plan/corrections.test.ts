import { describe, expect, it } from 'vitest';
import {
  applySuggestion,
  type Corrections,
  correctedHeader,
  correctedRows,
  decideAll,
  decisionOn,
  rowValue,
  startingCorrections,
  withChoice,
  withHeaderEdit,
  withRowValue,
  withSectionEdit,
} from '../../../../renderer/features/open-plan/logic/corrections.ts';
import { canBeChanged, listDoubts } from '../../../../renderer/features/open-plan/logic/doubts.ts';
import { readHeader, readRow } from '../../../../shared/plan/read-plan.ts';
import { doubt, readSample } from './read-sample.ts';

const read = readSample();
const start = startingCorrections(read);
const ref = (key: string) => {
  const found = listDoubts(read).find((each) => each.key === key);
  if (!found) throw new Error(`no doubt ${key}`);
  return found;
};
const chosen = (...keys: string[]): Corrections =>
  keys.reduce((made, key) => withChoice(read, made, ref(key), 'change'), start);

describe('nothing is changed unasked (OP2)', () => {
  it('keeps what was read when nothing was decided', () => {
    expect(correctedRows(read, start)).toEqual(read.rows.map((row) => ({ ...row, doubts: [] })));
    expect(correctedHeader(read, start)).toEqual({ ...read.plan, doubts: [] });
  });

  it('keeps what was read when everything was to stay', () => {
    const kept = decideAll(read, start, listDoubts(read), 'keep');
    expect(correctedRows(read, kept)).toEqual(correctedRows(read, start));
    expect(correctedHeader(read, kept)).toEqual(correctedHeader(read, start));
  });

  it('never touches the file that was read', () => {
    decideAll(read, start, listDoubts(read), 'change');
    expect(read).toEqual(readSample());
  });
});

describe('an accepted offer', () => {
  it('replaces the doubtful words inside a line, inside one entry of a list, or the blank', () => {
    const rows = correctedRows(read, chosen('r0.0', 'r0.1', 'r0.2'));
    expect(rows[0]).toMatchObject({
      no: '7',
      tasks: ['Bê tông hóa đường', 'Nâng cấp các tuyến cứng hóa'],
      time: 'Trong năm 2024',
    });
    expect(correctedHeader(read, chosen('h0')).title).toBe('Nâng cao Chỉ số PAPI năm 2024');
  });

  it('puts the words as they are, also when they hold signs that mean something to a pattern', () => {
    expect(applySuggestion('giá 5$', doubt('note', '5$', '$& 6'))).toBe('giá $& 6');
  });

  it('of the text goes to the section it stands in: number, heading or paragraph', () => {
    const { sections } = correctedHeader(read, chosen('h2', 'h3'));
    expect(sections[0]?.paragraphs).toEqual(['Phấn đấu tình hình tốt hơn.']);
    expect(sections.map((section) => section.label)).toEqual(['I.', 'II.']);
  });

  it('of the year sets the year that is asked for, and gives it back', () => {
    const changed = chosen('h1');
    expect(correctedHeader(read, changed).year).toBe(2025);
    expect(correctedHeader(read, withChoice(read, changed, ref('h1'), null)).year).toBe(2024);
  });

  it('can be taken back', () => {
    const back = withChoice(read, chosen('r0.2'), ref('r0.2'), null);
    expect(correctedRows(read, back)[0]?.time).toBe('Trong năm 2023');
    expect(decisionOn(read, ref('r0.2'), back)).toBeNull();
  });

  it('is made only where the program can put it', () => {
    expect(
      listDoubts(read)
        .filter(canBeChanged)
        .map((each) => each.key),
    ).toEqual(['h0', 'h1', 'h2', 'h3', 'r0.0', 'r0.1', 'r0.2']);
  });
});

describe('cells over several rows', () => {
  it('are corrected once for all their rows, so that no area is torn apart', () => {
    const byHand = withRowValue(read, chosen('r0.0'), 1, 'dimension', 'Dịch vụ công');
    const rows = correctedRows(read, byHand);
    expect(rows.slice(0, 2).map(({ no, dimension }) => [no, dimension])).toEqual([
      ['7', 'Dịch vụ công'],
      ['7', 'Dịch vụ công'],
    ]);
    expect(rows[2]?.dimension).toBe('Quản trị môi trường');
  });

  it('keep their components together, and other fields apart', () => {
    const rows = correctedRows(read, withRowValue(read, start, 1, 'component', 'c) Hạ tầng'));
    expect(rows.map((row) => row.component)).toEqual([
      'c) Hạ tầng',
      'c) Hạ tầng',
      'a) Bảo vệ môi trường',
      'b) Chất lượng không khí',
    ]);
    const leads = correctedRows(read, withRowValue(read, start, 1, 'lead', 'Tư pháp'));
    expect(leads.map((row) => row.lead)).toEqual(['Lãnh đạo UBND', 'Tư pháp', '', '']);
  });
});

describe('a correction by hand', () => {
  it('wins over an accepted offer and settles the doubts about its field', () => {
    const made = withRowValue(read, chosen('r0.2'), 0, 'time', 'Quý III');
    expect(rowValue(read, made, 0, 'time')).toBe('Quý III');
    expect(decisionOn(read, ref('r0.2'), made)).toBe('by-hand');
    expect(rowValue(read, withRowValue(read, made, 0, 'time', null), 0, 'time')).toBe('Trong năm 2024');
  });

  it('reaches every field of the header, the signer too', () => {
    const made = withHeaderEdit(withHeaderEdit(start, 'signer.name', 'Trần Thị Bình'), 'basis', ['Căn cứ khác']);
    expect(correctedHeader(read, made)).toMatchObject({
      basis: ['Căn cứ khác'],
      signer: { name: 'Trần Thị Bình', title: 'CHỦ TỊCH' },
    });
    expect(correctedHeader(read, withHeaderEdit(made, 'basis', null)).basis).toHaveLength(2);
  });

  it('of a section changes that section alone', () => {
    const { sections } = correctedHeader(read, withSectionEdit(start, '0.0', { paragraphs: ['Khác.'] }));
    expect(sections[0]?.children[0]?.paragraphs).toEqual(['Khác.']);
    expect(sections[0]?.paragraphs).toEqual(['Phấn đấu hình hình tốt hơn.']);
  });
});

it('what is sent to be kept is what the contract takes', () => {
  const everything = decideAll(read, start, listDoubts(read), 'change');
  expect(readHeader.safeParse(correctedHeader(read, everything)).success).toBe(true);
  for (const row of correctedRows(read, everything)) expect(readRow.safeParse(row).success).toBe(true);
});

it('a file that holds only a table gets an empty head to fill in', () => {
  const annex = { ...readSample(), kind: 'annex' as const, plan: null };
  const made = withHeaderEdit(startingCorrections(annex), 'title', 'Kế hoạch năm');
  expect(correctedHeader(annex, { ...made, year: 2024 })).toMatchObject({
    title: 'Kế hoạch năm',
    year: 2024,
    sections: [],
  });
});
