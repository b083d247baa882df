/** Kế hoạch tuyên truyền: what is told to people, by whom, through what, and how it is known to have reached them. */
import type { ReadRow, ReadSection } from '../plan/read-plan.ts';
import { headerOf, heading, point, row, type Template, type TemplateWords, wordsOf } from './template.ts';

export const communicationPlan: Template = {
  name: 'Kế hoạch tuyên truyền về PAPI',
  about: 'Nội dung, hình thức và phân công tuyên truyền, có bảng nhiệm vụ ngắn.',
  write: (input) => {
    const { year } = input;
    const words = wordsOf(input);
    const { own, kind, office, superior, heads } = words;
    return {
      rows: rowsOf(words, year),
      header: headerOf(input, {
        title: `Tuyên truyền về Chỉ số Hiệu quả quản trị và hành chính công (PAPI) trên địa bàn ${own} năm ${year}`,
        basis: [`Thực hiện Kế hoạch số …/KH-UBND ngày …/…/${year} của ${office} về nâng cao Chỉ số PAPI năm ${year};`],
        preamble: [`${office} xây dựng Kế hoạch tuyên truyền như sau:`],
        sections: sectionsOf(words, year),
        closing: [
          `Trên đây là Kế hoạch tuyên truyền về Chỉ số PAPI năm ${year}. ${office} yêu cầu các bộ phận, đơn vị thực hiện và báo kết quả đúng kỳ./.`,
        ],
        recipients: [
          superior,
          `Thường trực Đảng ủy, HĐND ${kind}`,
          `Ủy ban MTTQ và các đoàn thể ${kind}`,
          'Đài truyền thanh',
          heads,
          'Lưu: VT.',
        ],
      }),
    };
  },
};

const content: [string, string] = ['1', 'Nội dung và hình thức tuyên truyền'];
const people: [string, string] = ['2', 'Đội ngũ tuyên truyền và đánh giá kết quả'];

const rowsOf = ({ hamlet, heads }: TemplateWords, year: number): ReadRow[] => [
  row({
    area: content,
    tasks: ['Phát tin, bài về PAPI trên hệ thống truyền thanh, mỗi tháng ít nhất 02 lần'],
    results: ['Lịch phát sóng, bản lưu bài'],
    lead: 'Đài truyền thanh',
    executors: ['Văn hóa - Xã hội'],
    time: 'Hằng tháng',
  }),
  row({
    area: content,
    tasks: [
      `In tờ gấp hỏi – đáp và phát đến hộ gia đình qua ${heads.toLowerCase()}`,
      'Đăng chuyên mục PAPI trên Trang thông tin điện tử',
    ],
    results: [`Mẫu tờ gấp, danh sách phát của từng ${hamlet}`, 'Đường dẫn chuyên mục'],
    lead: 'Văn hóa - Xã hội',
    executors: ['Văn phòng - Thống kê', heads],
    time: `Quý II/${year}`,
  }),
  row({
    area: people,
    tasks: [`Tập huấn cho cán bộ, công chức, ${heads.toLowerCase()} về 8 chỉ số nội dung`],
    results: ['Tài liệu, danh sách người dự'],
    lead: 'Văn phòng - Thống kê',
    executors: ['Các bộ phận chuyên môn'],
    time: `Trước ngày 31/3/${year}`,
  }),
  row({
    area: people,
    tasks: [`Hỏi nhanh ít nhất 30 hộ mỗi ${hamlet} về mức độ biết các nội dung đã tuyên truyền`],
    results: ['Bảng tổng hợp phiếu hỏi và việc cần làm tiếp'],
    lead: 'Ủy ban MTTQ',
    executors: ['Các đoàn thể', heads],
    time: `Quý IV/${year}`,
  }),
];

const sectionsOf = ({ own, kind, office, hamlet, heads }: TemplateWords, year: number): ReadSection[] => [
  heading(
    'MỤC ĐÍCH, YÊU CẦU',
    [],
    [
      heading('Mục đích', [
        'Người dân hiểu PAPI đo những việc gì, biết mình có quyền biết, bàn, làm, kiểm tra những gì và hỏi ở đâu khi cần.',
      ]),
      heading('Yêu cầu', [
        `Nội dung ngắn, đúng, gắn với việc thật của ${own}; không làm thay câu trả lời của người dân khi có khảo sát.`,
      ]),
    ],
  ),
  heading(
    'NỘI DUNG TUYÊN TRUYỀN',
    [],
    [
      point('Ý nghĩa của PAPI và 8 chỉ số nội dung, bằng ví dụ tại địa phương.'),
      point(`Những nội dung ${office} phải công khai và nơi người dân xem được.`),
      point('Lịch tiếp công dân, cách gửi phản ánh, kiến nghị và thời hạn trả lời.'),
      point('Thủ tục làm tại Bộ phận Một cửa, cách nộp hồ sơ trực tuyến.'),
      point(`Kết quả các việc ${kind} đã sửa sau góp ý của người dân.`),
    ],
  ),
  heading(
    'HÌNH THỨC',
    [],
    [
      point('Hệ thống truyền thanh, Trang thông tin điện tử, bảng tin.'),
      point(`Họp ${hamlet}, sinh hoạt của các đoàn thể, các buổi tiếp xúc, đối thoại.`),
      point('Tờ gấp, áp phích tại Bộ phận Một cửa, trạm y tế, trường học.'),
    ],
  ),
  heading('KINH PHÍ', [
    `Từ dự toán ngân sách ${kind} năm ${year} đã giao cho các bộ phận và nguồn xã hội hóa hợp pháp.`,
  ]),
  heading(
    'TỔ CHỨC THỰC HIỆN',
    ['Phân công cụ thể tại Phụ lục kèm theo. Ngoài ra:'],
    [
      heading('Văn hóa - Xã hội', [
        'Chủ trì biên soạn tài liệu; kiểm tra việc thực hiện; tổng hợp kết quả hằng quý gửi Văn phòng - Thống kê.',
      ]),
      heading('Đài truyền thanh', [`Dành thời lượng cố định trong tuần; lưu đủ bài đã phát trong năm ${year}.`]),
      heading(heads, [
        `Thông báo trong các cuộc họp, trên nhóm liên lạc của ${hamlet}; phản ánh lại câu hỏi của người dân.`,
      ]),
    ],
  ),
];
