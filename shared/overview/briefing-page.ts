/**
 * The Chủ tịch's morning sheet: one A4 page whatever there is to tell. The most urgent stays, the rest of each part is counted in
 * words ("và 12 việc khác"). Rules OV17 and OV18 of SPEC.md. Pure.
 */
import { cellPadding, cellTextRoom, naturalLine } from '../document/cells.ts';
import { decree30, textArea } from '../document/decree30.ts';
import { type NodeOf, type OfficialDocument, plain, type TableCell } from '../document/model.ts';
import { millimetresPerPoint, wrappedLines } from '../document/text-width.ts';
import { shortDate } from '../text/dates.ts';
import { oneLine } from '../text/fold.ts';
import { type Briefing, type BriefTask, shortTitle } from './briefing.ts';
import type { CountedPieces } from './sums.ts';

const size = 10;
/** Where a machine has no Times New Roman, small text runs wider. */
const hinting = 1.03;
/** Millimetres left free below the last table, since another printer may set a line more. */
const spare = 5;

type Row = readonly string[];
type Part = { readonly head: string; readonly rows: readonly Row[]; readonly more: (left: number) => string };
type Columns = NodeOf<'table'>['columns'];

const taskColumns: Columns = [
  { share: 5, align: 'left' },
  { share: 60, align: 'left' },
  { share: 20, align: 'left' },
  { share: 15, align: 'left' },
];
const countColumns: Columns = [
  { share: 35, align: 'left' },
  ...Array.from({ length: 5 }, () => ({ share: 13, align: 'center' as const })),
];
const countHead: Row = ['', 'Đã xong', 'Đang làm', 'Chưa có kết quả', 'Quá hạn', 'Thiếu minh chứng'];

/** `issuer` is the office's name as its documents print it. */
export function briefingPage(brief: Briefing, issuer: string): OfficialDocument {
  const subject = [`${brief.windowLabel}, tính đến ngày ${shortDate(brief.today)}`, issuer];
  const summary = summaryOf(brief);
  const { width, height } = textArea(decree30, 'portrait');
  const above =
    (32 + subject.reduce((sum, each) => sum + lines(each, 14, width, 'bold'), 1) * 14 * naturalLine) *
      millimetresPerPoint +
    (lines(summary, 14, width - 13) * 14 * naturalLine * 1.1 + 6) * millimetresPerPoint +
    2;
  const [tasks, counts] = fitted([taskParts(brief), countParts(brief)], height - above - spare);
  return {
    title: `Bản trình Chủ tịch ${shortDate(brief.today)}`,
    sections: [
      {
        orientation: 'portrait',
        nodes: [
          { type: 'typeTitle', typeName: 'TÌNH HÌNH THỰC HIỆN NHIỆM VỤ', subject },
          { type: 'paragraph', runs: plain(summary) },
          tableOf(taskColumns, tasks ?? [], null),
          tableOf(countColumns, counts ?? [], countHead),
        ],
      },
    ],
  };
}

function summaryOf({ counts, late, owed, atRisk, until }: Briefing): string {
  const of = (...pieces: (keyof typeof counts)[]): number => pieces.reduce((sum, each) => sum + (counts[each] ?? 0), 0);
  return `Đã xong ${of('done', 'unproven')} việc (${of('unproven')} thiếu minh chứng), không phát sinh ${of('notArisen')}, đang làm ${of('doing')}, quá hạn ${late.length}${owed.length === 0 ? '' : `, còn nợ từ kỳ trước ${owed.length}`}, đến hạn chưa có kết quả ${of('none')}, chờ sự kiện ${of('waiting')}. Đến ngày ${shortDate(until)} có ${atRisk.length} việc phải xong.`;
}

function taskParts(brief: Briefing): Part[] {
  const line = (task: BriefTask, at: number, when: string): Row => [
    String(at + 1),
    shortTitle(task.text, 100),
    shortTitle(task.who, 40),
    when,
  ];
  const more = (left: number): string => `và ${left} việc khác`;
  return [
    {
      head: `QUÁ HẠN: ${brief.late.length} việc`,
      rows: brief.late.map((task, at) =>
        line(task, at, `chậm ${task.daysLate} ngày${task.estimated ? ' (tạm tính)' : ''}`),
      ),
      more,
    },
    ...(brief.owed.length === 0
      ? []
      : [
          {
            head: `CÒN NỢ TỪ KỲ TRƯỚC: ${brief.owed.length} việc`,
            rows: brief.owed.map((task, at) => line(task, at, `${task.owedFrom}, chậm ${task.daysLate} ngày`)),
            more,
          },
        ]),
    {
      head: `SẮP ĐẾN HẠN (đến ${shortDate(brief.until)}), CHƯA XONG: ${brief.atRisk.length} việc`,
      rows: brief.atRisk.map((task, at) =>
        line(task, at, `${shortDate(task.by)}${task.estimated ? ' (tạm tính)' : ''}${task.doing ? ', đang làm' : ''}`),
      ),
      more,
    },
    {
      head: `CHỜ QUYẾT ĐỊNH: ${brief.decisions.length} nội dung`,
      rows: brief.decisions.map(({ words }, at) => [String(at + 1), shortTitle(oneLine(words), 200)]),
      more: (left) => `và ${left} nội dung khác`,
    },
  ];
}

