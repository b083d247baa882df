import { expect, it } from 'vitest';
import { blocksOfPasted } from '../../../shared/body/pasted-lines.ts';

const pasted = (...texts: string[]) => blocksOfPasted(texts.map((text) => ({ text, heading: 0 })));

it('WR11: numbers in front make numbered lines, bullets items, the rest paragraphs', () => {
  expect(
    pasted('I.  MỤC ĐÍCH', '1. Mục đích', 'a) Nâng cao chất lượng phục vụ.', '- Một', '+ Hai', '·   Ba', 'Đoạn văn.'),
  ).toEqual([
    { type: 'numbered', id: '', level: 1, titled: true, typed: null, text: 'MỤC ĐÍCH' },
    { type: 'numbered', id: '', level: 2, titled: true, typed: null, text: 'Mục đích' },
    { type: 'numbered', id: '', level: 3, titled: false, typed: null, text: 'Nâng cao chất lượng phục vụ.' },
    { type: 'item', marker: '-', text: 'Một' },
    { type: 'item', marker: '+', text: 'Hai' },
    { type: 'item', marker: '-', text: 'Ba' },
    { type: 'paragraph', text: 'Đoạn văn.' },
  ]);
});

it('WR11: amounts and dates are no numbers of lines; control characters and empty lines go', () => {
  expect(pasted('1.000 người', '11/01/2024 họp', ' \u200b ', 'a\u0000b')).toEqual([
    { type: 'paragraph', text: '1.000 người' },
    { type: 'paragraph', text: '11/01/2024 họp' },
    { type: 'paragraph', text: 'a b' },
  ]);
});

it('WR11: a heading of the source stays one', () => {
  expect(blocksOfPasted([{ text: 'Tổ chức thực hiện', heading: 6 }])).toMatchObject([
    { type: 'numbered', level: 4, titled: true },
  ]);
});

it('BB5: bold and italic words come with their line, the number in front and the bullet do not; a heading takes no looks', () => {
  const line = (...runs: { text: string; bold?: boolean; italic?: boolean }[]) => ({
    text: runs.map(({ text }) => text).join(''),
    heading: 0,
    runs,
  });
  expect(
    blocksOfPasted([
      line({ text: 'a)  Lấy ' }, { text: 'người dân', bold: true }, { text: ' làm trung tâm.' }),
      line({ text: '• ' }, { text: 'Niêm yết', italic: true }),
      { ...line({ text: 'Mục đích', bold: true }), heading: 1 },
      line({ text: 'Thường.', bold: false }),
    ]),
  ).toEqual([
    {
      type: 'numbered',
      id: '',
      level: 3,
      titled: false,
      typed: null,
      text: 'Lấy người dân làm trung tâm.',
      runs: [{ text: 'Lấy ' }, { text: 'người dân', bold: true }, { text: ' làm trung tâm.' }],
    },
    { type: 'item', marker: '-', text: 'Niêm yết', runs: [{ text: 'Niêm yết', italic: true }] },
    { type: 'numbered', id: '', level: 1, titled: true, typed: null, text: 'Mục đích' },
    { type: 'paragraph', text: 'Thường.' },
  ]);
});
