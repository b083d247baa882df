/** Kỳ và thời hạn: what words of a plan mean, events, windows and regimes, working days. */
import type { Hono } from 'hono';
import { backupNow } from '../../../db/backup.ts';
import { readWindow, readWindows } from '../../../db/queries/office.ts';
import { readPlanRow } from '../../../db/queries/plans.ts';
import { hasMeasurementIn, readAnswers, readWorkingYears, windowUses } from '../../../db/queries/time.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { holdsIn, newRegimeId, placeWindows } from '../../../shared/period/regime.ts';
import { workingYears } from '../../../shared/period/working-days.ts';
import { describeSchedule } from '../../../shared/schedule/describe.ts';
import { eventKey } from '../../../shared/schedule/due.ts';
import { readTime } from '../../../shared/schedule/parse.ts';
import { oneLine } from '../../../shared/text/fold.ts';
import { act, type Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { refuse } from '../core/refusal.ts';
import { timeKey } from './due.ts';
import { dueLines, eventsView, keptWindowView, regimeViews, wordsView, yearsView } from './time-views.ts';
import {
  keepRegime,
  knownRegimes,
  lockedWindows,
  movesEntries,
  placedViews,
  regimeChanges,
  writeWindows,
} from './windows.ts';

export function timeRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  answerRoutes(app, deps);
  eventRoutes(app, deps);
  windowRoutes(app, deps);
  yearRoutes(app, deps);
}

function answerRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { time } = contract;

  implement(app, deps, time.words, ({ params }) => {
    const plan = readPlanRow(deps.db, params.id);
    return plan ? { words: wordsView(deps, plan) } : refuse('khong-tim-thay');
  });

  implement(app, deps, time.tryAnswer, ({ params, body }) => {
    const plan = readPlanRow(deps.db, params.id);
    if (!plan) return refuse('khong-tim-thay');
    return { scheduleText: describeSchedule(body.schedule), dueIn: dueLines(deps, plan.year)(body.schedule) };
  });

  implement(app, deps, time.readWords, ({ params, body }) => {
    const plan = readPlanRow(deps.db, params.id);
    if (!plan) return refuse('khong-tim-thay');
    const { schedule, question } = readTime(body.words, plan.year);
    const understood = schedule.kind !== 'unknown' && schedule.kind !== 'blank';
    return {
      schedule: understood ? schedule : null,
      scheduleText: describeSchedule(schedule),
      question,
      dueIn: dueLines(deps, plan.year)(schedule),
    };
  });

  implement(app, deps, time.answer, ({ params, body, actor }) => {
    if (!readPlanRow(deps.db, params.id)) return refuse('khong-tim-thay');
    const known = readAnswers(deps.db, params.id).find(({ words }) => timeKey(words) === timeKey(body.words));
    const { value, batchId } = act(deps, actor, 'time.answer', 'Trả lời về thời gian', (batch) =>
      known
        ? batch.update('scheduleAnswer', known.id, body.revision ?? known.revision, { schedule: body.schedule })
        : batch.insert('scheduleAnswer', {
            id: deps.newId(),
            planId: params.id,
            words: oneLine(body.words),
            schedule: body.schedule,
          }),
    );
    return { id: value.id, revision: value.revision, batchId };
  });

  implement(app, deps, time.forgetAnswer, ({ params, query, actor }) => {
    const { batchId } = act(deps, actor, 'time.forget', 'Bỏ câu trả lời về thời gian', (batch) =>
      batch.remove('scheduleAnswer', params.id, query.revision),
    );
    return { batchId };
  });
}

type EventFields = { words: string; date: string; lastDay: string; knownOn: string; note: string };

/** The days of an event in the order of life: known, then it begins, then it ends. */
function eventDays({ date, lastDay, knownOn }: EventFields): Record<string, string[]> | null {
  if (lastDay !== '' && lastDay < date) return { lastDay: ['Ngày kết thúc sớm hơn ngày bắt đầu.'] };
  if (knownOn !== '' && knownOn > date) return { knownOn: ['Ngày biết trước phải sớm hơn ngày diễn ra.'] };
  return null;
}

const eventRow = ({ words, date, lastDay, knownOn, note }: EventFields) => ({
  words: oneLine(words),
  eventKey: eventKey(words),
  date,
  lastDay: lastDay || null,
  knownOn: knownOn || null,
  note,
});

function eventRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { time } = contract;

  implement(app, deps, time.events, ({ params }) => {
    const plan = readPlanRow(deps.db, params.id);
    return plan ? eventsView(deps, plan) : refuse('khong-tim-thay');
  });

  implement(app, deps, time.addEvent, ({ body, actor }) => {
    const wrong = eventDays(body);
    if (wrong) return refuse('sai-du-lieu', { fieldErrors: wrong });
    const { value, batchId } = act(deps, actor, 'event.add', 'Ghi nhận sự kiện', (batch) =>
      batch.insert('officeEvent', { id: deps.newId(), ...eventRow(body) }),
    );
    return { id: value.id, revision: value.revision, batchId };
  });

  implement(app, deps, time.changeEvent, ({ params, body, actor }) => {
    const wrong = eventDays(body);
    if (wrong) return refuse('sai-du-lieu', { fieldErrors: wrong });
    const { value, batchId } = act(deps, actor, 'event.change', 'Sửa sự kiện', (batch) =>
      batch.update('officeEvent', params.id, body.revision, eventRow(body)),
    );
    return { id: params.id, revision: value.revision, batchId };
  });

  implement(app, deps, time.removeEvent, ({ params, query, actor }) => {
    const { batchId } = act(deps, actor, 'event.remove', 'Bỏ sự kiện', (batch) =>
      batch.remove('officeEvent', params.id, query.revision),
    );
    return { batchId };
  });
}

function windowRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { time } = contract;

  implement(app, deps, time.windows, ({ query }) => {
    const view = keptWindowView(deps);
    const windows = readWindows(deps.db).filter(({ year }) => year === query.year);
    return { windows: windows.map(view), regimes: regimeViews(deps, windows) };
  });

  implement(app, deps, time.tryRegime, ({ body }) => {
    if (!holdsIn(body.regime, body.year)) return refuse('sai-du-lieu', undefined, notInYear(body.year));
    return { windows: placedViews(deps, regimeChanges(deps, body.regime, body.year, body.mode)) };
  });

  implement(app, deps, time.adopt, ({ body, actor }) => {
    const { year, mode, sure } = body;
    const isNew = body.regime.id === newRegimeId;
    const regime = isNew ? { ...body.regime, id: `nhap-${deps.newId().toLowerCase()}` } : body.regime;
    if (!holdsIn(regime, year)) return refuse('sai-du-lieu', undefined, notInYear(year));
    const backwards = placeWindows(regime, year).find(({ fromDate, toDate }) => toDate < fromDate);
    if (backwards) return refuse('sai-du-lieu', undefined, `${backwards.label}: ngày chốt sớm hơn ngày bắt đầu.`);
    const changes = regimeChanges(deps, regime, year, mode);
    if (changes.some(movesEntries) && !sure) return refuse('ky-co-so-lieu');
    if (changes.some(movesEntries)) backupNow(deps.db.sqlite, deps.folder, 'truoc-khi-doi-ky');
    const known = knownRegimes(deps).find((each) => each.regime.id === regime.id);
    const { value, batchId } = act(deps, actor, 'regime.adopt', `Áp dụng ${regime.name}`, (batch) => {
      if (known?.origin !== 'san-co' || JSON.stringify(known.regime) !== JSON.stringify(regime))
        keepRegime(
          deps,
          batch,
          regime,
          known?.origin === 'cap-tren' ? 'cap-tren' : 'nhap',
          known?.row?.issuerUnitId ?? null,
        );
      return writeWindows(deps, batch, regime, changes);
    });
    return { id: regime.id, batchId, ...value };
  });

  implement(app, deps, time.removeWindow, ({ params, query, actor }) => {
    const uses = windowUses(deps.db).get(params.id);
    if (uses || hasMeasurementIn(deps.db, params.id)) return refuse('con-dung');
    const { batchId } = act(deps, actor, 'window.remove', 'Bỏ kỳ báo cáo', (batch) =>
      batch.remove('reportingWindow', params.id, query.revision),
    );
    return { batchId };
  });

  implement(app, deps, time.changeWindow, ({ params, body, actor }) => {
    const window = readWindow(deps.db, params.id);
    if (!window) return refuse('khong-tim-thay');
    const { revision, sure, ...given } = body;
    const wrong = windowDays(window.year, given);
    if (wrong) return refuse('sai-du-lieu', undefined, wrong);
    const moves = given.fromDate !== window.fromDate || given.toDate !== window.toDate;
    if (moves && lockedWindows(deps).get(window.id)?.by === 'report')
      return refuse('dang-chot', undefined, 'Báo cáo của kỳ này đã chốt. Hãy mở lại báo cáo rồi mới đổi ngày của kỳ.');
    const holds = moves && windowUses(deps.db).has(window.id);
    if (holds && !sure) return refuse('ky-co-so-lieu');
    if (holds) backupNow(deps.db.sqlite, deps.folder, 'truoc-khi-doi-ky');
    const { value, batchId } = act(deps, actor, 'window.change', `Sửa ngày của kỳ ${window.label}`, (batch) =>
      batch.update('reportingWindow', window.id, revision, {
        ...given,
        dueStrict: given.dueDate !== null && given.dueStrict,
        superiorDueStrict: given.superiorDueDate !== null && given.superiorDueStrict,
      }),
    );
    return { id: window.id, revision: value.revision, batchId };
  });

  implement(app, deps, time.lockWindow, ({ params, body, actor }) => {
    const window = readWindow(deps.db, params.id);
    if (!window) return refuse('khong-tim-thay');
    if (!body.locked && lockedWindows(deps).get(window.id)?.by === 'report')
      return refuse('dang-chot', undefined, 'Kỳ này khóa vì báo cáo của kỳ đã chốt. Hãy mở lại báo cáo để mở khóa.');
    const label = body.locked ? `Khóa kỳ ${window.label}` : `Mở khóa kỳ ${window.label}`;
    const { value, batchId } = act(deps, actor, body.locked ? 'window.lock' : 'window.unlock', label, (batch) =>
      batch.update('reportingWindow', window.id, body.revision, { lockedAt: body.locked ? deps.clock() : null }),
    );
    return { id: window.id, revision: value.revision, batchId };
  });
}

