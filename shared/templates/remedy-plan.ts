/** Kế hoạch khắc phục tồn tại: each shortcoming named in a conclusion, its cause, who mends it, and by when. */
import { headerOf, heading, point, row, type Template, wordsOf } from './template.ts';

export const remedyPlan: Template = {
  name: 'Kế hoạch khắc phục tồn tại, hạn chế',
  about: 'Từng tồn tại đã được chỉ ra, cách khắc phục, người chịu trách nhiệm và thời hạn.',
  write: (input) => {
    const { year } = input;
    const { own, kind, office, superior, hamlet, heads } = wordsOf(input);
    const shortcomings: [string, string] = ['1', 'Khắc phục tồn tại đã được chỉ ra'];
    const lasting: [string, string] = ['2', 'Phòng ngừa tái diễn'];
    return {
      rows: [
        row({
          area: shortcomings,
          component: 'a) Niêm yết, công khai chưa đầy đủ',
          tasks: [
            'Đối chiếu danh mục phải công khai với bảng niêm yết và Trang thông tin điện tử, bổ sung nội dung còn thiếu',
          ],
          results: ['Biên bản đối chiếu; ảnh chụp sau khi bổ sung'],
          lead: 'Văn phòng - Thống kê',
          executors: ['Các bộ phận chuyên môn', heads],
          time: `Trước ngày 31/3/${year}`,
        }),
        row({
          area: shortcomings,
          component: 'b) Hồ sơ trả trễ hẹn',
          tasks: ['Rà từng hồ sơ trễ hẹn, xác định khâu chậm; gửi thư xin lỗi và hẹn ngày trả'],
          results: ['Danh sách hồ sơ, bản lưu thư xin lỗi'],
          lead: 'Bộ phận Một cửa',
          executors: ['Địa chính', 'Tư pháp - Hộ tịch'],
          time: `Trước ngày 30/4/${year}`,
        }),
        row({
          area: lasting,
          tasks: ['Kiểm tra lại kết quả khắc phục, công khai kết quả kiểm tra trước cán bộ, công chức'],
          results: ['Thông báo kết quả kiểm tra'],
          lead: 'Lãnh đạo UBND',
          executors: ['Văn phòng - Thống kê'],
          time: 'Hằng quý',
        }),
      ],
      header: headerOf(input, {
        title: `Khắc phục tồn tại, hạn chế trong thực hiện Chỉ số PAPI ${own} năm ${year}`,
        basis: [
          `Thực hiện Thông báo số …/TB-… ngày …/…/… của ${superior} về kết quả kiểm tra việc thực hiện Chỉ số PAPI;`,
        ],
        preamble: [`${office} ban hành Kế hoạch khắc phục với các nội dung sau:`],
        sections: [
          heading(
            'MỤC ĐÍCH, YÊU CẦU',
            [],
            [
              point(
                'Khắc phục hết các tồn tại đã được chỉ ra; việc làm được ngay thì làm ngay, việc cần thời gian thì có lộ trình.',
              ),
              point('Mỗi tồn tại gắn với một người chịu trách nhiệm; kết quả được kiểm tra lại, có minh chứng.'),
            ],
          ),
          heading(
            'TỒN TẠI VÀ NGUYÊN NHÂN',
            [],
            [
              heading('Tồn tại', ['- (Ghi từng tồn tại theo kết luận kiểm tra, kèm chỉ số nội dung.)']),
              heading('Nguyên nhân', [
                '- Chưa giao rõ đầu mối; kiểm tra trong năm chưa thường xuyên.',
                `- Việc phối hợp giữa các bộ phận với ${heads.toLowerCase()} còn chậm.`,
              ]),
            ],
          ),
          heading(
            'NỘI DUNG KHẮC PHỤC',
            ['Nhiệm vụ, người chịu trách nhiệm và thời hạn tại Phụ lục kèm theo.'],
            [
              point('Những tồn tại về giấy tờ, niêm yết, sổ sách được hoàn thành trong 30 ngày.'),
              point(`Những tồn tại liên quan đến người dân được thông báo kết quả tại họp ${hamlet} gần nhất.`),
            ],
          ),
          heading(
            'TỔ CHỨC THỰC HIỆN',
            [],
            [
              heading('Trách nhiệm', [
                'Trưởng các bộ phận chịu trách nhiệm trước Chủ tịch UBND về kết quả khắc phục của bộ phận mình; chậm so với thời hạn phải giải trình bằng văn bản.',
              ]),
              heading('Chế độ báo cáo', [
                `Các bộ phận báo kết quả vào ngày cuối tháng; Văn phòng - Thống kê tổng hợp, trình UBND ${kind} báo cáo ${superior}.`,
              ]),
            ],
          ),
        ],
        closing: [`Trên đây là Kế hoạch khắc phục tồn tại, hạn chế năm ${year} của ${office}./.`],
        recipients: [superior, `Thường trực Đảng ủy, HĐND ${kind}`, 'Các bộ phận chuyên môn', heads, 'Lưu: VT.'],
      }),
    };
  },
};
