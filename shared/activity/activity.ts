/** Activities of an office as data: what each kind records (domain: tuyên truyền, kiểm tra, đối thoại, tiếp dân, công khai, tập huấn). */
import { z } from 'zod';
import { isoDate } from '../text/dates.ts';
import { filledLine, line, paragraphs } from '../text/fields.ts';

const many = z.number().int().min(0).max(10_000_000).nullable().default(null);
const short = line(300).default('');
const long = paragraphs(4000).default('');
const day = isoDate.nullable().default(null);
const villages = z.array(filledLine(120)).max(200).default([]);

export const channels = {
  'loa-dai': 'Loa, đài truyền thanh',
  'cong-trang': 'Cổng, trang thông tin điện tử',
  facebook: 'Facebook',
  zalo: 'Zalo, tin nhắn',
  'niem-yet': 'Niêm yết, bảng tin',
  'hoi-nghi': 'Hội nghị, họp thôn, giao ban',
  'cuoc-thi': 'Cuộc thi',
  'pa-no': 'Pa nô, áp phích, khẩu hiệu, tờ rơi',
  email: 'Thư điện tử',
  khac: 'Kênh khác',
} as const;
export type Channel = keyof typeof channels;
export const channelKeys = Object.keys(channels) as Channel[];

export const checkKinds = {
  'dinh-ky': 'định kỳ',
  'dot-xuat': 'đột xuất',
  'chuyen-de': 'chuyên đề',
  'cong-vu': 'công vụ',
  'tu-kiem-tra': 'tự kiểm tra',
  'tai-kiem-tra': 'tái kiểm tra',
} as const;
export type CheckKind = keyof typeof checkKinds;
export const checkKindKeys = Object.keys(checkKinds) as CheckKind[];

/** Fields of each kind. Everything but the title may stay empty: an entry of half a minute counts too. */
export const activityDetails = {
  'tuyen-truyen': z.object({
    channel: z.enum(channelKeys as [Channel, ...Channel[]]).default('loa-dai'),
    /** How many broadcasts, posts or meetings; at least one happened. */
    times: z.number().int().min(1).max(100_000).default(1),
    /** Minutes of one broadcast. */
    minutes: many,
    villages,
    audience: short,
    people: many,
    author: short,
    link: line(2000).default(''),
    note: long,
  }),
  'kiem-tra': z.object({
    checkKind: z.enum(checkKindKeys as [CheckKind, ...CheckKind[]]).default('dinh-ky'),
    team: short,
    checked: short,
    villages,
    content: long,
    findings: long,
    cause: long,
    responsible: short,
    remedy: long,
    remedyDue: day,
    remediedOn: day,
    result: long,
    recheckOn: day,
  }),
  'doi-thoai': z.object({
    place: short,
    chair: short,
    people: many,
    questions: many,
    answered: many,
    villages,
    note: long,
  }),
  'tiep-dan': z.object({
    place: short,
    chair: short,
    visits: many,
    people: many,
    cases: many,
    settled: many,
    note: long,
  }),
  'cong-khai': z.object({ item: short, form: short, place: short, villages, link: line(2000).default(''), note: long }),
  'tap-huan': z.object({
    place: short,
    chair: short,
    sessions: z.number().int().min(1).max(1000).default(1),
    people: many,
    villages,
    note: long,
  }),
  khac: z.object({ place: short, people: many, villages, note: long }),
} as const;

export type ActivityKind = keyof typeof activityDetails;
export const activityKinds = Object.keys(activityDetails) as ActivityKind[];
export type ActivityDetails = { [K in ActivityKind]: z.infer<(typeof activityDetails)[K]> };

export const activityNames: Readonly<Record<ActivityKind, string>> = {
  'tuyen-truyen': 'Tuyên truyền',
  'kiem-tra': 'Kiểm tra',
  'doi-thoai': 'Đối thoại',
  'tiep-dan': 'Tiếp công dân',
  'cong-khai': 'Công khai',
  'tap-huan': 'Tập huấn, hội nghị',
  khac: 'Hoạt động khác',
};

const common = {
  date: isoDate,
  /** Last day of a stretch (công khai từ … đến …); null for a single day or one without end yet. */
  toDate: isoDate.nullable().default(null),
  title: filledLine(500),
  sensitive: z.boolean().default(false),
};

const ofKind = <K extends ActivityKind>(kind: K) =>
  z.object({ kind: z.literal(kind), ...common, details: activityDetails[kind] });

/** An activity as somebody enters it. A last day before the first is refused. */
export const activityInput = z
  .discriminatedUnion('kind', [
    ofKind('tuyen-truyen'),
    ofKind('kiem-tra'),
    ofKind('doi-thoai'),
    ofKind('tiep-dan'),
    ofKind('cong-khai'),
    ofKind('tap-huan'),
    ofKind('khac'),
  ])
  .refine((given) => given.toDate === null || given.toDate >= given.date, {
    path: ['toDate'],
    message: 'Ngày cuối phải sau hoặc trùng ngày đầu.',
  });
export type ActivityInput = z.infer<typeof activityInput>;
export type Activity = ActivityInput & { readonly id: string };

/** Reads stored details of a kind; what a newer or older version wrote and this one does not know falls back to empty. */
export function readDetails<K extends ActivityKind>(kind: K, stored: unknown): ActivityDetails[K] {
  const read = activityDetails[kind].safeParse(stored);
  return (read.success ? read.data : activityDetails[kind].parse({})) as ActivityDetails[K];
}

export const isActivityKind = (text: string): text is ActivityKind => text in activityDetails;
