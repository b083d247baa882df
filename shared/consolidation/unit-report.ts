/** What adding up needs to know of each unit: whether its report is there, and the rows it carries. */
import type { BundleRow } from '../bundle/manifest-v1.ts';
import type { IsoDate } from '../text/dates.ts';

export type ReportState = 'da-nhan' | 'tra-lai' | 'chap-nhan' | 'thu-hoi';

/** One figure of a row; `denominator` null for a plain count. `measure` says what is counted, `of` the target's own words. */
export type RowFigure = {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly measure: string;
};

export type UnitRow = Pick<
  BundleRow,
  | 'taskId'
  | 'no'
  | 'area'
  | 'component'
  | 'text'
  | 'lead'
  | 'time'
  | 'state'
  | 'doneText'
  | 'obstacle'
  | 'proposal'
  | 'evidenceIds'
> & {
  /** Task of the superior's plan it answers; null where it answers none. */
  readonly superiorTaskId: string | null;
  /** That task in the superior's own words, where it still stands in a plan here: a sum is named by them. */
  readonly superiorText?: string | undefined;
  readonly figures: readonly RowFigure[];
};

/** The newest report of a unit for the window. Dates are days in Việt Nam. */
export type UnitReport = {
  readonly unitId: string;
  /** `xã Như Quỳnh`. */
  readonly unitName: string;
  /** The bare name ("Như Quỳnh"), left out of words when rows are compared. */
  readonly bareName: string;
  readonly receivedId: string;
  readonly receivedOn: IsoDate;
  readonly rows: readonly UnitRow[];
};
