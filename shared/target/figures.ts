/** Figures of a target over the windows of a year: which of them add up, which is the newest, and whether the target is met. Pure. */
import { dayNumber, type IsoDate } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import { type Fraction, judge, type Verdict } from './judge.ts';
import type { Target } from './target.ts';

export type Gathering = 'sum' | 'newest';

/** The figure of one window, under the days it covers. */
export type WindowFigure = Fraction & { readonly windowId: string; readonly from: IsoDate; readonly to: IsoDate };

export type GatheredFigure = Fraction & {
  /** The windows the figure comes from, oldest first; more than one where they were added up. */
  readonly windowIds: readonly string[];
};

const flows =
  /\b(?:ho so|don|don thu|vu|vu viec|khieu nai|to cao|kien nghi|phan anh|y kien|cau hoi|luot|cuoc|buoi|van ban|yeu cau|giao dich|(?:dung|truoc|tre|qua) (?:va truoc )?han)\b/;
const stocks =
  /\b(?:bao phu|chi so|hai long|thon|xom|ap|ban|khu pho|to dan pho|tdp|tru so|can bo|cong chuc|cbcc|vien chuc|nguoi|dan so|ho|ho dan|gia dinh|tuyen duong|duong|truong|co so|don vi|dai bieu|hoi vien|dang vien|tthc|thu tuc|dien tich|luy ke|muc do)\b/;

/**
 * TG12. Shares of things that come and go (hồ sơ, đơn, ý kiến) add up; shares of what is there all the time (thôn, công chức,
 * người tham gia BHYT, mức hài lòng) are what they were last. Counts add up.
 */
export function gatheringOf({ unit, of, that }: Target): Gathering {
  if (unit !== '%') return unit === '' && stocks.test(fold(of)) ? 'newest' : 'sum';
  const words = fold(`${of} ${that ?? ''}`);
  if (flows.test(words)) return 'sum';
  return stocks.test(words) ? 'newest' : 'sum';
}

/**
 * The figure of a stretch of days (TG11): from windows that lie in it and do not overlap. A longer window's own figure takes the
 * place of its parts: somebody wrote it for the whole. Null where no window of the stretch has a figure.
 */
export function gatherFigure(
  series: readonly WindowFigure[],
  stretch: { readonly from: IsoDate; readonly to: IsoDate },
  gathering: Gathering,
): GatheredFigure | null {
  const inside = series
    .filter((each) => each.from >= stretch.from && each.to <= stretch.to)
    .filter((each) => each.numerator !== null || each.denominator !== null)
    .sort((a, b) => daysOf(b) - daysOf(a) || (a.from < b.from ? -1 : 1));
  const apart: WindowFigure[] = [];
  for (const each of inside) if (apart.every((other) => each.to < other.from || each.from > other.to)) apart.push(each);
  apart.sort((a, b) => (a.from < b.from ? -1 : 1));
  const last = apart.at(-1);
  if (!last) return null;
  if (gathering === 'newest')
    return { numerator: last.numerator, denominator: last.denominator, windowIds: [last.windowId] };
  return {
    numerator: sumOf(apart.map((each) => each.numerator)),
    denominator: sumOf(apart.map((each) => each.denominator)),
    windowIds: apart.map((each) => each.windowId),
  };
}

/** A part that is not known leaves the sum unknown, unless none of the parts has one at all. */
function sumOf(parts: readonly (number | null)[]): number | null {
  if (parts.some((part) => part === null)) return null;
  // Decimals of several windows (12,1 + 0,2) must not carry the computer's own rounding into print.
  return Number(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0).toFixed(6));
}

const daysOf = ({ from, to }: { from: IsoDate; to: IsoDate }): number => dayNumber(to) - dayNumber(from) + 1;

const monthsOfPeriod: Readonly<Record<string, number>> = {
  tuần: 12 / 52,
  tháng: 1,
  quý: 3,
  '6 tháng': 6,
  'học kỳ': 5,
  'năm học': 9,
  năm: 12,
};

/** `running`: a number per year that is not reached yet and whose year is not over. */
export type WindowVerdict = Verdict | 'running';

/**
 * TG13. A count per period is compared with as many periods as the days hold: one a month is three in a quarter. Where the days are
 * shorter than the period, it is met once reached and runs until then.
 */
export function judgeIn(target: Target, counted: Fraction, days: { from: IsoDate; to: IsoDate }): WindowVerdict {
  const period = target.per === null || target.unit === '%' ? undefined : monthsOfPeriod[target.per];
  if (period === undefined || target.value === null || counted.numerator === null) return judge(target, counted);
  const months = daysOf(days) / (365.25 / 12);
  const periods = months / period;
  const whole = Math.floor(periods + 0.15);
  if (whole >= 1) return judge({ ...target, value: target.value * whole }, counted);
  const asked = target.operator === '>=' || target.operator === '>' || target.operator === '=';
  if (!asked) return judge(target, counted);
  const least = target.operator === '=' ? ({ ...target, operator: '>=' } as Target) : target;
  return judge(least, counted) === 'met' ? 'met' : 'running';
}

export const verdictNames: Readonly<Record<WindowVerdict, string>> = {
  met: 'Đạt',
  missed: 'Chưa đạt',
  'no-case': 'Không phát sinh',
  open: 'Còn thiếu số',
  running: 'Đang thực hiện',
};
