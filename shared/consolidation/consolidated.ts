/** Everything a superior's report of one window says, from the reports that count. */
import type { IsoDate } from '../text/dates.ts';
import { addUp, type FigureSum } from './figures.ts';
import { type AreaStates, statesByArea } from './states.ts';
import type { UnitReport } from './unit-report.ts';
import { type OnTimeRate, onTimeRate, type WallCell } from './wall.ts';

export type Consolidated = {
  readonly wall: readonly (WallCell & { readonly unitName: string })[];
  readonly onTime: OnTimeRate;
  readonly areas: readonly AreaStates[];
  readonly sums: readonly FigureSum[];
  /** By unit, in the order of the wall. */
  readonly reports: readonly UnitReport[];
  /** Day of the newest report in it; null while none came. */
  readonly asOf: IsoDate | null;
};

/** `cells` are those of one window, in the order in which units are to be listed. */
export function consolidate(
  units: readonly { readonly unitId: string; readonly unitName: string }[],
  cells: readonly WallCell[],
  reports: readonly UnitReport[],
): Consolidated {
  const cellOf = new Map(cells.map((cell) => [cell.unitId, cell]));
  const reportOf = new Map(reports.map((report) => [report.unitId, report]));
  const ordered = units.flatMap(({ unitId }) => reportOf.get(unitId) ?? []);
  return {
    wall: units.flatMap(({ unitId, unitName }) => {
      const cell = cellOf.get(unitId);
      return cell ? [{ ...cell, unitName }] : [];
    }),
    onTime: onTimeRate(cells),
    areas: statesByArea(ordered),
    sums: addUp(ordered),
    reports: ordered,
    asOf:
      ordered
        .map(({ receivedOn }) => receivedOn)
        .sort()
        .at(-1) ?? null,
  };
}
