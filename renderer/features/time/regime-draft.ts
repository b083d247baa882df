/** A reporting regime while it is typed: real dates of one year, as they stand in the superior's letter. Pure. */
import { newRegimeId, placeWindows, type Regime, type RegimeWindow } from '../../../shared/period/regime.ts';

/** The windows a row can stand for, in the order of a year. */
export const periods: readonly { suffix: string; kind: RegimeWindow['kind']; label: string }[] = [
  { suffix: 'Q1', kind: 'quy', label: 'Quý I' },
  { suffix: 'Q2', kind: 'quy', label: 'Quý II' },
  { suffix: 'H1', kind: '6-thang', label: '6 tháng đầu năm' },
  { suffix: 'Q3', kind: 'quy', label: 'Quý III' },
  { suffix: 'M9', kind: '9-thang', label: '9 tháng' },
  { suffix: 'Q4', kind: 'quy', label: 'Quý IV' },
  { suffix: 'H2', kind: '6-thang', label: '6 tháng cuối năm' },
  { suffix: 'Y', kind: 'nam', label: 'Cả năm' },
  ...Array.from({ length: 12 }, (_, at) => ({
    suffix: `T${String(at + 1).padStart(2, '0')}`,
    kind: 'thang' as const,
    label: `Tháng ${at + 1}`,
  })),
];

export type DraftRow = {
  key: string;
  suffix: string;
  from: string | null;
  to: string | null;
  due: string | null;
  dueStrict: boolean;
  superiorDue: string | null;
  superiorDueStrict: boolean;
};

export type RegimeDraft = {
  /** Null for a new regime. */
  id: string | null;
  name: string;
  recipient: string;
  via: string;
  partOf: string;
  source: string;
  /** Only this year, or from it on. */
  onlyYear: boolean;
  rows: readonly DraftRow[];
};

let rows = 0;
export const emptyRow = (suffix: string): DraftRow => ({
  key: `row-${++rows}`,
  suffix,
  from: null,
  to: null,
  due: null,
  dueStrict: true,
  superiorDue: null,
  superiorDueStrict: true,
});

/** A draft that begins with a regime's windows as they fall in `year`; `own` keeps its id, so that adopting changes it. */
export function draftOf(regime: Regime, year: number, own: boolean): RegimeDraft {
  const placed = placeWindows({ ...regime, firstYear: Math.min(regime.firstYear, year), lastYear: null }, year);
  return {
    id: own ? regime.id : null,
    name: own ? regime.name : `Chế độ báo cáo năm ${year}`,
    recipient: regime.recipient,
    via: regime.via,
    partOf: regime.partOf,
    source: own ? regime.source : '',
    onlyYear: regime.lastYear !== null,
    rows: placed
      .filter((window) => window.kind !== 'thang' || regime.windows.length <= 12)
      .map((window) => ({
        ...emptyRow(window.key.slice(5)),
        from: window.fromDate,
        to: window.toDate,
        due: window.due?.date ?? null,
        dueStrict: window.due?.strict ?? true,
        superiorDue: window.superiorDue?.date ?? null,
        superiorDueStrict: window.superiorDue?.strict ?? true,
      })),
  };
}

export const newDraft = (year: number): RegimeDraft => ({
  id: null,
  name: `Chế độ báo cáo năm ${year}`,
  recipient: '',
  via: '',
  partOf: '',
  source: '',
  onlyYear: true,
  rows: [
    { ...emptyRow('H1'), from: `${year}-01-01`, to: `${year}-06-30` },
    { ...emptyRow('Y'), from: `${year}-01-01`, to: `${year}-12-31` },
  ],
});

/** The draft as a regime, or one sentence about the first thing that is wrong. */
export function regimeFrom(draft: RegimeDraft, year: number): { regime: Regime } | { wrong: string } {
  if (draft.name.trim() === '') return { wrong: 'Ghi tên chế độ báo cáo.' };
  if (draft.rows.length === 0) return { wrong: 'Thêm ít nhất một kỳ.' };
  const seen = new Set<string>();
  const windows: RegimeWindow[] = [];
  for (const row of draft.rows) {
    const period = periods.find(({ suffix }) => suffix === row.suffix);
    if (!period) return { wrong: 'Chọn kỳ cho từng dòng.' };
    if (seen.has(row.suffix)) return { wrong: `${period.label} có hai dòng. Hãy bỏ một dòng.` };
    seen.add(row.suffix);
    if (row.from === null || row.to === null)
      return { wrong: `${period.label}: nhập ngày bắt đầu và ngày chốt số liệu.` };
    if (row.to < row.from) return { wrong: `${period.label}: ngày chốt sớm hơn ngày bắt đầu.` };
    const days = [row.from, row.to, row.due, row.superiorDue].filter((day) => day !== null);
    const far = days.find((day) => Math.abs(Number(day.slice(0, 4)) - year) > 1);
    if (far !== undefined) return { wrong: `${period.label}: ngày phải trong năm ${year}, năm trước hoặc năm sau.` };
    if (row.due !== null && row.due < row.from) return { wrong: `${period.label}: hạn gửi sớm hơn ngày bắt đầu kỳ.` };
    windows.push({
      suffix: row.suffix,
      kind: period.kind,
      from: dayIn(row.from, year),
      to: dayIn(row.to, year),
      due: row.due === null ? null : { ...dayIn(row.due, year), strict: row.dueStrict },
      superiorDue: row.superiorDue === null ? null : { ...dayIn(row.superiorDue, year), strict: row.superiorDueStrict },
    });
  }
  const regime: Regime = {
    id: draft.id ?? newRegimeId,
    name: draft.name.trim(),
    source: draft.source.trim() || 'Do cơ quan nhập',
    firstYear: year,
    lastYear: draft.onlyYear ? year : null,
    reporter: '',
    recipient: draft.recipient.trim(),
    via: draft.via.trim(),
    partOf: draft.partOf.trim(),
    note: '',
    windows,
  };
  return { regime };
}

const dayIn = (date: string, year: number) => ({ year: Number(date.slice(0, 4)) - year, day: date.slice(5) });
