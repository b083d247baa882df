/** Page numbers: Arabic, upright, centred in the top margin, absent from the first page, an annex on its own. */
import { oneLine } from '../../text/fold.ts';
import type { LaidOutSection, PageNumber } from '../structure/laid-out.ts';
import type { Recognised } from '../structure/recognise.ts';
import type { Hit, Rule } from './finding.ts';
import { annexOne, elementNames, points, rangeOf } from './words.ts';

/** Fewer letters than this fit on one page, which needs no number. */
const onePage = 2500;

const place = (at: number): string => `${elementNames.pageNumber}, phần trang ${at + 1}`;

/** Page numbers that readers see: a first-page header counts only where the first page differs. */
const shown = (section: LaidOutSection, evenPagesDiffer: boolean): PageNumber[] =>
  section.pageNumbers.filter(
    ({ pages }) =>
      pages === 'default' || (pages === 'first' && section.firstPageDiffers) || (pages === 'even' && evenPagesDiffer),
  );

const eachShown = (
  { document }: Recognised,
  judge: (number: PageNumber, section: number) => Omit<Hit, 'place'> | null,
): readonly Hit[] | null => {
  const numbers = document.sections.flatMap((section, at) =>
    shown(section, document.evenPagesDiffer).map((number) => ({ number, at })),
  );
  if (numbers.length === 0) return null;
  return numbers.flatMap(({ number, at }) => {
    const hit = judge(number, at);
    return hit ? [{ place: place(at), ...hit }] : [];
  });
};

const present: Rule = {
  id: 'pageNumber.present',
  severity: 'error',
  source: annexOne,
  check: ({ document, lines }) => {
    const letters = lines.reduce((sum, line) => sum + oneLine(line.text).length, 0);
    const has = document.sections.some((section) => shown(section, document.evenPagesDiffer).length > 0);
    if (has) return [];
    if (letters < onePage) return null;
    return [
      {
        place: elementNames.pageNumber,
        found: 'không có số trang',
        allowed: 'đánh số từ trang 2, ở giữa lề trên',
        fix: 'Thêm số trang ở giữa lề trên, từ trang 2.',
        mend: { kind: 'pageNumber', section: 0, atTop: true, hideFirst: true },
      },
    ];
  },
};

const edge: Rule = {
  id: 'pageNumber.place',
  severity: 'error',
  source: annexOne,
  check: (found) =>
    eachShown(found, ({ edge: where, align }, section) => {
      const isCentred = align === null || align === 'center';
      if (where === 'header' && isCentred) return null;
      const side = isCentred ? '' : align === 'right' ? ', bên phải' : ', bên trái';
      return {
        found: `${where === 'header' ? 'lề trên' : 'lề dưới'}${side}`,
        allowed: 'canh giữa ở lề trên',
        fix: 'Chuyển số trang lên giữa lề trên (đầu trang).',
        mend: { kind: 'pageNumber', section, atTop: true },
      };
    }),
};

const format: Rule = {
  id: 'pageNumber.format',
  severity: 'error',
  source: annexOne,
  check: ({ document }) => {
    const numbered = document.sections.filter((section) => shown(section, document.evenPagesDiffer).length > 0);
    if (numbered.length === 0) return null;
    return document.sections.flatMap((section, at): Hit[] => {
      if (!numbered.includes(section)) return [];
      const own = shown(section, document.evenPagesDiffer).find((number) => number.format !== null)?.format;
      const counting = own ?? section.numberFormat;
      if (counting === 'decimal') return [];
      return [
        {
          place: place(at),
          found: `kiểu ${counting}`,
          allowed: 'chữ số Ả Rập (1, 2, 3)',
          fix: 'Chọn kiểu số 1, 2, 3.',
          // The field's own way of counting is its writer's to change.
          mend: own === undefined || own === null ? { kind: 'page', section: at, arabic: true } : undefined,
        },
      ];
    });
  },
};

const size: Rule = {
  id: 'pageNumber.size',
  severity: 'error',
  source: annexOne,
  check: (found) => {
    const allowed = found.layout.elements.pageNumber.size;
    return eachShown(found, ({ look }, section) =>
      look.size >= allowed.min && look.size <= allowed.max
        ? null
        : {
            found: points(look.size),
            allowed: rangeOf(allowed, 'pt'),
            fix: `Đặt số trang cỡ ${allowed.default}.`,
            mend: { kind: 'pageNumber', section, letters: { size: allowed.default } },
          },
    );
  },
};

const upright: Rule = {
  id: 'pageNumber.upright',
  severity: 'error',
  source: annexOne,
  check: (found) =>
    eachShown(found, ({ look }, section) =>
      look.italic || look.bold
        ? {
            found: look.italic ? 'chữ nghiêng' : 'chữ đậm',
            allowed: 'kiểu chữ đứng',
            fix: 'Bỏ đậm, nghiêng ở số trang.',
            mend: { kind: 'pageNumber', section, letters: { bold: false, italic: false } },
          }
        : null,
    ),
};

