/** Paper, margins, font and colour. */

import { shownRuns } from '../structure/flatten.ts';
import type { LaidOutRun, LaidOutSection } from '../structure/laid-out.ts';
import type { Recognised } from '../structure/recognise.ts';
import type { Hit, Rule } from './finding.ts';
import { annexOne, millimetres, rangeOf } from './words.ts';

/** Files round to twentieths of a point, people to hundredths of an inch. */
const slack = 0.1;
const paperSlack = 1;

const sectionName = (at: number, section: LaidOutSection): string =>
  `Phần trang ${at + 1} (khổ ${section.orientation === 'landscape' ? 'ngang' : 'đứng'})`;

const paper: Rule = {
  id: 'page.paper',
  severity: 'error',
  source: annexOne,
  check: ({ document, layout }) =>
    document.sections.flatMap((section, at): Hit[] => {
      const { width, height } = layout.paper;
      const sides = [section.paper.width, section.paper.height].sort((a, b) => a - b);
      const fits = Math.abs((sides[0] ?? 0) - width) <= paperSlack && Math.abs((sides[1] ?? 0) - height) <= paperSlack;
      if (fits) return [];
      const found = `${millimetres(section.paper.width)} × ${millimetres(section.paper.height)}`;
      return [
        {
          place: sectionName(at, section),
          found,
          allowed: `A4 (${width} × ${height} mm)`,
          fix: 'Chọn khổ giấy A4.',
          mend: { kind: 'page', section: at, paper: { width, height } },
        },
      ];
    }),
};

const orientation: Rule = {
  id: 'page.orientation',
  severity: 'warning',
  source: annexOne,
  check: ({ document }) => {
    const [first] = document.sections;
    if (!first) return null;
    return first.orientation === 'portrait'
      ? []
      : [
          {
            place: sectionName(0, first),
            found: 'khổ ngang',
            allowed: 'khổ đứng; khổ ngang chỉ khi nội dung có bảng rộng',
          },
        ];
  },
};

const sideNames = { top: 'trên', bottom: 'dưới', left: 'trái', right: 'phải' } as const;
type Side = keyof typeof sideNames;
const sides = Object.keys(sideNames) as Side[];

/** Turned pages may be bound on another side than the decree names, so their margins are a warning. */
const margin = (side: Side, turned: boolean): Rule => ({
  id: `page.margin.${side}${turned ? '.landscape' : ''}`,
  severity: turned ? 'warning' : 'error',
  source: annexOne,
  check: ({ document, layout }) => {
    const wanted = turned ? 'landscape' : 'portrait';
    if (!document.sections.some((section) => section.orientation === wanted)) return null;
    const allowed = layout.margins[side];
    return document.sections.flatMap((section, at): Hit[] => {
      const value = section.margins[side];
      if (section.orientation !== wanted || (value >= allowed.min - slack && value <= allowed.max + slack)) return [];
      return [
        {
          place: `${sectionName(at, section)}, lề ${sideNames[side]}`,
          found: millimetres(value),
          allowed: rangeOf(allowed, 'mm'),
          fix: `Đặt lề ${sideNames[side]} ${millimetres(allowed.default)}.`,
          mend: { kind: 'page', section: at, margin: { side, value: allowed.default } },
        },
      ];
    });
  },
});

/** Fonts behind the letters that are there: plain letters come from one slot, accented ones from another. */
const fontsOf = (run: LaidOutRun): string[] => [
  ...(/[A-Za-z0-9]/.test(run.text) ? [run.font] : []),
  ...(/[^\P{L}A-Za-z]/u.test(run.text) ? [run.accentFont] : []),
];

const sameFont = (a: string, b: string): boolean => a.trim().toLowerCase() === b.toLowerCase();

