/** How an element of a page looks, as far as reading depends on it: bold, hidden, aligned, its font and heading level. */
import type { Alignment } from '../../../../shared/reading/blocks.ts';

export type Attributes = Readonly<Record<string, string>>;
export type Look = {
  name: string;
  bold: boolean;
  font: string | undefined;
  hidden: boolean;
  align: Alignment;
  level: number | null;
};

/** An element no reader of the page would see. */
export const isHidden = (attributes: Attributes): boolean =>
  'hidden' in attributes ||
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(attributes.style ?? '');

/** The look inside an element: what it sets itself, and what it takes over from around it. */
export function nextLook(
  name: string,
  attributes: Attributes,
  outer: Look | undefined,
  fonts: ReadonlyMap<string, string>,
): Look {
  const style = attributes.style ?? '';
  const heading = /^h([1-6])$/.exec(name);
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  const isBold =
    weight === undefined
      ? name === 'b' || name === 'strong' || name === 'th' || heading !== null
      : weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  const family =
    /font-family\s*:\s*["']?([^"';,]+)/i.exec(style)?.[1]?.trim() ?? (name === 'font' ? attributes.face : undefined);
  const byClass = (attributes.class ?? '')
    .split(/\s+/)
    .map((part) => fonts.get(part.toLowerCase()))
    .find((font) => font !== undefined);
  const align = (
    /text-align\s*:\s*(\w+)/i.exec(style)?.[1] ??
    attributes.align ??
    (name === 'center' ? 'center' : undefined)
  )?.toLowerCase();
  return {
    name,
    bold: weight === undefined ? isBold || (outer?.bold ?? false) : isBold,
    font: family ?? byClass ?? outer?.font,
    hidden: isHidden(attributes) || (outer?.hidden ?? false),
    align:
      align === 'center' || align === 'right' || align === 'justify'
        ? align
        : align === undefined
          ? (outer?.align ?? 'left')
          : 'left',
    level: heading ? Number(heading[1]) - 1 : (outer?.level ?? null),
  };
}
