/** A superior's sums as an Excel workbook: who sent, sums, areas by unit, outliers, then one sheet per unit. */
import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/node';
import type { Consolidated } from '../../../shared/consolidation/consolidated.ts';
import type { RepeatedProof } from '../../../shared/consolidation/repeated-proof.ts';
import type { UnitReport } from '../../../shared/consolidation/unit-report.ts';
import { wallWords } from '../../../shared/consolidation/words.ts';
import { stateLabels } from '../../../shared/report/facts.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import { capital } from '../../../shared/text/letter-case.ts';

export type ConsolidatedWorkbook = {
  readonly title: string;
  readonly content: Consolidated;
  readonly repeated: readonly RepeatedProof[];
};

/** Excel's own limit of one cell's text. */
const longestCell = 32_767;

/** The workbook's bytes. Every text is a text cell: a unit's "=…" is never a formula. */
export async function consolidatedXlsx({ title, content, repeated }: ConsolidatedWorkbook): Promise<Uint8Array> {
  const sheets = [
    wallSheet(title, content),
    sumSheet(content),
    areaSheet(content),
    ...(repeated.length === 0 ? [] : [proofSheet(repeated)]),
  ];
  const names = uniqueNames(
    content.reports.map(({ unitName }) => capital(unitName)),
    sheets.map(({ sheet }) => sheet ?? ''),
  );
  const units = content.reports.map((report, at) => unitSheet(report, names[at] ?? `Đơn vị ${at + 1}`));
  return new Uint8Array(
    await writeXlsxFile([...sheets, ...units], { fontFamily: 'Times New Roman', fontSize: 12 }).toBuffer(),
  );
}

const text = (value: string): Cell => ({
  value: value.slice(0, longestCell),
  type: String,
  wrap: true,
  alignVertical: 'top',
});
const number = (value: number | null): Cell =>
  value === null
    ? null
    : { value, type: Number, format: Number.isInteger(value) ? '#,##0' : '#,##0.##', alignVertical: 'top' };
const percent = (numerator: number, denominator: number | null): Cell =>
  denominator === null || denominator === 0
    ? null
    : { value: numerator / denominator, type: Number, format: '0.0%', alignVertical: 'top' };

const heads = (captions: readonly string[]): Cell[] =>
  captions.map((value) => ({
    value,
    type: String,
    fontWeight: 'bold',
    wrap: true,
    align: 'center',
    alignVertical: 'center',
    backgroundColor: '#E8EDF5',
    borderStyle: 'thin',
  }));

function sheetOf(
  name: string,
  captions: readonly string[],
  widths: readonly number[],
  rows: readonly Cell[][],
): Sheet<Buffer> {
  return {
    sheet: name,
    orientation: 'landscape',
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: [heads(captions), ...rows],
  };
}

function wallSheet(title: string, { wall, asOf }: Consolidated): Sheet<Buffer> {
  const sheet = sheetOf(
    'Tình hình gửi',
    ['TT', 'Đơn vị', 'Tình trạng', 'Ngày nhận', 'Đúng hạn', 'Số ngày chậm'],
    [6, 36, 24, 14, 14, 14],
    wall.map(({ unitName, state, receivedOn, onTime, daysLate }, at) => [
      number(at + 1),
      text(capital(unitName)),
      text(wallWords[state]),
      text(receivedOn === null ? '' : shortDate(receivedOn)),
      text(onTime === null ? '' : onTime ? 'Đúng hạn' : 'Chậm'),
      number(daysLate === 0 ? null : daysLate),
    ]),
  );
  const asOfWords = asOf === null ? 'Chưa nhận báo cáo nào.' : `Theo các báo cáo nhận đến ngày ${shortDate(asOf)}.`;
  return { ...sheet, data: [...sheet.data, [], [null, text(title)], [null, text(asOfWords)]] };
}

