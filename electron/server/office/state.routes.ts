/** What the program knows of itself and of the office; the first thing every window asks. */

import type { Hono } from 'hono';
import { listBackups } from '../../../db/backup.ts';
import { lastAct, readOffice, readPeople, readWindows } from '../../../db/queries/office.ts';
import { listPlans } from '../../../db/queries/plans.ts';
import { listReports } from '../../../db/queries/reports.ts';
import { windowsWithProgress } from '../../../db/queries/time.ts';
import type { RowOf } from '../../../db/tables.ts';
import { nextUndo } from '../../../db/undo.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { quarterOn } from '../../../shared/period/windows.ts';
import { type Deps, today } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { windowView } from '../time/window-view.ts';
import { lockedWindows } from '../time/windows.ts';
import { officeView } from './office-view.ts';

export function stateRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  implement(app, deps, contract.office.state, ({ actor }) => {
    const office = readOffice(deps.db);
    const plans = listPlans(deps.db);
    const windows = readWindows(deps.db);
    const year = plans[0]?.year;
    const locks = lockedWindows(deps);
    const backup = listBackups(deps.folder)[0];
    const person = readPeople(deps.db).find((each) => each.id === actor.personId);
    return {
      version: deps.version,
      today: today(deps),
      office: office && officeView(office),
      plans: plans.map(({ id, year, number, date, title, issuer, areas, groups, tasks }) => ({
        id,
        year,
        number,
        date,
        title,
        issuer,
        areas,
        groups,
        tasks,
      })),
      windows: windows.map((window) => ({ ...windowView(window), lockedAt: locks.get(window.id)?.at ?? null })),
      reports: listReports(deps.db),
      currentWindowId: windowToStartWith(
        deps,
        windows.filter((window) => window.year === year),
      ),
      actingPerson: person ? { id: person.id, name: person.name } : null,
      lastBackup: backup ? { at: backup.at, reason: backup.reason } : null,
      lastSaved: lastAct(deps.db)?.at ?? null,
      canUndo: nextUndo(deps.db.sqlite, actor.id),
      dataFolder: deps.folder.root,
    };
  });
}

/** The running quarter; for a plan of another year the newest window that holds work, so that people land where they left off. */
function windowToStartWith(deps: Deps, windows: RowOf<'reportingWindow'>[]): string | null {
  const now = today(deps);
  const running = quarterOn(windows, now);
  if (running && running.fromDate <= now && now <= running.toDate) return running.id;
  const worked = windowsWithProgress(deps.db);
  return windows.filter((window) => worked.has(window.id)).at(-1)?.id ?? running?.id ?? null;
}
