/**
 * The practice plan's task table, written for the program: an invented commune, the eight PAPI areas, tasks as offices word them.
 * Each entry: component, tasks, results, lead, executors, time.
 */
export type SampleGroup = {
  readonly component: string;
  readonly tasks: readonly string[];
  readonly results: readonly string[];
  readonly lead: string;
  readonly executors: readonly string[];
  readonly time: string;
};

export type SampleArea = { readonly no: string; readonly name: string; readonly groups: readonly SampleGroup[] };

const group = (
  component: string,
  lead: string,
  executors: readonly string[],
  time: string,
  tasks: readonly string[],
  results: readonly string[],
): SampleGroup => ({ component, tasks, results, lead, executors, time });

/** Stands in a time for the year the plan is made for. */
const yearMark = '{năm}';

const areas: readonly SampleArea[] = [
  {
    no: '1',
    name: 'Tham gia của người dân ở cấp cơ sở',
    groups: [
      group(
        'a) Tri thức công dân',
        'Văn hóa - Xã hội',
        ['Đài truyền thanh', 'Trưởng các thôn'],
        'Thường xuyên',
        [
          'Phát trên hệ thống truyền thanh các tin, bài về Luật Thực hiện dân chủ ở cơ sở và ý nghĩa của Chỉ số PAPI',
          'Niêm yết tại nhà văn hóa các thôn bản tóm tắt quyền được biết, được bàn, được kiểm tra của người dân',
        ],
        ['Lịch phát sóng, số buổi phát, bản lưu tin bài', '100% thôn có bảng niêm yết, kèm ảnh chụp'],
      ),
      group(
        'b) Cơ hội tham gia',
        'Lãnh đạo UBND',
        ['Văn phòng - Thống kê', 'Ủy ban MTTQ'],
        'Theo từng quý',
        ['Lấy ý kiến Nhân dân trước khi quyết định các khoản đóng góp và danh mục công trình trong năm'],
        ['Biên bản họp thôn, bảng tổng hợp ý kiến'],
      ),
      group(
        'c) Chất lượng bầu cử trưởng thôn',
        'Ủy ban MTTQ',
        ['Trưởng các thôn'],
        'Khi có cuộc bầu cử trưởng thôn',
        ['Hướng dẫn quy trình bầu cử và công khai danh sách người ứng cử tại thôn'],
        ['Văn bản hướng dẫn; 100% thôn thực hiện đúng quy trình'],
      ),
      group(
        'd) Đóng góp tự nguyện',
        'Tài chính - Kế toán',
        ['Trưởng các thôn'],
        'Năm {năm} và những năm tiếp theo',
        ['Công khai thu, chi các khoản Nhân dân tự nguyện đóng góp tại thôn và trụ sở UBND xã'],
        ['Bảng công khai có chữ ký của đại diện hộ dân'],
      ),
    ],
  },
  {
    no: '2',
    name: 'Công khai, minh bạch trong việc ra quyết định ở địa phương',
    groups: [
      group(
        'a) Tiếp cận thông tin',
        'Văn phòng - Thống kê',
        ['Đài truyền thanh'],
        'Thường xuyên',
        [
          'Đăng văn bản, thủ tục, lịch tiếp công dân lên Trang thông tin điện tử của xã trong 03 ngày làm việc kể từ ngày ban hành',
          'Cung cấp thông tin theo yêu cầu của công dân đúng thời hạn',
        ],
        ['Đường link bài đăng', '100% yêu cầu cung cấp thông tin được trả lời đúng hạn'],
      ),
      group(
        'b) Danh sách hộ nghèo',
        'Văn hóa - Xã hội',
        ['Trưởng các thôn'],
        'Quý IV',
        [
          'Rà soát hộ nghèo, hộ cận nghèo có người dân tham gia',
          'Niêm yết danh sách hộ nghèo tại trụ sở và nhà văn hóa các thôn',
        ],
        ['Biên bản họp thôn; quyết định công nhận', 'Ảnh niêm yết tại 100% thôn'],
      ),
      group(
        'c) Thu, chi ngân sách xã',
        'Tài chính - Kế toán',
        ['Văn phòng - Thống kê'],
        '6 tháng, năm',
        ['Công khai dự toán, thực hiện và quyết toán ngân sách xã bằng niêm yết và trên Trang thông tin điện tử'],
        ['Quyết định công khai; biểu số liệu; đường link bài đăng'],
      ),
      group(
        'd) Quy hoạch, kế hoạch sử dụng đất, bảng giá đất',
        'Địa chính',
        ['Các cán bộ, công chức chuyên môn liên quan'],
        'Sau khi quy hoạch, kế hoạch sử dụng đất được phê duyệt',
        ['Công bố công khai quy hoạch, kế hoạch sử dụng đất và bảng giá đất tại trụ sở UBND xã'],
        ['Văn bản công bố; ảnh công khai'],
      ),
    ],
  },
  {
    no: '3',
    name: 'Trách nhiệm giải trình với người dân',
    groups: [
      group(
        'a) Tương tác với các cấp chính quyền',
        'Lãnh đạo UBND',
        ['Văn phòng - Thống kê'],
        'Thường xuyên',
        [
          'Tổ chức đối thoại giữa Chủ tịch UBND xã với Nhân dân ít nhất 02 lần trong năm',
          'Thực hiện lịch tiếp công dân định kỳ, công khai số điện thoại đường dây nóng',
        ],
        ['Kế hoạch, biên bản, thông báo kết luận đối thoại', 'Sổ tiếp công dân'],
      ),
      group(
        'b) Giải quyết khiếu nại, tố cáo, kiến nghị',
        'Tư pháp - Hộ tịch',
        ['Ban Thanh tra nhân dân'],
        'Thường xuyên',
        ['Giải quyết đơn thư đúng thẩm quyền, đúng thời hạn; công khai kết quả giải quyết'],
        ['100% đơn thuộc thẩm quyền được giải quyết đúng hạn'],
      ),
      group(
        'c) Tiếp cận dịch vụ tư pháp',
        'Tư pháp - Hộ tịch',
        ['Trưởng các thôn'],
        'Thường xuyên',
        ['Củng cố tổ hòa giải ở thôn, giới thiệu trợ giúp pháp lý cho người thuộc diện'],
        ['Số vụ hòa giải thành trên số vụ tiếp nhận'],
      ),
    ],
  },
  {
    no: '4',
    name: 'Kiểm soát tham nhũng trong khu vực công',
    groups: [
      group(
        'a) Kiểm soát tham nhũng trong chính quyền địa phương',
        'Lãnh đạo UBND',
        ['Ban Thanh tra nhân dân'],
        'Theo từng quý',
        ['Tự kiểm tra việc thực hiện quy tắc ứng xử, kê khai tài sản và tiếp nhận hồ sơ của công chức'],
        ['Kế hoạch và biên bản tự kiểm tra'],
      ),
      group(
        'b) Kiểm soát tham nhũng trong cung ứng dịch vụ công',
        'Lãnh đạo UBND',
        ['Trạm Y tế', 'Các nhà trường'],
        'Quý II, III',
        ['Kiểm tra việc công khai các khoản thu tại trạm y tế và các trường học trên địa bàn'],
        ['Biên bản kiểm tra; thông báo kết quả và thời hạn khắc phục'],
      ),
      group(
        'c) Quyết tâm chống tham nhũng',
        'Tư pháp - Hộ tịch',
        ['Đài truyền thanh'],
        'Thường xuyên',
        ['Phổ biến Luật Phòng, chống tham nhũng và địa chỉ tiếp nhận phản ánh của người dân'],
        ['Tin, bài đã phát; số buổi tuyên truyền'],
      ),
    ],
  },
  {
    no: '5',
    name: 'Thủ tục hành chính công',
    groups: [
      group(
        'a) Dịch vụ chứng thực, xác nhận của chính quyền',
        'Bộ phận Một cửa',
        ['Tư pháp - Hộ tịch'],
        'Thường xuyên',
        ['Niêm yết đầy đủ thủ tục, phí, lệ phí; tiếp nhận và trả kết quả chứng thực trong ngày làm việc'],
        ['Trên 98% hồ sơ chứng thực trả đúng và trước hạn', '100% thủ tục được niêm yết'],
      ),
      group(
        'b) Cấp giấy chứng nhận quyền sử dụng đất',
        'Địa chính',
        ['Bộ phận Một cửa'],
        'Thường xuyên',
        ['Hướng dẫn hồ sơ một lần bằng phiếu; có thư xin lỗi khi trễ hạn'],
        ['100% hồ sơ trễ hạn có thư xin lỗi'],
      ),
      group(
        'c) Dịch vụ hành chính cấp xã',
        'Bộ phận Một cửa',
        ['Văn phòng - Thống kê'],
        'Thường xuyên',
        [
          'Khảo sát mức độ hài lòng của người dân tại nơi tiếp nhận hồ sơ',
          'Hướng dẫn người dân nộp hồ sơ trực tuyến tại chỗ',
        ],
        ['Mức độ hài lòng đạt 90% trở lên', 'Số hồ sơ trực tuyến trên tổng số hồ sơ'],
      ),
    ],
  },
  {
    no: '6',
    name: 'Cung ứng dịch vụ công',
    groups: [
      group(
        'a) Y tế công lập',
        'Trạm Y tế',
        ['Văn hóa - Xã hội'],
        'Thường xuyên',
        ['Vận động người dân tham gia bảo hiểm y tế; công khai giá dịch vụ và đường dây nóng của trạm'],
        ['Tỷ lệ bao phủ bảo hiểm y tế đạt chỉ tiêu được giao'],
      ),
      group(
        'b) Giáo dục tiểu học công lập',
        'Văn hóa - Xã hội',
        ['Các nhà trường'],
        'Trong năm học',
        ['Công khai cam kết chất lượng, các khoản thu và lịch họp phụ huynh'],
        ['Văn bản công khai của từng trường'],
      ),
      group(
        'c) Cơ sở hạ tầng căn bản',
        'Địa chính',
        ['Trưởng các thôn', 'Ban Giám sát đầu tư của cộng đồng'],
        'Năm {năm}',
        ['Sửa chữa đường thôn, hệ thống thoát nước theo danh mục đã được Nhân dân bàn'],
        ['Số km đường được sửa chữa; biên bản giám sát cộng đồng'],
      ),
      group(
        'd) An ninh, trật tự',
        'Công an',
        ['Trưởng các thôn'],
        'Thường xuyên',
        ['Tuyên truyền phòng cháy, chữa cháy, phòng chống lừa đảo qua mạng tại các thôn'],
        ['Số buổi tuyên truyền; 100% thôn có tổ bảo vệ an ninh, trật tự'],
      ),
    ],
  },
  {
    no: '7',
    name: 'Quản trị môi trường',
    groups: [
      group(
        'a) Nghiêm túc trong bảo vệ môi trường',
        'Địa chính',
        ['Trưởng các thôn', 'Ủy ban MTTQ'],
        'Thường xuyên',
        ['Hướng dẫn hộ dân phân loại rác tại nguồn; kiểm tra điểm tập kết rác của các thôn'],
        ['Số hộ phân loại rác trên tổng số hộ'],
      ),
      group(
        'b) Chất lượng không khí, chất lượng nước',
        'Địa chính',
        ['Trạm Y tế'],
        '6 tháng, năm',
        ['Phối hợp lấy mẫu nước sinh hoạt và công khai kết quả; vận động không đốt rơm rạ ngoài đồng'],
        ['Phiếu kết quả mẫu nước; số buổi vận động'],
      ),
    ],
  },
  {
    no: '8',
    name: 'Quản trị điện tử',
    groups: [
      group(
        'a) Tiếp cận cổng thông tin điện tử',
        'Văn phòng - Thống kê',
        ['Văn hóa - Xã hội'],
        'Thường xuyên',
        ['Duy trì chuyên mục PAPI trên Trang thông tin điện tử, mỗi tháng có ít nhất 02 tin, bài'],
        ['Đường link, ảnh chụp bài đăng'],
      ),
      group(
        'b) Tiếp cận và sử dụng internet',
        'Văn hóa - Xã hội',
        ['Trưởng các thôn'],
        'Năm {năm}',
        ['Duy trì wifi miễn phí tại nhà văn hóa các thôn; tổ công nghệ số cộng đồng hướng dẫn người dân'],
        ['Số nhà văn hóa có wifi trên tổng số; số lượt người được hướng dẫn'],
      ),
      group(
        'c) Phúc đáp qua cổng thông tin điện tử',
        'Văn phòng - Thống kê',
        ['Bộ phận Một cửa'],
        'Thường xuyên',
        ['Trả lời phản ánh, kiến nghị gửi qua cổng thông tin trong 05 ngày làm việc'],
        ['100% phản ánh được trả lời đúng hạn'],
      ),
    ],
  },
];

/** The table for a year. */
export const sampleAreas = (year: number): readonly SampleArea[] =>
  areas.map((area) => ({
    ...area,
    groups: area.groups.map((each) => ({ ...each, time: each.time.replace(yearMark, String(year)) })),
  }));
