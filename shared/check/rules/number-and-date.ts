/** The form of number, symbol and date: zeros, marks, spaces, abbreviations. */
import { isCalendarDate } from '../../text/dates.ts';
import { fold, oneLine } from '../../text/fold.ts';
import { isUpper, type Line } from '../structure/flatten.ts';
import type { Recognised } from '../structure/recognise.ts';
import { abbreviationOf, mixedAbbreviations } from '../structure/type-names.ts';
import type { Hit, Rule, Severity } from './finding.ts';
import { boxSource, custom, elementNames } from './words.ts';

type NumberParts = {
  readonly line: Line;
  readonly text: string;
  readonly hasColon: boolean;
  /** Digits, empty in a draft. */
  readonly digits: string;
  readonly slashes: string;
  /** All after the slash. */
  readonly symbol: string;
};

function numberParts({ head }: Recognised): NumberParts | null {
  const line = head.number;
  const match = /^\s*Số\s*(:?)[\s.…_]*(\d*)[\s.…_]*(\/*)(.*)$/isu.exec(line?.text ?? '');
  if (!line || !match) return null;
  const [, colon = '', digits = '', slashes = '', symbol = ''] = match;
  return {
    line,
    text: oneLine(line.text),
    hasColon: colon !== '' && /^\s*Số:/u.test(line.text),
    digits,
    slashes,
    symbol,
  };
}

type Judged = Omit<Hit, 'place' | 'line'> | null;

const words = (text: string) => ({ kind: 'words', text }) as const;

const numberRule = (
  id: string,
  judge: (parts: NumberParts, found: Recognised) => Judged | 'none',
  severity: Severity = 'error',
): Rule => ({
  id: `number.${id}`,
  severity,
  source: boxSource('number'),
  check: (found) => {
    const parts = numberParts(found);
    if (!parts) return null;
    const judged = judge(parts, found);
    if (judged === 'none') return null;
    return judged === null ? [] : [{ place: elementNames.number, line: parts.line, ...judged }];
  },
});

const padded = (digits: string): string => digits.padStart(2, '0');

const numberRules: readonly Rule[] = [
  numberRule('label', ({ hasColon, text, line }) =>
    hasColon
      ? null
      : {
          found: text,
          allowed: 'chữ “Số:” có dấu hai chấm liền sau',
          mend: words(line.text.replace(/^(\s*)Số\s*:?\s*/iu, '$1Số: ')),
        },
  ),
  numberRule('zero', ({ digits, line }) => {
    if (digits === '') return 'none';
    return digits.length > 1
      ? null
      : {
          found: digits,
          allowed: 'số dưới 10 có số 0 phía trước',
          fix: `Viết: ${padded(digits)}`,
          mend: words(line.text.replace(digits, padded(digits))),
        };
  }),
  numberRule('slash', ({ slashes, text }) =>
    slashes === '/' ? null : { found: text, allowed: 'một dấu gạch chéo (/) giữa số và ký hiệu' },
  ),
  numberRule('spaces', ({ digits, line }) => {
    const said = line.text.trim().replace(/^\s*Số\s*:?\s*/iu, '');
    const inside = digits === '' ? said.replace(/^[\s.…_]*/, '') : said;
    return /\s/.test(inside)
      ? {
          found: inside,
          allowed: 'viết liền, không cách chữ',
          fix: `Viết: ${inside.replace(/\s+/g, '')}`,
          mend: words(line.text.replace(inside, inside.replace(/\s+/g, ''))),
        }
      : null;
  }),
  numberRule('hyphen', ({ symbol, text, line }) => {
    const bare = symbol.replace(/\s+/g, '');
    if (/^[^-–—]+(-[^-–—]+)+$/u.test(bare)) return null;
    const isDash = /[–—]/.test(bare);
    return {
      found: text,
      allowed: 'dấu gạch nối (-) giữa các nhóm chữ viết tắt',
      fix: isDash ? `Viết: ${bare.replace(/[–—]/g, '-')}` : undefined,
      mend: isDash ? words(line.text.replace(/[–—]/g, '-')) : undefined,
    };
  }),
  numberRule('letters', ({ symbol, line }) => {
    const groups = symbol.trim().split(/[\s\-–—/]+/);
    const wrong = groups.find((group) => group !== group.toUpperCase() && !mixedAbbreviations.includes(group));
    if (wrong === undefined) return null;
    const right = wrong.toUpperCase();
    return {
      found: wrong,
      allowed: 'ký hiệu viết chữ in hoa',
      fix: `Viết: ${right}`,
      mend: words(line.text.replace(wrong, right)),
    };
  }),
  numberRule('type', ({ symbol }, { head }) => {
    const expected = head.typeName ? abbreviationOf(head.typeName.text) : null;
    // Without a hyphen nobody can say where the abbreviation ends.
    if (expected === null || !/[-–—]/.test(symbol)) return 'none';
    const [group = ''] = symbol
      .trim()
      .replace(/^\d{4}\//, '')
      .split(/[\s\-–—/]+/);
    if (group.toUpperCase() === expected.toUpperCase()) return null;
    return {
      found: group === '' ? 'không có chữ viết tắt' : group,
      allowed: `${expected} (${oneLine(head.typeName?.text ?? '')})`,
    };
  }),
  numberRule(
    'blank',
    ({ digits }) =>
      digits === '' ? { found: 'để trống', allowed: 'có số khi ban hành; bản dự thảo được để trống' } : null,
    'note',
  ),
];

