/** An activity as it stands in the form: every field is words, so that nothing typed is lost. Pure. */
import { z } from 'zod';
import {
  type ActivityInput,
  type ActivityKind,
  activityInput,
  activityKinds,
  channelKeys,
  channels,
  checkKindKeys,
  checkKinds,
} from '../../../shared/activity/activity.ts';
import { parseAmount } from '../../parts/numbers/amounts.ts';

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly type: 'line' | 'text' | 'number' | 'date' | 'choice';
  readonly options?: readonly { value: string; label: string }[];
  readonly hint?: string;
};

const line = (name: string, label: string, hint?: string): Field => ({
  name,
  label,
  type: 'line',
  ...(hint ? { hint } : {}),
});
const text = (name: string, label: string): Field => ({ name, label, type: 'text' });
const number = (name: string, label: string): Field => ({ name, label, type: 'number' });
const date = (name: string, label: string): Field => ({ name, label, type: 'date' });

/** What is asked of each kind, in the order people tell it. The first row of fields is what an entry of half a minute has. */
export const fieldsOf: Readonly<Record<ActivityKind, readonly Field[]>> = {
  'tuyen-truyen': [
    {
      name: 'channel',
      label: 'Kênh',
      type: 'choice',
      options: channelKeys.map((value) => ({ value, label: channels[value] })),
    },
    number('times', 'Số lượt, số buổi'),
    number('minutes', 'Phút mỗi lượt'),
    line('audience', 'Đối tượng', 'Nhân dân, CBCC, hội viên'),
    number('people', 'Số người'),
    line('author', 'Người viết, người nói'),
    line('link', 'Đường link', 'https://'),
    text('note', 'Ghi chú'),
  ],
  'kiem-tra': [
    {
      name: 'checkKind',
      label: 'Hình thức',
      type: 'choice',
      options: checkKindKeys.map((value) => ({
        value,
        label: `Kiểm tra ${checkKinds[value]}`.replace('Kiểm tra tự', 'Tự').replace('Kiểm tra tái', 'Tái'),
      })),
    },
    line('checked', 'Đơn vị, thôn được kiểm tra'),
    line('team', 'Đoàn, người kiểm tra'),
    text('content', 'Nội dung kiểm tra'),
    text('findings', 'Tồn tại phát hiện'),
    line('cause', 'Nguyên nhân'),
    line('responsible', 'Trách nhiệm của'),
    text('remedy', 'Biện pháp khắc phục'),
    date('remedyDue', 'Hạn khắc phục'),
    date('remediedOn', 'Đã khắc phục ngày'),
    date('recheckOn', 'Ngày tái kiểm tra'),
    text('result', 'Kết quả, xử lý'),
  ],
  'doi-thoai': [
    line('chair', 'Chủ trì'),
    line('place', 'Địa điểm'),
    number('people', 'Số người dự'),
    number('questions', 'Số ý kiến'),
    number('answered', 'Đã trả lời'),
    text('note', 'Ghi chú'),
  ],
  'tiep-dan': [
    line('chair', 'Người tiếp'),
    line('place', 'Địa điểm'),
    number('visits', 'Số lượt'),
    number('people', 'Số người'),
    number('cases', 'Số vụ việc'),
    number('settled', 'Đã giải quyết'),
    text('note', 'Ghi chú'),
  ],
  'cong-khai': [
    line('item', 'Nội dung công khai', 'Danh sách hộ nghèo, dự toán ngân sách'),
    line('form', 'Hình thức', 'Niêm yết, phát thanh, đăng trang'),
    line('place', 'Nơi công khai', 'Trụ sở, nhà văn hóa thôn'),
    line('link', 'Đường link', 'https://'),
    text('note', 'Ghi chú'),
  ],
  'tap-huan': [
    number('sessions', 'Số buổi'),
    number('people', 'Số người dự'),
    line('chair', 'Đơn vị tổ chức'),
    line('place', 'Địa điểm'),
    text('note', 'Ghi chú'),
  ],
  khac: [number('people', 'Số người'), line('place', 'Địa điểm'), text('note', 'Ghi chú')],
};

