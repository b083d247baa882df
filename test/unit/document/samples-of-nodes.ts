/** One small document with every node type, and helpers that build single-node documents. */
import { type DocumentNode, type OfficialDocument, officialDocument } from '../../../shared/document/model.ts';

export const documentOf = (
  nodes: readonly DocumentNode[],
  orientation: 'portrait' | 'landscape' = 'portrait',
): OfficialDocument => officialDocument.parse({ title: 'Thử', sections: [{ orientation, nodes }] });

export const head: DocumentNode = {
  type: 'officialHead',
  superior: null,
  issuer: ['Ủy ban nhân dân', 'xã An Bình'],
  number: '8',
  symbol: 'BC-UBND',
  place: 'An Bình',
  date: { kind: 'full', date: '2024-01-05' },
};

export const signature: DocumentNode = {
  type: 'signatureBlock',
  recipients: ['UBND huyện;', '- Lưu: VT.'],
  signing: { form: 'KT', body: 'Ủy ban nhân dân', head: 'Chủ tịch', position: 'Phó Chủ tịch' },
  name: 'Trần Văn Bình',
};

const words = (text: string) => [{ text }];
const cellOf = (text: string, rowSpan = 1, columnSpan = 1) => ({ paragraphs: [words(text)], rowSpan, columnSpan });

export const grid: DocumentNode = {
  type: 'table',
  columns: [
    { share: 1, align: 'center' },
    { share: 2, align: 'left' },
    { share: 3, align: 'justify' },
  ],
  headerRows: 1,
  labelColumns: 1,
  rows: [
    [cellOf('TT'), cellOf('Nội dung', 1, 2)],
    [cellOf('1', 2), cellOf('Tri thức'), { ...cellOf(''), paragraphs: [words('đoạn một'), words('đoạn hai')] }],
    [cellOf('Cơ hội'), cellOf('niêm yết')],
  ],
};

export const annexHead: DocumentNode = {
  type: 'annexHead',
  label: 'Phụ lục',
  title: ['Biểu tổng hợp'],
  attachedTo: {
    typeName: 'Báo cáo',
    number: null,
    symbol: 'BC-UBND',
    date: { kind: 'blank', month: null, year: 2024 },
    issuer: 'UBND xã An Bình',
  },
};

export const everyNode: OfficialDocument = officialDocument.parse({
  title: 'Báo cáo thử',
  sections: [
    {
      orientation: 'portrait',
      nodes: [
        head,
        { type: 'typeTitle', typeName: 'Báo cáo', subject: ['Kết quả thực hiện Kế hoạch'] },
        { type: 'addressees', names: ['Ủy ban nhân dân huyện Văn Lâm'] },
        { type: 'basis', lines: ['Căn cứ Luật Thực hiện dân chủ ở cơ sở', 'Căn cứ Kế hoạch số 08/KH-UBND;'] },
        { type: 'heading', level: 1, label: 'I.', text: 'Kết quả' },
        { type: 'heading', level: 2, label: '1.', text: 'Tham gia của người dân' },
        { type: 'heading', level: 3, label: 'a)', text: 'Tri thức công dân' },
        { type: 'heading', level: 4, label: '1.1.1.', text: 'Chi tiết' },
        {
          type: 'paragraph',
          runs: [{ text: 'Đã niêm yết ' }, { text: '9/11', bold: true }, { text: ' thôn', italic: true }],
        },
        { type: 'listItem', level: 1, marker: '-', runs: words('mục thứ nhất') },
        { type: 'listItem', level: 2, marker: '+', runs: words('mục con./.') },
        signature,
      ],
    },
    { orientation: 'landscape', nodes: [annexHead, grid] },
  ],
});
