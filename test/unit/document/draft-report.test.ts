import { describe, expect, it } from 'vitest';
import { draftReport } from '../../../shared/report/draft.ts';
import { reportFacts } from '../../../shared/report/facts.ts';
import { entry, facts, halfYear, minutes, photo, task } from './facts-of-reports.ts';

const textOf = (draft: ReturnType<typeof draftReport>, key: string): string =>
  draft.sections.find((section) => section.key === key)?.text ?? `(no section ${key})`;

const onlyTask = (more: Parameters<typeof task>[1]) => facts([{ no: '1', name: 'Nội dung', tasks: [task('t', more)] }]);
const areaText = (more: Parameters<typeof task>[1]): string => textOf(draftReport(onlyTask(more)), 'area:noi-dung');

describe('the draft of a report', () => {
  it('RE4: parts, labels and keys in the order of commune offices', () => {
    expect(reportFacts.safeParse(halfYear).success).toBe(true);
    expect(draftReport(halfYear).sections.map(({ key, label, heading }) => [key, label, heading])).toEqual([
      ['opening', '', ''],
      ['direction', 'I.', 'Công tác chỉ đạo, điều hành'],
      ['results', 'II.', 'Kết quả thực hiện theo từng nội dung'],
      ['area:tham-gia-cua-nguoi-dan-o-cap-co-so', '1.', 'Tham gia của người dân ở cấp cơ sở'],
      ['area:cong-khai-minh-bach', '2.', 'Công khai, minh bạch'],
      ['assessment', 'III.', 'Đánh giá chung'],
      ['assessment:achieved', '1.', 'Kết quả đạt được'],
      ['assessment:limits', '2.', 'Tồn tại, hạn chế'],
      ['assessment:causes', '3.', 'Nguyên nhân'],
      ['next', 'IV.', 'Phương hướng, nhiệm vụ kỳ tiếp theo'],
      ['proposals', 'V.', 'Kiến nghị, đề xuất'],
      ['closing', '', ''],
    ]);
  });

  it('RE4: keys follow the area and stay apart for areas of one name', () => {
    const keys = (names: string[]) =>
      draftReport(facts(names.map((name, at) => ({ no: String(at), name, tasks: [] }))))
        .sections.map((section) => section.key)
        .filter((key) => key.startsWith('area:'));
    expect(keys(['Đất đai', 'Y tế'])).toEqual(['area:dat-dai', 'area:y-te']);
    expect(keys(['Y tế', 'Đất đai'])).toEqual(['area:y-te', 'area:dat-dai']);
    expect(keys(['Y tế', 'Y tế'])).toEqual(['area:y-te', 'area:y-te#2']);
  });

  it('opens with plan and window, and leaves out what the plan does not have', () => {
    expect(textOf(draftReport(halfYear), 'opening')).toBe(
      'Thực hiện Kế hoạch số 08/KH-UBND ngày 11/01/2024 của UBND xã An Bình về nâng cao Chỉ số PAPI xã An Bình năm 2024, UBND xã An Bình báo cáo kết quả thực hiện 6 tháng đầu năm 2024 (số liệu từ ngày 01/01/2024 đến ngày 30/6/2024) như sau:',
    );
    const draft = draftReport({ ...halfYear, planNumber: '', planDate: null, windowLabel: 'Quý II năm 2024' });
    expect(textOf(draft, 'opening')).toMatch(
      /^Thực hiện Kế hoạch của UBND xã An Bình về .* thực hiện quý II năm 2024 \(/,
    );
  });

  it('RE2, RE7, RE8: results by component, figures completed, proof counted once', () => {
    expect(textOf(draftReport(halfYear), 'area:tham-gia-cua-nguoi-dan-o-cap-co-so').split('\n')).toEqual([
      'a) Tri thức công dân: Đã niêm yết tại 9/11 thôn, phố (81,8%). Phát 12 buổi trên Đài truyền thanh; đang tiếp tục thực hiện. Minh chứng kèm theo: 02 tài liệu, trong đó có Biên bản niêm yết số 14/BB-UBND ngày 10/6/2024.',
      'b) Chất lượng bầu cử: Trong kỳ không phát sinh nhiệm vụ “Tổ chức bầu cử trưởng thôn”.',
    ]);
    expect(textOf(draftReport(halfYear), 'area:cong-khai-minh-bach')).toBe(
      '- Ngân sách: Chưa thực hiện nhiệm vụ “Công khai dự toán ngân sách”.',
    );
  });

  it('RE8: an area with nothing due, and one where nobody reported, say so', () => {
    expect(areaText({ due: false })).toBe('Trong kỳ không phát sinh nhiệm vụ đến thời gian thực hiện.');
    expect(areaText({ due: true })).toBe('Chưa có kết quả do đơn vị, bộ phận chủ trì báo cáo.');
  });

  it('states in sentences, with and without the officer’s words', () => {
    const says = (progress: ReturnType<typeof entry>) => areaText({ text: 'Rà soát hồ sơ', progress });
    expect(says(entry('xong'))).toBe('Đã hoàn thành nhiệm vụ “Rà soát hồ sơ”.');
    expect(says(entry('xong', '- đã rà soát;\n- đã báo cáo.'))).toBe('Đã rà soát; đã báo cáo.');
    expect(says(entry('dang-lam'))).toBe('Đang thực hiện nhiệm vụ “Rà soát hồ sơ”.');
    expect(says(entry('dang-lam', 'đang tổng hợp'))).toBe('Đang tổng hợp.');
    expect(says(entry('chua', 'Chờ hướng dẫn'))).toBe('Chưa thực hiện nhiệm vụ “Rà soát hồ sơ”: chờ hướng dẫn.');
    expect(says(entry('khong-phat-sinh', 'không có hồ sơ'))).toBe('Không có hồ sơ (không phát sinh).');
  });

  it('RE2: the figure goes behind the words, into them, or nowhere when it cannot be right', () => {
    const says = (doneText: string, numerator: number | null, denominator: number | null, unit = 'thôn') =>
      areaText({ progress: entry('xong', doneText, { numerator, denominator, unit }) });
    expect(says('Đã niêm yết', 9, 11)).toBe('Đã niêm yết, đạt 9/11 thôn (81,8%).');
    expect(says('Niêm yết 9/11 thôn xong', 9, 11)).toBe('Niêm yết 9/11 thôn (81,8%) xong.');
    expect(says('Niêm yết 9/11 thôn (81,8%)', 9, 11)).toBe('Niêm yết 9/11 thôn (81,8%).');
    expect(says('Ngày 9/11/2024 niêm yết 19/11', 9, 11)).toBe('Ngày 9/11/2024 niêm yết 19/11, đạt 9/11 thôn (81,8%).');
    expect(says('Đã phát sóng', 12, null, 'buổi')).toBe('Đã phát sóng, tổng số 12 buổi.');
    expect(says('Tiếp nhận hồ sơ', 0, 0, 'hồ sơ')).toBe('Tiếp nhận hồ sơ; số liệu trong kỳ: không phát sinh.');
    expect(says('Đã niêm yết', 12, 11)).toBe('Đã niêm yết.');
  });

  it('RE9: the same words for several tasks are said once', () => {
    const same = ['a', 'b'].map((id) => task(id, { progress: entry('xong', 'đã tuyên truyền') }));
    expect(textOf(draftReport(facts([{ no: '', name: 'Nội dung', tasks: same }])), 'area:noi-dung')).toBe(
      'Đã tuyên truyền.',
    );
  });

  it('RE10: a long task is cut at its clause or at a word, without its own numbering, and more than five are counted', () => {
    const says = (text: string) => areaText({ text, progress: entry('xong') });
    expect(says('1. Kế hoạch công tác hàng năm')).toBe('Đã hoàn thành nhiệm vụ “Kế hoạch công tác hàng năm”.');
    expect(says('Triển khai đầy đủ các văn bản hướng dẫn; có văn bản phối hợp')).toBe(
      'Đã hoàn thành nhiệm vụ “Triển khai đầy đủ các văn bản hướng dẫn…”.',
    );
    const long = says('tuyên truyền vận động '.repeat(20));
    expect(long).toMatch(/^Đã hoàn thành nhiệm vụ “(tuyên truyền vận động ?|tuyên|truyền|vận| )+…”\.$/);
    expect(long.length).toBeLessThan(200);
    const tasks = Array.from({ length: 7 }, (_, at) => task(`${at}`, { progress: entry('chua') }));
    expect(textOf(draftReport(facts([{ no: '', name: 'Nội dung', tasks }])), 'area:noi-dung')).toMatch(
      /“Nhiệm vụ 4” và 02 nhiệm vụ khác\.$/,
    );
  });

  it('assesses by counting: every share has its whole, only states that occur are named', () => {
    expect(textOf(draftReport(halfYear), 'assessment:achieved').split('\n')).toEqual([
      'Trong tổng số 05 nhiệm vụ của kỳ: hoàn thành 1/5 nhiệm vụ (20%); đang thực hiện 1/5 nhiệm vụ (20%); không phát sinh 1/5 nhiệm vụ (20%); chưa thực hiện 1/5 nhiệm vụ (20%); chưa có kết quả báo cáo 1/5 nhiệm vụ (20%).',
      'Nhiệm vụ hoàn thành có minh chứng: 1/1 nhiệm vụ (100%); tổng số minh chứng đã tập hợp trong kỳ: 02 tài liệu.',
    ]);
    const done = draftReport(onlyTask({ progress: entry('xong', 'x'), evidence: [photo] }));
    expect(textOf(done, 'assessment:achieved').split('\n').slice(0, 2)).toEqual([
      'Trong tổng số 01 nhiệm vụ của kỳ: hoàn thành 1/1 nhiệm vụ (100%).',
      'Các nội dung đã hoàn thành toàn bộ nhiệm vụ trong kỳ: Nội dung (1/1 nhiệm vụ).',
    ]);
    expect(textOf(draftReport(onlyTask({ due: false })), 'assessment:achieved')).toBe(
      'Trong kỳ không phát sinh nhiệm vụ đến thời gian thực hiện.',
    );
  });

  it('RE9: limits come from states and obstacles; the same obstacle of two leads once with both names', () => {
    expect(textOf(draftReport(halfYear), 'assessment:limits').split('\n')).toEqual([
      '- Còn 1/5 nhiệm vụ (20%) chưa thực hiện: “Công khai dự toán ngân sách”.',
      '- Còn 1/5 nhiệm vụ (20%) chưa có kết quả báo cáo của Địa chính.',
      '- Loa thôn 3 hỏng (Văn hóa - Xã hội; Tài chính - Kế toán).',
    ]);
    const none = draftReport(onlyTask({ progress: entry('xong', 'x', { obstacle: 'Không', proposal: 'không có.' }) }));
    expect(textOf(none, 'assessment:limits')).toBe('Trong kỳ các đơn vị, bộ phận không phản ánh khó khăn, vướng mắc.');
    expect(textOf(none, 'proposals')).toBe('Không có kiến nghị, đề xuất.');
  });

  it('RE1: causes are a blank for a person, and named as one', () => {
    const draft = draftReport(halfYear);
    expect(textOf(draft, 'assessment:causes')).toMatch(/^- Nguyên nhân khách quan: …+\n- Nguyên nhân chủ quan: …+$/);
    expect(draft.blanks).toEqual([
      { sectionKey: 'assessment:causes', reason: 'Mục “Nguyên nhân” còn chỗ trống, cần người viết báo cáo điền.' },
    ]);
    expect(draftReport(onlyTask({ progress: entry('xong', 'x'), evidence: [photo] })).blanks).toEqual([]);
  });

  it('says what comes next and what is asked for', () => {
    expect(textOf(draftReport(halfYear), 'next').split('\n')).toEqual([
      'Tập trung thực hiện, hoàn thành các nhiệm vụ còn lại của kỳ này:',
      '- Địa chính: “Công khai kế hoạch sử dụng đất”.',
      '- Tài chính - Kế toán: “Công khai dự toán ngân sách”.',
      '- Văn hóa - Xã hội: “Tuyên truyền Luật Thực hiện dân chủ ở cơ sở”.',
      'Chuẩn bị và triển khai 01 nhiệm vụ của Kế hoạch chưa đến thời gian thực hiện trong kỳ này, bảo đảm đúng thời gian quy định.',
      'Tiếp tục duy trì 04 nhiệm vụ thực hiện thường xuyên; cập nhật kết quả và minh chứng theo từng kỳ báo cáo.',
    ]);
    expect(textOf(draftReport(halfYear), 'proposals')).toBe('- Đề nghị huyện cấp kinh phí sửa loa (Văn hóa - Xã hội).');
  });

  it('gives every figure with the task behind it', () => {
    expect(draftReport(halfYear).figures).toEqual([
      {
        sectionKey: 'area:tham-gia-cua-nguoi-dan-o-cap-co-so',
        text: '9/11 thôn, phố (81,8%)',
        taskId: 't1',
        numerator: 9,
        denominator: 11,
        unit: 'thôn, phố',
      },
    ]);
  });

  it('a plan without areas still makes a report', () => {
    const draft = draftReport(facts([]));
    expect(draft.missing).toEqual([]);
    expect(textOf(draft, 'results')).toBe('Trong kỳ không phát sinh nhiệm vụ đến thời gian thực hiện.');
  });
});

describe('RE5: what is missing', () => {
  const missing = (more: Parameters<typeof task>[1]) =>
    draftReport(onlyTask(more)).missing.map(({ kind, reason }) => [kind, reason]);

  it('names task, lead and reason, kept together per lead in dictionary order', () => {
    expect(draftReport(halfYear).missing).toEqual([
      {
        kind: 'no-entry',
        taskId: 't5',
        task: 'Công khai kế hoạch sử dụng đất',
        lead: 'Địa chính',
        reason: 'Chưa ghi kết quả 6 tháng đầu năm 2024.',
      },
    ]);
    const tasks = [
      task('1', { lead: 'Văn phòng' }),
      task('2', { lead: 'Địa chính' }),
      task('3', { lead: 'Văn phòng' }),
    ];
    expect(draftReport(facts([{ no: '', name: 'A', tasks }])).missing.map((item) => item.taskId)).toEqual([
      '2',
      '1',
      '3',
    ]);
  });

  it('a task that is not due asks for nothing', () => {
    expect(missing({ due: false })).toEqual([]);
  });

  it('done without proof, without words, with a doubtful number', () => {
    expect(missing({ progress: entry('xong', 'đã làm') })).toEqual([
      ['no-proof', 'Đã ghi hoàn thành nhưng chưa có minh chứng.'],
    ]);
    expect(missing({ progress: entry('xong', 'đã làm'), evidence: [minutes] })).toEqual([]);
    expect(missing({ progress: entry('dang-lam', ' - ') })).toEqual([
      ['no-words', 'Chưa nêu đã làm được gì, báo cáo đang nhắc lại tên nhiệm vụ.'],
    ]);
    expect(missing({ progress: entry('dang-lam', 'x', { numerator: 12, denominator: 11, unit: 'thôn' }) })).toEqual([
      ['doubtful-number', 'Số đạt được (12) lớn hơn tổng số (11) thôn. Báo cáo chưa dùng số này.'],
    ]);
    expect(missing({ progress: entry('khong-phat-sinh') })).toEqual([]);
  });
});