/** Annexes begin with their label; a section that does not is the body going on. */
const annexSections = ({ annexes, lines }: Recognised): Set<number> =>
  new Set(
    annexes
      .map(({ label }) => label)
      .filter(
        (label) =>
          !lines.some((line) => line.section === label.section && line.at < label.at && line.text.trim() !== ''),
      )
      .map((label) => label.section),
  );

const hiddenFirst = (annex: boolean): Rule => ({
  id: annex ? 'pageNumber.hiddenOnAnnexFirst' : 'pageNumber.hiddenOnFirst',
  severity: annex ? 'warning' : 'error',
  source: annexOne,
  check: (found) => {
    const inAnnex = annexSections(found);
    const asked = found.document.sections
      .map((section, at) => ({ section, at }))
      .filter(({ at, section }) => (annex ? inAnnex.has(at) : at === 0) && section.pageNumbers.length > 0);
    if (asked.length === 0) return null;
    return asked.flatMap(({ section, at }): Hit[] => {
      const isHidden = section.firstPageDiffers && !section.pageNumbers.some(({ pages }) => pages === 'first');
      if (isHidden) return [];
      return [
        {
          place: place(at),
          found: `trang đầu${annex ? ' của phụ lục' : ''} có số trang`,
          allowed: 'không hiển thị số ở trang thứ nhất',
          fix: 'Chọn “Trang đầu khác” (Different First Page) và bỏ số ở trang đầu.',
          mend: { kind: 'pageNumber', section: at, hideFirst: true },
        },
      ];
    });
  },
});

/** The text counts from 1 and goes on counting through its sections. */
const start: Rule = {
  id: 'pageNumber.start',
  severity: 'error',
  source: annexOne,
  check: (found) => {
    const inAnnex = annexSections(found);
    const { sections, evenPagesDiffer } = found.document;
    // What stands below the signature is an annex, labelled or not.
    const textEnds = (found.end.signerName ?? found.end.recipientsHead)?.section ?? sections.length;
    const asked = sections
      .map((section, at) => ({ section, at }))
      .filter(({ section, at }) => !inAnnex.has(at) && at <= textEnds && shown(section, evenPagesDiffer).length > 0);
    if (asked.length === 0) return null;
    return asked.flatMap(({ section: { numbersFrom }, at }): Hit[] => {
      if (numbersFrom === null || (at === 0 && numbersFrom === 1)) return [];
      return [
        {
          place: place(at),
          found: `số trang bắt đầu từ ${numbersFrom}`,
          allowed: at === 0 ? 'đánh số từ 1' : 'đánh số tiếp theo trang trước',
          fix: at === 0 ? 'Đặt số trang bắt đầu từ 1.' : 'Chọn đánh số tiếp theo phần trước (Continue).',
          mend: { kind: 'page', section: at, numbersFrom: at === 0 ? 1 : null },
        },
      ];
    });
  },
};

/** Where odd and even pages have headers of their own, a number in one of them is missing on every other page. */
const bothSides: Rule = {
  id: 'pageNumber.bothSides',
  severity: 'error',
  source: annexOne,
  check: ({ document }) => {
    if (!document.evenPagesDiffer) return null;
    return document.sections.flatMap((section, at): Hit[] => {
      const kinds = new Set(section.pageNumbers.map(({ pages }) => pages));
      if (kinds.has('default') === kinds.has('even')) return [];
      return [
        {
          place: place(at),
          found: kinds.has('default') ? 'trang chẵn không có số trang' : 'trang lẻ không có số trang',
          allowed: 'mọi trang từ trang 2 đều có số',
          fix: 'Bỏ chọn “Trang chẵn, lẻ khác nhau” (Different Odd & Even Pages).',
          mend: kinds.has('default') ? { kind: 'page', section: at, oneHeader: true } : undefined,
        },
      ];
    });
  },
};

const annexOwn: Rule = {
  id: 'pageNumber.annexOwn',
  severity: 'warning',
  source: annexOne,
  check: (found) => {
    if (found.annexes.length === 0) return null;
    const own = annexSections(found);
    return found.annexes.flatMap(({ label }): Hit[] => {
      const section = found.document.sections[label.section];
      if (!section || section.pageNumbers.length === 0) return [];
      if (label.section === 0 && own.has(0)) return [];
      if (own.has(label.section) && section.numbersFrom === 1) return [];
      return [
        {
          place: place(label.section),
          line: label,
          found: own.has(label.section) ? 'đánh số tiếp theo văn bản' : 'phụ lục không nằm ở phần trang riêng',
          allowed: 'số trang của phụ lục đánh riêng, từ 1',
          fix: own.has(label.section) ? 'Đặt số trang của phần phụ lục bắt đầu từ 1.' : undefined,
          mend: own.has(label.section) ? { kind: 'page', section: label.section, numbersFrom: 1 } : undefined,
        },
      ];
    });
  },
};

export const pageNumberRules: readonly Rule[] = [
  present,
  edge,
  format,
  size,
  upright,
  hiddenFirst(false),
  hiddenFirst(true),
  start,
  bothSides,
  annexOwn,
];