function countParts({ people, areas }: Briefing): Part[] {
  const numbers = ({ tasks }: CountedPieces): Row =>
    [tasks.done.length + tasks.unproven.length, tasks.doing.length, tasks.none.length, tasks.late.length].map(String);
  const row = (name: string, counted: CountedPieces): Row => [
    shortTitle(name, 60),
    ...numbers(counted),
    String(counted.tasks.unproven.length),
  ];
  return [
    {
      head: 'THEO NGƯỜI PHỤ TRÁCH',
      rows: people.filter(({ total }) => total > 0).map((each) => row(each.name, each)),
      more: (left) => `và ${left} người khác`,
    },
    {
      head: 'THEO NỘI DUNG',
      rows: areas.filter(({ total }) => total > 0).map((each) => row(each.name, each)),
      more: (left) => `và ${left} nội dung khác`,
    },
  ];
}

const lines = (text: string, points: number, room: number, weight: 'regular' | 'bold' = 'regular'): number =>
  Math.max(1, wrappedLines(text, points, weight, room / hinting));

const rowHeight = (most: number): number =>
  most * size * naturalLine * millimetresPerPoint + 2 * cellPadding.vertical + 0.3;

function heightOf(row: Row, columns: Columns, weight: 'regular' | 'bold' = 'regular'): number {
  const { width } = textArea(decree30, 'portrait');
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const rooms = columns.map(({ share }, at) =>
    at === row.length - 1 && row.length < columns.length
      ? columns.slice(at).reduce((sum, each) => sum + each.share, 0)
      : share,
  );
  return rowHeight(
    Math.max(1, ...row.map((text, at) => lines(text, size, cellTextRoom((width * (rooms[at] ?? 1)) / all), weight))),
  );
}

/** How many rows each part may have in each round, in the order late, at risk, decisions, people, areas; then whatever fits. */
const rounds: readonly (readonly number[])[] = [[4, 3, 2, 3, 3], [7, 5, 3, 5, 5], [9, 7, 4, 7, 9], []];

type Shown = { head: string; rows: Row[]; more: string };

/** Each part gets its head and first rows, then the parts take what is left, in their order. */
function fitted(tables: readonly (readonly Part[])[], room: number): Shown[][] {
  const columnsOf = [taskColumns, countColumns];
  const parts = tables.flatMap((each, table) =>
    each.map((part) => ({ part, columns: columnsOf[table]!, table, taken: 0 })),
  );
  const one = rowHeight(1);
  let left = room - heightOf(countHead, countColumns, 'bold') - 2 * 3;
  // A head, and a line for what is left out.
  for (const { part, columns } of parts) left -= heightOf([part.head], columns, 'bold') + one;
  const take = (each: (typeof parts)[number], most: number): void => {
    while (each.taken < Math.min(most, each.part.rows.length)) {
      const height = heightOf(each.part.rows[each.taken]!, each.columns);
      if (height > left) return;
      left -= height;
      each.taken += 1;
    }
  };
  for (const round of rounds) parts.forEach((each, at) => void take(each, round[at] ?? Number.POSITIVE_INFINITY));
  return tables.map((_, table) =>
    parts
      .filter((each) => each.table === table)
      .map(({ part, taken }) => ({
        head: part.head,
        rows: part.rows.slice(0, taken),
        more:
          taken < part.rows.length ? part.more(part.rows.length - taken) : part.rows.length === 0 ? 'Không có.' : '',
      })),
  );
}

function tableOf(columns: Columns, parts: readonly Shown[], head: Row | null): NodeOf<'table'> {
  const wide = (words: string, look: { bold?: boolean; italic?: boolean }): TableCell[] => [
    { paragraphs: [[{ text: words, ...look }]], columnSpan: columns.length, rowSpan: 1 },
  ];
  const cells = (row: Row): TableCell[] =>
    row.map((text, at) => ({
      paragraphs: [plain(text)],
      columnSpan: at === row.length - 1 ? columns.length - at : 1,
      rowSpan: 1,
    }));
  return {
    type: 'table',
    columns,
    headerRows: head ? 1 : 0,
    labelColumns: 0,
    size,
    rows: [
      ...(head ? [cells(head)] : []),
      ...parts.flatMap(({ head: words, rows, more }) => [
        wide(words, { bold: true }),
        ...rows.map(cells),
        ...(more === '' ? [] : [wide(more, { italic: true })]),
      ]),
    ],
  };
}
