/** Parts, chapters, sections and articles of decisions and the regulations they carry. */
import { oneLine } from '../../text/fold.ts';
import { isUpper, shownRuns } from '../structure/flatten.ts';
import { smallRoman } from '../structure/labels.ts';
import { articlePattern, type BodyKind, divisionPattern } from '../structure/recognise-body.ts';
import type { Hit, Rule } from './finding.ts';
import { boxSource, points, rangeOf } from './words.ts';

const source = boxSource('body');
const place = { division: 'Phần, chương, mục', divisionTitle: 'Tên phần, chương, mục', article: 'Điều' } as const;

const rule = (
  id: string,
  kinds: readonly (keyof typeof place)[],
  judge: (
    hit: { line: Parameters<typeof shownRuns>[0]; kind: BodyKind },
    size: { min: number; max: number },
  ) => Omit<Hit, 'place' | 'line'> | null,
): Rule => ({
  id,
  severity: 'warning',
  source,
  check: ({ body, layout }) => {
    const asked = body.filter(({ kind }) => kinds.some((each) => each === kind));
    if (asked.length === 0) return null;
    return asked.flatMap(({ line, kind }): Hit[] => {
      const hit = judge({ line, kind }, layout.elements.body.size);
      return hit ? [{ place: place[kind as keyof typeof place], line, ...hit }] : [];
    });
  },
});

/** Of an article only "Điều 1." and its title are bold: the first run tells. */
const bold = (id: string, kind: keyof typeof place): Rule =>
  rule(id, [kind], ({ line }) => {
    const runs = shownRuns(line);
    const isBold = kind === 'article' ? runs[0]?.bold : runs.every((run) => run.bold);
    return isBold
      ? null
      : {
          found: 'chữ không đậm',
          allowed: 'chữ đậm',
          fix: kind === 'article' ? undefined : 'Đặt chữ đậm.',
          mend: kind === 'article' ? undefined : { kind: 'letters', bold: true },
        };
  });

const size = rule('division.size', ['division', 'divisionTitle', 'article'], ({ line }, allowed) => {
  const wrong = shownRuns(line).find((run) => run.size < allowed.min || run.size > allowed.max);
  return wrong
    ? {
        found: points(wrong.size),
        allowed: rangeOf({ ...allowed, default: allowed.max }, 'pt'),
        fix: `Đặt cỡ chữ ${allowed.max}.`,
        mend: { kind: 'letters', size: allowed.max, outside: allowed },
      }
    : null;
});

const align = rule('division.align', ['division', 'divisionTitle'], ({ line }) =>
  line.paragraph.align === 'center'
    ? null
    : {
        found: 'không canh giữa',
        allowed: 'dòng riêng, canh giữa',
        fix: 'Đặt canh giữa.',
        mend: { kind: 'paragraph', align: 'center' },
      },
);

const titleLetters = rule('division.letters', ['divisionTitle'], ({ line }) =>
  isUpper(line.text)
    ? null
    : {
        found: 'chữ thường',
        allowed: 'chữ in hoa',
        fix: `Viết: ${oneLine(line.text).toUpperCase()}`,
        mend: { kind: 'letters', capitals: true },
      },
);

/** Parts and chapters count in Roman numbers, sections inside them in Arabic ones. */
const numbers = rule('division.number', ['division'], ({ line }) => {
  const [, kind = '', number = ''] = divisionPattern.exec(oneLine(line.text)) ?? [];
  const isRoman = /^[IVXLC]+$/i.test(number);
  const wantsRoman = /^(phần|chương)$/iu.test(kind);
  if (isRoman === wantsRoman) return null;
  return {
    found: oneLine(line.text),
    allowed: wantsRoman ? `${kind} ${smallRoman(Number(number))} (số La Mã)` : `${kind} 1, 2 (số Ả Rập)`,
  };
});

const articleOrder: Rule = {
  id: 'numbering.article',
  severity: 'error',
  source,
  check: ({ body }) => {
    const articles = body.filter(({ kind }) => kind === 'article');
    if (articles.length === 0) return null;
    let last = 0;
    return articles.flatMap(({ line }): Hit[] => {
      const number = Number(articlePattern.exec(oneLine(line.text))?.[1]);
      const expected = last + 1;
      last = Math.max(number, expected);
      return number === expected
        ? []
        : [{ place: place.article, line, found: `Điều ${number}`, allowed: `Điều ${expected}` }];
    });
  },
};

const articleForm = rule('article.form', ['article'], ({ line }) => {
  const match = articlePattern.exec(oneLine(line.text));
  return match?.[2] === '.' ? null : { found: match?.[0] ?? '', allowed: 'Điều 1. (số Ả Rập, sau số có dấu chấm)' };
});

export const divisionRules: readonly Rule[] = [
  bold('division.bold', 'division'),
  bold('divisionTitle.bold', 'divisionTitle'),
  bold('article.bold', 'article'),
  size,
  align,
  titleLetters,
  numbers,
  articleForm,
  articleOrder,
];
