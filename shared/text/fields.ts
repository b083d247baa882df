/** Schemas that many endpoints share. Every text that people type is bounded and NFC-normalised at this edge. */
import { z } from 'zod';
import { isCalendarDate } from './dates.ts';
import { nfc } from './fold.ts';

export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export const revision = z.number().int().positive();

/** A line of text: trimmed, composed, no control characters. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) =>
      nfc(value)
        .replace(/[\p{Cc}]+/gu, ' ')
        .trim(),
    );

/** A line that must say something. */
export const filledLine = (max: number) => line(max).refine((value) => value.length > 0, 'Không được để trống.');

/** Several paragraphs: composed, line ends as \n, other control characters dropped. */
export const paragraphs = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) =>
      nfc(value)
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .trimEnd(),
    );

/** `YYYY-MM-DD`, or empty where not known yet. */
export const dateOrEmpty = z
  .string()
  .refine((value) => value === '' || isCalendarDate(value), 'Ngày không có trong lịch.');

export const nothing = z.object({});

/** Answer to a write: which act it was (for "Hoàn tác") and the new revision of the record. */
export const written = z.object({ id, revision, batchId: id });
