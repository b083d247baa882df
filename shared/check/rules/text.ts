/** The text itself: indents, spacing, order of numbers, lists of basis and addressees, the closing mark. */
import { fold, oneLine } from '../../text/fold.ts';
import { isBlank, shownRuns } from '../structure/flatten.ts';
import type { LaidOutParagraph } from '../structure/laid-out.ts';
import { typeAbbreviations } from '../structure/type-names.ts';
import type { Hit, Rule } from './finding.ts';
import { annexOne, boxSource, custom, elementNames, millimetres, points, rangeOf, samples } from './words.ts';

/** The line with another mark at its end. */
export const endedIn = (text: string, mark: string): string => `${text.replace(/[\s.;:,/…]+$/u, '')}${mark}`;

const slack = 0.3;
/** Word's tab stops where a paragraph sets none. */
const tabStop = 12.7;

/** Where the first line begins, from the left edge of the text. */
const firstLineStart = ({ indent, text }: LaidOutParagraph): number =>
  indent.left + indent.firstLine + (/^\t/.test(text) ? tabStop : 0);

const indent: Rule = {
  id: 'body.indent',
  severity: 'warning',
  source: annexOne,
  check: ({ body, layout }) => {
    const lines = body.filter(({ kind }) => kind === 'body').map(({ line }) => line);
    if (lines.length === 0) return null;
    const allowed = layout.firstLineIndent;
    return lines.flatMap((line): Hit[] => {
      const start = firstLineStart(line.paragraph);
      // An inner list may stand deeper as a whole; text at the edge may not.
      const isInner = line.paragraph.indent.left > 0;
      if (start >= allowed.min - slack && (isInner || start <= allowed.max + slack)) return [];
      return [
        {
          place: `${elementNames.body}, thụt đầu dòng`,
          line,
          found: millimetres(start),
          allowed: rangeOf(allowed, 'mm'),
          fix: `Đặt thụt đầu dòng ${millimetres(allowed.default)}.`,
          mend: /^(center|right)$/.test(line.paragraph.align)
            ? undefined
            : { kind: 'paragraph', firstLineAt: allowed.default },
        },
      ];
    });
  },
};

const tabs: Rule = {
  id: 'body.tab',
  severity: 'note',
  source: custom,
  check: ({ body }) => {
    if (body.length === 0) return null;
    return body
      .filter(({ line }) => /^\t/.test(line.text))
      .map(({ line }) => ({
        place: elementNames.body,
        line,
        found: 'thụt đầu dòng bằng phím Tab',
        allowed: 'nên đặt thụt đầu dòng (First line) trong định dạng đoạn',
      }));
  },
};

const spacing: Rule = {
  id: 'body.spacing',
  severity: 'warning',
  source: annexOne,
  check: ({ body, layout }) => {
    const { min, default: usual } = layout.paragraphSpacing;
    let pairs = 0;
    const hits = body.flatMap(({ line }, at): Hit[] => {
      const next = body[at + 1]?.line;
      if (next?.at !== line.at + 1) return [];
      pairs += 1;
      const isOneStyle = line.paragraph.style === next.paragraph.style;
      const kept = ({ spacing: set }: LaidOutParagraph, side: 'before' | 'after'): number =>
        set.closeToOwnStyle && isOneStyle ? 0 : set[side];
      const space = kept(line.paragraph, 'after') + kept(next.paragraph, 'before');
      if (space >= min) return [];
      return [
        {
          place: `${elementNames.body}, khoảng cách sau đoạn`,
          line,
          found: points(space),
          allowed: `từ ${points(min)}`,
          fix: `Đặt khoảng cách sau đoạn ${points(usual)}.`,
          mend: { kind: 'paragraph', after: usual },
        },
      ];
    });
    return pairs === 0 ? null : hits;
  },
};

/** Times New Roman needs this much of its size for a single line. */
const singleLine = 1.15;

