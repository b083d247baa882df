/** Type names of administrative documents and their abbreviations (Decree 30/2020, Article 7 and Annex III); công văn has none. */
import { fold } from '../../text/fold.ts';

export const typeAbbreviations: readonly (readonly [name: string, abbreviation: string])[] = [
  ['Nghị quyết', 'NQ'],
  ['Quyết định', 'QĐ'],
  ['Chỉ thị', 'CT'],
  ['Quy chế', 'QC'],
  ['Quy định', 'QyĐ'],
  ['Thông cáo', 'TC'],
  ['Thông báo', 'TB'],
  ['Hướng dẫn', 'HD'],
  ['Chương trình', 'CTr'],
  ['Kế hoạch', 'KH'],
  ['Phương án', 'PA'],
  ['Đề án', 'ĐA'],
  ['Dự án', 'DA'],
  ['Báo cáo', 'BC'],
  ['Biên bản', 'BB'],
  ['Tờ trình', 'TTr'],
  ['Hợp đồng', 'HĐ'],
  ['Công điện', 'CĐ'],
  ['Bản ghi nhớ', 'BGN'],
  ['Bản thỏa thuận', 'BTT'],
  ['Giấy ủy quyền', 'GUQ'],
  ['Giấy mời', 'GM'],
  ['Giấy giới thiệu', 'GGT'],
  ['Giấy nghỉ phép', 'GNP'],
  ['Phiếu gửi', 'PG'],
  ['Phiếu chuyển', 'PC'],
  ['Phiếu báo', 'PB'],
];

const byName = new Map(typeAbbreviations.map(([name, abbreviation]) => [fold(name), abbreviation]));

/** The abbreviation of a printed type name, or null for a name that is none. */
export const abbreviationOf = (typeName: string): string | null => byName.get(fold(typeName)) ?? null;

/** Abbreviations that are not all capitals. */
export const mixedAbbreviations: readonly string[] = typeAbbreviations
  .map(([, abbreviation]) => abbreviation)
  .filter((abbreviation) => abbreviation !== abbreviation.toUpperCase());
