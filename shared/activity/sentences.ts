/** Activities as a report tells them: totals per kind in one sentence each, a list for the annex. Counts and recorded words only. */
import { formatCount, formatNumber } from '../report/figures.ts';
import { shortDate } from '../text/dates.ts';
import { oneLine } from '../text/fold.ts';
import { type Activity, activityNames, channels, checkKinds } from './activity.ts';
import { type ActivityTotals, totalsOf } from './totals.ts';

/** One sentence a kind, without the final full stop; empty without activities (AC5). */
export const activitySentences = (activities: readonly Activity[]): string[] =>
  totalsOf(activities).map((totals) =>
    sentenceOf(
      totals,
      activities.filter((each) => totals.ids.includes(each.id)),
    ),
  );

function sentenceOf(totals: ActivityTotals, all: readonly Activity[]): string {
  const { kind, entries, times, people, villages, raised, settled } = totals;
  const present =
    people === 0
      ? ''
      : `, ${formatNumber(people)} lượt người ${kind === 'tuyen-truyen' ? 'nghe, tham gia' : 'tham gia'}`;
  const covered = villages === 0 ? '' : `, tại ${formatCount(villages)} thôn, tổ dân phố`;
  switch (kind) {
    case 'tuyen-truyen':
      return `Tuyên truyền ${formatCount(times)} lượt tin, bài, buổi (${byChannel(all)})${covered}${present}`;
    case 'kiem-tra':
      return `Tổ chức ${formatCount(entries)} cuộc kiểm tra (${byCheckKind(all)})${covered}${
        raised === 0
          ? '; chưa phát hiện tồn tại'
          : `; ${formatCount(raised)} cuộc có tồn tại, đã khắc phục ${formatCount(settled)}`
      }`;
    case 'doi-thoai':
      return `Tổ chức ${formatCount(entries)} cuộc đối thoại${covered}${present}${raised === 0 ? '' : `; ${formatNumber(raised)} ý kiến, đã trả lời ${formatNumber(settled)}/${formatNumber(raised)}`}`;
    case 'tiep-dan':
      return `Tiếp công dân ${formatCount(times)} lượt trong ${formatCount(entries)} buổi${people === 0 ? '' : `, ${formatNumber(people)} người`}${raised === 0 ? '' : `; ${formatNumber(raised)} vụ việc, đã giải quyết ${formatNumber(settled)}/${formatNumber(raised)}`}`;
    case 'cong-khai':
      return `Công khai ${formatCount(entries)} nội dung${covered}`;
    case 'tap-huan':
      return `Tổ chức, tham gia ${formatCount(times)} buổi tập huấn, hội nghị${present}`;
    default:
      return `${formatCount(entries)} hoạt động khác${present}`;
  }
}

function counted(words: readonly [string, number][]): string {
  const sums = new Map<string, number>();
  for (const [name, count] of words) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums].map(([name, count]) => `${name} ${formatCount(count)}`).join('; ');
}

const byChannel = (all: readonly Activity[]): string =>
  counted(
    all.flatMap((each) =>
      each.kind === 'tuyen-truyen' ? [[channels[each.details.channel].toLowerCase(), each.details.times] as const] : [],
    ) as [string, number][],
  );

const byCheckKind = (all: readonly Activity[]): string =>
  counted(
    all.flatMap((each) => (each.kind === 'kiem-tra' ? [[checkKinds[each.details.checkKind], 1] as const] : [])) as [
      string,
      number,
    ][],
  );

export type ActivityRow = { day: string; kind: string; content: string; result: string };

/** A line of the annex. Of a sensitive one only day and kind are told (AC6). */
export function activityRow(activity: Activity): ActivityRow {
  const { kind, date, toDate, title, sensitive } = activity;
  const day = toDate === null || toDate === date ? shortDate(date) : `${shortDate(date)} – ${shortDate(toDate)}`;
  const name = kind === 'kiem-tra' ? `Kiểm tra ${checkKinds[activity.details.checkKind]}` : activityNames[kind];
  if (sensitive) return { day, kind: name, content: '(có thông tin cá nhân, lưu tại cơ quan)', result: '' };
  return { day, kind: name, content: oneLine(title), result: resultOf(activity) };
}

/** What came of it, from the fields that say something. */
export function resultOf(activity: Activity): string {
  const parts: string[] = [];
  const say = (words: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') parts.push(words.replace('#', String(value)));
  };
  switch (activity.kind) {
    case 'tuyen-truyen': {
      const { channel, times, minutes, villages, people, audience } = activity.details;
      say('#', channels[channel]);
      say('# lượt', formatCount(times));
      say('# phút/lượt', minutes);
      say('# thôn, tổ dân phố', villages.length === 0 ? null : formatCount(villages.length));
      say('đối tượng: #', audience);
      say('# người', people);
      break;
    }
    case 'kiem-tra': {
      const { checked, findings, remedy, remedyDue, remediedOn, result } = activity.details;
      say('tại #', checked);
      say('tồn tại: #', oneLine(findings));
      say('khắc phục: #', oneLine(remedy));
      say('hạn #', remedyDue && shortDate(remedyDue));
      say('đã khắc phục ngày #', remediedOn && shortDate(remediedOn));
      say('#', oneLine(result));
      break;
    }
    case 'doi-thoai': {
      const { people, questions, answered } = activity.details;
      say('# người', people);
      say('# ý kiến', questions);
      say('trả lời #', answered);
      break;
    }
    case 'tiep-dan': {
      const { visits, people, cases, settled } = activity.details;
      say('# lượt', visits);
      say('# người', people);
      say('# vụ việc', cases);
      say('giải quyết #', settled);
      break;
    }
    case 'cong-khai': {
      const { item, form, place } = activity.details;
      for (const words of [item, form, place]) say('#', words);
      break;
    }
    case 'tap-huan': {
      const { sessions, people, place } = activity.details;
      say('# buổi', formatCount(sessions));
      say('# người', people);
      say('tại #', place);
      break;
    }
    default:
      say('# người', activity.details.people);
      say('tại #', activity.details.place);
  }
  return parts.join('; ');
}
