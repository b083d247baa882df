/** Kế hoạch nâng cao Chỉ số PAPI: the year's plan with a task table over the eight areas. */
import type { ReadRow } from '../plan/read-plan.ts';
import { headerOf, heading, point, row, type Template, type TemplateInput, wordsOf } from './template.ts';

export const masterPlan: Template = {
  name: 'Kế hoạch nâng cao Chỉ số PAPI',
  about: 'Kế hoạch năm với đủ 8 chỉ số nội dung và bảng phân công nhiệm vụ.',
  write: (input) => {
    const { year } = input;
    const { own, kind, office, superior, hamlet, heads } = wordsOf(input);
    return {
      rows: rowsOf(input),
      header: headerOf(input, {
        title: `Nâng cao Chỉ số Hiệu quả quản trị và hành chính công (PAPI) ${own} năm ${year}`,
        basis: [
          `Thực hiện Kế hoạch số …/KH-UBND ngày …/…/${year} của ${superior} về nâng cao Chỉ số PAPI năm ${year};`,
        ],
        preamble: [`${office} ban hành Kế hoạch nâng cao Chỉ số PAPI năm ${year} với các nội dung sau:`],
        sections: [
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
          ),
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
          ),
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
          ),
          heading('KINH PHÍ', [
            `Bố trí trong dự toán ngân sách ${kind} năm ${year} và các nguồn hợp pháp khác theo quy định của Luật Ngân sách nhà nước.`,
          ]),
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
          ),
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

function rowsOf(input: TemplateInput): ReadRow[] {
  const { year } = input;
  const { kind, hamlet, heads } = wordsOf(input);
  const part: [string, string] = ['1', 'Tham gia của người dân ở cấp cơ sở'];
  const open: [string, string] = ['2', 'Công khai, minh bạch trong việc ra quyết định ở địa phương'];
  const answer: [string, string] = ['3', 'Trách nhiệm giải trình với người dân'];
  const clean: [string, string] = ['4', 'Kiểm soát tham nhũng trong khu vực công'];
  const procedures: [string, string] = ['5', 'Thủ tục hành chính công'];
  const services: [string, string] = ['6', 'Cung ứng dịch vụ công'];
  const green: [string, string] = ['7', 'Quản trị môi trường'];
  const digital: [string, string] = ['8', 'Quản trị điện tử'];
  return [
    row({
      area: part,
      component: 'a) Tri thức công dân',
      tasks: [
        'Phát thanh giới thiệu Luật Thực hiện dân chủ ở cơ sở và quyền của người dân trong các cuộc họp',
        `Đưa nội dung PAPI vào các buổi họp ${hamlet}`,
      ],
      results: ['Lịch phát, bản lưu bài phát', `Biên bản họp của 100% ${hamlet}`],
      lead: 'Văn hóa - Xã hội',
      executors: ['Đài truyền thanh', heads],
      time: 'Thường xuyên',
    }),
    row({
      area: part,
      component: 'b) Cơ hội tham gia',
      tasks: ['Lấy ý kiến người dân trước khi quyết định công trình và mức đóng góp'],
      results: ['Phiếu lấy ý kiến, bảng tổng hợp, văn bản tiếp thu'],
      lead: 'Lãnh đạo UBND',
      executors: ['Địa chính', heads],
      time: `Trước ngày 30/6/${year}`,
    }),
    row({
      area: open,
      component: 'a) Tiếp cận thông tin',
      tasks: ['Rà soát, bổ sung đủ các mục phải công khai trên Trang thông tin điện tử và bảng niêm yết'],
      results: ['Biên bản rà soát; 100% mục có nội dung còn hiệu lực'],
      lead: 'Văn phòng - Thống kê',
      executors: ['Các bộ phận chuyên môn'],
      time: `Quý I/${year}`,
    }),
    row({
      area: open,
      component: `b) Thu, chi ngân sách ${kind}`,
      tasks: ['Công khai dự toán, tình hình thực hiện và quyết toán ngân sách đúng thời hạn, đúng biểu mẫu'],
      results: ['Quyết định công khai, ảnh niêm yết, đường dẫn bài đăng'],
      lead: 'Tài chính - Kế toán',
      executors: ['Văn phòng - Thống kê'],
      time: 'Hằng quý',
    }),
    row({
      area: open,
      component: 'c) Danh sách hộ nghèo; kế hoạch sử dụng đất, bảng giá đất',
      tasks: [
        `Họp ${hamlet} bình xét và niêm yết danh sách hộ nghèo, hộ cận nghèo`,
        'Niêm yết kế hoạch sử dụng đất, bảng giá đất tại trụ sở và nhà văn hóa',
      ],
      results: ['Biên bản họp, ảnh niêm yết', 'Ảnh niêm yết'],
      lead: 'Địa chính',
      executors: ['Văn hóa - Xã hội', heads],
      time: `Trước ngày 31/12/${year}`,
    }),
    row({
      area: answer,
      component: 'a) Tương tác với các cấp chính quyền',
      tasks: [
        'Chủ tịch UBND tiếp công dân theo lịch; trả lời kết quả tại kỳ tiếp kế tiếp',
        'Tổ chức đối thoại giữa Chủ tịch UBND với Nhân dân',
      ],
      results: ['Sổ tiếp công dân', 'Kế hoạch, biên bản và thông báo kết luận đối thoại'],
      lead: 'Lãnh đạo UBND',
      executors: ['Văn phòng - Thống kê'],
      time: 'Hằng tháng',
    }),
    row({
      area: answer,
      component: 'b) Giải đáp khiếu nại, tố cáo, khúc mắc của người dân',
      tasks: ['Phân loại, giao việc và trả lời đơn thư, kiến nghị đúng thời hạn'],
      results: ['Sổ theo dõi; 100% đơn thuộc thẩm quyền được trả lời'],
      lead: 'Tư pháp - Hộ tịch',
      executors: ['Các bộ phận chuyên môn'],
      time: 'Thường xuyên',
    }),
    row({
      area: clean,
      tasks: [
        'Công khai đường dây nóng và nơi nhận phản ánh về nhũng nhiễu tại Bộ phận Một cửa',
        'Kiểm tra đột xuất việc thi hành công vụ',
      ],
      results: ['Ảnh niêm yết', 'Ít nhất 02 biên bản kiểm tra trong năm'],
      lead: 'Lãnh đạo UBND',
      executors: ['Văn phòng - Thống kê', 'Ủy ban MTTQ'],
      time: `Năm ${year}`,
    }),
    row({
      area: procedures,
      component: 'a) Chứng thực, xác nhận và thủ tục khác tại xã, phường',
      tasks: [
        'Trả kết quả đúng hẹn; gửi thư xin lỗi và hẹn lại khi trễ',
        'Phát phiếu đo sự hài lòng cho người đến làm thủ tục',
      ],
      results: ['Báo cáo số hồ sơ của Bộ phận Một cửa', 'Bảng tổng hợp mức hài lòng từng quý'],
      lead: 'Bộ phận Một cửa',
      executors: ['Tư pháp - Hộ tịch'],
      time: 'Hằng quý',
    }),
    row({
      area: procedures,
      component: 'b) Cấp giấy chứng nhận quyền sử dụng đất',
      tasks: ['Hướng dẫn hồ sơ một lần, đủ, bằng văn bản; theo dõi hồ sơ đến khi có kết quả'],
      results: ['Sổ theo dõi hồ sơ đất đai; số phiếu hướng dẫn'],
      lead: 'Địa chính',
      executors: ['Bộ phận Một cửa'],
      time: 'Thường xuyên',
    }),
    row({
      area: services,
      component: 'a) Y tế, giáo dục',
      tasks: ['Lấy ý kiến người dân về trạm y tế và các trường tiểu học; giao việc cho đơn vị khắc phục'],
      results: ['Bảng ý kiến và kết quả khắc phục'],
      lead: 'Văn hóa - Xã hội',
      executors: ['Trạm Y tế', 'Các trường tiểu học'],
      time: `Quý III/${year}`,
    }),
    row({
      area: services,
      component: 'b) Hạ tầng, an ninh trật tự',
      tasks: [
        'Sửa chữa các đoạn đường, rãnh thoát nước người dân phản ánh',
        `Duy trì tổ bảo vệ an ninh, trật tự ở 100% ${hamlet}`,
      ],
      results: ['Danh mục và biên bản nghiệm thu', 'Quyết định thành lập, lịch tuần tra'],
      lead: 'Công an',
      executors: ['Địa chính', heads],
      time: 'Thường xuyên',
    }),
    row({
      area: green,
      tasks: [
        'Thu gom, phân loại rác tại nguồn; xử lý điểm tập kết rác tự phát',
        'Trả lời phản ánh về không khí, nguồn nước trong 05 ngày làm việc',
      ],
      results: ['Danh sách điểm rác đã xử lý, ảnh trước và sau', 'Sổ phản ánh và kết quả xử lý'],
      lead: 'Địa chính',
      executors: ['Hội Phụ nữ', 'Đoàn Thanh niên', heads],
      time: 'Thường xuyên',
    }),
    row({
      area: digital,
      tasks: [
        'Cập nhật Trang thông tin điện tử; trả lời câu hỏi gửi qua Trang trong 03 ngày làm việc',
        'Tổ công nghệ số cộng đồng hướng dẫn người dân nộp hồ sơ trực tuyến tại nhà văn hóa',
      ],
      results: ['Số tin bài, số câu hỏi đã trả lời', 'Số buổi, số người được hướng dẫn'],
      lead: 'Văn phòng - Thống kê',
      executors: ['Văn hóa - Xã hội', 'Đoàn Thanh niên'],
      time: 'Thường xuyên',
    }),
  ];
}
