/** Documents of our own that are right, and ways to spoil exactly one thing in their Word files. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { inspectDocx } from '../../../electron/documents/inspect/inspect-docx.ts';
import { toDocx } from '../../../electron/documents/write/to-docx.ts';
import { checkLayout, type LayoutReport } from '../../../shared/check/check.ts';
import { buildPlan } from '../../../shared/plan/build-plan.ts';
import { buildReport } from '../../../shared/report/build-report.ts';

const sentence =
  'Công khai đầy đủ, kịp thời thủ tục hành chính tại Bộ phận Một cửa, nhà văn hóa thôn và trên Trang thông tin điện tử của xã; phân công công chức hướng dẫn người dân nộp hồ sơ trực tuyến, trả kết quả đúng hẹn.';
const paragraphs = (count: number): string[] => Array.from({ length: count }, () => sentence);

const section = (label: string, heading: string, lines: string[], children: ReturnType<typeof plain>[] = []) => ({
  label,
  heading,
  paragraphs: lines,
  children,
});
const plain = (label: string, heading: string, lines: string[]) => ({
  label,
  heading,
  paragraphs: lines,
  children: [],
});

/** Points from a to e with đ between, sections I and II, basis, recipients, signature, annex with its table. */
export const plan = buildPlan({
  office: { issuer: ['Ủy ban nhân dân', 'xã An Bình'], name: 'UBND xã An Bình', place: 'An Bình' },
  number: '8',
  date: '2024-01-05',
  year: 2024,
  title: 'Kế hoạch nâng cao Chỉ số Hiệu quả quản trị\nvà hành chính công (PAPI) xã An Bình năm 2024',
  basis: ['Căn cứ Luật Thực hiện dân chủ ở cơ sở', 'Căn cứ Kế hoạch số 112/KH-UBND ngày 22/3/2024 của UBND huyện'],
  sections: [
    section('', '', ['Ủy ban nhân dân xã An Bình ban hành Kế hoạch như sau:']),
    section(
      'I.',
      'Mục đích, yêu cầu',
      [],
      [
        plain('1.', 'Mục đích', ['- Nâng cao chất lượng phục vụ.', ...paragraphs(3)]),
        plain('2.', 'Yêu cầu', [
          'Thực hiện các yêu cầu sau:',
          'a) Một việc;',
          'b) Hai việc;',
          'c) Ba việc;',
          'd) Bốn việc;',
          'đ) Năm việc;',
          'e) Sáu việc.',
        ]),
      ],
    ),
    section(
      'II.',
      'Tổ chức thực hiện',
      [],
      [plain('1.', 'Văn phòng', paragraphs(6)), plain('2.', 'Các thôn', ['Thực hiện đúng Kế hoạch này.'])],
    ),
  ],
  rows: ['Công khai thủ tục', 'Niêm yết phí, lệ phí'].map((task) => ({
    no: '6',
    area: 'Thủ tục hành chính công',
    component: 'a) Chứng thực',
    tasks: [task],
    results: ['100% thủ tục'],
    lead: 'Lãnh đạo UBND',
    executors: ['Bộ phận Một cửa'],
    time: 'Thường xuyên',
  })),
  recipients: ['UBND tỉnh', 'Các thôn', 'Lưu: VT, VP'],
  signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', name: 'Trần Văn Bình' },
});

/** A report sent upward: one addressee, no basis, no number yet. */
export const report = buildReport({
  office: {
    issuer: ['Ủy ban nhân dân', 'xã An Bình'],
    name: 'UBND xã An Bình',
    place: 'An Bình',
    superior: 'Ủy ban nhân dân tỉnh',
  },
  plan: {
    number: '08/KH-UBND',
    date: '2024-01-11',
    title: 'Kế hoạch nâng cao Chỉ số PAPI xã An Bình năm 2024',
    year: 2024,
  },
  window: { label: '6 tháng đầu năm 2024', from: '2023-12-15', to: '2024-06-14', due: '2024-07-02' },
  sections: [
    { key: 'a', label: 'I.', heading: 'Kết quả', text: sentence },
    { key: 'b', label: 'II.', heading: 'Phương hướng', text: 'Thực hiện các nhiệm vụ còn lại.' },
  ],
  annex: [],
  recipients: ['UBND tỉnh', 'Lưu: VT'],
  signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: 'Trần Văn Bình' },
});

export const planFile: Promise<Uint8Array> = toDocx(plan);

export const check = (file: Uint8Array): LayoutReport => {
  const inspected = inspectDocx(file);
  if (!inspected.ok) throw new Error(inspected.error.message);
  return checkLayout(inspected.value);
};

/** One change of a Word file's parts. A change that finds nothing to change is a broken test and throws. */
export type Edit = (part: (name: string) => string, set: (name: string, xml: string) => void) => void;

export function edited(file: Uint8Array, ...edits: readonly Edit[]): Uint8Array {
  const parts = unzipSync(file);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  for (const edit of edits)
    edit(part, (name, xml) => {
      if (xml === part(name)) throw new Error(`nothing changed in ${name}`);
      parts[name] = strToU8(xml);
    });
  return zipSync(parts);
}

export const inPart =
  (name: string, from: string | RegExp, to: string): Edit =>
  (part, set) =>
    set(name, part(name).replace(from, to));

export const inText = (from: string | RegExp, to: string): Edit => inPart('word/document.xml', from, to);

/** Run properties on every run of the first, or of each, paragraph of a style. */
export const runsOf =
  (style: string, properties: string, all = false): Edit =>
  (part, set) => {
    const paragraphs = new RegExp(`<w:p><w:pPr><w:pStyle w:val="${style}"/>.*?</w:p>`, all ? 'g' : '');
    const changed = part('word/document.xml').replace(paragraphs, (paragraph) =>
      paragraph.replace(/<w:r>(?:<w:rPr>.*?<\/w:rPr>)?/g, `<w:r><w:rPr>${properties}</w:rPr>`),
    );
    set('word/document.xml', changed);
  };

/** Paragraph properties at the end of those of the first, or each, paragraph of a style. */
export const paragraphOf = (style: string, properties: string, all = false): Edit =>
  inText(
    new RegExp(`(<w:pPr><w:pStyle w:val="${style}"/>(?:(?!</w:pPr>).)*)</w:pPr>`, all ? 'g' : ''),
    `$1${properties}</w:pPr>`,
  );

/** The page settings of a section, from 1. */
export const inSection =
  (which: number, from: string | RegExp, to: string): Edit =>
  (part, set) => {
    let count = 0;
    set(
      'word/document.xml',
      part('word/document.xml').replace(/<w:sectPr.*?<\/w:sectPr>/g, (settings) =>
        ++count === which ? settings.replace(from, to) : settings,
      ),
    );
  };
