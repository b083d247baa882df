import { describe, expect, it } from 'vitest';
import type { ReviewInput } from '../../../shared/review/input.ts';
import { reviewPlan } from '../../../shared/review/review.ts';
import { findingsAfter, practicePlan, rulesOf, say, section, told } from './plan-to-review.ts';

describe('a right plan', () => {
  it.each([2023, 2024, 2025, 2026, 2027])('of %i is met with silence', (year) => {
    expect(reviewPlan(practicePlan(year))).toEqual({ findings: [], silenced: [] });
  });
});

describe('RV1 stale years', () => {
  it('finds a year left in the text, in a time and in the title of the annex, and says what to write', () => {
    expect(told((plan) => say(plan, 'Đưa nội dung này vào tiêu chí thi đua trong năm 2025.'))).toEqual([
      ['stale-year', 'trong năm 2025', 'trong năm 2026'],
    ]);
    expect(
      told((plan) => {
        plan.rows[0]!.time = 'Trong năm 2025';
      }),
    ).toEqual([['stale-year', 'Trong năm 2025', 'Trong năm 2026']]);
    expect(
      told((plan) => {
        plan.annexTitle[1] = 'BIỂU TỔNG HỢP NHIỆM VỤ NĂM 2025';
      }),
    ).toEqual([['stale-year', 'NĂM 2025', 'NĂM 2026']]);
  });

  it('finds a time that is over, however it is written', () => {
    expect(
      told((plan) => {
        plan.rows[0]!.time = 'Trước 30/6/2025';
      }),
    ).toEqual([['stale-year', 'Trước 30/6/2025', null]]);
    expect(
      rulesOf((plan) => {
        plan.rows[0]!.time = 'Trước 30/6/2026';
      }),
    ).toEqual([]);
  });

  it.each([
    'Thực hiện Kế hoạch số 90/KH-UBND ngày 29/12/2025 của UBND tỉnh Sông Lam về chuyển đổi số năm 2025.',
    'Tổ chức cuộc thi “Tìm hiểu Chỉ số PAPI năm 2025” trong Nhân dân.',
    'Phấn đấu tăng bậc so với năm 2025.',
    'Thứ hạng năm 2026 cao hơn năm 2025.',
    'Khắc phục hạn chế, thiếu sót của năm 2025.',
    'Rà soát các kết luận kiểm tra đã thực hiện trong năm 2025.',
    'Duy trì kết quả của Chương trình giai đoạn năm 2024-2026.',
    'Phổ biến Luật Đất đai năm 2024 và các văn bản hướng dẫn.',
    'Kết quả Chỉ số PAPI năm 2025 và những năm qua được phổ biến tới các thôn.',
    'Hoàn thành trong năm 2026 và những năm tiếp theo.',
  ])('is silent on %s', (text) => {
    expect(rulesOf((plan) => say(plan, text))).toEqual([]);
  });

  it('does not read the running reference of an annex as its title', () => {
    expect(rulesOf((plan) => void plan.annexTitle.push('(Kèm theo Kế hoạch số 15/KH-UBND năm 2025)'))).toEqual([]);
  });
});

describe('RV2 other units', () => {
  it('finds another name, another kind, and what only a superior writes', () => {
    expect(told((plan) => say(plan, 'Niêm yết tại trụ sở UBND xã Bình Minh trong giờ làm việc.'))).toEqual([
      ['other-unit', 'xã Bình Minh', null],
    ]);
    expect(told((plan) => say(plan, 'Hồ sơ được tiếp nhận tại UBND phường.'))).toEqual([
      ['other-unit', 'UBND phường', 'UBND xã'],
    ]);
    expect(told((plan) => say(plan, 'Đưa vào tiêu chí thi đua hằng năm của các xã.'))).toEqual([
      ['other-unit', 'các xã', null],
    ]);
    expect(told((plan) => say(plan, 'Tuyên truyền ở khu vực các huyện ngoại thành.'))).toEqual([
      ['other-unit', 'các huyện ngoại thành', null],
    ]);
  });

  it.each([
    'UBND xã An Thịnh chịu trách nhiệm chung.',
    'Nâng cao nhận thức của toàn xã hội.',
    'Học tập kinh nghiệm của các xã lân cận.',
    'Đạt các tiêu chí xã Nông thôn mới nâng cao.',
    'Thực hiện theo hướng dẫn đối với các xã, phường, đặc khu.',
    'Học tập mô hình của các xã, phường trên địa bàn tỉnh.',
    'Sắp xếp trụ sở UBND xã Tân Quang cũ và thị trấn Bình Minh (cũ).',
    'Hồ sơ của phường Đông Hải trước đây được bàn giao.',
  ])('is silent on %s', (text) => {
    expect(rulesOf((plan) => say(plan, text))).toEqual([]);
  });

  it('lets a province name its communes but not another province', () => {
    const province = (text: string) => (plan: ReviewInput) => {
      plan.issuer = 'UBND tỉnh Sông Lam';
      say(plan, text);
    };
    expect(rulesOf(province('UBND xã Bình Minh làm điểm.'))).toEqual([]);
    expect(told(province('Phấn đấu Chỉ số PAPI của tỉnh Núi Hồng tăng bậc.'))).toEqual([
      ['other-unit', 'tỉnh Núi Hồng', null],
    ]);
  });
});

