/** Kế hoạch nâng cao Chỉ số PAPI: the year's plan with a task table over the eight areas. */
import type { ReadSection } from '../plan/read-plan.ts';
import { masterRows } from './master-plan-rows.ts';
import { headerOf, heading, point, type Template, type TemplateWords, wordsOf } from './template.ts';

export const masterPlan: Template = {
  name: 'Kế hoạch nâng cao Chỉ số PAPI',
  about: 'Kế hoạch năm với đủ 8 chỉ số nội dung và bảng phân công nhiệm vụ.',
  write: (input) => {
    const { year } = input;
    const words = wordsOf(input);
    const { own, kind, office, superior, heads } = words;
    return {
      rows: masterRows(words, year),
      header: headerOf(input, {
        title: `Nâng cao Chỉ số Hiệu quả quản trị và hành chính công (PAPI) ${own} năm ${year}`,
        basis: [
          `Thực hiện Kế hoạch số …/KH-UBND ngày …/…/${year} của ${superior} về nâng cao Chỉ số PAPI năm ${year};`,
        ],
        preamble: [`${office} ban hành Kế hoạch nâng cao Chỉ số PAPI năm ${year} với các nội dung sau:`],
        sections: [
          purposeAndDemands(words, year),
          goals(words, year),
          tasksAndSolutions(words),
          funding(words, year),
          organisation(words),
        ],
        closing: [
          `Trên đây là Kế hoạch nâng cao Chỉ số PAPI năm ${year} của ${office}. Quá trình thực hiện nếu có vướng mắc, các bộ phận, đơn vị phản ánh về Văn phòng - Thống kê để tổng hợp, trình Chủ tịch UBND xem xét./.`,
        ],
        recipients: [
          superior,
          `Thường trực Đảng ủy, HĐND ${kind}`,
          `Ủy ban MTTQ và các đoàn thể ${kind}`,
          'Các bộ phận chuyên môn',
          heads,
          'Lưu: VT.',
        ],
      }),
    };
  },
};

const purposeAndDemands = ({ own, hamlet }: TemplateWords, year: number): ReadSection =>
  heading(
    'MỤC ĐÍCH, YÊU CẦU',
    [],
    [
      heading(
        'Mục đích',
        [],
        [
          point(
            `Làm cho mỗi người dân ${own} được phục vụ nhanh hơn, được biết và được bàn nhiều hơn; kết quả khảo sát PAPI phản ánh đúng sự thay đổi đó.`,
          ),
          point(
            `Giữ những nội dung đã làm tốt trong năm ${year - 1}; sửa dứt điểm những nội dung còn thấp, gắn trách nhiệm của từng cán bộ, công chức.`,
          ),
        ],
      ),
      heading(
        'Yêu cầu',
        [],
        [
          point(
            'Mỗi nhiệm vụ có một đầu mối chủ trì, một sản phẩm đo được và một thời hạn; hết thời hạn phải có minh chứng.',
          ),
          point(
            `Việc nào liên quan trực tiếp đến người dân thì làm tại ${hamlet}, nói bằng lời dễ hiểu và trả lời đến cùng ý kiến của người dân.`,
          ),
        ],
      ),
    ],
  );

const goals = ({ hamlet }: TemplateWords, year: number): ReadSection =>
  heading(
    'CHỈ TIÊU',
    [],
    [
      point(
        `Tổng điểm và thứ hạng năm ${year} cao hơn năm ${year - 1}; không còn chỉ số nội dung nào nằm trong nhóm thấp nhất.`,
      ),
      point('100% hồ sơ thủ tục hành chính được trả đúng hẹn hoặc sớm hẹn; hồ sơ trễ hẹn có thư xin lỗi.'),
      point(`100% ${hamlet} niêm yết đủ và giữ đủ thời gian các nội dung phải công khai.`),
      point('100% đơn, ý kiến, kiến nghị thuộc thẩm quyền được trả lời bằng văn bản đúng hạn.'),
    ],
  );

const tasksAndSolutions = ({ hamlet }: TemplateWords): ReadSection =>
  heading(
    'NHIỆM VỤ VÀ GIẢI PHÁP',
    [
      'Nhiệm vụ cụ thể theo từng chỉ số nội dung, đơn vị chủ trì, sản phẩm và thời gian hoàn thành được giao tại Phụ lục kèm theo Kế hoạch này. Trong cả năm tập trung vào các giải pháp chung sau:',
    ],
    [
      heading('Chỉ đạo, điều hành', [
        'Chủ tịch UBND giao ban hằng tháng về tiến độ; nhiệm vụ chậm được nêu tên đầu mối và lý do ngay trong kỳ.',
        'Kết quả thực hiện Kế hoạch là một căn cứ xếp loại cán bộ, công chức cuối năm.',
      ]),
      heading('Thông tin cho người dân', [
        `Đài truyền thanh và nhóm liên lạc của các ${hamlet} đưa tin ngắn, đúng việc người dân đang cần; mỗi tháng ít nhất một nội dung gắn với PAPI.`,
      ]),
      heading('Kỷ luật, kỷ cương', [
        'Người đứng đầu bộ phận chịu trách nhiệm về thái độ phục vụ của bộ phận mình; phản ánh đúng của người dân được xử lý và báo lại cho người phản ánh.',
      ]),
    ],
  );

const funding = ({ kind }: TemplateWords, year: number): ReadSection =>
  heading('KINH PHÍ', [
    `Bố trí trong dự toán ngân sách ${kind} năm ${year} và các nguồn hợp pháp khác theo quy định của Luật Ngân sách nhà nước.`,
  ]);

const organisation = ({ kind, superior, hamlet, heads }: TemplateWords): ReadSection =>
  heading(
    'TỔ CHỨC THỰC HIỆN',
    [],
    [
      heading('Văn phòng - Thống kê', [
        `Theo dõi, đôn đốc; tổng hợp kết quả hằng quý, 6 tháng và năm để UBND báo cáo ${superior}; đề xuất điều chỉnh khi có nhiệm vụ không còn phù hợp.`,
      ]),
      heading('Các bộ phận, đơn vị chủ trì', [
        'Thực hiện nhiệm vụ được giao tại Phụ lục; gửi kết quả kèm minh chứng trước ngày chốt số liệu của từng quý.',
      ]),
      heading(`Đề nghị Ủy ban MTTQ và các đoàn thể ${kind}`, [
        'Giám sát việc thực hiện; vận động hội viên, đoàn viên tham gia góp ý và trả lời khảo sát trung thực.',
      ]),
      heading(heads, [
        `Chuyển thông tin đến từng hộ; tập hợp ý kiến của người dân trong ${hamlet} và báo ngay với UBND những việc cần giải quyết.`,
      ]),
    ],
  );