const font: Rule = {
  id: 'page.font',
  severity: 'error',
  source: annexOne,
  check: ({ lines, layout, document }) => {
    const wrong = (run: LaidOutRun): string[] => fontsOf(run).filter((name) => !sameFont(name, layout.fontFamily));
    const advice = { allowed: layout.fontFamily, fix: `Chọn phông ${layout.fontFamily}.` };
    const inText = lines.flatMap((line): Hit[] => {
      const [name] = shownRuns(line).flatMap(wrong);
      const mend = { kind: 'letters', font: layout.fontFamily } as const;
      return name === undefined ? [] : [{ place: 'Phông chữ', line, found: name, ...advice, mend }];
    });
    const inNumbers = document.sections.flatMap((section, at) =>
      section.pageNumbers
        .filter(({ look }) => !sameFont(look.font, layout.fontFamily))
        .map(
          ({ look }): Hit => ({
            place: `${sectionName(at, section)}, số trang`,
            found: look.font,
            ...advice,
            mend: { kind: 'pageNumber', section: at, letters: { font: layout.fontFamily } },
          }),
        ),
    );
    return [...inText, ...inNumbers];
  },
};

const color: Rule = {
  id: 'page.color',
  severity: 'warning',
  source: annexOne,
  check: ({ lines }) =>
    lines.flatMap((line): Hit[] => {
      const coloured = shownRuns(line).find((run) => run.color !== 'auto' && run.color !== '000000');
      if (!coloured) return [];
      return [
        {
          place: 'Màu chữ',
          line,
          found: `màu #${coloured.color}`,
          allowed: 'màu đen',
          fix: 'Đặt chữ màu đen.',
          mend: { kind: 'letters', black: true },
        },
      ];
    }),
};

/** A document of one size set goes together: 12/13/13 or 13/14/14. */
const coherent: Rule = {
  id: 'sizes.coherent',
  severity: 'warning',
  source: annexOne,
  check: ({ head, layout }) => {
    // A size beyond its own limits is that element's fault and no question of going together.
    const size = (element: 'nationalName' | 'motto' | 'placeAndDate'): number | null => {
      const line = head[element];
      const value = line ? shownRuns(line)[0]?.size : undefined;
      const { min, max } = layout.elements[element].size;
      return value === undefined || value < min || value > max ? null : value;
    };
    const [nation, motto, date] = [size('nationalName'), size('motto'), size('placeAndDate')];
    if (nation === null || motto === null || !head.motto) return null;
    const hits: Hit[] = [];
    const set = `quốc hiệu ${nation}, tiêu ngữ ${motto}${date === null ? '' : `, ngày tháng ${date}`}`.replaceAll(
      '.',
      ',',
    );
    if (motto !== nation + 1 || (date !== null && date !== motto))
      hits.push({
        place: 'Cỡ chữ phần đầu',
        line: head.motto,
        found: set,
        allowed: 'quốc hiệu 12, tiêu ngữ và ngày tháng 13; hoặc 13 và 14',
        mend: { kind: 'letters', size: nation + 1 },
        also: head.placeAndDate ? [{ line: head.placeAndDate, mend: { kind: 'letters', size: nation + 1 } }] : [],
      });
    return hits;
  },
};

const oneBodySize: Rule = {
  id: 'sizes.body',
  severity: 'warning',
  source: annexOne,
  check: ({ body, layout }: Recognised) => {
    // A size beyond its limits is said once, by its own rule.
    const { min, max } = layout.elements.body.size;
    const isAllowed = ({ size }: LaidOutRun): boolean => size >= min && size <= max;
    const counts = new Map<number, number>();
    for (const { line } of body)
      for (const run of shownRuns(line).filter(isAllowed))
        counts.set(run.size, (counts.get(run.size) ?? 0) + run.text.length);
    const [usual] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    if (usual === undefined) return null;
    return body.flatMap(({ line }): Hit[] => {
      const other = shownRuns(line).find((run) => isAllowed(run) && run.size !== usual);
      if (!other) return [];
      const [found, allowed] = [other.size, usual].map((each) => `cỡ ${String(each).replace('.', ',')}`);
      return [
        {
          place: 'Cỡ chữ nội dung',
          line,
          found: found ?? '',
          allowed: `${allowed} như cả văn bản`,
          fix: `Đặt ${allowed}.`,
          mend: { kind: 'letters', size: usual },
        },
      ];
    });
  },
};

export const pageRules: readonly Rule[] = [
  paper,
  orientation,
  ...sides.map((side) => margin(side, false)),
  ...sides.map((side) => margin(side, true)),
  font,
  color,
  coherent,
  oneBodySize,
];
