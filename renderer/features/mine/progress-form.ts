/** One officer's entry for a task and window, as it stands in the form: amounts are still words, so that nothing typed is lost. Pure. */
import { z } from 'zod';
import { type ProgressView, progressState } from '../../../shared/api/contract/plans.ts';
import type { GatheredEntry } from '../../../shared/overview/task-row.ts';
import { amountWords, parseAmount } from '../../parts/numbers/amounts.ts';

const words = z.string();
const progressForm = z.object({
  state: progressState,
  doneText: words,
  numerator: words,
  denominator: words,
  measure: words,
  obstacle: words,
  proposal: words,
  /** Asked in a locked window. */
  lateReason: words.default(''),
});
export type ProgressForm = z.infer<typeof progressForm>;

/** Words typed and not yet saved, with the revision they were typed over (null: there was no entry). */
const progressDraft = z.object({ form: progressForm, base: z.number().int().nullable() });
export type ProgressDraft = z.infer<typeof progressDraft>;

/** The entry, or what was gathered from shorter windows, which the first edit makes an own entry. */
export const formOf = (progress: ProgressView | GatheredEntry | null): ProgressForm => ({
  state: progress?.state ?? 'chua',
  doneText: progress?.doneText ?? '',
  numerator: amountWords(progress?.numerator ?? null),
  denominator: amountWords(progress?.denominator ?? null),
  measure: progress?.measure ?? '',
  obstacle: progress?.obstacle ?? '',
  proposal: progress?.proposal ?? '',
  lateReason: progress && 'lateReason' in progress ? progress.lateReason : '',
});

const fields = Object.keys(progressForm.shape) as (keyof ProgressForm)[];

export const sameForm = (a: ProgressForm, b: ProgressForm): boolean => fields.every((field) => a[field] === b[field]);

/** Names of the fields in which two versions differ, in the order of the form. */
export const differingFields = (a: ProgressForm, b: ProgressForm): (keyof ProgressForm)[] =>
  fields.filter((field) => a[field] !== b[field]);

export const fieldWords: Record<keyof ProgressForm, string> = {
  state: 'Trạng thái',
  doneText: 'Đã làm được gì',
  numerator: 'Số đạt được',
  denominator: 'Tổng số',
  measure: 'Đơn vị tính',
  obstacle: 'Khó khăn, vướng mắc',
  proposal: 'Đề xuất, kiến nghị',
  lateReason: 'Lý do ghi muộn (kỳ đã khóa)',
};

export const stateWords: Record<ProgressForm['state'], string> = {
  chua: 'Chưa làm',
  'dang-lam': 'Đang làm',
  xong: 'Hoàn thành',
  'khong-phat-sinh': 'Không phát sinh',
};

type Amounts = { numerator: number | null; denominator: number | null };
type SavedFields = Omit<ProgressForm, 'numerator' | 'denominator'> & Amounts;

/** What can be sent, or the sentence under each amount that is no number. */
export function fieldsToSave(
  form: ProgressForm,
): { ok: true; value: SavedFields } | { ok: false; wrong: Partial<Record<keyof Amounts, string>> } {
  const numerator = parseAmount(form.numerator);
  const denominator = parseAmount(form.denominator);
  if (numerator === undefined || denominator === undefined)
    return {
      ok: false,
      wrong: {
        ...(numerator === undefined ? { numerator: notNumber(form.numerator) } : {}),
        ...(denominator === undefined ? { denominator: notNumber(form.denominator) } : {}),
      },
    };
  return { ok: true, value: { ...form, numerator, denominator } };
}

const notNumber = (text: string): string => `“${text.trim()}” không phải là số. Viết như 9 hoặc 12,5.`;

export const draftToText = (draft: ProgressDraft): string => JSON.stringify(draft);

/** A stored draft; null when there is none, or when it comes from another version of the form. */
export function draftFromText(text: string | undefined): ProgressDraft | null {
  if (text === undefined) return null;
  try {
    const read = progressDraft.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
