/** Rows of a plan laid out as offices lay them out, to be written by several writers and read back. */

/** What a test wants to read back; texts without list marks. */
export type WantedRow = {
  no: string;
  dimension: string;
  component: string;
  tasks: string[];
  results: string[];
  lead: string;
  executors: string[];
  time: string;
};

export type GridCell = { text: string; rowSpan: number; columnSpan: number; bold: boolean };
/** A table as cells placed row by row; null where a cell above or to the left reaches. */
export type Grid = { columns: number; headerRows: number; rows: (GridCell | null)[][] };

export type Field = 'no' | 'dimension' | 'component' | 'tasks' | 'results' | 'lead' | 'executors' | 'time';

export const usualCaptions: Readonly<Record<Field, string>> = {
  no: 'TT',
  dimension: 'Chỉ số nội dung',
  component: 'Nội dung thành phần',
  tasks: 'Nhiệm vụ',
  results: 'Kết quả',
  lead: 'Đơn vị chủ trì',
  executors: 'Đơn vị thực hiện',
  time: 'Thời gian thực hiện',
};

export const usualOrder: readonly Field[] = [
  'no',
  'dimension',
  'component',
  'tasks',
  'results',
  'lead',
  'executors',
  'time',
];

export type Layout = {
  order?: readonly Field[];
  captions?: Partial<Record<Field, string>>;
  /** How equal neighbours are written: one merged cell, once and then blank, or again in each row. */
  merging?: 'merged' | 'blank' | 'repeated';
  /** Mark in front of each task and result. */
  bullet?: string;
  /** A row across the table names the area instead of a column. */
  areaRows?: boolean;
  /** The head is written again before these rows. */
  headAgainBefore?: readonly number[];
  /** Lead and executor stand under one caption. */
  twoLevels?: boolean;
};

const cell = (text: string, bold = false): GridCell => ({ text, rowSpan: 1, columnSpan: 1, bold });

/** Lays rows out as a grid. */
export function layOut(rows: readonly WantedRow[], layout: Layout = {}): Grid {
  const order = (layout.order ?? usualOrder).filter((field) => !(layout.areaRows && field === 'dimension'));
  const head = headRows(order, layout);
  const body: (GridCell | null)[][] = [];
  const start = new Map<Field, GridCell>();
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const newArea = before?.dimension !== row.dimension || before?.no !== row.no;
    if (layout.areaRows && newArea) {
      body.push([
        { text: `${roman(Number(row.no))}. ${row.dimension}`, rowSpan: 1, columnSpan: order.length, bold: true },
        ...order.slice(1).map(() => null),
      ]);
    }
    if (layout.headAgainBefore?.includes(index)) body.push(...head.map((line) => line.map((one) => one && { ...one })));
    const broken = layout.headAgainBefore?.includes(index) ?? false;
    body.push(
      order.map((field) => {
        const text = cellText(row, field, layout.bullet ?? '- ');
        const above = start.get(field);
        const grouped = field === 'no' || field === 'dimension';
        const same = before !== undefined && !newArea && !broken && grouped && before[field] === row[field];
        if (same && layout.merging === 'blank') return cell('');
        if (same && (layout.merging ?? 'merged') === 'merged' && above && !layout.areaRows) {
          above.rowSpan++;
          return null;
        }
        const made = cell(text, field === 'dimension');
        start.set(field, made);
        return made;
      }),
    );
  });
  return { columns: order.length, headerRows: head.length, rows: [...head, ...body] };
}

const roman = (value: number): string =>
  ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][value] ?? String(value);

function headRows(order: readonly Field[], layout: Layout): (GridCell | null)[][] {
  const caption = (field: Field) => layout.captions?.[field] ?? usualCaptions[field];
  if (!layout.twoLevels) return [order.map((field) => cell(caption(field), true))];
  const first = order.map((field): GridCell | null => {
    if (field === 'lead') return { text: 'Phân công thực hiện', rowSpan: 1, columnSpan: 2, bold: true };
    return field === 'executors' ? null : { text: caption(field), rowSpan: 2, columnSpan: 1, bold: true };
  });
  const second = order.map((field): GridCell | null => {
    if (field === 'lead') return cell('Chủ trì', true);
    return field === 'executors' ? cell('Phối hợp', true) : null;
  });
  return [first, second];
}

function cellText(row: WantedRow, field: Field, bullet: string): string {
  if (field === 'tasks' || field === 'results') {
    return row[field].map((text, index) => (bullet === '1' ? `${index + 1}. ${text}` : `${bullet}${text}`)).join('\n');
  }
  return field === 'executors' ? row.executors.join('; ') : row[field];
}

/** A small plan of our own: areas, components, several tasks and actors in a cell, every kind of time. */
export const smallPlan: readonly WantedRow[] = [
  {
    no: '1',
    dimension: 'Tham gia của người dân ở cấp cơ sở',
    component: 'a) Tri thức công dân',
    tasks: ['Phổ biến Luật Thực hiện dân chủ ở cơ sở tại các buổi họp thôn.', 'Phát tờ rơi về quyền bầu cử;'],
    results: ['Biên bản họp;', 'Số tờ rơi đã phát.'],
    lead: 'Công chức Tư pháp - Hộ tịch',
    executors: ['Đài truyền thanh', 'Trưởng các thôn'],
    time: 'Quý I, II năm 2026',
  },
  {
    no: '1',
    dimension: 'Tham gia của người dân ở cấp cơ sở',
    component: 'b) Đóng góp tự nguyện',
    tasks: ['Công khai các khoản đóng góp của người dân.'],
    results: ['Bảng niêm yết tại nhà văn hóa thôn'],
    lead: 'Văn phòng HĐND và UBND',
    executors: ['Ủy ban MTTQ xã', 'Ban Thanh tra nhân dân'],
    time: 'Thường xuyên',
  },
  {
    no: '2',
    dimension: 'Công khai, minh bạch trong việc ra quyết định',
    component: 'a) Danh sách hộ nghèo',
    tasks: [
      'Rà soát hộ nghèo cuối năm.',
      'Niêm yết danh sách hộ nghèo tại trụ sở và các thôn.',
      'Tiếp nhận ý kiến của người dân.',
    ],
    results: ['Quyết định công nhận;', 'Ảnh chụp nơi niêm yết;', '100% thôn niêm yết đúng hạn'],
    lead: 'Phòng Văn hóa - Xã hội',
    executors: ['Các thôn, tổ dân phố'],
    time: 'Trước ngày 15/11/2026',
  },
  {
    no: '2',
    dimension: 'Công khai, minh bạch trong việc ra quyết định',
    component: 'b) Thu, chi ngân sách',
    tasks: ['Công khai dự toán, quyết toán ngân sách xã.'],
    results: ['Thông báo công khai'],
    lead: 'Phòng Kinh tế',
    executors: ['Văn phòng HĐND và UBND', 'Đài truyền thanh'],
    time: 'Định kỳ hàng quý, 6 tháng, năm',
  },
  {
    no: '3',
    dimension: 'Trách nhiệm giải trình với người dân',
    component: 'a) Tiếp công dân',
    tasks: ['Tiếp công dân định kỳ.', 'Đối thoại với người dân ít nhất 2 lần/năm.'],
    results: ['Sổ tiếp công dân; biên bản đối thoại'],
    lead: 'Lãnh đạo UBND',
    executors: ['Các cán bộ, công chức chuyên môn liên quan'],
    time: 'Thường xuyên',
  },
];