type WindowDays = { fromDate: string; toDate: string; dueDate: string | null; superiorDueDate: string | null };

/** What cannot be about the days of a window, in one sentence. */
function windowDays(year: number, { fromDate, toDate, dueDate, superiorDueDate }: WindowDays): string | null {
  if (toDate < fromDate) return 'Ngày chốt sớm hơn ngày bắt đầu kỳ.';
  if (dueDate !== null && dueDate < fromDate) return 'Hạn gửi sớm hơn ngày bắt đầu kỳ.';
  const far = [fromDate, toDate, dueDate, superiorDueDate].some(
    (day) => day !== null && Math.abs(Number(day.slice(0, 4)) - year) > 1,
  );
  return far ? `Ngày phải trong năm ${year}, năm trước hoặc năm sau.` : null;
}

const notInYear = (year: number): string => `Chế độ báo cáo này không áp dụng cho năm ${year}. Hãy sửa năm áp dụng.`;

function yearRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { time } = contract;

  implement(app, deps, time.workingYears, () => yearsView(deps));

  implement(app, deps, time.saveWorkingYear, ({ params: { year }, body, actor }) => {
    const { revision, source, confirmed } = body;
    const [off, worked] = [tidyDays(body.off), tidyDays(body.worked)];
    const wrong = wrongDays(year, off, worked);
    if (wrong) return refuse('sai-du-lieu', { fieldErrors: wrong }, Object.values(wrong)[0]?.[0]);
    const known = readWorkingYears(deps.db).find((each) => each.year === year);
    const { value, batchId } = act(deps, actor, 'working-year.save', `Sửa lịch làm việc năm ${year}`, (batch) =>
      known
        ? batch.update('workingYear', known.id, revision ?? known.revision, { off, worked, confirmed, source })
        : batch.insert('workingYear', { id: deps.newId(), year, off, worked, confirmed, source }),
    );
    return { id: value.id, revision: value.revision, batchId };
  });

  implement(app, deps, time.forgetWorkingYear, ({ params: { year }, query, actor }) => {
    const known = readWorkingYears(deps.db).find((each) => each.year === year);
    if (!known) return refuse('khong-tim-thay');
    const label = workingYears.some((each) => each.year === year)
      ? `Trả lịch năm ${year} về bản có sẵn`
      : `Bỏ lịch năm ${year}`;
    const { batchId } = act(deps, actor, 'working-year.forget', label, (batch) =>
      batch.remove('workingYear', known.id, query.revision),
    );
    return { batchId };
  });
}

const tidyDays = (days: readonly string[]): string[] => [...new Set(days)].sort();

/** A weekday cannot be "worked instead", a weekend needs no day off, and every day must be in the calendar. */
function wrongDays(year: number, off: readonly string[], worked: readonly string[]): Record<string, string[]> | null {
  const at = (day: string) => new Date(`${year}-${day}T00:00:00Z`);
  const named = (day: string) => `${Number(day.slice(3))}/${Number(day.slice(0, 2))}`;
  const missing = [...off, ...worked].find(
    (day) => Number.isNaN(at(day).getTime()) || at(day).toISOString().slice(5, 10) !== day,
  );
  if (missing) return { off: [`Ngày ${named(missing)} không có trong năm ${year}.`] };
  const isWeekend = (day: string) => [0, 6].includes(at(day).getUTCDay());
  const idle = off.find(isWeekend);
  if (idle) return { off: [`Ngày ${named(idle)} đã là cuối tuần, không cần ghi nghỉ.`] };
  const plain = worked.find((day) => !isWeekend(day));
  return plain ? { worked: [`Ngày ${named(plain)} không phải thứ Bảy, Chủ nhật.`] } : null;
}