type DateParts = {
  readonly line: Line;
  readonly place: string;
  readonly hasComma: boolean;
  readonly day: string;
  readonly month: string;
  readonly year: string;
};

function dateParts({ head }: Recognised): DateParts | null {
  const line = head.placeAndDate;
  const match = /^(.*?)(,?)\s*ngày[\s.…_]*(\d*)[\s.…_]*tháng[\s.…_]*(\d*)[\s.…_]*năm[\s.…_]*(\d*)/iu.exec(
    oneLine(line?.text ?? ''),
  );
  if (!line || !match) return null;
  const [, place = '', comma = '', day = '', month = '', year = ''] = match;
  return { line, place: place.trim(), hasComma: comma !== '', day, month, year };
}

const dateRule = (id: string, judge: (parts: DateParts) => Judged | 'none', severity: Severity = 'error'): Rule => ({
  id: `date.${id}`,
  severity,
  source: boxSource('placeAndDate'),
  check: (found) => {
    const parts = dateParts(found);
    if (!parts) return null;
    const judged = judge(parts);
    if (judged === 'none') return null;
    return judged === null ? [] : [{ place: elementNames.placeAndDate, line: parts.line, ...judged }];
  },
});

const iso = (year: string, month: string, day: string): string =>
  `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** Every cited day of a line with the zeros it should have; days that are in no calendar stay as they are. */
const rightDates = (text: string): string =>
  text.replace(citedDates, (found, ...parts: (string | undefined)[]) => {
    const isShort = parts[0] !== undefined;
    const [day = '', month = '', year = ''] = isShort ? parts.slice(0, 3) : parts.slice(3, 6);
    if (!isCalendarDate(iso(year, month, day))) return found;
    return isShort
      ? `${rightDay(day)}/${rightMonth(month)}/${year}`
      : `ngày ${rightDay(day)} tháng ${rightMonth(month)} năm ${year}`;
  });

/** Leading zeros: days below 10, months 1 and 2, no others. */
const rightDay = (day: string): string => String(Number(day)).padStart(2, '0');
const rightMonth = (month: string): string => (Number(month) <= 2 ? `0${Number(month)}` : String(Number(month)));

const dateRules: readonly Rule[] = [
  {
    id: 'date.words',
    severity: 'error',
    source: boxSource('placeAndDate'),
    check: (found) => {
      const line = found.head.placeAndDate;
      if (!line) return null;
      const isWritten = dateParts(found) !== null && (isUpper(line.text) || !/Ngày|Tháng|Năm/u.test(line.text));
      return isWritten
        ? []
        : [{ place: elementNames.placeAndDate, line, found: oneLine(line.text), allowed: 'ngày … tháng … năm …' }];
    },
  },
  dateRule('comma', ({ hasComma, place, line }) => {
    if (place === '') return { found: 'không có địa danh', allowed: 'địa danh, dấu phẩy rồi đến ngày tháng năm' };
    return hasComma
      ? null
      : {
          found: `${place} ngày …`,
          allowed: 'dấu phẩy sau địa danh',
          fix: `Viết: ${place}, ngày …`,
          mend: words(line.text.replace(/\s+(ngày\s)/iu, ', $1')),
        };
  }),
  dateRule('dayZero', ({ day, line }) => {
    if (day === '') return 'none';
    return day === rightDay(day)
      ? null
      : {
          found: `ngày ${day}`,
          allowed: 'ngày dưới 10 có số 0 phía trước',
          fix: `Viết: ngày ${rightDay(day)}`,
          mend: words(line.text.replace(/(ngày\s*)\d+/iu, `$1${rightDay(day)}`)),
        };
  }),
  dateRule('monthZero', ({ month, line }) => {
    if (month === '') return 'none';
    return month === rightMonth(month)
      ? null
      : {
          found: `tháng ${month}`,
          allowed: 'chỉ tháng 1 và 2 có số 0 phía trước',
          fix: `Viết: tháng ${rightMonth(month)}`,
          mend: words(line.text.replace(/(tháng\s*)\d+/iu, `$1${rightMonth(month)}`)),
        };
  }),
  dateRule('real', ({ day, month, year }) => {
    if (day === '' || month === '' || year === '') return 'none';
    return isCalendarDate(iso(year, month, day))
      ? null
      : { found: `${day}/${month}/${year}`, allowed: 'ngày có trong lịch' };
  }),
  dateRule(
    'blank',
    ({ day, month, year }) =>
      day !== '' && month !== '' && year !== ''
        ? null
        : { found: 'để trống', allowed: 'đủ ngày, tháng, năm khi ban hành; bản dự thảo được để trống' },
    'note',
  ),
];

/** Dates of cited documents, short or in words, outside the head. */
const citedDates = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)|ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})/gu;

const cited: Rule = {
  id: 'date.cited',
  severity: 'warning',
  source: custom,
  check: ({ body, head, annexes }) => {
    const lines = [
      ...head.basis,
      ...body.map((each) => each.line),
      ...annexes.flatMap(({ reference }) => (reference ? [reference] : [])),
    ];
    let met = false;
    const hits = lines.flatMap((line): Hit[] =>
      [...oneLine(line.text).matchAll(citedDates)].flatMap((match): Hit[] => {
        met = true;
        const isShort = match[1] !== undefined;
        const [day = '', month = '', year = ''] = isShort ? match.slice(1, 4) : match.slice(4, 7);
        const place = 'Ngày tháng trong nội dung';
        if (!isCalendarDate(iso(year, month, day)))
          return [{ place, line, found: match[0], allowed: 'ngày có trong lịch' }];
        const right = isShort
          ? `${rightDay(day)}/${rightMonth(month)}/${year}`
          : `ngày ${rightDay(day)} tháng ${rightMonth(month)} năm ${year}`;
        if (right === match[0]) return [];
        return [
          {
            place,
            line,
            found: match[0],
            allowed: 'số 0 trước ngày dưới 10 và tháng 1, 2; các tháng khác không có',
            fix: `Viết: ${right}`,
            mend: words(rightDates(line.text)),
          },
        ];
      }),
    );
    return met ? hits : null;
  },
};

/** A number without its zeros and marks: their form is judged once, in the head. */
const bare = (number: string): string =>
  fold(number)
    .replace(/^0+/, '')
    .replace(/[^\p{L}\d]/gu, '');

/** The reference of an annex repeats number and date of its document; drafts and electronic copies leave them blank. */
const annexAgrees: Rule = {
  id: 'annexReference.number',
  severity: 'error',
  source: boxSource('annexReference'),
  check: (found) => {
    const number = numberParts(found);
    const date = dateParts(found);
    const references = found.annexes.flatMap(({ reference }) => (reference ? [reference] : []));
    if (!number || references.length === 0) return null;
    const own = `${number.digits}/${number.symbol}`.replace(/\s+/g, '');
    return references.flatMap((line): Hit[] => {
      const text = oneLine(line.text);
      const said = /số:?\s*(\d+\/[^\s,]+)/iu.exec(text)?.[1];
      const hits: Hit[] = [];
      const place = elementNames.annexReference;
      if (said !== undefined && number.digits !== '' && bare(said) !== bare(own))
        hits.push({ place, line, found: said, allowed: `${own}, như số của văn bản` });
      const day = /(\d{1,2})\/(\d{1,2})\/(\d{4})|ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})/iu.exec(text);
      if (day && date && date.day !== '' && date.month !== '' && date.year !== '') {
        const [d = '', m = '', y = ''] = (day[1] !== undefined ? day.slice(1, 4) : day.slice(4, 7)) as string[];
        if (iso(y, m, d) !== iso(date.year, date.month, date.day))
          hits.push({
            place,
            line,
            found: `${d}/${m}/${y}`,
            allowed: `${rightDay(date.day)}/${rightMonth(date.month)}/${date.year}, như ngày của văn bản`,
          });
      }
      return hits;
    });
  },
};

export const numberAndDateRules: readonly Rule[] = [...numberRules, ...dateRules, cited, annexAgrees];
