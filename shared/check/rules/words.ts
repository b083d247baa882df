/** Names of elements and measures as people read them. */
import { decree30, type LayoutElement, type Range } from '../../document/decree30.ts';

export const elementNames: Readonly<Record<LayoutElement, string>> = {
  nationalName: 'Quốc hiệu',
  motto: 'Tiêu ngữ',
  superiorAgency: 'Tên cơ quan chủ quản',
  issuingAgency: 'Tên cơ quan ban hành',
  number: 'Số, ký hiệu',
  placeAndDate: 'Địa danh, ngày tháng năm',
  typeName: 'Tên loại văn bản',
  subject: 'Trích yếu',
  addressees: 'Kính gửi',
  basis: 'Căn cứ',
  body: 'Nội dung',
  heading1: 'Tên mục I, II',
  heading2: 'Tên mục 1, 2',
  heading3: 'Tên điểm a, b',
  heading4: 'Tên mục 1.1, 1.2',
  signingAuthority: 'Quyền hạn, chức vụ người ký',
  signerName: 'Họ tên người ký',
  recipientsHead: 'Chữ “Nơi nhận”',
  recipients: 'Danh sách nơi nhận',
  annexLabel: 'Chữ “Phụ lục”',
  annexTitle: 'Tên phụ lục',
  annexReference: 'Dòng “Kèm theo”',
  table: 'Chữ trong bảng',
  pageNumber: 'Số trang',
};

const decimal = (value: number, digits: number): string => String(Number(value.toFixed(digits))).replace('.', ',');

export const points = (value: number): string => `${decimal(value, 1)} pt`;
export const millimetres = (value: number): string => `${decimal(value, 1)} mm`;

export const rangeOf = ({ min, max }: Range, unit: string): string =>
  min === max ? `${decimal(min, 1)} ${unit}` : `${decimal(min, 1)}–${decimal(max, 1)} ${unit}`;

/** Where a rule comes from. The sources of the field stand in the layout; samples are those of Annex III. */
export const annexOne = decree30.source;
export const samples = 'Nghị định 30/2020/NĐ-CP, Phụ lục III (mẫu)';
export const custom = 'Cách làm chung của các mẫu; Nghị định 30/2020/NĐ-CP không quy định riêng';

export const boxSource = (element: LayoutElement): string => {
  const { box } = decree30.elements[element];
  return box === '' ? annexOne : `${annexOne}, ô số ${box}`;
};
