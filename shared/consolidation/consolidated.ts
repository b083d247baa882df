/** Everything a superior's report of one window says, from the reports that count. */
import type { IsoDate } from '../text/dates.ts';
import { collectSums, type FigureSum } from './figures.ts';
import { type AreaStates, collectStates } from './states.ts';
import type { UnitReport } from './unit-report.ts';
import { type OnTimeRate, onTimeRate, type WallCell } from './wall.ts';

export type Consolidated = {
  readonly wall: readonly (WallCell & { readonly unitName: string })[];
  readonly onTime: OnTimeRate;
  readonly areas: readonly AreaStates[];
  readonly sums: readonly FigureSum[];
  /** By unit, in the order of the wall; without rows where nobody asked for them. */
  readonly reports: readonly UnitReport[];
  /** Day of the newest report in it; null while none came. */
  readonly asOf: IsoDate | null;
};

/**
 * `cells` are those of one window, and both they and the reports come in the order in which units are to be listed. Each report is read
 * once; `keepRows` false lets its rows go again, where nobody prints them.
 */
export function consolidate(
  units: readonly { readonly unitId: string; readonly unitName: string }[],
  cells: readonly WallCell[],
  reports: Iterable<UnitReport>,
  keepRows = true,
): Consolidated {
  const cellOf = new Map(cells.map((cell) => [cell.unitId, cell]));
  const sums = collectSums();
  const states = collectStates();
  const kept: UnitReport[] = [];
  for (const report of reports) {
    sums.take(report);
    states.take(report);
    kept.push(keepRows ? report : { ...report, rows: [] });
  }
  return {
    wall: units.flatMap(({ unitId, unitName }) => {
      const cell = cellOf.get(unitId);
      return cell ? [{ ...cell, unitName }] : [];
    }),
    onTime: onTimeRate(cells),
    areas: states.areas(),
    sums: sums.sums(),
    reports: kept,
    asOf:
      kept
        .map(({ receivedOn }) => receivedOn)
        .sort()
        .at(-1) ?? null,
  };
}
