/** What the screen "Kỳ và thời hạn" shows: distinct words of a plan, events awaited and recorded, windows, working years. */
import { listUnits, readWindows } from '../../../db/queries/office.ts';
import { readAnswers, readEvents, readWorkingYears, timesOfPlan, windowUses } from '../../../db/queries/time.ts';
import type { RowOf } from '../../../db/tables.ts';
import type {
  AwaitedEvent,
  EventView,
  KeptWindow,
  RegimeView,
  TimeWords,
  WorkingYearView,
} from '../../../shared/api/contract/time.ts';
import { unitName } from '../../../shared/office/unit.ts';
import { estimateYear } from '../../../shared/period/estimate.ts';
import type { DueDate } from '../../../shared/period/regime.ts';
import { dueIn, eventKey } from '../../../shared/schedule/due.ts';
import { lastDayOf } from '../../../shared/schedule/overdue.ts';
import { awaitedEvents, type Schedule } from '../../../shared/schedule/schedule.ts';
import type { Deps } from '../core/deps.ts';
import { officeCalendar, officeYears, planTimes, recordedEvents, timeKey } from './due.ts';
import { windowView } from './window-view.ts';
import { dueDateView, knownRegimes, lockedWindows } from './windows.ts';

/** So many tasks name a wording or an event on the screen; the rest is counted. */
const shownTasks = 5;

type PlanRow = RowOf<'plan'>;

/** Where a schedule is due in the windows of a year. */
export function dueLines(deps: Deps, year: number): (schedule: Schedule) => TimeWords['dueIn'] {
  const windows = readWindows(deps.db).filter((window) => window.year === year);
  const events = recordedEvents(deps);
  const calendar = officeCalendar(deps);
  return (schedule) =>
    windows.map((window) => {
      const { due, by, why } = dueIn(schedule, events, window, calendar);
      return { windowId: window.id, key: window.key, label: window.label, due, by, why };
    });
}

/** The distinct words of a plan's times, open ones first, each in the order the plan writes them. */
export function wordsView(deps: Deps, plan: PlanRow): TimeWords[] {
  const times = planTimes(deps, plan.id, plan.year);
  const answers = new Map(readAnswers(deps.db, plan.id).map((answer) => [timeKey(answer.words), answer]));
  const lines = dueLines(deps, plan.year);
  const byKey = new Map<string, TimeWords>();
  for (const { taskId, text, time } of timesOfPlan(deps.db, plan.id)) {
    const key = timeKey(time);
    const known = byKey.get(key);
    if (known) {
      known.tasks += 1;
      if (known.examples.length < shownTasks) known.examples.push({ taskId, text });
      continue;
    }
    const { schedule, question, scheduleText } = times.settle(time);
    const answer = answers.get(key);
    byKey.set(key, {
      words: time,
      tasks: 1,
      examples: [{ taskId, text }],
      scheduleText,
      question,
      answer: answer ? { id: answer.id, revision: answer.revision } : null,
      dueIn: lines(schedule),
    });
  }
  const all = [...byKey.values()];
  return [...all.filter(({ question }) => question !== null), ...all.filter(({ question }) => question === null)];
}

/** Events that rows of a plan wait for, and those recorded in the office. */
export function eventsView(deps: Deps, plan: PlanRow): { awaited: AwaitedEvent[]; recorded: EventView[] } {
  const times = planTimes(deps, plan.id, plan.year);
  const recorded = readEvents(deps.db);
  const awaited = new Map<string, AwaitedEvent>();
  for (const { taskId, text, time } of timesOfPlan(deps.db, plan.id))
    for (const words of new Set(awaitedEvents(times.settle(time).schedule))) {
      const key = eventKey(words);
      const known = awaited.get(key) ?? {
        words,
        tasks: 0,
        examples: [],
        recorded: recorded.filter((event) => event.eventKey === key).length,
      };
      known.tasks += 1;
      if (known.examples.length < shownTasks) known.examples.push({ taskId, text });
      awaited.set(key, known);
    }
  return {
    awaited: [...awaited.values()],
    recorded: recorded.map(({ id, words, eventKey: key, date, lastDay, knownOn, note, revision }) => ({
      id,
      words,
      date,
      lastDay,
      knownOn,
      note,
      revision,
      tasks: awaited.get(key)?.tasks ?? 0,
    })),
  };
}

/** A window with its regime, its due dates and what hangs on it. */
export function keptWindowView(deps: Deps): (window: RowOf<'reportingWindow'>) => KeptWindow {
  const regimes = new Map(knownRegimes(deps).map(({ regime }) => [regime.id, regime]));
  const uses = windowUses(deps.db);
  const locks = lockedWindows(deps);
  const calendar = officeCalendar(deps);
  const dueOf = (date: string | null, strict: boolean): DueDate | null =>
    date === null ? null : { date, strict, lastDay: lastDayOf({ toDate: date, dueDate: date, dueStrict: strict }) };
  return (window) => {
    const regime = regimes.get(window.regimeId ?? 'nd-09-2019');
    const lock = locks.get(window.id);
    return {
      ...windowView(window),
      lockedAt: lock?.at ?? null,
      lockedBy: lock?.by ?? null,
      revision: window.revision,
      regimeName: regime?.name ?? window.source,
      partOf: regime?.partOf ?? '',
      due: dueDateView(dueOf(window.dueDate, window.dueStrict), calendar),
      superiorDue: dueDateView(dueOf(window.superiorDueDate, window.superiorDueStrict), calendar),
      uses: uses.get(window.id) ?? { entries: 0, proofs: 0, reports: 0 },
    };
  };
}

export function regimeViews(deps: Deps, windows: readonly RowOf<'reportingWindow'>[]): RegimeView[] {
  const units = new Map(listUnits(deps.db).map((unit) => [unit.id, unitName(unit)]));
  return knownRegimes(deps).map(({ regime, origin, row }) => ({
    regime,
    origin,
    issuer: row?.issuerUnitId ? (units.get(row.issuerUnitId) ?? null) : null,
    revision: row?.revision ?? null,
    adopted: windows.some((window) => (window.regimeId ?? 'nd-09-2019') === regime.id),
  }));
}

/** The working years, an estimate for the next one, and the deadlines that run over a year without its notice. */
export function yearsView(deps: Deps): {
  years: WorkingYearView[];
  next: WorkingYearView;
  unsure: { what: string; date: string }[];
} {
  const own = new Map(readWorkingYears(deps.db).map(({ id, year, revision }) => [year, { id, revision }]));
  const years = officeYears(deps);
  const view = (year: (typeof years)[number]): WorkingYearView => ({
    year: year.year,
    off: [...year.off],
    worked: [...year.worked],
    confirmed: year.confirmed,
    source: year.source,
    own: own.get(year.year) ?? null,
  });
  const calendar = officeCalendar(deps);
  const unsure = readWindows(deps.db).flatMap((window) => {
    if (window.dueDate === null) return [];
    const date = lastDayOf(window);
    return calendar.isConfirmed(date) ? [] : [{ what: `Hạn báo cáo ${window.label}`, date }];
  });
  return { years: years.map(view), next: view(estimateYear((years.at(-1)?.year ?? 2026) + 1)), unsure };
}
