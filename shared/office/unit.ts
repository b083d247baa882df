/** Kinds of administrative units and how they print. Source: Luật Tổ chức chính quyền địa phương 2025 (two tiers since 01/7/2025); older kinds stay readable. */
import { z } from 'zod';

export const unitKinds = [
  'xa',
  'phuong',
  'dac-khu',
  'thi-tran',
  'tinh',
  'thanh-pho',
  'huyen',
  'quan',
  'thi-xa',
] as const;
export const unitKind = z.enum(unitKinds);
export type UnitKind = z.infer<typeof unitKind>;

/** Kinds that exist now; the others only name units of plans made before 01/7/2025. */
export const currentKinds: readonly UnitKind[] = ['xa', 'phuong', 'dac-khu', 'tinh', 'thanh-pho'];

const words: Record<UnitKind, string> = {
  xa: 'xã',
  phuong: 'phường',
  'dac-khu': 'đặc khu',
  'thi-tran': 'thị trấn',
  tinh: 'tỉnh',
  'thanh-pho': 'thành phố',
  huyen: 'huyện',
  quan: 'quận',
  'thi-xa': 'thị xã',
};

export const kindWord = (kind: UnitKind): string => words[kind];

/** `xã Như Quỳnh`, `tỉnh Hưng Yên`. */
export const unitName = (unit: { kind: UnitKind; name: string }): string => `${words[unit.kind]} ${unit.name}`;

/** `UBND xã Như Quỳnh`. */
export const officeName = (unit: { kind: UnitKind; name: string }): string => `UBND ${unitName(unit)}`;

/** Lines of a document head: a commune prints no superior line. */
export const issuerLines = (unit: { kind: UnitKind; name: string }): string[] => [
  'ỦY BAN NHÂN DÂN',
  unitName(unit).toUpperCase(),
];

/** Reads "UBND huyện Văn Lâm", "tỉnh Hưng Yên" and the like; null when no kind is named. */
export function parseUnit(text: string): { kind: UnitKind; name: string } | null {
  const rest = text
    .normalize('NFC')
    .replace(/^\s*(ubnd|[ủu]y ban nhân dân|uỷ ban nhân dân)\s+/i, '')
    .trim();
  for (const kind of unitKinds) {
    const word = words[kind];
    if (rest.toLowerCase().startsWith(`${word} `)) return { kind, name: rest.slice(word.length).trim() };
  }
  return null;
}
