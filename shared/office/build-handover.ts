/** A hand-over → its minute ("BIÊN BẢN BÀN GIAO CÔNG VIỆC") as an official document. Rules OV23 and OV24 of shared/overview/SPEC.md. */

import { cell } from '../document/cells.ts';
import type { DocumentNode, NodeOf, OfficialDocument } from '../document/model.ts';
import { type IsoDate, longDate, shortDate } from '../text/dates.ts';
import { oneLine } from '../text/fold.ts';
import type { HandoverContent } from './handover.ts';

export type HandoverInput = {
  readonly office: { readonly issuer: readonly string[]; readonly name: string; readonly place: string };
  readonly date: IsoDate;
  readonly content: HandoverContent;
  readonly note: string;
};

/** Room for a hand to write in. */
const dots = '………………………………';

const columns: NodeOf<'table'>['columns'] = [
  { share: 5, align: 'left' },
  { share: 30, align: 'left' },
  { share: 13, align: 'center' },
  { share: 24, align: 'left' },
  { share: 16, align: 'left' },
  { share: 12, align: 'left' },
];
const captions = [
  'TT',
  'Công việc',
  'Thời hạn',
  'Tình trạng, kết quả đến ngày bàn giao',
  'Minh chứng đã có',
  'Còn thiếu',
];

export function buildHandover({ office, date, content, note }: HandoverInput): OfficialDocument {
  const { posts, tasks, from, to, witness } = content;
  const body = (words: string): DocumentNode => ({ type: 'paragraph', runs: [{ text: words }] });
  const what = posts.length > 0 ? `Bộ phận ${posts.join('; ')}` : 'Nhiệm vụ được giao đích danh';
  const nodes: DocumentNode[] = [
    {
      type: 'officialHead',
      superior: null,
      issuer: [...office.issuer],
      number: null,
      symbol: 'BB-UBND',
      place: office.place,
      date: { kind: 'full', date },
    },
    { type: 'typeTitle', typeName: 'BIÊN BẢN BÀN GIAO CÔNG VIỆC', subject: [what] },
    body(`Hôm nay, ${longDate(date)}, tại trụ sở ${office.name}, chúng tôi gồm:`),
    body(`1. Bên giao: Ông (bà) ${from || dots}.`),
    body(`2. Bên nhận: Ông (bà) ${to || dots}.`),
    body(`3. Người chứng kiến: Ông (bà) ${witness.name || dots}; chức vụ: ${oneLine(witness.title) || dots}.`),
    body(
      tasks.length === 0
        ? `Bên giao bàn giao cho bên nhận: ${what}. Đến ngày bàn giao không có việc nào trong kế hoạch.`
        : `Bên giao bàn giao cho bên nhận: ${what}, gồm ${tasks.length} việc sau đây, kể từ ngày ${shortDate(date)}:`,
    ),
    ...(tasks.length === 0 ? [] : [taskTable(content)]),
    ...note
      .split('\n')
      .map(oneLine)
      .filter((line) => line !== '')
      .map((line, at) => body(at === 0 ? `Nội dung khác: ${line}` : line)),
    body(
      'Từ ngày nêu trên, bên nhận chịu trách nhiệm thực hiện các việc đã nhận. Kết quả trước ngày bàn giao do bên giao chịu trách nhiệm.',
    ),
    body('Biên bản được lập thành 03 bản có giá trị như nhau: mỗi bên giữ 01 bản, 01 bản lưu tại Văn phòng.'),
    {
      type: 'partySignatures',
      parties: [
        { title: 'Bên giao', name: from },
        { title: 'Bên nhận', name: to },
        { title: 'Người chứng kiến', name: witness.name },
      ],
    },
  ];
  return {
    title: `Biên bản bàn giao công việc ${shortDate(date)}`,
    sections: [{ orientation: 'portrait', nodes }],
  };
}

/** Tasks below the name of their area; the plan is named where several plans go over. */
function taskTable({ tasks }: HandoverContent): NodeOf<'table'> {
  const several = new Set(tasks.map(({ planTitle }) => planTitle)).size > 1;
  const rows: NodeOf<'table'>['rows'] = [captions.map((caption) => cell([caption]))];
  let head = '';
  tasks.forEach((task, at) => {
    const own = several ? `${task.planTitle}: ${task.area}` : task.area;
    if (own !== head) {
      head = own;
      rows.push([{ paragraphs: [[{ text: own, bold: true }]], columnSpan: columns.length, rowSpan: 1 }]);
    }
    rows.push([
      cell([String(at + 1)]),
      cell(task.text.split('\n')),
      cell(
        [oneLine(task.time), ...(task.by === null ? [] : [`(hạn ${shortDate(task.by)})`])].filter(
          (each) => each !== '',
        ),
      ),
      cell([task.state, ...task.doneText.split('\n')].filter((each) => each.trim() !== '')),
      cell(task.evidence.length === 0 ? ['Chưa có'] : shortened(task.evidence)),
      cell(task.missing.length === 0 ? [''] : task.missing),
    ]);
  });
  return { type: 'table', columns, headerRows: 1, labelColumns: 0, size: 11, rows };
}

/** Beyond so many titles the paper counts the rest. */
const mostTitles = 6;

function shortened(titles: readonly string[]): string[] {
  if (titles.length <= mostTitles) return titles.map((title) => `- ${title}`);
  return [
    ...titles.slice(0, mostTitles).map((title) => `- ${title}`),
    `và ${titles.length - mostTitles} minh chứng khác`,
  ];
}
