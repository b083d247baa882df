/** What a reader might have read: a head, two sections, an area cell over two rows, a component over two, a shared cell, doubts of every kind. */
import type { Doubt, ReadPlan, ReadRow } from '../../../../shared/plan/read-plan.ts';

export const doubt = (
  field: string,
  source: string,
  suggestion: string | null,
  place: Doubt['place'] = null,
): Doubt => ({
  field,
  why: 'Có thể sai.',
  source,
  suggestion,
  place,
});

export function row(changes: Partial<ReadRow>): ReadRow {
  return {
    no: '',
    dimension: '',
    component: '',
    tasks: [],
    results: [],
    lead: '',
    executors: [],
    time: '',
    note: '',
    sharesWith: null,
    doubts: [],
    place: null,
    ...changes,
  };
}

const cell = (row: number, column: number, text: string, rowSpan = 1) => ({
  row,
  column,
  rowSpan,
  columnSpan: 1,
  text,
});

export function readSample(): ReadPlan {
  return {
    kind: 'plan',
    plan: {
      number: '08/KH-UBND',
      date: '2024-01-11',
      place: 'Như Quỳnh',
      issuer: 'UBND thị trấn Như Quỳnh',
      title: 'Nâng cao Chỉ số PAPI năm 2023',
      year: 2024,
      basis: ['Căn cứ Kế hoạch số 192/KH-UBND', 'Căn cứ tình hình thực tế'],
      preamble: ['UBND thị trấn ban hành Kế hoạch như sau:'],
      closing: ['Trên đây là Kế hoạch./.'],
      annexTitle: ['BIỂU TỔNG HỢP NHIỆM VỤ CỦA HUYỆN VĂN LÂM'],
      sections: [
        {
          label: 'I.',
          heading: 'MỤC ĐÍCH',
          paragraphs: ['Phấn đấu hình hình tốt hơn.'],
          place: { block: 2 },
          children: [{ label: '1.', heading: '', paragraphs: ['Yêu cầu chung.'], children: [], place: { block: 4 } }],
        },
        { label: 'I.', heading: 'TỔ CHỨC THỰC HIỆN', paragraphs: [], children: [], place: { block: 5 } },
      ],
      recipients: ['UBND huyện'],
      signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: 'Nguyễn Văn An' },
      doubts: [
        doubt('title', 'năm 2023', 'năm 2024', { block: 1 }),
        doubt('year', '2024', '2025'),
        doubt('sections', 'hình hình', 'tình hình', { block: 2 }),
        doubt('sections', 'I.', 'II.', { block: 5 }),
        doubt('annexTitle', 'HUYỆN VĂN LÂM', null, { block: 6, row: 0, column: 0 }),
      ],
    },
    columns: [
      { caption: 'TT', meaning: 'no' },
      { caption: 'Chỉ số', meaning: 'dimension' },
      { caption: 'Nội dung', meaning: 'component' },
      { caption: 'Nhiệm vụ', meaning: 'task' },
      { caption: 'Chủ trì', meaning: 'lead' },
      { caption: 'Thời gian', meaning: 'time' },
    ],
    rows: [
      row({
        no: '',
        dimension: 'Cung ứng dịch vụ công',
        component: 'c) Cơ sở hạ tầng',
        tasks: ['Bê tông hóa đường', 'Nâng cấp các tuyến cúng hóa'],
        lead: 'Lãnh đạo UBND',
        time: 'Trong năm 2023',
        doubts: [
          doubt('no', '', '7', { block: 6, row: 1, column: 0 }),
          doubt('tasks', 'cúng hóa', 'cứng hóa', { block: 6, row: 1, column: 3 }),
          doubt('time', 'Trong năm 2023', 'Trong năm 2024', { block: 6, row: 1, column: 5 }),
        ],
        place: { block: 6, row: 1 },
      }),
      row({
        no: '',
        dimension: 'Cung ứng dịch vụ công',
        component: 'c) Cơ sở hạ tầng',
        tasks: ['Rà soát quy hoạch'],
        lead: 'Địa chính',
        doubts: [doubt('time', '', null, { block: 6, row: 2, column: 5 })],
        place: { block: 6, row: 2 },
      }),
      row({
        no: '8',
        dimension: 'Quản trị môi trường',
        component: 'a) Bảo vệ môi trường',
        tasks: ['Quán triệt'],
        time: 'Thường xuyên',
        place: { block: 6, row: 3 },
      }),
      row({
        no: '8',
        dimension: 'Quản trị môi trường',
        component: 'b) Chất lượng không khí',
        sharesWith: 2,
        place: { block: 6, row: 4 },
      }),
    ],
    warnings: [],
    encoding: 'unicode',
    source: {
      name: 'ke-hoach.docx',
      bytes: 1000,
      blocks: [
        { type: 'paragraph', text: 'KẾ HOẠCH', bold: true, align: 'center' },
        { type: 'paragraph', text: 'Nâng cao Chỉ số PAPI năm 2023', bold: true, align: 'center' },
        { type: 'paragraph', text: 'I. MỤC ĐÍCH', bold: true, align: 'left' },
        { type: 'paragraph', text: 'Phấn đấu hình hình tốt hơn.', bold: false, align: 'justify' },
        { type: 'paragraph', text: '1. Yêu cầu chung.', bold: false, align: 'justify' },
        { type: 'paragraph', text: 'I. TỔ CHỨC THỰC HIỆN', bold: true, align: 'left' },
        {
          type: 'table',
          columns: 6,
          headerRows: 1,
          cells: [
            ...['TT', 'Chỉ số', 'Nội dung', 'Nhiệm vụ', 'Chủ trì', 'Thời gian'].map((text, column) =>
              cell(0, column, text),
            ),
            cell(1, 1, 'Cung ứng dịch vụ công', 2),
            cell(1, 2, 'c) Cơ sở hạ tầng', 2),
            cell(1, 3, 'Bê tông hóa đường'),
            cell(2, 3, 'Rà soát quy hoạch'),
            cell(3, 0, '8', 2),
            cell(3, 3, 'Quán triệt', 2),
          ],
        },
      ],
    },
  };
}
