/**
 * A foreign document as it stands on paper: sections with their page settings, and in each of them paragraphs and tables in
 * document order with the formatting that is in force (styles and direct settings together). Plain data, made by
 * `electron/documents/inspect`. Lengths in millimetres, font sizes and spacing in points.
 */

export type LaidOutDocument = {
  readonly sections: readonly LaidOutSection[];
  /** Odd and even pages have headers of their own. */
  readonly evenPagesDiffer: boolean;
};

export type LaidOutSection = {
  readonly paper: { readonly width: number; readonly height: number };
  readonly orientation: 'portrait' | 'landscape';
  /** The room for binding counts to the side it lies on. */
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly firstPageDiffers: boolean;
  /** First page number, null where the section goes on counting. */
  readonly numbersFrom: number | null;
  /** `decimal`, `lowerRoman` …, as the file says it. */
  readonly numberFormat: string;
  readonly pageNumbers: readonly PageNumber[];
  readonly blocks: readonly LaidOutBlock[];
};

/** A page number field in the header or footer of a section. */
export type PageNumber = {
  readonly edge: 'header' | 'footer';
  readonly pages: 'default' | 'first' | 'even';
  /** Null where it stands in a drawing, whose place the file does not say in words. */
  readonly align: Align | null;
  /** The way of counting that the field itself asks for (`PAGE \* ROMAN`), null where the section's holds. */
  readonly format: string | null;
  readonly look: Look;
};

export type LaidOutBlock = LaidOutParagraph | LaidOutTable;
export type Align = 'left' | 'center' | 'right' | 'justify';

/** How letters look. The fonts are those of the two slots that Vietnamese letters are drawn from. */
export type Look = {
  readonly font: string;
  readonly accentFont: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  /** Six hexadecimal digits, or `auto`. */
  readonly color: string;
};

export type LaidOutRun = Look & { readonly text: string };

export type LineSpacing =
  | { readonly kind: 'multiple'; readonly lines: number }
  | { readonly kind: 'exact' | 'atLeast'; readonly points: number };

/** A line under or over a paragraph; `width` is null where the file does not tell it. */
export type RuleLine = { readonly kind: 'border' | 'drawn'; readonly width: number | null };

export type LaidOutParagraph = {
  readonly type: 'paragraph';
  /** Running number in the whole document, cells included, from 0. */
  readonly index: number;
  /** As the reader sees it: the automatic label first, capitals where the formatting shows them, line breaks as `\n`. */
  readonly text: string;
  readonly automaticLabel: string;
  readonly runs: readonly LaidOutRun[];
  readonly align: Align;
  readonly indent: { readonly left: number; readonly right: number; readonly firstLine: number };
  /** `closeToOwnStyle`: no space is kept to neighbours of the same style. */
  readonly spacing: { readonly before: number; readonly after: number; readonly closeToOwnStyle: boolean };
  /** Style id in force, so that neighbours of one style are known; empty for the default one. */
  readonly style: string;
  /** It stands in a text box that floats beside the text. */
  readonly floating: boolean;
  readonly line: LineSpacing;
  readonly lines: readonly RuleLine[];
  /** Width the paragraph may fill before its indents. */
  readonly room: number;
};

export type LaidOutTable = {
  readonly type: 'table';
  /** False for the invisible tables that only place things side by side. */
  readonly ruled: boolean;
  readonly headerRows: number;
  readonly rows: readonly (readonly LaidOutCell[])[];
};

export type LaidOutCell = {
  /** Column of the grid, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly blocks: readonly LaidOutBlock[];
};