const lineSpacing: Rule = {
  id: 'body.lineSpacing',
  severity: 'warning',
  source: annexOne,
  check: ({ body, layout }) => {
    if (body.length === 0) return null;
    const { min, max } = layout.lineSpacing;
    return body.flatMap(({ line }): Hit[] => {
      const { line: set } = line.paragraph;
      const size = shownRuns(line)[0]?.size ?? layout.elements.body.size.default;
      const lines = set.kind === 'multiple' ? set.lines : set.points / (size * singleLine);
      // A point given in whole numbers is never exactly a line.
      const tolerance = set.kind === 'multiple' ? 0.005 : 0.03;
      if (lines <= max + tolerance && (lines >= min - tolerance || set.kind === 'atLeast')) return [];
      return [
        {
          place: `${elementNames.body}, giãn dòng`,
          line,
          found: set.kind === 'multiple' ? `${lines.toFixed(2).replace('.', ',')} dòng` : points(set.points),
          allowed: 'từ dòng đơn đến 1,5 dòng',
          fix: lines > max ? 'Đặt giãn dòng 1,5 dòng.' : 'Đặt giãn dòng đơn.',
          mend: { kind: 'paragraph', lines: lines > max ? max : min },
        },
      ];
    });
  },
};

const endMark: Rule = {
  id: 'ending.mark',
  severity: 'error',
  source: samples,
  check: ({ body, lines, end, layout }) => {
    const last = body.at(-1)?.line;
    const lowest = lines.slice(0, end.bodyTo).findLast((line) => !isBlank(line));
    // A text that ends in a table has no sentence to close.
    if (!last || lowest?.cell?.table.ruled) return null;
    const text = oneLine(last.text);
    const isClosed = text.endsWith(layout.endMark) && !/[\s;:,./]$/.test(text.slice(0, -layout.endMark.length));
    if (isClosed) return [];
    return [
      {
        place: 'Cuối văn bản',
        line: last,
        found: `…${text.slice(-15)}`,
        allowed: `kết thúc bằng “${layout.endMark}”`,
        fix: `Kết thúc câu cuối bằng “${layout.endMark}”.`,
        mend: { kind: 'words', text: endedIn(last.text, layout.endMark) },
      },
    ];
  },
};

const earlyMark: Rule = {
  id: 'ending.early',
  severity: 'warning',
  source: samples,
  check: ({ body, layout }) => {
    if (body.length === 0) return null;
    return body
      .slice(0, -1)
      .filter(({ line }) => line.text.trim().endsWith(layout.endMark))
      .map(({ line }) => ({
        place: elementNames.body,
        line,
        found: `“${layout.endMark}” ở giữa văn bản`,
        allowed: 'chỉ ở cuối văn bản và cuối mỗi phụ lục',
        fix: 'Thay bằng dấu chấm.',
        mend: { kind: 'words' as const, text: endedIn(line.text, '.') },
      }));
  },
};

const basisEnds: Rule = {
  id: 'basis.marks',
  severity: 'warning',
  source: boxSource('basis'),
  check: ({ head: { basis } }) => {
    if (basis.length === 0) return null;
    return basis.flatMap((line, at): Hit[] => {
      const isLast = at === basis.length - 1;
      const [mark, name] = isLast ? ['.', 'dấu chấm'] : [';', 'dấu chấm phẩy'];
      const text = oneLine(line.text);
      if (text.endsWith(mark)) return [];
      return [
        {
          place: elementNames.basis,
          line,
          found: `kết thúc bằng “${text.slice(-1)}”`,
          allowed: `${isLast ? 'dòng cuối' : 'mỗi dòng'} kết thúc bằng ${name}`,
          fix: `Đặt ${name} ở cuối dòng.`,
          mend: { kind: 'words', text: endedIn(line.text, mark) },
        },
      ];
    });
  },
};

const numberedTypes = typeAbbreviations.map(([name]) => fold(name));

