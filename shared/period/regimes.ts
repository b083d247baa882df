/**
 * The reporting regimes the program brings: the decree's, administrative reform's, and those of plans that printed theirs. An
 * office adopts one, changes it, or gets its own from the superior's bundle. Each says where it comes from and for which years.
 */
import type { Regime, RegimeWindow } from './regime.ts';

type Day = RegimeWindow['from'];
type Due = NonNullable<RegimeWindow['due']>;

const lastYear = (day: string): Day => ({ year: -1, day });
const thisYear = (day: string): Day => ({ year: 0, day });
const before = (day: string, year = 0): Due => ({ year, day, strict: true });
const onDay = (day: string): Due => ({ year: 0, day, strict: false });

const window = (
  suffix: string,
  kind: RegimeWindow['kind'],
  from: Day,
  to: Day,
  due: Due | null = null,
  superiorDue: Due | null = null,
): RegimeWindow => ({ suffix, kind, from, to, due, superiorDue });

const two = (value: number): string => String(value).padStart(2, '0');

/** Months under the decree: from the 15th of the month before to the 14th. */
const decreeMonths: readonly RegimeWindow[] = Array.from({ length: 12 }, (_, at) =>
  window(
    `T${two(at + 1)}`,
    'thang',
    at === 0 ? lastYear('12-15') : thisYear(`${two(at)}-15`),
    thisYear(`${two(at + 1)}-14`),
  ),
);

export const regimes: readonly Regime[] = [
  {
    id: 'nd-09-2019',
    name: 'Báo cáo định kỳ theo Nghị định 09/2019/NĐ-CP',
    source: 'Nghị định 09/2019/NĐ-CP, Điều 12',
    firstYear: 2019,
    lastYear: null,
    reporter: 'Cơ quan hành chính nhà nước',
    recipient: 'Cơ quan nhận báo cáo',
    via: '',
    partOf: '',
    note: 'Nghị định chỉ định kỳ chốt số liệu; hạn gửi do cơ quan nhận báo cáo quy định.',
    windows: [
      ...decreeMonths,
      window('Q1', 'quy', lastYear('12-15'), thisYear('03-14')),
      window('Q2', 'quy', thisYear('03-15'), thisYear('06-14')),
      window('Q3', 'quy', thisYear('06-15'), thisYear('09-14')),
      window('Q4', 'quy', thisYear('09-15'), thisYear('12-14')),
      window('H1', '6-thang', lastYear('12-15'), thisYear('06-14')),
      window('H2', '6-thang', thisYear('06-15'), thisYear('12-14')),
      window('Y', 'nam', lastYear('12-15'), thisYear('12-14')),
    ],
  },
  {
    id: '9-thang',
    name: 'Báo cáo 9 tháng, cùng mốc với Nghị định 09/2019/NĐ-CP',
    source: 'Quy định của từng tỉnh, theo mốc của Nghị định 09/2019/NĐ-CP',
    firstYear: 2019,
    lastYear: null,
    reporter: 'Cơ quan hành chính nhà nước',
    recipient: 'Cơ quan nhận báo cáo',
    via: '',
    partOf: '',
    note: 'Nghị định không có kỳ 9 tháng; chỉ dùng khi cấp trên yêu cầu.',
    windows: [window('M9', '9-thang', lastYear('12-15'), thisYear('09-14'))],
  },
  {
    id: 'cchc',
    name: 'Báo cáo cải cách hành chính (PAPI là một mục)',
    source: 'Công văn 581/BNV-CCHC',
    firstYear: 2019,
    lastYear: null,
    reporter: 'UBND cấp xã',
    recipient: 'UBND cấp trên',
    via: '',
    partOf: 'Báo cáo cải cách hành chính',
    note: 'Ngày 20 là hạn của tỉnh gửi Bộ Nội vụ; hạn của xã sớm hơn, theo văn bản của tỉnh.',
    windows: [
      window('Q1', 'quy', lastYear('12-15'), thisYear('03-14'), null, onDay('03-20')),
      window('H1', '6-thang', lastYear('12-15'), thisYear('06-14'), null, onDay('06-20')),
      window('Q3', 'quy', thisYear('06-15'), thisYear('09-14'), null, onDay('09-20')),
      window('Y', 'nam', lastYear('12-15'), thisYear('12-14'), null, onDay('12-20')),
    ],
  },
  {
    id: 'hung-yen-2023-huyen',
    name: 'Hưng Yên 2023: sở, ngành, UBND cấp huyện',
    source: 'Kế hoạch nâng cao Chỉ số PAPI năm 2023 của UBND tỉnh Hưng Yên',
    firstYear: 2023,
    lastYear: 2023,
    reporter: 'Sở, ngành, UBND huyện, thị xã, thành phố',
    recipient: 'UBND tỉnh',
    via: 'Sở Nội vụ',
    partOf: '',
    note: 'Cơ quan chủ trì gửi thêm kế hoạch và kết quả kiểm tra trong quý III/2023. Hạn báo cáo năm sớm hơn ngày chốt số liệu.',
    windows: [
      window('H1', '6-thang', lastYear('11-01'), thisYear('05-31'), before('06-10')),
      window('Y', 'nam', lastYear('11-01'), thisYear('10-31'), before('10-31')),
    ],
  },
  {
    id: 'hung-yen-2023-xa',
    name: 'Hưng Yên 2023: UBND cấp xã',
    source: 'Kế hoạch nâng cao Chỉ số PAPI năm 2023 của UBND tỉnh Hưng Yên',
    firstYear: 2023,
    lastYear: 2023,
    reporter: 'UBND xã, phường, thị trấn',
    recipient: 'UBND huyện',
    via: 'Phòng Nội vụ',
    partOf: '',
    note: 'Hạn báo cáo năm sớm hơn ngày chốt số liệu.',
    windows: [
      window('H1', '6-thang', lastYear('11-01'), thisYear('05-31'), before('06-05'), before('06-10')),
      window('Y', 'nam', lastYear('11-01'), thisYear('10-31'), before('10-25'), before('10-31')),
    ],
  },
  {
    id: 'nhu-quynh-2024',
    name: 'Như Quỳnh 2024',
    source: 'Kế hoạch 08/KH-UBND ngày 11/01/2024 của UBND thị trấn Như Quỳnh',
    firstYear: 2024,
    lastYear: 2024,
    reporter: 'UBND thị trấn',
    recipient: 'UBND huyện',
    via: 'Phòng Nội vụ',
    partOf: '',
    note: '',
    windows: [
      window('H1', '6-thang', thisYear('01-01'), thisYear('06-30'), before('07-03')),
      window('Y', 'nam', thisYear('01-01'), thisYear('12-31'), before('01-03', 1)),
    ],
  },
];
