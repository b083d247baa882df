/** What is still missing from a report, put in order for the one who chases it. Pure. */
import type { ReportView } from '../../../../shared/api/contract/reports.ts';
import { fillHere } from '../../../../shared/report/selection.ts';
import { fold } from '../../../../shared/text/fold.ts';

export type Missing = ReportView['missing'][number];
export type LeadGroup = { lead: string; items: Missing[] };

/** Together per lead in the order given; tasks without a lead come first, for nobody will be asked for them otherwise. */
export function byLead(missing: readonly Missing[]): LeadGroup[] {
  const groups = new Map<string, Missing[]>();
  for (const item of missing) groups.set(item.lead, [...(groups.get(item.lead) ?? []), item]);
  const all = [...groups].map(([lead, items]) => ({ lead, items }));
  return [...all.filter((group) => group.lead === ''), ...all.filter((group) => group.lead !== '')];
}

const kindWords: Record<Missing['kind'], string> = {
  'khong-co-ket-qua': 'nhiệm vụ chưa có kết quả',
  'thieu-minh-chung': 'nhiệm vụ hoàn thành mà thiếu minh chứng',
  'thieu-loi': 'nhiệm vụ chưa nêu đã làm được gì',
  'so-chua-ro': 'số liệu chưa rõ',
  'thieu-theo-muc': 'kết quả còn thiếu loại minh chứng',
  'chi-tieu-thieu-so': 'chỉ tiêu chưa có số',
  'giai-trinh': 'minh chứng không có được, đã nêu lý do',
};

/** `3 nhiệm vụ chưa có kết quả`, `2 số liệu chưa rõ`: one line per kind that occurs. */
export function countByKind(missing: readonly Pick<Missing, 'kind'>[]): string[] {
  return (Object.keys(kindWords) as Missing['kind'][]).flatMap((kind) => {
    const count = missing.filter((item) => item.kind === kind).length;
    return count === 0 ? [] : [`${count} ${kindWords[kind]}`];
  });
}

/** Headings of the sections in which a dotted blank still waits for a person's words. */
export const blankSections = (sections: readonly { label: string; heading: string; text: string }[]): string[] =>
  sections.filter((section) => hasBlank(section.text)).map((section) => sectionName(section));

export const hasBlank = (text: string): boolean => text.includes(fillHere);

/** `II. Kết quả thực hiện`; the parts without a heading are named by where they stand. */
export function sectionName({ label, heading, key }: { label: string; heading: string; key?: string }): string {
  const name = `${label} ${heading}`.trim();
  if (name !== '') return name;
  return key === 'closing' ? 'Phần kết' : 'Phần mở đầu';
}

/** ASCII name of the Word file, as people look for it in a folder: `Bao-cao-quy-i-2024-ban-thao.docx`. */
export function wordFileName(report: { window: { label: string }; status: 'draft' | 'frozen' }): string {
  const words = fold(report.window.label).replace(/[^a-z0-9]+/g, '-');
  return `Bao-cao-${words}${report.status === 'draft' ? '-ban-thao' : ''}.docx`.replace(/-+/g, '-');
}
