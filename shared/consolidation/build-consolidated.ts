/** A superior's report over its units → official document: body, annex of sums, annex of who sent, one annex per unit. */

import { romanOf } from '../body/numbering.ts';
import { sectionNodes, withEndMark } from '../body/section-nodes.ts';
import { cell } from '../document/cells.ts';
import type { DocumentNode, DocumentSection, NodeOf, OfficialDocument } from '../document/model.ts';
import { readSigning } from '../document/wording.ts';
import { annexTable, reportDate } from '../report/build-report.ts';
import { stateLabels } from '../report/facts.ts';
import { figureOf, formatCount, formatNumber, formatShare, noCase } from '../report/figures.ts';
import { clause } from '../report/sentences.ts';
import { type IsoDate, shortDate } from '../text/dates.ts';
import { blankToNull, oneLine } from '../text/fold.ts';
import { capital, small } from '../text/letter-case.ts';
import type { Consolidated } from './consolidated.ts';
import type { FigureSum } from './figures.ts';
import type { CountsByState } from './states.ts';
import type { UnitReport } from './unit-report.ts';
import { wallWords } from './words.ts';

export type ConsolidatedInput = {
  readonly office: {
    readonly issuer: string[];
    readonly name: string;
    readonly place: string;
    readonly superior: string;
  };
  /** `nâng cao Chỉ số …`: what the units report on. */
  readonly subject: string;
  readonly window: {
    readonly label: string;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly due: IsoDate | null;
  };
  readonly content: Consolidated;
  readonly recipients: string[];
  readonly signer: { readonly authority: string; readonly title: string; readonly name: string };
  readonly number: string | null;
  readonly date: IsoDate | null;
};

const symbol = 'BC-UBND';

export function buildConsolidated(input: ConsolidatedInput): OfficialDocument {
  const { office, window, content, signer } = input;
  const number = blankToNull(input.number);
  const date = reportDate(input.date, window.due ?? window.to);
  const subject = oneLine(`Tổng hợp kết quả ${input.subject} ${small(window.label)}`);
  const nodes: DocumentNode[] = [
    { type: 'officialHead', superior: null, issuer: office.issuer, number, symbol, place: office.place, date },
    { type: 'typeTitle', typeName: 'BÁO CÁO', subject: [subject] },
    ...(office.superior.trim() === '' ? [] : [{ type: 'addressees' as const, names: [oneLine(office.superior)] }]),
    ...withEndMark(bodyOf(input)),
    {
      type: 'signatureBlock',
      recipients: input.recipients,
      signing: readSigning(signer.authority, signer.title),
      name: oneLine(signer.name),
    },
  ];
  const attachedTo = { typeName: 'Báo cáo', number, symbol, date, issuer: office.name };
  const annexes: { title: string; table: NodeOf<'table'> }[] = [
    { title: `Tình hình gửi báo cáo ${small(window.label)}`, table: wallTable(content) },
    ...(content.sums.length === 0
      ? []
      : [{ title: `Tổng hợp số liệu ${small(window.label)}`, table: sumTable(content.sums) }]),
    ...content.reports.map((report) => ({
      title: `Kết quả thực hiện nhiệm vụ của ${report.unitName}`,
      table: annexTable(unitRows(report)),
    })),
  ];
  const sections: DocumentSection[] = [
    { orientation: 'portrait', nodes },
    ...annexes.map(({ title, table }, at) => ({
      orientation: 'landscape' as const,
      nodes: [{ type: 'annexHead' as const, label: `Phụ lục ${romanOf(at + 1)}`, title: [title], attachedTo }, table],
    })),
  ];
  return { title: `Báo cáo ${small(subject)}`, sections };
}

function bodyOf({ content, window, office }: ConsolidatedInput): DocumentNode[] {
  const { wall, reports, asOf, onTime } = content;
  const received = `${reports.length}/${wall.length} đơn vị đã gửi báo cáo`;
  const rate =
    onTime.judged === 0
      ? ''
      : `; đúng hạn ${onTime.onTime}/${onTime.judged} đơn vị (${formatShare(onTime.onTime, onTime.judged)})`;
  const late = wall.filter(({ state }) => state === 'tre').map(({ unitName }) => unitName);
  const opening = `${office.name} tổng hợp kết quả của các đơn vị ${small(window.label)} (số liệu từ ngày ${shortDate(window.from)} đến ngày ${shortDate(window.to)}${asOf === null ? '' : `, theo các báo cáo nhận đến ngày ${shortDate(asOf)}`}) như sau:`;
  const sending = [
    `${capital(received)}${rate}.`,
    ...(late.length === 0 ? [] : [`Chưa gửi, đã quá hạn: ${late.join(', ')}.`]),
  ];
  return [
    ...sectionNodes('', '', opening),
    ...sectionNodes('I.', 'Tình hình gửi báo cáo', sending.join('\n')),
    ...sectionNodes('II.', 'Kết quả theo từng nội dung', reports.length === 0 ? 'Chưa có báo cáo nào.' : ''),
    ...content.areas.flatMap((area, at) =>
      sectionNodes(`${at + 1}.`, bare(area.area), areaText(content, area.areaKey, area.all)),
    ),
    ...sectionNodes(
      'III.',
      'Tồn tại, vướng mắc',
      said(reports, 'obstacle') || 'Các đơn vị không nêu tồn tại, vướng mắc.',
    ),
    ...sectionNodes(
      'IV.',
      'Kiến nghị, đề xuất',
      said(reports, 'proposal') || 'Các đơn vị không có kiến nghị, đề xuất.',
    ),
  ];
}

