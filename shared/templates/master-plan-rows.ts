/** The task table of the master plan: for each of the eight areas the work an office usually plans. */
import type { ReadRow } from '../plan/read-plan.ts';
import { row, type TemplateWords } from './template.ts';

/** In the order of the areas; `year` is the plan's, for deadlines. */
export const masterRows = (words: TemplateWords, year: number): ReadRow[] => [
  ...participation(words, year),
  ...openness(words, year),
  ...accountability(),
  ...integrity(year),
  ...procedures(),
  ...services(words, year),
  ...environment(words),
  ...digitalGovernance(),
];

function participation({ hamlet, heads }: TemplateWords, year: number): ReadRow[] {
  const area: [string, string] = ['1', 'Tham gia của người dân ở cấp cơ sở'];
  return [
    row({
      area,
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
      area,
      component: 'b) Cơ hội tham gia',
      tasks: ['Lấy ý kiến người dân trước khi quyết định công trình và mức đóng góp'],
      results: ['Phiếu lấy ý kiến, bảng tổng hợp, văn bản tiếp thu'],
      lead: 'Lãnh đạo UBND',
      executors: ['Địa chính', heads],
      time: `Trước ngày 30/6/${year}`,
    }),
  ];
}

function openness({ kind, hamlet, heads }: TemplateWords, year: number): ReadRow[] {
  const area: [string, string] = ['2', 'Công khai, minh bạch trong việc ra quyết định ở địa phương'];
  return [
    row({
      area,
      component: 'a) Tiếp cận thông tin',
      tasks: ['Rà soát, bổ sung đủ các mục phải công khai trên Trang thông tin điện tử và bảng niêm yết'],
      results: ['Biên bản rà soát; 100% mục có nội dung còn hiệu lực'],
      lead: 'Văn phòng - Thống kê',
      executors: ['Các bộ phận chuyên môn'],
      time: `Quý I/${year}`,
    }),
    row({
      area,
      component: `b) Thu, chi ngân sách ${kind}`,
      tasks: ['Công khai dự toán, tình hình thực hiện và quyết toán ngân sách đúng thời hạn, đúng biểu mẫu'],
      results: ['Quyết định công khai, ảnh niêm yết, đường dẫn bài đăng'],
      lead: 'Tài chính - Kế toán',
      executors: ['Văn phòng - Thống kê'],
      time: 'Hằng quý',
    }),
    row({
      area,
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
  ];
}

function accountability(): ReadRow[] {
  const area: [string, string] = ['3', 'Trách nhiệm giải trình với người dân'];
  return [
    row({
      area,
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
      area,
      component: 'b) Giải đáp khiếu nại, tố cáo, khúc mắc của người dân',
      tasks: ['Phân loại, giao việc và trả lời đơn thư, kiến nghị đúng thời hạn'],
      results: ['Sổ theo dõi; 100% đơn thuộc thẩm quyền được trả lời'],
      lead: 'Tư pháp - Hộ tịch',
      executors: ['Các bộ phận chuyên môn'],
      time: 'Thường xuyên',
    }),
  ];
}

function integrity(year: number): ReadRow[] {
  const area: [string, string] = ['4', 'Kiểm soát tham nhũng trong khu vực công'];
  return [
    row({
      area,
      tasks: [
        'Công khai đường dây nóng và nơi nhận phản ánh về nhũng nhiễu tại Bộ phận Một cửa',
        'Kiểm tra đột xuất việc thi hành công vụ',
      ],
      results: ['Ảnh niêm yết', 'Ít nhất 02 biên bản kiểm tra trong năm'],
      lead: 'Lãnh đạo UBND',
      executors: ['Văn phòng - Thống kê', 'Ủy ban MTTQ'],
      time: `Năm ${year}`,
    }),
  ];
}

function procedures(): ReadRow[] {
  const area: [string, string] = ['5', 'Thủ tục hành chính công'];
  return [
    row({
      area,
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
      area,
      component: 'b) Cấp giấy chứng nhận quyền sử dụng đất',
      tasks: ['Hướng dẫn hồ sơ một lần, đủ, bằng văn bản; theo dõi hồ sơ đến khi có kết quả'],
      results: ['Sổ theo dõi hồ sơ đất đai; số phiếu hướng dẫn'],
      lead: 'Địa chính',
      executors: ['Bộ phận Một cửa'],
      time: 'Thường xuyên',
    }),
  ];
}

function services({ hamlet, heads }: TemplateWords, year: number): ReadRow[] {
  const area: [string, string] = ['6', 'Cung ứng dịch vụ công'];
  return [
    row({
      area,
      component: 'a) Y tế, giáo dục',
      tasks: ['Lấy ý kiến người dân về trạm y tế và các trường tiểu học; giao việc cho đơn vị khắc phục'],
      results: ['Bảng ý kiến và kết quả khắc phục'],
      lead: 'Văn hóa - Xã hội',
      executors: ['Trạm Y tế', 'Các trường tiểu học'],
      time: `Quý III/${year}`,
    }),
    row({
      area,
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
  ];
}

function environment({ heads }: TemplateWords): ReadRow[] {
  const area: [string, string] = ['7', 'Quản trị môi trường'];
  return [
    row({
      area,
      tasks: [
        'Thu gom, phân loại rác tại nguồn; xử lý điểm tập kết rác tự phát',
        'Trả lời phản ánh về không khí, nguồn nước trong 05 ngày làm việc',
      ],
      results: ['Danh sách điểm rác đã xử lý, ảnh trước và sau', 'Sổ phản ánh và kết quả xử lý'],
      lead: 'Địa chính',
      executors: ['Hội Phụ nữ', 'Đoàn Thanh niên', heads],
      time: 'Thường xuyên',
    }),
  ];
}

function digitalGovernance(): ReadRow[] {
  const area: [string, string] = ['8', 'Quản trị điện tử'];
  return [
    row({
      area,
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
