/** How far the units are, area by area: every row in one of four states or without a word. */
import type { ProgressState } from '../report/facts.ts';
import { sameRow } from './same-row.ts';
import type { UnitReport } from './unit-report.ts';

export type CountsByState = Record<ProgressState, number> & { readonly trong: number; readonly tong: number };

export type AreaStates = {
  readonly areaKey: string;
  /** As the first unit prints it. */
  readonly area: string;
  readonly all: CountsByState;
  readonly units: readonly { readonly unitId: string; readonly counts: CountsByState }[];
};

type Counting = { -readonly [K in keyof CountsByState]: CountsByState[K] };

const none = (): Counting => ({ chua: 0, 'dang-lam': 0, xong: 0, 'khong-phat-sinh': 0, trong: 0, tong: 0 });

export type StateCollector = {
  /** Takes a report in; it is not kept. */
  take(report: UnitReport): void;
  areas(): AreaStates[];
};

export function collectStates(): StateCollector {
  const { areaKey: keyOf } = sameRow();
  const areas = new Map<string, { area: string; all: Counting; units: Map<string, Counting> }>();
  return {
    take: (report) => {
      for (const row of report.rows) {
        const areaKey = keyOf(row);
        const area = areas.get(areaKey) ?? { area: row.area, all: none(), units: new Map() };
        areas.set(areaKey, area);
        const unit = area.units.get(report.unitId) ?? none();
        area.units.set(report.unitId, unit);
        for (const counts of [area.all, unit]) {
          counts[row.state ?? 'trong'] += 1;
          counts.tong += 1;
        }
      }
    },
    areas: () =>
      [...areas].map(([areaKey, { area, all, units }]) => ({
        areaKey,
        area,
        all,
        units: [...units].map(([unitId, counts]) => ({ unitId, counts })),
      })),
  };
}