export const hasVillages = (kind: ActivityKind): boolean => kind !== 'tiep-dan';
/** Kinds that may last: their form has a last day. */
export const mayLast = (kind: ActivityKind): boolean => kind === 'cong-khai' || kind === 'tap-huan' || kind === 'khac';

export const activityForm = z.object({
  kind: z.enum(activityKinds as [ActivityKind, ...ActivityKind[]]),
  date: z.string().nullable(),
  toDate: z.string().nullable(),
  title: z.string(),
  sensitive: z.boolean(),
  fields: z.record(z.string(), z.string()),
  villages: z.array(z.string()),
  taskIds: z.array(z.string()),
  evidenceIds: z.array(z.string()),
});
export type ActivityForm = z.infer<typeof activityForm>;

const wordsOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** The form of a recorded activity. */
export function formOf(
  activity: ActivityInput,
  taskIds: readonly string[],
  evidenceIds: readonly string[],
): ActivityForm {
  const { kind, date: day, toDate, title, sensitive } = activity;
  const details = activity.details as Record<string, unknown>;
  return {
    kind,
    date: day,
    toDate,
    title,
    sensitive,
    fields: Object.fromEntries(fieldsOf[kind].map(({ name }) => [name, wordsOf(details[name])])),
    villages: Array.isArray(details.villages) ? (details.villages as string[]) : [],
    taskIds: [...taskIds],
    evidenceIds: [...evidenceIds],
  };
}

/** An empty form; channel, villages and the like are those of the last entry of the kind. */
export function newForm(kind: ActivityKind, today: string, last: ActivityForm | null): ActivityForm {
  const kept = last?.kind === kind ? last : null;
  const remembered = ['channel', 'minutes', 'audience', 'checkKind', 'chair', 'place', 'form'];
  return {
    kind,
    date: today,
    toDate: null,
    title: '',
    sensitive: false,
    fields: Object.fromEntries(
      fieldsOf[kind].map(({ name, type, options }) => [
        name,
        (remembered.includes(name) ? kept?.fields[name] : undefined) ??
          (type === 'choice' ? (options?.[0]?.value ?? '') : name === 'times' || name === 'sessions' ? '1' : ''),
      ]),
    ),
    villages: kept ? [...kept.villages] : [],
    taskIds: kept ? [...kept.taskIds] : [],
    evidenceIds: [],
  };
}

export type Wrong = Readonly<Record<string, string>>;

/** What can be sent, or a sentence for each field that cannot. */
export function toInput(form: ActivityForm): { ok: true; activity: ActivityInput } | { ok: false; wrong: Wrong } {
  const wrong: Record<string, string> = {};
  const details: Record<string, unknown> = hasVillages(form.kind) ? { villages: form.villages } : {};
  for (const { name, type } of fieldsOf[form.kind]) {
    const words = form.fields[name] ?? '';
    if (type === 'number') {
      const value = parseAmount(words);
      if (value === undefined || (value !== null && !Number.isInteger(value)))
        wrong[name] = `“${words.trim()}” không phải số nguyên.`;
      else if (value !== null) details[name] = value;
    } else if (type === 'date') details[name] = words === '' ? null : words;
    else details[name] = words;
  }
  if (form.title.trim() === '') wrong.title = 'Hãy ghi tên hoạt động.';
  if (form.date === null) wrong.date = 'Hãy ghi ngày.';
  if (form.date !== null && form.toDate !== null && form.toDate < form.date)
    wrong.toDate = 'Ngày cuối phải sau hoặc trùng ngày đầu.';
  if (Object.keys(wrong).length > 0) return { ok: false, wrong };
  const read = activityInput.safeParse({
    kind: form.kind,
    date: form.date,
    toDate: mayLast(form.kind) ? form.toDate : null,
    title: form.title,
    sensitive: form.sensitive,
    details,
  });
  if (read.success) return { ok: true, activity: read.data };
  for (const { path, message } of read.error.issues) wrong[String(path.at(-1) ?? 'title')] = message;
  return { ok: false, wrong };
}

export function formFromText(stored: string): ActivityForm | null {
  try {
    const read = activityForm.safeParse(JSON.parse(stored));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
