/**
 * The head and words of an own plan begun from the superior's: what can be said without a person, in our name. Everything here is a
 * proposal to go on writing. Rules PX10 to PX12 of SPEC.md.
 */
import type { PlanBundle } from '../bundle/plan-v1.ts';
import { type UnitKind, unitName } from '../office/unit.ts';
import type { ReadHeader } from '../plan/read-plan.ts';
import { shortDate } from '../text/dates.ts';

export type SkeletonOffice = {
  readonly kind: UnitKind;
  readonly name: string;
  readonly place: string;
  readonly chairTitle: string;
  readonly chairName: string;
};

export type SkeletonHead = Required<
  Pick<
    ReadHeader,
    'number' | 'date' | 'place' | 'issuer' | 'title' | 'basis' | 'preamble' | 'closing' | 'recipients' | 'signer'
  >
>;

type GivenPlan = Pick<PlanBundle['plan'], 'number' | 'date' | 'title' | 'year'>;

/** `superior`: `UBND tỉnh Sông Lam`. */
export function skeletonHead(plan: GivenPlan, superior: string, office: SkeletonOffice): SkeletonHead {
  const own = unitName(office);
  const title = ownName(plan.title, bareOf(superior), own);
  return {
    number: '',
    date: '',
    place: office.place,
    issuer: `UBND ${own}`,
    title,
    basis: [`Thực hiện ${citationOf(plan, superior)};`],
    preamble: [`UBND ${own} ban hành Kế hoạch ${lowerFirst(title)} với các nội dung sau:`],
    closing: [],
    recipients: [`${superior} (báo cáo);`, 'Thường trực Đảng ủy, HĐND;', 'Lưu: VT.'],
    signer: {
      authority: 'TM. ỦY BAN NHÂN DÂN',
      title: office.chairTitle.toLocaleUpperCase('vi'),
      name: office.chairName,
    },
  };
}

/** `Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh Sông Lam về nâng cao …`; dots where a draft has no number or day yet. */
export const citationOf = ({ number, date, title, year }: GivenPlan, superior: string): string =>
  `Kế hoạch số ${number || '…/KH-UBND'} ngày ${date === '' ? `…/…/${year}` : shortDate(date)} của ${superior} về ${lowerFirst(
    title.replace(/^kế hoạch\s+/iu, ''),
  )}`;

/** Words of the superior's plan in our name, where they say whose ground or people: "trên địa bàn tỉnh X", never "của UBND tỉnh X". */
export const ownGround = (text: string, superior: string, own: string): string =>
  text.replace(
    new RegExp(`((?:trên địa bàn|người dân) (?:toàn )?)${escaped(bareOf(superior))}(?!\\p{L})`, 'giu'),
    `$1${own}`,
  );

const bareOf = (superior: string): string => superior.replace(/^UBND\s+/u, '');

/** The superior's name gives way to ours, but not in the name of its office or of a document of its. */
const ownName = (text: string, superior: string, own: string): string =>
  text.replace(new RegExp(`(?<!UBND |nhân dân )${escaped(superior)}(?!\\p{L})`, 'giu'), own);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Acronyms and names keep their capitals. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : text;
