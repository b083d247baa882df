/** 168 units: wall, sums and repeated proof through the handler, against reading the same rows and adding them in one plain loop. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOffice } from '../../electron/server/open-office.ts';
import type { ConsolidationView } from '../../shared/api/contract/consolidation.ts';
import type { ReportBundle } from '../../shared/bundle/manifest-v1.ts';
import { window } from '../support/invented-province.ts';
import { fillProvince } from '../support/received-province.ts';
import { check, inTurn, ratio, type Suite, timed } from './measure.ts';

const units = 168;
const windows = [window.key, '2026-Q1', '2026-H1', '2025-Y'];

export const consolidateSuite: Suite = async (say) => {
  const folder = mkdtempSync(join(tmpdir(), 'so-viec-bench-'));
  const opened = openOffice({ tickets: null, dataDir: folder, clock: () => Date.parse('2026-06-25T02:00:00Z') });
  if (!opened.ok) throw new Error(opened.error.message);
  const office = opened.value;
  try {
    const ask = async <T>(path: string, body?: unknown): Promise<T> => {
      const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
      const response = await office.fetch(new Request(`http://bench.invalid/api${path}`, init), { door: 'test' });
      return (await response.json()) as T;
    };
    await ask('/office', {
      kind: 'tinh',
      name: 'Sông Lam',
      superiorKind: null,
      superiorName: '',
      place: 'Sông Lam',
      chairTitle: 'CHỦ TỊCH',
      chairName: 'Trần Văn An',
    });
    say(`fills ${units} units × ${windows.length} windows`);
    fillProvince(office.deps, units, windows);
    const { sqlite } = office.deps.db;
    /** Adds every share of the window, whatever row it stands in: the least anybody must do. */
    const byHand = (): { numerator: number; denominator: number } => {
      const rows = sqlite
        .prepare(`select data from received_report where window_key = ? and superseded = 0 and state <> 'thu-hoi'`)
        .pluck()
        .all(window.key) as string[];
      let [numerator, denominator] = [0, 0];
      for (const text of rows)
        for (const row of (JSON.parse(text) as ReportBundle).rows) {
          numerator += row.numerator ?? 0;
          denominator += row.denominator ?? 0;
        }
      return { numerator, denominator };
    };
    const view = () => ask<ConsolidationView>(`/consolidation?window=${window.key}`);
    const checked: string[] = [];
    const given = await view();
    const wanted = byHand();
    const total = (of: (sum: ConsolidationView['sums'][number]) => number) =>
      given.sums.reduce((all, sum) => all + of(sum), 0);
    check(total((sum) => sum.numerator) === wanted.numerator, 'numerators add up as by hand', checked);
    check(total((sum) => sum.denominator ?? 0) === wanted.denominator, 'denominators add up as by hand', checked);
    const wall = await ask<{ cells: unknown[] }>('/wall');
    check(wall.cells.length === units * windows.length, `${units} × ${windows.length} cells`, checked);
    const proof = await ask<{ total: number }>('/consolidation/repeated-proof');
    check(proof.total === 1, 'the one file all units sent is found, and no other', checked);
    const times = await inTurn(9, {
      sums: () => timed(view),
      floor: async () => timed(byHand),
      wall: () => timed(() => ask('/wall')),
      'repeated proof over all windows': () => timed(() => ask('/consolidation/repeated-proof')),
    });
    return {
      suite: 'consolidate',
      measured: times,
      ratios: { 'sums / plain loop': ratio(times.sums, times.floor) },
      checked,
    };
  } finally {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