/** Without the number the unit printed: sums name areas by meaning, not by number. */
const bare = (area: string): string => oneLine(area).replace(/^(?:\d+|[IVX]+)[.)]\s*/, '');

function areaText({ sums }: Consolidated, areaKey: string, counts: CountsByState): string {
  const states = [
    `${formatNumber(counts.xong)} hoàn thành`,
    `${formatNumber(counts['dang-lam'])} đang thực hiện`,
    `${formatNumber(counts.chua + counts.trong)} chưa thực hiện hoặc chưa có kết quả`,
    `${formatNumber(counts['khong-phat-sinh'])} ${noCase}`,
  ];
  const lines = sums.filter((sum) => sum.areaKey === areaKey && sum.units.length > 0).map(sumLine);
  return [`Trong ${formatNumber(counts.tong)} nhiệm vụ của các đơn vị: ${states.join('; ')}.`, ...lines].join('\n');
}

function sumLine(sum: FigureSum): string {
  const figure = figureOf({ numerator: sum.numerator, denominator: sum.denominator, unit: sum.measure });
  const words = 'text' in figure ? figure.text : '';
  return `- ${capital(clause(sum.task))}: ${words}, theo báo cáo của ${formatCount(sum.units.length)} đơn vị.`;
}

/** Each unit's words once, behind its name. */
function said(reports: readonly UnitReport[], field: 'obstacle' | 'proposal'): string {
  return reports
    .flatMap(({ unitName, rows }) => {
      const words = [...new Set(rows.map((row) => clause(row[field])).filter((text) => text !== ''))];
      return words.length === 0 ? [] : [`- ${capital(unitName)}: ${words.join('; ')}.`];
    })
    .join('\n');
}

function wallTable({ wall }: Consolidated): NodeOf<'table'> {
  const captions = ['TT', 'Đơn vị', 'Tình trạng', 'Ngày nhận', 'Đúng hạn'];
  const rows = wall.map(({ unitName, state, receivedOn, onTime, daysLate }, at) => [
    cell([String(at + 1)]),
    cell([capital(unitName)]),
    cell([wallWords[state]]),
    cell([receivedOn === null ? '' : shortDate(receivedOn)]),
    cell([onTime === null ? '' : onTime ? 'Đúng hạn' : `Chậm ${daysLate} ngày`]),
  ]);
  return {
    type: 'table',
    columns: [
      { share: 6, align: 'center' },
      { share: 40, align: 'left' },
      { share: 22, align: 'left' },
      { share: 16, align: 'center' },
      { share: 16, align: 'center' },
    ],
    headerRows: 1,
    labelColumns: 0,
    rows: [captions.map((caption) => cell([caption])), ...rows],
  };
}

function sumTable(sums: readonly FigureSum[]): NodeOf<'table'> {
  const captions = [
    'TT',
    'Nội dung',
    'Nhiệm vụ',
    'Số đạt được',
    'Tổng số',
    'Tỷ lệ',
    'Tính theo',
    'Số đơn vị',
    'Số liệu đến',
  ];
  const rows = sums.map((sum, at) => [
    cell([String(at + 1)]),
    cell([bare(sum.area)]),
    cell([oneLine(sum.task)]),
    cell([sum.units.length === 0 ? noCase : formatNumber(sum.numerator)]),
    cell([sum.denominator === null || sum.units.length === 0 ? '' : formatNumber(sum.denominator)]),
    cell([sum.denominator === null || sum.denominator === 0 ? '' : formatShare(sum.numerator, sum.denominator)]),
    cell([sum.measure]),
    cell([String(sum.units.length)]),
    cell([sum.asOf === null ? '' : shortDate(sum.asOf)]),
  ]);
  return {
    type: 'table',
    columns: [
      { share: 4, align: 'center' },
      { share: 18, align: 'left' },
      { share: 34, align: 'left' },
      { share: 8, align: 'center' },
      { share: 8, align: 'center' },
      { share: 8, align: 'center' },
      { share: 8, align: 'center' },
      { share: 6, align: 'center' },
      { share: 8, align: 'center' },
    ],
    headerRows: 1,
    labelColumns: 0,
    rows: [captions.map((caption) => cell([caption])), ...rows],
  };
}

const unitRows = ({ rows }: UnitReport) =>
  rows.map((row) => ({
    no: row.no,
    area: row.area,
    component: row.component,
    task: row.text,
    lead: row.lead,
    time: row.time,
    stateLabel: row.state === null ? 'Chưa có kết quả' : stateLabels[row.state],
    done: row.doneText,
    numbers: row.figures
      .flatMap(({ numerator, denominator, measure }) => {
        const figure = figureOf({ numerator, denominator, unit: measure });
        return 'text' in figure ? [figure.text] : [];
      })
      .join('; '),
    evidence: row.evidenceIds.length,
  }));