describe('RV3 title of the annex', () => {
  it('finds the superior in it and offers the own unit', () => {
    expect(
      told((plan) => {
        plan.annexTitle[1] = 'BIỂU NHIỆM VỤ CỦA HUYỆN HỒNG SƠN NĂM 2026';
      }),
    ).toEqual([['annex-unit', 'HUYỆN HỒNG SƠN', 'XÃ AN THỊNH']]);
  });
  it('is silent where the own unit stands beside the one it lies in', () => {
    expect(
      rulesOf((plan) => {
        plan.annexTitle[1] = 'BIỂU NHIỆM VỤ CỦA XÃ AN THỊNH, TỈNH SÔNG LAM NĂM 2026';
      }),
    ).toEqual([]);
  });
});

describe('RV4 numbering', () => {
  it('finds a repeated main section', () => {
    expect(
      told((plan) => {
        plan.sections[2]!.label = 'I.';
      }),
    ).toEqual([['numbering', 'I.', 'III.']]);
  });
  it('finds a gap, once', () => {
    expect(
      told((plan) => {
        plan.sections[0]!.children[1]!.label = '3.';
      }),
    ).toEqual([['numbering', '3.', '2.']]);
  });
  it('asks for đ after d', () => {
    const letters = (list: string) => (plan: ReviewInput) => {
      plan.sections[0]!.children[0]!.children = [...list].map((letter) =>
        section(`${letter})`, '', [`Nội dung ${letter} của kế hoạch này.`]),
      );
    };
    expect(told(letters('abcde'))).toEqual([['numbering', 'e)', 'đ)']]);
    expect(rulesOf(letters('abcdđeg'))).toEqual([]);
    expect(told(letters('abcdđef'))).toEqual([['numbering', 'f)', 'g)']]);
    expect(rulesOf(letters('abcab'))).toEqual([]);
  });
  it('finds a number under the wrong heading', () => {
    expect(
      told(
        (plan) => void plan.sections[0]!.children[0]!.children.push(section('2.1.', 'Mục đích chung', ['Nội dung.'])),
      ),
    ).toEqual([['numbering', '2.1.', null]]);
  });
  it('reads the task table as well, where a blank number still counts', () => {
    const second = practicePlan().rows.findIndex((row) => row.no === '2');
    expect(
      told((plan) => {
        plan.rows[second]!.component = 'b) Tiếp cận thông tin';
      })[0],
    ).toEqual(['numbering', 'b)', 'a)']);
    expect(
      rulesOf((plan) => {
        for (const row of plan.rows) if (row.no === '2') row.no = '';
      }),
    ).toEqual([]);
  });
});

describe('RV5 repeated texts', () => {
  const long =
    'Công khai đầy đủ thủ tục hành chính tại trụ sở, trên trang thông tin điện tử và tại nhà văn hóa các thôn';
  it('finds a paragraph and a task that stand twice', () => {
    expect(rulesOf((plan) => say(plan, `${long}.`, `- ${long};`))).toEqual(['repeated-text']);
    const [finding] = findingsAfter((plan) => {
      plan.rows[0]!.tasks.push(long);
      plan.rows[5]!.tasks.push(long);
    });
    expect(finding).toMatchObject({ rule: 'repeated-text', path: ['rows', 5, 'tasks', plan5Tasks] });
    expect(finding?.why).toContain('dòng 1');
  });
  const plan5Tasks = practicePlan().rows[5]!.tasks.length;
  it('finds two tasks of one cell that differ by a few words', () => {
    expect(
      rulesOf((plan) => void plan.rows[0]!.tasks.push(long, `${long.replace('đầy đủ', 'kịp thời')} và tổ dân cư`)),
    ).toEqual(['repeated-text']);
  });
  it('is silent on short lines, on a task the body speaks of too, and on shared cells', () => {
    expect(rulesOf((plan) => say(plan, 'Thời gian: Thường xuyên.', 'Thời gian: Thường xuyên.'))).toEqual([]);
    expect(rulesOf((plan) => say(plan, plan.rows[0]!.tasks[0]!))).toEqual([]);
    expect(
      rulesOf((plan) => {
        const { tasks, results, lead, executors, time } = plan.rows[0]!;
        plan.rows[1] = { ...plan.rows[1]!, tasks, results, lead, executors, time, sharesWith: 0 };
      }),
    ).toEqual([]);
  });
});
