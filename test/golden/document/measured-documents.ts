/** The documents that are printed and measured: small and large, real and made up, short and overlong cells. */
import { documentOfParts, partsOfRead } from '../../../electron/documents/plan-parts.ts';
import { readDocument } from '../../../electron/documents/read/read-document.ts';
import type { OfficialDocument } from '../../../shared/document/model.ts';
import { issuerLines } from '../../../shared/office/unit.ts';
import { buildPlan, type PlanDocumentInput } from '../../../shared/plan/build-plan.ts';
import { buildReport } from '../../../shared/report/build-report.ts';
import { draftReport } from '../../../shared/report/draft.ts';
import { type ReportFacts, stateLabels } from '../../../shared/report/facts.ts';
import { figureOf } from '../../../shared/report/figures.ts';
import { sampleHeader, sampleOffice, sampleRows } from '../../../shared/sample/sample-plan.ts';
import { entry, facts, minutes, photo, task } from '../../unit/document/facts-of-reports.ts';

type Row = PlanDocumentInput['rows'][number];

const practiceRows = (): Row[] => sampleRows(2026).map(({ dimension, ...row }) => ({ ...row, area: dimension }));

/** The practice plan with other rows. */
export function planWith(rows: readonly Row[]): OfficialDocument {
  const header = sampleHeader(2026);
  return buildPlan({
    office: { issuer: issuerLines(sampleOffice), name: header.issuer, place: header.place },
    number: '15',
    date: header.date,
    year: 2026,
    title: header.title,
    basis: header.basis,
    sections: header.sections,
    rows: [...rows],
    recipients: header.recipients,
    signer: header.signer,
  });
}

/** So many rows: the practice plan's own, in their order, each task told apart by a number. */
export function manyRows(count: number): Row[] {
  const rows = practiceRows();
  return Array.from({ length: count }, (_, at) => {
    const row = rows[Math.floor((at * rows.length) / count)]!;
    return { ...row, tasks: row.tasks.map((text) => `${text} (${at + 1})`) };
  });
}

/** Words enough for a cell higher than any page, and one of half a page, between rows as they usually are. */
export function longCells(): Row[] {
  const sentence = (at: number): string =>
    `Nhiệm vụ thứ ${at}: rà soát, niêm yết công khai và thông tin đến từng thôn, tổ dân phố bằng loa truyền thanh và bảng tin.`;
  const sentences = (count: number): string[] => Array.from({ length: count }, (_, at) => sentence(at + 1));
  return practiceRows()
    .slice(0, 7)
    .map((row, at) => {
      if (at === 2) return { ...row, tasks: sentences(40) };
      if (at === 4) return { ...row, tasks: [sentences(9).join(' ')], results: sentences(11) };
      return row;
    });
}

/** A report of a quarter as the program drafts it, with every state and with tasks enough for several pages. */
export function quarterReport(): OfficialDocument {
  const states = [
    entry('xong', 'đã niêm yết tại 9/11 thôn, phố', { numerator: 9, denominator: 11, unit: 'thôn, phố' }),
    entry('dang-lam', 'đang lấy ý kiến Nhân dân', { obstacle: 'kinh phí về chậm', proposal: 'cấp kinh phí sớm hơn' }),
    entry('khong-phat-sinh'),
    null,
  ];
  const areas = [...new Set(practiceRows().map((row) => row.area))];
  const quarter = facts(
    areas.map((name, area) => ({
      no: String(area + 1),
      name,
      tasks: practiceRows()
        .filter((row) => row.area === name)
        .map((row, at) =>
          task(`t${area}-${at}`, {
            text: row.tasks.join('\n'),
            component: row.component,
            lead: row.lead,
            time: row.time,
            progress: states[(area + at) % states.length] ?? null,
            evidence: at % 2 === 0 ? [minutes, photo] : [],
          }),
        ),
    })),
    { windowLabel: 'quý II năm 2024', from: '2024-04-01', to: '2024-06-30' },
  );
  return reportOf(quarter, '2024-06-20');
}

/** Facts as a whole report: letters, sections and the annex of results. */
export function reportOf(of: ReportFacts, due: string): OfficialDocument {
  return buildReport({
    office: {
      issuer: ['Ủy ban nhân dân', 'xã An Bình'],
      name: 'UBND xã An Bình',
      place: 'An Bình',
      superior: 'Ủy ban nhân dân huyện Văn Lâm',
    },
    plan: { number: '08/KH-UBND', date: '2024-01-11', title: of.planTitle, year: 2024 },
    window: { label: of.windowLabel, from: of.from, to: of.to, due },
    sections: draftReport(of).sections,
    annex: of.areas.flatMap((area) =>
      area.tasks.map((each) => {
        const figure = each.progress ? figureOf(each.progress) : { kind: 'none' as const };
        return {
          no: area.no,
          area: area.name,
          component: each.component,
          task: each.text,
          lead: each.lead,
          time: each.time,
          stateLabel: each.progress ? stateLabels[each.progress.state] : 'Chưa có kết quả',
          done: each.progress?.doneText ?? '',
          numbers: 'text' in figure ? figure.text : '',
          evidence: each.evidence.length,
        };
      }),
    ),
    recipients: ['Ủy ban nhân dân huyện', 'Lưu: VT'],
    signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', name: 'Trần Văn Bình' },
  });
}

/** A plan of a file, read and laid out again. */
export function documentOfFile(bytes: Uint8Array, name: string, year: number): OfficialDocument {
  const read = readDocument(bytes, name);
  if (!read.ok) throw new Error(read.error.message);
  const parts = partsOfRead(read.value);
  if (parts === null) throw new Error(`${name} has no head`);
  return documentOfParts(parts, year);
}

export const practicePlan = (): OfficialDocument => planWith(practiceRows());
