/** Single lines of a plan's body → sections, case by case (WR8, WR10). */
import { expect, it } from 'vitest';
import { type NumberedBlock, sectionsOf, type WrittenBlock } from '../../../shared/body/written-blocks.ts';

const numbered = (text: string, level: 1 | 2 | 3, titled: boolean): NumberedBlock => ({
  type: 'numbered',
  id: '',
  level,
  titled,
  typed: null,
  text,
});
const section = (label: string, heading: string, paragraphs: string[], children: object[] = []) => ({
  id: '',
  label,
  heading,
  paragraphs,
  children,
});

it('WR8: a heading and a numbered sentence both open a section, and what follows belongs to it', () => {
  const lines: WrittenBlock[] = [
    numbered('Mục đích', 1, true),
    { type: 'paragraph', text: 'Làm đúng việc.' },
    numbered('Cụ thể hóa kế hoạch của tỉnh', 2, false),
    { type: 'item', marker: '-', text: 'Đến từng thôn;' },
    { type: 'paragraph', text: 'Trong quý II.' },
    numbered('Yêu cầu', 1, true),
    { type: 'paragraph', text: 'Rõ người, rõ việc.' },
  ];
  expect(sectionsOf(lines)).toEqual([
    section(
      'I.',
      'Mục đích',
      ['Làm đúng việc.'],
      [section('1.', '', ['Cụ thể hóa kế hoạch của tỉnh', '- Đến từng thôn;', 'Trong quý II.'])],
    ),
    section('II.', 'Yêu cầu', ['Rõ người, rõ việc.']),
  ]);
});

it('WR10: empty lines and a numbered line without words and number are not kept', () => {
  const lines: WrittenBlock[] = [
    { type: 'paragraph', text: '  ' },
    numbered('Mục đích', 1, true),
    { type: 'paragraph', text: '' },
    { type: 'item', marker: '+', text: ' \u00a0' },
    { ...numbered(' ', 1, true), typed: '' },
    { type: 'paragraph', text: 'Làm đúng việc.' },
    numbered('Yêu cầu', 1, true),
  ];
  expect(sectionsOf(lines)).toEqual([section('I.', 'Mục đích', ['Làm đúng việc.']), section('II.', 'Yêu cầu', [])]);
});
