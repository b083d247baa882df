/** The practice plan that the program brings: an invented commune's, ready to be kept or printed. */
import type { ReadHeader, ReadRow } from '../plan/read-plan.ts';
import { sampleAreas } from './plan-rows.ts';

export const sampleOffice = {
  kind: 'xa',
  name: 'An Thịnh',
  superiorKind: 'tinh',
  superiorName: 'Sông Lam',
  place: 'An Thịnh',
  chairTitle: 'CHỦ TỊCH',
  chairName: 'Nguyễn Văn Bình',
} as const;

export type SamplePerson = { readonly name: string; readonly posts: readonly string[] };

export const samplePeople: readonly SamplePerson[] = [
  { name: 'Nguyễn Văn Bình', posts: ['Lãnh đạo UBND'] },
  { name: 'Trần Thị Hạnh', posts: ['Văn phòng - Thống kê', 'Bộ phận Một cửa'] },
  { name: 'Lê Thị Lan', posts: ['Tài chính - Kế toán'] },
  { name: 'Phạm Minh Đức', posts: ['Văn hóa - Xã hội', 'Đài truyền thanh'] },
  { name: 'Hoàng Thu Thủy', posts: ['Tư pháp - Hộ tịch'] },
  { name: 'Vũ Quốc Đạt', posts: ['Địa chính'] },
];

export const sampleHeader = (year: number): ReadHeader => ({
  number: '15/KH-UBND',
  date: `${year}-01-20`,
  place: sampleOffice.place,
  issuer: 'UBND xã An Thịnh',
  title: `Nâng cao Chỉ số Hiệu quả quản trị và hành chính công (PAPI) xã An Thịnh năm ${year}`,
  year,
  basis: [
    `Thực hiện Kế hoạch số 08/KH-UBND ngày 05/01/${year} của UBND tỉnh Sông Lam về nâng cao Chỉ số PAPI năm ${year};`,
  ],
  sections: [
    {
      label: 'I.',
      heading: 'MỤC ĐÍCH, YÊU CẦU',
      paragraphs: [],
      children: [
        {
          label: '1.',
          heading: 'Mục đích',
          paragraphs: [
            'Nâng cao chất lượng phục vụ Nhân dân của bộ máy chính quyền xã; phấn đấu kết quả khảo sát tại xã thuộc nhóm cao của tỉnh.',
          ],
          children: [],
        },
        {
          label: '2.',
          heading: 'Yêu cầu',
          paragraphs: [
            'Mỗi nhiệm vụ có một đầu mối chủ trì, có sản phẩm và thời gian cụ thể; kết quả có minh chứng kèm theo.',
          ],
          children: [],
        },
      ],
    },
    {
      label: 'II.',
      heading: 'NHIỆM VỤ VÀ GIẢI PHÁP',
      paragraphs: ['Các nhiệm vụ cụ thể theo từng chỉ số nội dung được giao tại Phụ lục kèm theo Kế hoạch này.'],
      children: [],
    },
    {
      label: 'III.',
      heading: 'TỔ CHỨC THỰC HIỆN',
      paragraphs: [],
      children: [
        {
          label: '1.',
          heading: 'Văn phòng - Thống kê',
          paragraphs: ['Theo dõi, đôn đốc; tổng hợp báo cáo quý, 6 tháng và năm trình Chủ tịch UBND xã.'],
          children: [],
        },
        {
          label: '2.',
          heading: 'Các bộ phận, đơn vị được giao chủ trì',
          paragraphs: [
            'Thực hiện đúng thời gian; cập nhật kết quả và minh chứng trước ngày chốt số liệu của từng quý.',
          ],
          children: [],
        },
      ],
    },
  ],
  recipients: ['UBND tỉnh Sông Lam', 'Thường trực Đảng ủy, HĐND xã', 'Các bộ phận, các thôn', 'Lưu: VT.'],
  signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: sampleOffice.chairName },
  doubts: [],
});

/** The task table, filled down as a reader would give it. */
export const sampleRows = (year: number): ReadRow[] =>
  sampleAreas(year).flatMap((area) =>
    area.groups.map((group) => ({
      no: area.no,
      dimension: area.name,
      component: group.component,
      tasks: [...group.tasks],
      results: [...group.results],
      lead: group.lead,
      executors: [...group.executors],
      time: group.time,
      note: '',
      sharesWith: null,
      doubts: [],
      place: null,
    })),
  );
