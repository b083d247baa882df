import { describe, expect, it } from 'vitest';
import { textAt, withFix } from '../../../shared/review/fix.ts';
import type { ReviewInput } from '../../../shared/review/input.ts';
import { reviewPlan } from '../../../shared/review/review.ts';
import { findingsAfter, practicePlan, rulesOf, say, section, told } from './plan-to-review.ts';

describe('RV6 annex missing', () => {
  it('is told once, at the first place', () => {
    expect(
      told((plan) => {
        plan.annex = 'none';
        plan.rows = [];
        say(plan, 'Nhiệm vụ cụ thể nêu tại Biểu tổng hợp nhiệm vụ kèm theo Kế hoạch này.');
      }),
    ).toEqual([['annex-missing', 'Biểu tổng hợp nhiệm vụ kèm theo', null]]);
  });
  it('is silent where none is announced', () => {
    expect(
      rulesOf((plan) => {
        plan.annex = 'none';
        plan.rows = [];
        plan.sections[1]!.paragraphs = ['Trình bày theo Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP.'];
      }),
    ).toEqual([]);
  });
});

describe('RV7, RV8 rows', () => {
  it('finds an area without tasks, in the rows or apart from them', () => {
    const last = practicePlan().rows.at(-1)!.area;
    expect(
      told((plan) => {
        for (const row of plan.rows) if (row.area === last) row.tasks = [];
      }),
    ).toEqual([['area-empty', last, null]]);
    expect(told((plan) => void plan.emptyAreas.push({ no: '9', name: 'Chuyển đổi số' }))).toEqual([
      ['area-empty', 'Chuyển đổi số', null],
    ]);
  });
  it.each([
    ['lead', ''],
    ['results', []],
    ['time', ' '],
  ] as const)('finds a row without %s and tells where', (field, blank) => {
    const findings = findingsAfter((plan) => void Object.assign(plan.rows[3]!, { [field]: blank }));
    expect(findings).toMatchObject([{ rule: 'row-incomplete', path: ['rows', 3, field] }]);
  });
  it('tells a column that is empty from top to bottom once', () => {
    expect(
      findingsAfter((plan) => {
        for (const row of plan.rows) row.lead = '';
      }),
    ).toMatchObject([{ rule: 'row-incomplete', path: ['rows'] }]);
  });
  it('RV18 gives one note where rows were only gathered from the sections, and reads them no second time', () => {
    expect(
      findingsAfter((plan) => {
        plan.annex = 'none';
        plan.sections[1]!.paragraphs = ['Các bộ phận thực hiện nhiệm vụ được giao.'];
        for (const row of plan.rows) row.time = '';
        plan.rows[0]!.tasks.push('Hoàn thành trong năm 2025');
      }),
    ).toMatchObject([{ rule: 'row-incomplete', level: 'note', path: ['sections'] }]);
  });
});

describe('RV9 targets', () => {
  it.each([
    ['Đạt 100% trở lên số tuyến đường', '100% trở lên', '100%'],
    ['Trên 100% hồ sơ đúng hạn', 'Trên 100%', '100%'],
    ['Đạt 120% kế hoạch', '120%', null],
    ['Tỷ lệ hài lòng đạt … % trở lên', 'đạt … % trở lên', null],
    ['Tỷ lệ hộ dân dùng nước sạch đạt   %', 'đạt   %', null],
  ])('%s', (result, text, fix) => {
    expect(told((plan) => void plan.rows[0]!.results.push(result))).toEqual([['target', text, fix]]);
  });
  it.each(['100% hồ sơ đúng hạn', 'Từ 90% trở lên', 'Tính theo tỷ lệ % dân số', 'Trên 95% hồ sơ'])(
    'is silent on %s',
    (result) => {
      expect(rulesOf((plan) => void plan.rows[0]!.results.push(result))).toEqual([]);
    },
  );
});

