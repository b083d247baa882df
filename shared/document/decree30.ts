/**
 * The layout of official documents as data. Renderers take the defaults from here; a checker can compare a foreign file
 * against `min` and `max`. A new decree is a new entry in `layouts`, never a change of code.
 */
import type { IsoDate } from '../text/dates.ts';

export type Range = { readonly min: number; readonly max: number; readonly default: number };

export type ElementRule = {
  /** Box number of the official layout ("ô số"), empty where the decree gives none. */
  readonly box: string;
  /** Font size in points. */
  readonly size: Range;
  readonly letters: 'upper' | 'as-written';
  readonly bold: boolean;
  readonly italic: boolean;
  readonly align: 'left' | 'center' | 'justify';
  /** Length of the line under the element as a part of its text, null where there is none. */
  readonly ruleBelow: Range | null;
};

export type LayoutElement =
  | 'nationalName'
  | 'motto'
  | 'superiorAgency'
  | 'issuingAgency'
  | 'number'
  | 'placeAndDate'
  | 'typeName'
  | 'subject'
  | 'addressees'
  | 'basis'
  | 'body'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'signingAuthority'
  | 'signerName'
  | 'recipientsHead'
  | 'recipients'
  | 'annexLabel'
  | 'annexTitle'
  | 'annexReference'
  | 'table'
  | 'pageNumber';

export type Layout = {
  readonly source: string;
  /** First and last day the layout is in force; no last day is known while null. */
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly fontFamily: string;
  /** Millimetres. */
  readonly paper: { readonly width: number; readonly height: number };
  readonly margins: { readonly top: Range; readonly bottom: Range; readonly left: Range; readonly right: Range };
  /** Millimetres. */
  readonly firstLineIndent: Range;
  /** Points between paragraphs of the body. */
  readonly paragraphSpacing: Range;
  /** Multiples of single spacing. */
  readonly lineSpacing: Range;
  readonly nationalName: string;
  readonly motto: string;
  /** Closes the body and each annex; not in the rules, but in every official sample (Annex III). */
  readonly endMark: string;
  readonly elements: Readonly<Record<LayoutElement, ElementRule>>;
};

const range = (min: number, max: number, fallback: number): Range => ({ min, max, default: fallback });
const upright = { letters: 'as-written', bold: false, italic: false, align: 'left', ruleBelow: null } as const;
const thirdToHalf = range(1 / 3, 1 / 2, 0.4);

/** Domain facts read from the decree's Annex I and the samples of its Annex III. */
export const decree30: Layout = {
  source: 'Nghị định 30/2020/NĐ-CP, Phụ lục I',
  validFrom: '2020-03-05',
  validTo: null,
  fontFamily: 'Times New Roman',
  paper: { width: 210, height: 297 },
  margins: { top: range(20, 25, 20), bottom: range(20, 25, 20), left: range(30, 35, 30), right: range(15, 20, 15) },
  firstLineIndent: range(10, 12.7, 12.7),
  paragraphSpacing: range(6, 24, 6),
  lineSpacing: range(1, 1.5, 1.1),
  nationalName: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  endMark: './.',
  elements: {
    nationalName: { ...upright, box: '1', size: range(12, 13, 13), letters: 'upper', bold: true, align: 'center' },
    motto: { ...upright, box: '1', size: range(13, 14, 14), bold: true, align: 'center', ruleBelow: range(1, 1, 1) },
    superiorAgency: { ...upright, box: '2', size: range(12, 13, 13), letters: 'upper', align: 'center' },
    issuingAgency: {
      ...upright,
      box: '2',
      size: range(12, 13, 13),
      letters: 'upper',
      bold: true,
      align: 'center',
      ruleBelow: thirdToHalf,
    },
    number: { ...upright, box: '3', size: range(13, 13, 13), align: 'center' },
    placeAndDate: { ...upright, box: '4', size: range(13, 14, 14), italic: true, align: 'center' },
    typeName: { ...upright, box: '5a', size: range(13, 14, 14), letters: 'upper', bold: true, align: 'center' },
    subject: { ...upright, box: '5a', size: range(13, 14, 14), bold: true, align: 'center', ruleBelow: thirdToHalf },
    addressees: { ...upright, box: '9a', size: range(13, 14, 14), align: 'center' },
    basis: { ...upright, box: '6', size: range(13, 14, 14), italic: true, align: 'justify' },
    body: { ...upright, box: '6', size: range(13, 14, 14), align: 'justify' },
    heading1: { ...upright, box: '6', size: range(13, 14, 14), letters: 'upper', bold: true, align: 'justify' },
    heading2: { ...upright, box: '6', size: range(13, 14, 14), bold: true, align: 'justify' },
    heading3: { ...upright, box: '6', size: range(13, 14, 14), align: 'justify' },
    heading4: { ...upright, box: '6', size: range(13, 14, 14), align: 'justify' },
    signingAuthority: { ...upright, box: '7a', size: range(13, 14, 14), letters: 'upper', bold: true, align: 'center' },
    signerName: { ...upright, box: '7b', size: range(13, 14, 14), bold: true, align: 'center' },
    recipientsHead: { ...upright, box: '9b', size: range(12, 12, 12), bold: true, italic: true },
    recipients: { ...upright, box: '9b', size: range(11, 11, 11) },
    annexLabel: { ...upright, box: '', size: range(14, 14, 14), bold: true, align: 'center' },
    annexTitle: { ...upright, box: '', size: range(13, 14, 14), letters: 'upper', bold: true, align: 'center' },
    annexReference: { ...upright, box: '', size: range(13, 14, 14), italic: true, align: 'center' },
    // The decree sets no size for tables; offices print wide ones smaller than the body so that eight columns stay readable.
    table: { ...upright, box: '', size: range(10, 14, 11) },
    pageNumber: { ...upright, box: '', size: range(13, 14, 14), align: 'center' },
  },
};

/** Layouts in order of coming into force. */
export const layouts: readonly Layout[] = [decree30];

/** The layout in force on a day; before the first known one, the first. */
export function layoutOn(date: IsoDate, known: readonly Layout[] = layouts): Layout {
  const inForce = known.filter((each) => each.validFrom <= date && (each.validTo === null || date <= each.validTo));
  return inForce.at(-1) ?? known[0] ?? decree30;
}

/** The text as the element prints it. */
export const lettersOf = (rule: ElementRule, text: string): string =>
  rule.letters === 'upper' ? text.toUpperCase() : text;

/** The part of a page that holds text, in millimetres. */
export function textArea(layout: Layout, orientation: 'portrait' | 'landscape'): { width: number; height: number } {
  const { paper, margins } = layout;
  const [width, height] = orientation === 'portrait' ? [paper.width, paper.height] : [paper.height, paper.width];
  return {
    width: width - margins.left.default - margins.right.default,
    height: height - margins.top.default - margins.bottom.default,
  };
}