/** Everything but laws and ordinances is cited with its number and day. */
const basisCitation: Rule = {
  id: 'basis.citation',
  severity: 'warning',
  source: boxSource('basis'),
  check: ({ head: { basis } }) => {
    const cited = basis.filter(({ text }) => {
      const words = fold(text).replace(/^(can cu|thuc hien)( vao)? /, '');
      return ['nghi dinh', 'thong tu', ...numberedTypes].some((type) => words.startsWith(`${type} `));
    });
    if (cited.length === 0) return null;
    return cited
      .filter(({ text }) => !/ số:? *\S+\//u.test(oneLine(text)) || !/ ngày \d/u.test(oneLine(text)))
      .map((line) => ({
        place: elementNames.basis,
        line,
        found: 'không đủ số, ký hiệu và ngày ban hành',
        allowed: 'tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu (trừ luật, pháp lệnh)',
      }));
  },
};

const addresseeForm: Rule = {
  id: 'addressees.form',
  severity: 'warning',
  source: boxSource('addressees'),
  check: ({ head: { addressees } }) => {
    const [first, ...names] = addressees;
    if (!first) return null;
    const place = elementNames.addressees;
    const hits: Hit[] = [];
    if (!/^\s*Kính gửi:/u.test(first.text))
      hits.push({
        place,
        line: first,
        found: oneLine(first.text).slice(0, 20),
        allowed: '“Kính gửi:” có dấu hai chấm',
      });
    if (names.length === 1)
      hits.push({
        place,
        line: first,
        found: 'một nơi gửi ở dòng riêng',
        allowed: 'một nơi gửi thì viết cùng dòng “Kính gửi:”',
      });
    if (names.length > 1)
      for (const [at, line] of names.entries()) {
        const mark = at === names.length - 1 ? '.' : ';';
        if (!line.text.trim().endsWith(mark))
          hits.push({
            place,
            line,
            found: oneLine(line.text),
            allowed: `kết thúc bằng “${mark}”`,
            fix: `Đặt “${mark}” ở cuối dòng.`,
            mend: { kind: 'words', text: endedIn(line.text, mark) },
          });
      }
    return hits;
  },
};

const headerRow: Rule = {
  id: 'table.header',
  severity: 'note',
  source: custom,
  check: ({ tableLines }) => {
    const tables = [...new Set(tableLines.map((line) => line.cell?.table))].filter(
      (table) => (table?.rows.length ?? 0) > 12,
    );
    if (tables.length === 0) return null;
    return tables
      .filter((table) => table?.headerRows === 0)
      .map((table) => ({
        place: 'Bảng dài',
        line: tableLines.find((line) => line.cell?.table === table),
        found: 'dòng tiêu đề không lặp lại ở trang sau',
        allowed: 'nên lặp lại dòng tiêu đề trên mỗi trang (Repeat Header Rows)',
        fix: 'Đặt dòng đầu của bảng lặp lại ở mỗi trang.',
        mend: { kind: 'headerRow' as const },
      }));
  },
};

/** Words of an annex that ends in text are closed like the document's own. */
const annexEnd: Rule = {
  id: 'ending.annex',
  severity: 'warning',
  source: samples,
  check: ({ annexes, lines, layout }) => {
    const last = annexes.flatMap(({ from, to }) => {
      const line = lines.slice(from, to + 1).findLast((each) => !isBlank(each));
      return line && !line.cell?.table.ruled ? [line] : [];
    });
    if (last.length === 0) return null;
    return last
      .filter((line) => !oneLine(line.text).endsWith(layout.endMark) && !/^\d+$/.test(fold(line.text)))
      .map((line) => ({
        place: 'Cuối phụ lục',
        line,
        found: `…${oneLine(line.text).slice(-15)}`,
        allowed: `kết thúc bằng “${layout.endMark}”`,
        fix: `Kết thúc câu cuối bằng “${layout.endMark}”.`,
        mend: { kind: 'words' as const, text: endedIn(line.text, layout.endMark) },
      }));
  },
};

export const textRules: readonly Rule[] = [
  indent,
  tabs,
  spacing,
  lineSpacing,
  basisEnds,
  basisCitation,
  addresseeForm,
  endMark,
  earlyMark,
  annexEnd,
  headerRow,
];