describe('RV10 citations', () => {
  const pledge = 'Phổ biến Pháp lệnh thực hiện dân chủ ở xã, phường, thị trấn tới Nhân dân.';
  it('finds a replaced law with its successor and source', () => {
    expect(findingsAfter((plan) => say(plan, pledge))).toMatchObject([
      {
        rule: 'citation',
        level: 'fault',
        text: 'Pháp lệnh thực hiện dân chủ ở xã, phường, thị trấn',
        fix: 'Luật Thực hiện dân chủ ở cơ sở',
        why: expect.stringContaining('10/2022/QH15'),
      },
    ]);
  });
  it('tells a change that comes later in the year of the plan as a note, and is silent before that year', () => {
    const on = (date: string) => (plan: ReviewInput) => {
      plan.head!.date = date;
      say(plan, pledge);
    };
    expect(findingsAfter(on('2023-06-30'), 2023).filter(({ rule }) => rule === 'citation')).toMatchObject([
      { level: 'note', why: expect.stringContaining('01/7/2023') },
    ]);
    expect(findingsAfter(on('2023-07-01'), 2023).filter(({ rule }) => rule === 'citation')).toMatchObject([
      { level: 'fault' },
    ]);
    expect(rulesOf((plan) => say(plan, pledge), 2022)).toEqual([]);
  });
  it.each([
    ['Luật bảo vệ môi trường năm 2023', 'Luật Bảo vệ môi trường năm 2020', 'fault'],
    ['mức độ 3, mức độ 4', null, 'fault'],
    ['mức độ 3 và 4', null, 'fault'],
    ['Luật thực hiện dân chủ ở xã, phường', 'Luật Thực hiện dân chủ ở cơ sở', 'fault'],
    ['Nghị định số 61/2018/NĐ-CP', null, 'note'],
    ['Thông tư 36/2017/TT-BGDĐT', null, 'note'],
  ])('%s', (text, fix, level) => {
    expect(findingsAfter((plan) => say(plan, `Thực hiện ${text} trên địa bàn.`))).toMatchObject([
      { rule: 'citation', text, fix, level },
    ]);
  });
  it.each([
    'Luật Bảo vệ môi trường năm 2020',
    'Luật Thực hiện dân chủ ở cơ sở',
    'mức độ hài lòng',
    'Quy chế dân chủ ở cơ sở',
    'mức độ 3 sao',
    'Luật thay thế Pháp lệnh thực hiện dân chủ',
  ])('is silent on %s', (text) => {
    expect(rulesOf((plan) => say(plan, `Thực hiện ${text} trên địa bàn.`))).toEqual([]);
  });
});

describe('RV11 late issue', () => {
  const issued =
    (date: string, superior = '29/12/2025') =>
    (plan: ReviewInput) => {
      plan.head!.date = date;
      plan.basis = [
        `Thực hiện Kế hoạch số 180/KH-UBND ngày ${superior} của UBND tỉnh Sông Lam về nâng cao Chỉ số PAPI năm 2026.`,
      ];
    };
  // 29/12/2025 and fifteen working days, with 1 and 2/1 off and Saturday 10/1 worked: 20/01/2026.
  it('allows the fifteenth working day and no later one', () => {
    expect(rulesOf(issued('2026-01-20'))).toEqual([]);
    expect(findingsAfter(issued('2026-01-21'))).toMatchObject([
      { rule: 'late-issue', text: '21/01/2026', why: expect.stringContaining('20/01/2026') },
    ]);
  });
  it('counts from the latest superior plan, and not from the own plan or one of another year', () => {
    expect(
      rulesOf((plan) => {
        issued('2026-02-02', '16/01/2026')(plan);
        plan.basis.push('Kế hoạch số 192/KH-UBND ngày 26/12/2025 của UBND tỉnh về chuyển đổi số năm 2026.');
      }),
    ).toEqual([]);
    expect(
      rulesOf((plan) => {
        plan.basis = [
          'Căn cứ Kế hoạch số 07/KH-UBND ngày 08/01/2024 của UBND xã An Thịnh về nâng cao Chỉ số PAPI năm 2026.',
          'Căn cứ Kế hoạch số 17/KH-UBND ngày 08/01/2024 của UBND tỉnh về nâng cao Chỉ số PAPI năm 2024.',
        ];
      }),
    ).toEqual([]);
  });
  it('says so where the year has no notice of its days off yet', () => {
    const findings = findingsAfter((plan) => {
      plan.head!.date = '2027-03-30';
    }, 2027);
    expect(findings).toMatchObject([{ rule: 'late-issue', why: expect.stringContaining('ước tính') }]);
  });
});

