/** Plan → official document: portrait body, landscape annex with the task table of eight columns. */

import { z } from 'zod';
import { blockNodes, withEndMark } from '../body/section-nodes.ts';
import { cell } from '../document/cells.ts';
import { labelSpans } from '../document/label-cells.ts';
import type {
  DocumentDate,
  DocumentNode,
  DocumentSection,
  NodeOf,
  OfficialDocument,
  TableCell,
} from '../document/model.ts';
import { readSigning } from '../document/wording.ts';
import { isoDate } from '../text/dates.ts';
import { blankToNull, oneLine } from '../text/fold.ts';
import { capital } from '../text/letter-case.ts';
import { usualTitle } from './annex-title.ts';
import { type ReadSection, readSection } from './read-plan.ts';

const words = z.string().max(20_000);

/** One group of the task table. `sharesWith` is the index of an earlier row whose tasks, results, people and time this row shares. */
export const planRow = z.object({
  no: words,
  area: words,
  component: words,
  tasks: z.array(words),
  results: z.array(words),
  lead: words,
  executors: z.array(words),
  time: words,
  sharesWith: z.number().int().nullable().default(null),
});

export const planDocumentInput = z.object({
  office: z.object({
    superior: words.nullable().default(null),
    issuer: z.array(words).min(1).max(4),
    name: words,
    place: words,
  }),
  number: words.nullable().default(null),
  symbol: words.default('KH-UBND'),
  date: isoDate.nullable().default(null),
  year: z.number().int(),
  /** Subject lines under "KẾ HOẠCH". */
  title: words,
  basis: z.array(words).max(200).default([]),
  /** Sections without label and heading are plain paragraphs, for instance the opening. */
  sections: z.array(readSection),
  rows: z.array(planRow).max(20_000),
  /** Empty: made from the year. */
  annexTitle: words.default(''),
  recipients: z.array(words).max(100),
  signer: z.object({ authority: words, title: words, name: words }),
});
export type PlanDocumentInput = z.input<typeof planDocumentInput>;
type PlanRow = z.infer<typeof planRow>;

/** Builds the document. Input of the wrong shape is a defect of the caller and is thrown. */
export function buildPlan(input: PlanDocumentInput): OfficialDocument {
  const plan = planDocumentInput.parse(input);
  const { office, signer } = plan;
  const number = blankToNull(plan.number);
  const date: DocumentDate =
    plan.date === null ? { kind: 'blank', month: null, year: plan.year } : { kind: 'full', date: plan.date };
  const subject = plan.title
    .split('\n')
    .map((line) => oneLine(line).replace(/^kế hoạch\s+/iu, ''))
    .filter((line) => line !== '')
    .map((line, at) => (at === 0 ? capital(line) : line));
  const nodes: DocumentNode[] = [
    {
      type: 'officialHead',
      superior: office.superior,
      issuer: office.issuer,
      number,
      symbol: plan.symbol,
      place: office.place,
      date,
    },
    { type: 'typeTitle', typeName: 'KẾ HOẠCH', subject: subject.length === 0 ? [''] : subject },
    ...(plan.basis.length === 0 ? [] : [{ type: 'basis', lines: plan.basis } as const]),
    ...withEndMark(plan.sections.flatMap(nodesOf)),
    {
      type: 'signatureBlock',
      recipients: plan.recipients,
      signing: readSigning(signer.authority, signer.title),
      name: oneLine(signer.name),
    },
  ];
  const sections: DocumentSection[] = [{ orientation: 'portrait', nodes }];
  if (plan.rows.length > 0) {
    const attachedTo = { typeName: 'Kế hoạch', number, symbol: plan.symbol, date, issuer: office.name };
    const title = plan.annexTitle.trim() === '' ? usualTitle(plan.year) : plan.annexTitle;
    sections.push({
      orientation: 'landscape',
      nodes: [{ type: 'annexHead', label: 'Phụ lục', title: title.split('\n'), attachedTo }, taskTable(plan.rows)],
    });
  }
  return { title: `Kế hoạch ${subject.join(' ')}`, sections };
}

const nodesOf = (section: ReadSection): DocumentNode[] => [
  ...blockNodes(section.label, section.heading, section.paragraphs),
  ...section.children.flatMap(nodesOf),
];

const columns: NodeOf<'table'>['columns'] = [
  { share: 4, align: 'center' },
  { share: 11, align: 'left' },
  { share: 13, align: 'left' },
  { share: 28, align: 'left' },
  { share: 17, align: 'left' },
  { share: 9, align: 'center' },
  { share: 11, align: 'left' },
  { share: 9, align: 'center' },
];

const captions = [
  'TT',
  'Chỉ số nội dung',
  'Nội dung thành phần',
  'Nhiệm vụ',
  'Kết quả',
  'Đơn vị chủ trì',
  'Đơn vị thực hiện',
  'Thời gian thực hiện',
];

function taskTable(rows: readonly PlanRow[]): NodeOf<'table'> {
  const owners = groupOwners(rows);
  const covered = new Map<number, number>();
  for (const owner of owners) covered.set(owner, (covered.get(owner) ?? 0) + 1);
  const spans = labelSpans(rows);
  const body = rows.map((row, at): TableCell[] => {
    const { area = 1, component = 1 } = spans[at] ?? {};
    const group = covered.get(at) ?? 0;
    return [
      ...(area > 0 ? [cell([row.no], area), cell([row.area], area)] : []),
      ...(component > 0 ? [cell([row.component], component)] : []),
      ...(group > 0 ? groupTexts(row).map((paragraphs) => cell(paragraphs, group)) : []),
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

const groupTexts = (row: PlanRow): string[][] => [
  bulleted(row.tasks),
  bulleted(row.results),
  [row.lead],
  row.executors,
  row.time.split('\n'),
];

/** For each row the row whose cells it prints: an earlier one of the same area directly above in the same group, else itself. */
function groupOwners(rows: readonly PlanRow[]): number[] {
  const owners: number[] = [];
  for (const [at, row] of rows.entries()) {
    const above = owners[at - 1];
    const isShared = row.sharesWith !== null && above !== undefined && row.sharesWith === above;
    owners.push(isShared && rows[above]?.area === row.area ? above : at);
  }
  return owners;
}

/** Several entries of one cell get a dash each, unless they carry a mark of their own; a single one stands plain. */
function bulleted(lines: readonly string[]): string[] {
  const kept = lines.map((line) => line.trim()).filter((line) => line !== '');
  return kept.map((line) => (kept.length < 2 || /^([-–+•*]|\p{L}\)|\d+[.)])\s*/u.test(line) ? line : `- ${line}`));
}
