/** The fields of what was read, by name: what a person can correct by hand and what a doubt can point at. Pure. */
import { annexTitleOf, ownTitle } from '../../../../shared/plan/annex-title.ts';
import { emptyHeader, type ReadHeader, type ReadPlan, type ReadRow } from '../../../../shared/plan/read-plan.ts';

export const rowFields = [
  'no',
  'dimension',
  'component',
  'tasks',
  'results',
  'lead',
  'executors',
  'time',
  'note',
] as const satisfies readonly (keyof ReadRow)[];
export type RowField = (typeof rowFields)[number];

export const headerFields = [
  'number',
  'date',
  'place',
  'issuer',
  'title',
  'basis',
  'preamble',
  'closing',
  'annexTitle',
  'recipients',
  'signer.authority',
  'signer.title',
  'signer.name',
] as const;
export type HeaderField = (typeof headerFields)[number];

/** A line, or a list with one entry per line. */
export type FieldValue = string | readonly string[];

export const rowFieldWords: Record<RowField, string> = {
  no: 'TT',
  dimension: 'Lĩnh vực',
  component: 'Nội dung thành phần',
  tasks: 'Nhiệm vụ',
  results: 'Kết quả',
  lead: 'Chủ trì',
  executors: 'Thực hiện',
  time: 'Thời gian',
  note: 'Ghi chú',
};

export const headerFieldWords: Record<HeaderField, string> = {
  number: 'Số, ký hiệu',
  date: 'Ngày ban hành',
  place: 'Địa danh',
  issuer: 'Cơ quan ban hành',
  title: 'Tên kế hoạch',
  basis: 'Căn cứ',
  preamble: 'Lời dẫn',
  closing: 'Lời kết',
  annexTitle: 'Tên phụ lục',
  recipients: 'Nơi nhận',
  'signer.authority': 'Thẩm quyền ký',
  'signer.title': 'Chức vụ người ký',
  'signer.name': 'Người ký',
};

const listFields: ReadonlySet<string> = new Set<RowField | HeaderField>([
  'tasks',
  'results',
  'executors',
  'basis',
  'preamble',
  'closing',
  'annexTitle',
  'recipients',
]);

/** Fields that hold one entry per line. */
export const isListField = (field: RowField | HeaderField): boolean => listFields.has(field);

export const toText = (value: FieldValue): string => (typeof value === 'string' ? value : value.join('\n'));

/** Back from what was typed: a list drops empty lines, a line loses its line ends. */
export const fromText = (text: string, list: boolean): FieldValue =>
  list
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    : text.replace(/\s+/g, ' ').trim();

export const sameValue = (a: FieldValue, b: FieldValue): boolean =>
  typeof a === typeof b && toText(a) === toText(b) && a.length === b.length;

export function headerValue(header: ReadHeader, field: HeaderField): FieldValue {
  if (field === 'signer.authority') return header.signer.authority;
  if (field === 'signer.title') return header.signer.title;
  if (field === 'signer.name') return header.signer.name;
  return header[field] ?? [];
}

/** A header with one field replaced. */
export function withHeaderValue(header: ReadHeader, field: HeaderField, value: FieldValue): ReadHeader {
  const words = toText(value);
  if (field === 'signer.authority') return { ...header, signer: { ...header.signer, authority: words } };
  if (field === 'signer.title') return { ...header, signer: { ...header.signer, title: words } };
  if (field === 'signer.name') return { ...header, signer: { ...header.signer, name: words } };
  if (isListField(field)) return { ...header, [field]: typeof value === 'string' ? [value] : [...value] };
  return { ...header, [field]: words };
}

/** A file that holds only a task table still says how the annex is called. */
export const headerOf = (read: ReadPlan): ReadHeader =>
  read.plan ?? { ...emptyHeader, annexTitle: ownTitle(annexTitleOf(read)) };

/** Reader and table columns name a list by its singular; the row by its plural. */
const rowFieldNames: Record<string, RowField> = {
  ...Object.fromEntries(rowFields.map((field) => [field, field])),
  task: 'tasks',
  result: 'results',
  executor: 'executors',
};

export const rowFieldNamed = (name: string): RowField | null => rowFieldNames[name] ?? null;

export const headerFieldNamed = (name: string): HeaderField | null =>
  headerFields.find((field) => field === name || field === `signer.${name}`) ?? null;
