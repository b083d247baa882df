/** Adding figures of the same row over units: numerators to numerators, denominators to denominators (CO4 to CO6). */
import { itemAt } from '../core/sure.ts';
import type { IsoDate } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import { findOutliers } from './outliers.ts';
import { nameRemover, sameRow } from './same-row.ts';
import type { RowFigure, UnitReport, UnitRow } from './unit-report.ts';

export type UnitFigure = {
  readonly unitId: string;
  readonly unitName: string;
  readonly numerator: number;
  readonly denominator: number | null;
};

export type FigureSum = {
  readonly key: string;
  readonly areaKey: string;
  readonly area: string;
  readonly component: string;
  /** The task's words as most units print them, without a unit's name. */
  readonly task: string;
  readonly measure: string;
  readonly numerator: number;
  /** Null for a count. */
  readonly denominator: number | null;
  /** Largest first. */
  readonly units: readonly UnitFigure[];
  /** Units whose set was empty. */
  readonly notArisen: readonly string[];
  /** Units that have the row and gave no figure for it. */
  readonly silent: readonly string[];
  /** Units left out of the sum, with the reason in Vietnamese. */
  readonly doubtful: readonly { readonly unitId: string; readonly reason: string }[];
  /** Units whose value lies far from the others (CO8). */
  readonly outliers: readonly string[];
  /** Day of the newest report in it; null when no unit gave a figure. */
  readonly asOf: IsoDate | null;
};

type Sum = {
  key: string;
  rowKey: string;
  areaKey: string;
  area: string;
  component: string;
  measure: string;
  share: boolean;
  texts: Map<string, number>;
  units: Map<string, UnitFigure>;
  notArisen: Set<string>;
  doubtful: Map<string, string>;
  asOf: IsoDate | null;
};

export type SumCollector = {
  /** Takes a report in; it is not kept. */
  take(report: UnitReport): void;
  /** All sums in the order of the first report that has each row. */
  sums(): FigureSum[];
};

/** Adds up reports one by one, so that thousands need not lie in memory together. */
export function collectSums(): SumCollector {
  const { rowKey: keyOf, areaKey } = sameRow();
  const sums = new Map<string, Sum>();
  const holders = new Map<string, Set<string>>();
  const measures = new Map<string, string>();
  const measureKey = (measure: string): string => {
    const known = measures.get(measure) ?? fold(measure);
    measures.set(measure, known);
    return known;
  };
  const sumOf = (rowKey: string, row: UnitRow, { measure, denominator }: RowFigure): Sum => {
    const share = denominator !== null;
    const key = `${rowKey}|${measureKey(measure)}|${share ? 'ty-le' : 'so'}`;
    const known = sums.get(key);
    if (known) return known;
    const made: Sum = {
      key,
      rowKey,
      areaKey: areaKey(row),
      area: row.area,
      component: row.component,
      measure,
      share,
      texts: new Map(),
      units: new Map(),
      notArisen: new Set(),
      doubtful: new Map(),
      asOf: null,
    };
    sums.set(key, made);
    return made;
  };
  return {
    take: (report) => {
      const withoutName = nameRemover(report.bareName);
      for (const row of report.rows) {
        const rowKey = keyOf(report, row);
        const holding = holders.get(rowKey);
        if (holding) holding.add(report.unitId);
        else holders.set(rowKey, new Set([report.unitId]));
        for (const figure of row.figures) {
          if (figure.numerator === null && figure.denominator === null) continue;
          const sum = sumOf(rowKey, row, figure);
          const text = row.superiorText ?? withoutName(row.text);
          sum.texts.set(text, (sum.texts.get(text) ?? 0) + 1);
          take(sum, report, figure);
        }
      }
    },
    sums: () => [...sums.values()].map((sum) => finish(sum, holders.get(sum.rowKey) ?? new Set())),
  };
}

function take(sum: Sum, report: UnitReport, { numerator, denominator }: RowFigure): void {
  const { unitId, unitName } = report;
  const reason = faultOf(numerator, denominator);
  if (reason !== null) {
    sum.doubtful.set(unitId, reason);
    return;
  }
  if (denominator === 0) {
    if (!sum.units.has(unitId)) sum.notArisen.add(unitId);
    return;
  }
  // A unit may split a row in two; what counts the same is one figure of the unit.
  const before = sum.units.get(unitId);
  sum.notArisen.delete(unitId);
  sum.units.set(unitId, {
    unitId,
    unitName,
    numerator: (before?.numerator ?? 0) + (numerator ?? 0),
    denominator: denominator === null ? null : (before?.denominator ?? 0) + denominator,
  });
  if (sum.asOf === null || sum.asOf < report.receivedOn) sum.asOf = report.receivedOn;
}

function faultOf(numerator: number | null, denominator: number | null): string | null {
  if ((numerator ?? 0) < 0 || (denominator ?? 0) < 0) return 'Số liệu nhỏ hơn 0.';
  if (numerator === null) return 'Có tổng số nhưng chưa ghi số đạt được.';
  if (denominator !== null && numerator > denominator) return 'Số đạt được lớn hơn tổng số.';
  return null;
}

function finish(sum: Sum, holders: ReadonlySet<string>): FigureSum {
  const units = [...sum.units.values()].sort((a, b) => b.numerator - a.numerator || (a.unitName < b.unitName ? -1 : 1));
  const total = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const task = [...sum.texts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
  return {
    key: sum.key,
    areaKey: sum.areaKey,
    area: sum.area,
    component: sum.component,
    task,
    measure: sum.measure,
    numerator: total(units.map(({ numerator }) => numerator)),
    denominator: sum.share ? total(units.map(({ denominator }) => denominator ?? 0)) : null,
    units,
    notArisen: [...sum.notArisen].sort(),
    silent: [...holders]
      .filter((unitId) => !sum.units.has(unitId) && !sum.notArisen.has(unitId) && !sum.doubtful.has(unitId))
      .sort(),
    doubtful: [...sum.doubtful].map(([unitId, reason]) => ({ unitId, reason })),
    outliers: findOutliers(units, sum.share).map((index) => itemAt(units, index).unitId),
    asOf: sum.asOf,
  };
}