const sumSheet = ({ sums, reports }: Consolidated): Sheet<Buffer> => {
  const names = new Map(reports.map(({ unitId, unitName }) => [unitId, unitName]));
  const listed = (ids: readonly string[]) => text(ids.map((id) => names.get(id) ?? id).join(', '));
  return sheetOf(
    'Số liệu',
    [
      ...[
        'TT',
        'Nội dung',
        'Nội dung thành phần',
        'Nhiệm vụ',
        'Tính theo',
        'Số đạt được',
        'Tổng số',
        'Tỷ lệ',
        'Số đơn vị',
      ],
      ...['Không phát sinh', 'Chưa có số liệu', 'Số chưa rõ', 'Khác xa các đơn vị còn lại', 'Số liệu đến ngày'],
    ],
    [6, 28, 28, 48, 12, 12, 12, 10, 10, 24, 24, 24, 24, 14],
    sums.map((sum, at) => [
      number(at + 1),
      text(sum.area),
      text(sum.component),
      text(sum.task),
      text(sum.measure),
      number(sum.units.length === 0 ? null : sum.numerator),
      number(sum.units.length === 0 ? null : sum.denominator),
      percent(sum.numerator, sum.denominator),
      number(sum.units.length),
      listed(sum.notArisen),
      listed(sum.silent),
      text(sum.doubtful.map(({ unitId, reason }) => `${names.get(unitId) ?? unitId}: ${reason}`).join(' ')),
      listed(sum.outliers),
      text(sum.asOf === null ? '' : shortDate(sum.asOf)),
    ]),
  );
};

/** Units down, areas across: finished of all that arose, and the counts behind it. */
function areaSheet({ areas, reports }: Consolidated): Sheet<Buffer> {
  const counts = areas.map(({ units }) => new Map(units.map((unit) => [unit.unitId, unit.counts])));
  return sheetOf(
    'Theo nội dung',
    ['TT', 'Đơn vị', ...areas.flatMap(({ area }) => [`${area}: hoàn thành`, 'Tổng số nhiệm vụ'])],
    [6, 36, ...areas.flatMap(() => [18, 12])],
    reports.map((report, at) => [
      number(at + 1),
      text(capital(report.unitName)),
      ...counts.flatMap((area) => {
        const found = area.get(report.unitId);
        return found ? [number(found.xong), number(found.tong)] : [null, null];
      }),
    ]),
  );
}

const proofSheet = (repeated: readonly RepeatedProof[]): Sheet<Buffer> =>
  sheetOf(
    'Minh chứng lặp lại',
    ['TT', 'Minh chứng', 'Số đơn vị', 'Số kỳ', 'Số nhiệm vụ', 'Ở đâu'],
    [6, 40, 10, 10, 12, 90],
    repeated.map(({ title, units, windows, rows, places }, at) => [
      number(at + 1),
      text(title),
      number(units),
      number(windows),
      number(rows),
      text(places.map(({ unitName, windowKey, task }) => `${unitName}, kỳ ${windowKey}: ${task}`).join('\n')),
    ]),
  );

const unitSheet = ({ rows }: UnitReport, name: string): Sheet<Buffer> =>
  sheetOf(
    name,
    [
      ...['TT', 'Chỉ số nội dung', 'Nội dung thành phần', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Thời gian', 'Trạng thái'],
      ...[
        'Kết quả thực hiện',
        'Số đạt được',
        'Tổng số',
        'Tính theo',
        'Tồn tại, vướng mắc',
        'Kiến nghị',
        'Số minh chứng',
      ],
    ],
    [6, 24, 24, 44, 18, 16, 16, 44, 10, 10, 12, 30, 30, 10],
    rows.flatMap((row) => {
      const [first = null, ...others] = row.figures;
      const figureCells = (figure: typeof first): Cell[] => [
        number(figure?.numerator ?? null),
        number(figure?.denominator ?? null),
        text(figure?.measure ?? ''),
      ];
      return [
        [
          ...[row.no, row.area, row.component, row.text, row.lead, row.time].map(text),
          text(row.state === null ? 'Chưa có kết quả' : stateLabels[row.state]),
          text(row.doneText),
          ...figureCells(first),
          text(row.obstacle),
          text(row.proposal),
          number(row.evidenceIds.length),
        ],
        ...others.map((figure) => [...Array<null>(8).fill(null), ...figureCells(figure)]),
      ];
    }),
  );

/** Excel's names: at most 31 characters, none of []:*?/\, no two alike whatever the case. */
export function uniqueNames(names: readonly string[], taken: readonly string[]): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return names.map((name) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31) || 'Đơn vị';
    let made = plain;
    for (let count = 2; used.has(made.toLowerCase()); count += 1) {
      const end = ` (${count})`;
      made = plain.slice(0, 31 - end.length) + end;
    }
    used.add(made.toLowerCase());
    return made;
  });
}
