/**
 * The Word styles of an official document, made from the layout rules: whoever opens the file finds a named style behind
 * every element, in the style box and in the navigation pane, and changes one place instead of every line.
 */
import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import type { ElementRule, Layout, LayoutElement } from '../../../shared/document/decree30.ts';
import { spaceBelowAnnexHead } from '../../../shared/document/table-pages.ts';
import { halfPoints, lineUnits, twips, twipsOfPoints } from './measures.ts';

/** Style id in the file and the name the office sees. Headings keep Word's own ids, so the navigation pane shows them. */
export const styleOf: Readonly<Record<LayoutElement, { id: string; name: string }>> = {
  nationalName: { id: 'NationalName', name: 'Quốc hiệu' },
  motto: { id: 'Motto', name: 'Tiêu ngữ' },
  superiorAgency: { id: 'SuperiorAgency', name: 'Cơ quan chủ quản' },
  issuingAgency: { id: 'IssuingAgency', name: 'Cơ quan ban hành' },
  number: { id: 'DocumentNumber', name: 'Số ký hiệu' },
  placeAndDate: { id: 'PlaceAndDate', name: 'Địa danh ngày tháng' },
  typeName: { id: 'TypeName', name: 'Tên loại văn bản' },
  subject: { id: 'Subject', name: 'Trích yếu' },
  addressees: { id: 'Addressees', name: 'Kính gửi' },
  basis: { id: 'Basis', name: 'Căn cứ' },
  body: { id: 'BodyText', name: 'Nội dung văn bản' },
  heading1: { id: 'Heading1', name: 'heading 1' },
  heading2: { id: 'Heading2', name: 'heading 2' },
  heading3: { id: 'Heading3', name: 'heading 3' },
  heading4: { id: 'Heading4', name: 'heading 4' },
  signingAuthority: { id: 'SigningAuthority', name: 'Quyền hạn chức vụ' },
  signerName: { id: 'SignerName', name: 'Họ tên người ký' },
  recipientsHead: { id: 'RecipientsHead', name: 'Nơi nhận' },
  recipients: { id: 'Recipients', name: 'Danh sách nơi nhận' },
  annexLabel: { id: 'AnnexLabel', name: 'Phụ lục' },
  annexTitle: { id: 'AnnexTitle', name: 'Tên phụ lục' },
  annexReference: { id: 'AnnexReference', name: 'Kèm theo văn bản' },
  table: { id: 'TableText', name: 'Chữ trong bảng' },
  pageNumber: { id: 'PageNumber', name: 'Số trang' },
};

/** All four slots: with fewer, Word may take another font for letters such as ế or ợ. */
export const fontOf = (layout: Layout): { ascii: string; hAnsi: string; cs: string; eastAsia: string } => ({
  ascii: layout.fontFamily,
  hAnsi: layout.fontFamily,
  cs: layout.fontFamily,
  eastAsia: layout.fontFamily,
});

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  justify: AlignmentType.JUSTIFIED,
} as const;

const bodyLike: readonly LayoutElement[] = ['body', 'basis', 'heading1', 'heading2', 'heading3', 'heading4'];
const headings: readonly LayoutElement[] = ['heading1', 'heading2', 'heading3', 'heading4'];

/** Space in points before and after the elements that are not body text. */
const spacing: Partial<Record<LayoutElement, { before?: number; after?: number }>> = {
  typeName: { before: 18 },
  addressees: { after: 12 },
  number: { before: 6 },
  placeAndDate: { before: 6 },
  annexReference: { after: spaceBelowAnnexHead },
};

function paragraphStyle(layout: Layout, element: LayoutElement, rule: ElementRule): IParagraphStyleOptions {
  const isBody = bodyLike.includes(element);
  const space = spacing[element] ?? {};
  return {
    id: styleOf[element].id,
    name: styleOf[element].name,
    basedOn: 'Normal',
    next: headings.includes(element) ? styleOf.body.id : styleOf[element].id,
    quickFormat: true,
    run: { size: halfPoints(rule.size.default), bold: rule.bold, italics: rule.italic },
    paragraph: {
      alignment: alignments[rule.align],
      keepNext: headings.includes(element),
      indent: isBody ? { firstLine: twips(layout.firstLineIndent.default) } : undefined,
      outlineLevel: headings.includes(element) ? headings.indexOf(element) : undefined,
      spacing: {
        before: twipsOfPoints(space.before ?? 0),
        after: twipsOfPoints(space.after ?? (isBody ? layout.paragraphSpacing.default : 0)),
        line: lineUnits(isBody ? layout.lineSpacing.default : 1),
        // Said outright: some programs read a bare number as an exact height and cut the accents off.
        lineRule: LineRuleType.AUTO,
      },
    },
  };
}

export function wordStyles(layout: Layout): IStylesOptions {
  const entries = Object.entries(layout.elements) as [LayoutElement, ElementRule][];
  const base = { font: fontOf(layout), color: '000000' };
  return {
    default: {
      document: {
        run: { ...base, size: halfPoints(layout.elements.body.size.default), language: { value: 'vi-VN' } },
        paragraph: { spacing: { before: 0, after: 0 } },
      },
      // The library's own are blue; an official document is black throughout.
      heading5: { run: base },
      heading6: { run: base },
    },
    paragraphStyles: entries.map(([element, rule]) => paragraphStyle(layout, element, rule)),
  };
}
