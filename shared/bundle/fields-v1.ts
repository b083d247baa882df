/**
 * The values every kind of bundle is made of, version 1, and what all kinds say of themselves (head, sender). FROZEN together with
 * the kinds: see `manifest-v1.ts`. Rules BN30 to BN39 of SPEC.md.
 */
import { z } from 'zod';
import { isoDate } from '../text/dates.ts';
import { leavesBundle, pathFault } from './paths.ts';

export const formatName = 'so-viec/goi';
export const formatVersion = '1.0';

/** Where the data lie inside the bundle, whatever its kind: an older reader finds them, and says that the kind is new to it. */
export const dataPath = 'data/bao-cao.json';

/** The most the data may measure, in bytes; 20,000 rows of the longest real plans stay under a third of it. */
export const maxDataBytes = 48 * 1024 * 1024;

const notPlain = /[^\P{Cc}\n\t]|\p{Surrogate}/u;
const isPlainText = (text: string): boolean => !notPlain.test(text);

/** Makes any text fit for a bundle: composed, line ends as \n, no control characters, no half characters. For those who fill the data. */
export const plainText = (text: string): string =>
  text.normalize('NFC').replace(/\r\n?/g, '\n').replace(new RegExp(notPlain, 'gu'), '');

/** Text as a person reads it: no control characters but line ends and tabs, no half characters. Never markup. */
export const text = (max: number) => z.string().max(max).refine(isPlainText, 'Chữ có ký tự điều khiển.');
export const name = text(500);
export const words = text(20_000);
export const list = (max: number) => z.array(text(4_000)).max(max);

export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const count = z.number().int().nonnegative();
export const measured = z.number().min(-1e15).max(1e15);
export const dateOrEmpty = z.union([z.literal(''), isoDate]);

/** An instant as text, e.g. `2024-04-02T01:30:00.000Z`. Shown to people, never used to put things in order (clocks of units are wrong). */
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/)
  .refine((value) => !Number.isNaN(Date.parse(value)), 'Thời điểm không có thật.');

/** A path inside the bundle, always under `data/`. */
export const payloadPath = z
  .string()
  .refine(
    (path) => path.startsWith('data/') && !leavesBundle(path) && pathFault(path) === null,
    'Đường dẫn không hợp lệ.',
  );

export const bundleUnit = z.looseObject({
  /** Stable for the life of the unit's installation; a printed name is never a key. */
  id,
  kind: text(40),
  name,
  superiorName: name,
});
export type BundleUnit = z.infer<typeof bundleUnit>;

/** new: first sending of this window; replacement: takes the place of `replaces`; recall: withdraws `replaces`. */
export const purposes = ['new', 'replacement', 'recall'] as const;

export const format = z.looseObject({ name: z.literal(formatName), version: z.string().regex(/^1\.\d{1,3}$/) });

/** What every bundle says of itself besides its kind and purpose. */
export const chain = {
  id,
  /** Id of the bundle replaced or recalled; null for a new one. */
  replaces: id.nullable(),
  /** Counts every bundle this installation ever sent (BN32), from 1, without gaps. */
  sequence: z.number().int().positive(),
  /** Content digest (BN24) of the bundle with the sequence number before, null for the first: shows forks and gaps. */
  previous: sha256.nullable(),
  createdAt: instant,
};

export const sender = z.looseObject({ installationId: id, unit: bundleUnit });

/** `2024-Q1`: year and the window's mark in its regime. */
export const windowKey = z.string().regex(/^\d{4}-[A-Za-z0-9]{1,16}$/);

/** Enough of any version's data to say which version and kind it is. */
export const bundleHead = z.looseObject({
  format: z.looseObject({ name: z.string().max(100), version: z.string().regex(/^\d{1,4}\.\d{1,4}$/) }),
  bundle: z.looseObject({ kind: z.string().max(100) }),
});