describe('RV12 body against annex', () => {
  const listAreas = (names: readonly string[]) => (plan: ReviewInput) => {
    plan.sections[1]!.children = names.map((name, at) =>
      section(`${at + 1}.`, `Nội dung “${name}”`, ['Thực hiện tốt.']),
    );
  };
  const areas = [...new Set(practicePlan().rows.map((row) => row.area))];

  it('is silent where both list the same areas', () => {
    expect(rulesOf(listAreas(areas))).toEqual([]);
  });
  it('finds an area that only one of them has', () => {
    expect(told(listAreas(areas.slice(0, -1)))).toEqual([['body-annex', areas.at(-1), null]]);
    expect(told(listAreas([...areas, 'Việc thực hiện dân chủ trong hoạt động của UBND xã']))).toHaveLength(1);
  });
  it('finds an area named differently', () => {
    const changed = areas.map((name) =>
      name.startsWith('Công khai') ? 'Công khai, minh bạch trong hoạch định chính sách ở địa phương' : name,
    );
    expect(findingsAfter(listAreas(changed))).toMatchObject([{ rule: 'body-annex', level: 'fault' }]);
    const shorter = areas.map((name) => (name.startsWith('Tham gia') ? 'Tham gia của người dân' : name));
    expect(findingsAfter(listAreas(shorter))).toMatchObject([{ rule: 'body-annex', level: 'note' }]);
  });
  it('finds a sentence that counts them otherwise', () => {
    expect(told((plan) => say(plan, 'Cải thiện Chỉ số PAPI trên 9 lĩnh vực của cấp xã.'))).toEqual([
      ['body-annex', '9 lĩnh vực', null],
    ]);
    expect(rulesOf((plan) => say(plan, 'Tuyên truyền 08 nội dung của Chỉ số PAPI.'))).toEqual([]);
    expect(rulesOf((plan) => say(plan, 'Niêm yết 5 nội dung về đất đai.'))).toEqual([]);
    expect(rulesOf((plan) => say(plan, 'Triển khai 4 nội dung tuyên truyền về Chỉ số PAPI.'))).toEqual([]);
    expect(rulesOf((plan) => say(plan, 'Cải thiện 3 nội dung thành phần của Chỉ số PAPI.'))).toEqual([]);
  });
});

describe('RV13, RV14 documents named', () => {
  const province = (number: string, day: string) =>
    `Thực hiện Kế hoạch số ${number}/KH-UBND ngày ${day} của UBND tỉnh Sông Lam về nâng cao Chỉ số PAPI năm 2026.`;
  it('finds the same plan under two numbers or two dates', () => {
    expect(told((plan) => say(plan, province('80', '05/01/2026')))).toEqual([
      ['citation-conflict', 'Kế hoạch số 80/KH-UBND ngày 05/01/2026', null],
    ]);
    expect(rulesOf((plan) => say(plan, province('08', '06/01/2026')))).toEqual(['citation-conflict']);
    expect(rulesOf((plan) => say(plan, province('08', '05/01/2026')))).toEqual([]);
  });
  it('is silent on two plans about different things or years', () => {
    expect(
      rulesOf((plan) =>
        say(
          plan,
          'Thực hiện Kế hoạch số 81/KH-UBND ngày 07/01/2026 của UBND tỉnh Sông Lam về chuyển đổi số năm 2026.',
          province('192', '05/01/2025').replace('năm 2026', 'năm 2025'),
        ),
      ),
    ).toEqual([]);
  });
  it('finds two slashes in a number', () => {
    expect(told((plan) => say(plan, 'Theo Công văn số 192//UBND-VP của cấp trên.'))).toEqual([
      ['number-form', '192//UBND-VP', '192/UBND-VP'],
    ]);
    expect(
      told((plan) => {
        plan.head!.number = '15//KH-UBND';
      }),
    ).toEqual([['number-form', '15//KH-UBND', '15/KH-UBND']]);
  });
});

