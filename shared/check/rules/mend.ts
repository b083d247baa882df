/**
 * How a finding is put right, as data: what to set, never how a file says it. A rule offers a mend only where it cannot be wrong;
 * `electron/documents/mend` carries mends out in a Word file, the server in the words a plan or report is made of.
 */
import type { Align } from '../structure/laid-out.ts';

/** Letters of a line, or of the runs `sizes` and weights are wrong in. */
export type LetterMend = {
  readonly kind: 'letters';
  readonly font?: string;
  readonly size?: number;
  /** Only letters beyond these limits get the size. */
  readonly outside?: { readonly min: number; readonly max: number };
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly black?: true;
  readonly capitals?: true;
};

/** Settings of a whole paragraph: `firstLineAt` in millimetres from the edge of the text, `after` in points, `lines` of spacing. */
export type ParagraphMend = {
  readonly kind: 'paragraph';
  readonly align?: Align;
  readonly firstLineAt?: number;
  readonly after?: number;
  readonly lines?: number;
};

/** New words of the line. `alone`: right only where a person looks at it, so not done together with all others. */
export type WordsMend = { readonly kind: 'words'; readonly text: string; readonly alone?: true };

export type Side = 'top' | 'bottom' | 'left' | 'right';

/** Settings of a section's pages, lengths in millimetres. `numbersFrom` null: it goes on counting. */
export type PageMend = {
  readonly kind: 'page';
  readonly section: number;
  readonly paper?: { readonly width: number; readonly height: number };
  readonly margin?: { readonly side: Side; readonly value: number };
  readonly numbersFrom?: number | null;
  readonly arabic?: true;
  /** Odd and even pages share one header. */
  readonly oneHeader?: true;
};

/** The page number of a section: at the top, in the middle; not on the first page; how its digits look. */
export type PageNumberMend = {
  readonly kind: 'pageNumber';
  readonly section: number;
  readonly atTop?: true;
  readonly hideFirst?: true;
  readonly letters?: Omit<LetterMend, 'kind'>;
};

/** The first row of the table a line stands in is printed again on every page. */
export type HeaderRowMend = { readonly kind: 'headerRow' };

export type Mend = LetterMend | ParagraphMend | WordsMend | PageMend | PageNumberMend | HeaderRowMend;

/** A mend at its place: paragraph by running number, and the stretch of its typed text (the automatic label apart). */
export type PlacedMend = {
  readonly mend: Mend;
  readonly paragraph: number | null;
  readonly from: number;
  readonly to: number;
  /** The words of the line now, label included, so that a record behind the document can be found. */
  readonly before: string;
};

/** Done together with all other safe ones. */
export const isSafe = ({ mend }: PlacedMend): boolean => mend.kind !== 'words' || mend.alone !== true;
