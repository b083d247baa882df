/** The lines under motto, agency and subject, made of borders or drawn by hand. */
import { textWidth } from '../../document/text-width.ts';
import { isBlank, type Line, shownRuns } from '../structure/flatten.ts';
import type { RuleLine } from '../structure/laid-out.ts';
import { linesOf, type Recognised } from '../structure/recognise.ts';
import type { Hit, Rule } from './finding.ts';
import { boxSource, custom, elementNames, millimetres } from './words.ts';

type Lined = 'motto' | 'issuingAgency' | 'subject';
const lined: readonly Lined[] = ['motto', 'issuingAgency', 'subject'];

/** Letter widths are estimated, borders stop a little short: so much of the text's width is forgiven on either side. */
const slack = 0.08;

/** Lines on the element itself, drawn ones anchored in it, and those of the empty paragraphs right below. */
function linesUnder(found: Recognised, own: readonly Line[], above: readonly Line[]): RuleLine[] {
  const last = own.at(-1);
  if (!last) return [];
  const below: Line[] = [];
  for (const line of found.lines.slice(last.at + 1)) {
    if (!isBlank(line) || line.cell !== last.cell) break;
    below.push(line);
  }
  const paragraphs = new Set([...own, ...below].map((line) => line.paragraph));
  const drawn = above.flatMap((line) => line.paragraph.lines.filter(({ kind }) => kind === 'drawn'));
  return [...[...paragraphs].flatMap((paragraph) => paragraph.lines), ...drawn];
}

/** Widths in millimetres of the printed lines of an element: long ones are wrapped as on paper. */
function printedWidths(own: readonly Line[]): number[] {
  return own.flatMap((line) =>
    line.text.split('\n').flatMap((text) => {
      const run = shownRuns(line)[0];
      if (!run || text.trim() === '') return [];
      const weight = run.bold ? 'bold' : 'regular';
      const room = line.paragraph.room - line.paragraph.indent.left - line.paragraph.indent.right;
      const widths: number[] = [];
      let printed = '';
      for (const word of text.trim().split(/\s+/)) {
        const longer = printed === '' ? word : `${printed} ${word}`;
        if (printed !== '' && textWidth(longer, run.size, weight) > room) {
          widths.push(textWidth(printed, run.size, weight));
          printed = word;
        } else printed = longer;
      }
      return [...widths, textWidth(printed, run.size, weight)];
    }),
  );
}

const aboveOf = ({ head }: Recognised, element: Lined): readonly Line[] => {
  const near = element === 'motto' ? head.nationalName : element === 'subject' ? head.typeName : null;
  return near ? [near] : [];
};

const lineRule = (element: Lined): Rule => ({
  id: `${element}.line`,
  severity: 'error',
  source: boxSource(element),
  check: (found) => {
    const own = linesOf(found, element);
    const last = own.at(-1);
    if (!last) return null;
    if (linesUnder(found, own, aboveOf(found, element)).length > 0) return [];
    const isUnderlined = shownRuns(last).some((run) => run.underline);
    return [
      {
        place: elementNames[element],
        line: last,
        found: isUnderlined ? 'gạch chân chữ, không có đường kẻ' : 'không có đường kẻ phía dưới',
        allowed: 'đường kẻ ngang, nét liền phía dưới',
      },
    ];
  },
});

const lengthRule = (element: Lined): Rule => ({
  id: `${element}.lineLength`,
  severity: 'warning',
  source: boxSource(element),
  check: (found) => {
    const own = linesOf(found, element);
    const share = found.layout.elements[element].ruleBelow;
    const [line] = linesUnder(found, own, aboveOf(found, element)).filter(({ width }) => width !== null);
    // The motto is measured as it should be written: its own slips are another rule's business.
    const widths = printedWidths(
      element === 'motto' ? own.map((each) => ({ ...each, text: found.layout.motto })) : own,
    );
    const [last, longest] = [widths.at(-1), Math.max(...widths)];
    const named = own.at(-1);
    if (!share || line?.width == null || last === undefined || !named) return null;
    // The decree compares with "the line of text"; where there are several, either reading is right.
    const least = (share.min - slack) * Math.min(last, longest);
    const most = (share.max + slack) * longest;
    if (line.width >= least && line.width <= most) return [];
    return [
      {
        place: elementNames[element],
        line: named,
        found: `đường kẻ dài ${millimetres(line.width)}, dòng chữ dài khoảng ${millimetres(longest)}`,
        allowed: share.min === 1 ? 'dài bằng dòng chữ' : 'dài từ 1/3 đến 1/2 dòng chữ',
      },
    ];
  },
});

/** Lines made of shapes move when the text above them does. */
const drawn: Rule = {
  id: 'line.drawn',
  severity: 'note',
  source: custom,
  check: (found) => {
    const hits = lined.flatMap((element): Hit[] => {
      const own = linesOf(found, element);
      const line = own.at(-1);
      const isDrawn = linesUnder(found, own, aboveOf(found, element)).some(({ kind }) => kind === 'drawn');
      if (!line || !isDrawn) return [];
      return [
        {
          place: elementNames[element],
          line,
          found: 'đường kẻ vẽ rời (Shape)',
          allowed: 'nên dùng đường viền đoạn, để không lệch khi sửa chữ',
        },
      ];
    });
    return lined.some((element) => linesOf(found, element).length > 0) ? hits : null;
  },
};

export const ruleLineRules: readonly Rule[] = [...lined.map(lineRule), ...lined.map(lengthRule), drawn];
