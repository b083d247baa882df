/** Report → official document: portrait body, landscape annex of tasks. */

import { blockNodes, sectionNodes, withEndMark } from '../body/section-nodes.ts';
import { cell } from '../document/cells.ts';
import { labelSpans } from '../document/label-cells.ts';
import type { DocumentDate, DocumentNode, DocumentSection, NodeOf, OfficialDocument } from '../document/model.ts';
import { readSigning } from '../document/wording.ts';
import { blankToNull, oneLine } from '../text/fold.ts';
import { capital, small } from '../text/letter-case.ts';
import { planSubject } from './draft.ts';
import { noCase } from './figures.ts';
import { lateLine } from './late-line.ts';
import { type ReportAnnexRow, type ReportInput, reportInput } from './report.ts';
import { completeFigure } from './sentences.ts';
import { annexLabel, moreAnnexSections } from './target-and-activity-annexes.ts';

/** Builds the document. Input of the wrong shape is a defect of the caller and is thrown. */
export function buildReport(input: ReportInput): OfficialDocument {
  const report = reportInput.parse(input);
  const { office, signer } = report;
  const subject = report.title.trim() === '' ? reportSubject(report.plan, report.window.label) : oneLine(report.title);
  const date = reportDate(report.date, report.window.due ?? report.window.to);
  const number = blankToNull(report.number);
  const body = withEndMark(
    report.sections.flatMap(({ label, heading, text, blocks }) =>
      blocks ? blockNodes(label, heading, blocks) : sectionNodes(label, heading, text),
    ),
  );
  const nodes: DocumentNode[] = [
    {
      type: 'officialHead',
      superior: null,
      issuer: office.issuer,
      number,
      symbol: report.symbol,
      place: office.place,
      date,
    },
    { type: 'typeTitle', typeName: 'BÁO CÁO', subject: [subject] },
  ];
  if (office.superior.trim() !== '') nodes.push({ type: 'addressees', names: [oneLine(office.superior)] });
  nodes.push(...body, {
    type: 'signatureBlock',
    recipients: report.recipients,
    signing: readSigning(signer.authority, signer.title),
    name: oneLine(signer.name),
  });
  const sections: DocumentSection[] = [{ orientation: 'portrait', nodes }];
  const attachedTo = { typeName: 'Báo cáo', number, symbol: report.symbol, date, issuer: office.name };
  const ofTasks = report.annex.length > 0 ? 1 : 0;
  const annexes = ofTasks + report.moreAnnexes.length;
  if (ofTasks > 0) {
    const title = `Biểu tổng hợp kết quả thực hiện nhiệm vụ ${small(report.window.label)}`;
    sections.push({
      orientation: 'landscape',
      nodes: [
        { type: 'annexHead', label: annexLabel(0, annexes), title: [title], attachedTo },
        annexTable(report.annex),
      ],
    });
  }
  sections.push(...moreAnnexSections(report.moreAnnexes, ofTasks, annexes, attachedTo));
  return { title: `Báo cáo ${small(subject)}`, sections };
}

/**
 * Subject of a report on a plan: `Kết quả thực hiện Kế hoạch nâng cao Chỉ số … thị trấn Như Quỳnh 6 tháng đầu năm 2024`.
 * The plan's own "năm 2024" at the end gives way to the window, which says it again.
 */
export function reportSubject(plan: { title: string; year: number | null }, windowLabel: string): string {
  const label = small(oneLine(windowLabel));
  const subject = planSubject(plan.title);
  const short =
    plan.year !== null && label.includes(String(plan.year))
      ? subject.replace(new RegExp(`[\\s,]*năm ${plan.year}$`, 'iu'), '')
      : subject;
  return `Kết quả thực hiện Kế hoạch ${short} ${label}`.replace(/\s+/g, ' ');
}

/** A draft leaves day and month blank; its year is that of the day it is due: a year's report is signed in the January after. */
export function reportDate(date: string | null, expected: string): DocumentDate {
  if (date !== null) return { kind: 'full', date };
  return { kind: 'blank', month: null, year: Number(expected.slice(0, 4)) };
}

const columns: NodeOf<'table'>['columns'] = [
  { share: 4, align: 'center' },
  { share: 13, align: 'left' },
  { share: 13, align: 'left' },
  { share: 26, align: 'left' },
  { share: 12, align: 'left' },
  { share: 10, align: 'center' },
  { share: 26, align: 'left' },
  { share: 8, align: 'center' },
];

const captions = [
  'TT',
  'Chỉ số nội dung',
  'Nội dung thành phần',
  'Nhiệm vụ',
  'Đơn vị chủ trì',
  'Thời gian thực hiện',
  'Kết quả thực hiện',
  'Số minh chứng',
];

/** Eight columns; number, area and component stand once for the rows they cover. */
export function annexTable(rows: readonly ReportAnnexRow[]): NodeOf<'table'> {
  const cells = rows.map((row) => [
    row.task.split('\n'),
    [row.lead],
    [row.time],
    resultParagraphs(row),
    [String(row.evidence)],
  ]);
  const spans = labelSpans(rows);
  const body = rows.map((row, at) => {
    const { area = 1, component = 1 } = spans[at] ?? {};
    return [
      ...(area > 0 ? [cell([row.no], area), cell([row.area], area)] : []),
      ...(component > 0 ? [cell([row.component], component)] : []),
      ...(cells[at] ?? []).map((paragraphs) => cell(paragraphs)),
    ];
  });
  return {
    type: 'table',
    columns,
    headerRows: 1,
    labelColumns: 3,
    rows: [captions.map((caption) => cell([caption])), ...body],
  };
}

/** State, the officer's words, the figure (numbers already written are completed in place), why it came late (RE21). */
function resultParagraphs({ stateLabel, done, numbers, lateReason = '' }: ReportAnnexRow): string[] {
  const figure = numbers.trim();
  const written = figure === '' ? done : completeFigure(done, figure);
  const words = (written ?? done)
    .split('\n')
    .map((line) => capital(line.trim().replace(/[\s;,]+$/, '')))
    .filter((line) => line !== '');
  const isNew = written === null && figure !== noCase;
  return [stateLabel, ...words, ...(isNew ? [`Số liệu: ${figure}`] : []), lateLine(lateReason)].filter(
    (line) => line !== '',
  );
}