describe('RV15, RV16 notes', () => {
  it('says that a draft has no number and no date', () => {
    expect(
      findingsAfter((plan) => {
        plan.head!.number = '';
        plan.head!.date = '';
      }),
    ).toMatchObject([
      { rule: 'header-blank', level: 'note', path: ['head', 'number'] },
      { rule: 'header-blank', level: 'note', path: ['head', 'date'] },
    ]);
  });
  it('is silent about the head of an annex alone', () => {
    expect(
      rulesOf((plan) => {
        plan.head = null;
      }),
    ).toEqual([]);
  });
  it('tells slips of the keyboard with the correction', () => {
    expect(told((plan) => say(plan, 'Theo dõi tình hình hình thực hiện.'))).toEqual([['slip', 'hình hình', 'hình']]);
  });
});

describe('RV17 silence', () => {
  it('keeps a rule quiet with its reason and still counts', () => {
    const plan = practicePlan();
    say(plan, 'Hoàn thành trong năm 2025.', 'Hồ sơ được tiếp nhận tại UBND phường.');
    plan.silenced = [{ rule: 'stale-year', reason: 'Kế hoạch nối tiếp năm trước' }];
    expect(reviewPlan(plan)).toMatchObject({
      findings: [{ rule: 'other-unit' }],
      silenced: [{ rule: 'stale-year', reason: 'Kế hoạch nối tiếp năm trước', count: 1 }],
    });
  });
  it('needs a reason', () => {
    const plan = { ...practicePlan(), silenced: [{ rule: 'stale-year' as const, reason: ' ' }] };
    expect(() => reviewPlan(plan)).toThrow();
  });
});

describe('RV20 fixes', () => {
  it('change the words that were meant, and not those of another document', () => {
    const plan = practicePlan();
    say(plan, 'Cuộc thi “Hoàn thành trong năm 2025” kết thúc trong năm 2025, tổng kết trong năm 2025.');
    const [finding] = reviewPlan(plan).findings;
    const fixed = withFix(plan, finding!);
    expect(fixed && textAt(fixed, finding!.path)).toBe(
      'Cuộc thi “Hoàn thành trong năm 2025” kết thúc trong năm 2026, tổng kết trong năm 2026.',
    );
    expect(fixed && reviewPlan(fixed).findings).toEqual([]);
    expect(textAt(plan, finding!.path)).toContain('kết thúc trong năm 2025');
  });
  it('keep the way a number is written', () => {
    expect(
      told((plan) => {
        for (const row of plan.rows) if (row.no === '8') row.no = '9';
      }),
    ).toEqual([['numbering', '9', '8']]);
  });
});

describe('RV19 and places', () => {
  it('tells the same words at one place once, and names the place as people do', () => {
    const findings = findingsAfter((plan) => {
      plan.sections[2]!.children[1]!.children = [
        section('a)', '', ['Nộp tại UBND phường; nhận tại UBND phường.']),
        section('-', '', ['Lưu tại UBND phường.']),
      ];
    });
    expect(findings).toMatchObject([
      { where: 'Mục III.2.a', path: ['sections', 2, 'children', 1, 'children', 0, 'paragraphs', 0] },
      { where: 'Mục III.2, gạch 1' },
    ]);
  });
});
