/** Targets, activities and proof of results as parts of a report: sentences of an area, lines of the missing list, tables behind the text. */
import { z } from 'zod';
import { oneLine } from '../text/fold.ts';

const words = z.string().max(20_000);

/** A target's figure in the window and since the beginning of the year, both finished: `19/20 (95%)`. Null where a number is missing. */
export const factFigure = z.object({
  taskId: z.string(),
  measured: words,
  asked: words,
  text: words.nullable(),
  verdict: words,
  yearText: words.nullable(),
  yearVerdict: words,
});
export type FactFigure = z.infer<typeof factFigure>;

/** What one result still lacks, told at a task of its group. `told`: somebody reported work on the group in this window. */
export const factGap = z.object({
  taskId: z.string(),
  task: words,
  lead: words,
  result: words,
  missing: z.array(words),
  explained: z.array(z.object({ name: words, reason: words })),
  openTargets: z.array(words),
});
export type FactGap = z.infer<typeof factGap>;

export const factActivityRow = z.object({ day: words, kind: words, content: words, result: words });

/** What an area has beside its tasks. */
export const areaTargetsAndActivities = {
  figures: z.array(factFigure).optional(),
  /** Sentences with the totals of the area's activities, without final full stops. */
  activities: z.array(words).optional(),
  gaps: z.array(factGap).optional(),
};
type MoreOfArea = {
  figures?: FactFigure[] | undefined;
  activities?: string[] | undefined;
  gaps?: FactGap[] | undefined;
};

const noTasks = /^Trong kỳ không phát sinh nhiệm vụ đến thời gian thực hiện\.$/u;
const nothingTold = /^Chưa có kết quả do đơn vị, bộ phận chủ trì báo cáo\.$/u;

/** The text of an area with its figures and activities behind it; a sentence that nothing was told gives way to them. */
export function areaWithMore(text: string, { figures = [], activities = [] }: MoreOfArea): string {
  const lines = [
    ...(activities.length === 0 ? [] : [`- Hoạt động trong kỳ: ${activities.join('. ')}.`]),
    ...figureLines(figures),
  ];
  if (lines.length === 0) return text;
  return [...(noTasks.test(text) || nothingTold.test(text) ? [] : [text]), ...lines].join('\n');
}

/** One line a target that has a figure, with both counts; what is still missing is no sentence of a report. */
function figureLines(figures: readonly FactFigure[]): string[] {
  return figures.flatMap(({ measured, asked, text, verdict, yearText }) => {
    if (text === null && yearText === null) return [];
    const year = yearText !== null && yearText !== text ? `lũy kế từ đầu năm ${yearText}` : '';
    const now = text === null ? 'trong kỳ chưa có số liệu' : text;
    const judged =
      text === null || verdict === '' || verdict.toLowerCase() === text ? '' : `, ${verdict.toLowerCase()}`;
    return [`- Chỉ tiêu ${oneLine(measured)} (${asked}): ${now}${judged}${year === '' ? '' : `; ${year}`}.`];
  });
}

export type GapItem = {
  kind: 'no-kind' | 'explained' | 'no-figure';
  taskId: string;
  task: string;
  lead: string;
  reason: string;
};

/** What results lack, as lines of the missing list. */
export const gapItems = (areas: readonly MoreOfArea[]): GapItem[] =>
  areas
    .flatMap((area) => area.gaps ?? [])
    .flatMap(({ taskId, task, lead, result, missing, explained, openTargets }) => {
      const item = (kind: GapItem['kind'], reason: string): GapItem => ({
        kind,
        taskId,
        task: oneLine(task),
        lead: oneLine(lead),
        reason,
      });
      const of = `Kết quả “${shorten(result)}”`;
      return [
        ...(missing.length === 0 ? [] : [item('no-kind', `${of} còn thiếu: ${missing.join('; ')}.`)]),
        ...explained.map(({ name, reason }) => item('explained', `${of} không có ${name.toLowerCase()}: ${reason}`)),
        ...(openTargets.length === 0 ? [] : [item('no-figure', `Chỉ tiêu chưa có số: ${openTargets.join('; ')}.`)]),
      ];
    });

const shorten = (text: string): string => {
  const line = oneLine(text);
  return line.length > 90 ? `${line.slice(0, line.lastIndexOf(' ', 88))}…` : line;
};

/** A table behind the text: finished cells under captions. */
export const moreAnnex = z.object({
  title: words,
  columns: z
    .array(z.object({ caption: words, share: z.number(), align: z.enum(['left', 'center']) }))
    .min(1)
    .max(12),
  rows: z.array(z.array(words)).max(20_000),
});
export type MoreAnnex = z.infer<typeof moreAnnex>;

/** Tables for what there is; none for what there is not. */
export function moreAnnexes(
  areas: readonly (MoreOfArea & { readonly name: string })[],
  activityRows: readonly z.infer<typeof factActivityRow>[],
): MoreAnnex[] {
  const figures = areas.flatMap((area) =>
    (area.figures ?? [])
      .filter((each) => each.text !== null || each.yearText !== null)
      .map((each) => [
        oneLine(area.name),
        oneLine(each.measured),
        each.asked,
        each.text ?? '',
        each.verdict,
        each.yearText ?? '',
        each.yearVerdict,
      ]),
  );
  const reasons = areas.flatMap((area) =>
    (area.gaps ?? []).flatMap((gap) =>
      gap.explained.map(({ name, reason }) => [shorten(gap.task), shorten(gap.result), name, reason]),
    ),
  );
  const numbered = (rows: readonly string[][]) => rows.map((row, at) => [String(at + 1), ...row]);
  const left = (caption: string, share: number) => ({ caption, share, align: 'left' as const });
  const middle = (caption: string, share: number) => ({ caption, share, align: 'center' as const });
  const all: MoreAnnex[] = [
    {
      title: 'Biểu kết quả thực hiện các chỉ tiêu',
      columns: [
        middle('TT', 5),
        left('Nội dung', 17),
        left('Chỉ tiêu', 28),
        middle('Mức giao', 12),
        middle('Trong kỳ', 12),
        middle('Đánh giá', 9),
        middle('Lũy kế từ đầu năm', 10),
        middle('Đánh giá lũy kế', 9),
      ],
      rows: numbered(figures),
    },
    {
      title: 'Danh sách hoạt động trong kỳ',
      columns: [middle('TT', 5), middle('Ngày', 14), left('Loại', 16), left('Nội dung', 35), left('Kết quả', 30)],
      rows: numbered(activityRows.map(({ day, kind, content, result }) => [day, kind, content, result])),
    },
    {
      title: 'Minh chứng không có được và lý do',
      columns: [middle('TT', 5), left('Nhiệm vụ', 28), left('Kết quả', 25), left('Minh chứng', 15), left('Lý do', 27)],
      rows: numbered(reasons),
    },
  ];
  return all.filter((annex) => annex.rows.length > 0);
}
