/** Size, weight, slant, letters and alignment of every element, straight from the layout. */
import type { ElementRule, LayoutElement } from '../../document/decree30.ts';
import { isUpper, type Line, shownRuns } from '../structure/flatten.ts';
import type { LaidOutRun } from '../structure/laid-out.ts';
import { linesOf } from '../structure/recognise.ts';
import type { Hit, Rule, Severity } from './finding.ts';
import { boxSource, custom, elementNames, points, rangeOf } from './words.ts';

type Aspect = 'size' | 'bold' | 'italic' | 'letters' | 'align';
type Judge = (line: Line, rule: ElementRule) => Omit<Hit, 'place' | 'line'> | null;

const firstRun = (line: Line, wrong: (run: LaidOutRun) => boolean): LaidOutRun | undefined =>
  shownRuns(line).find(wrong);

const alignNames = { left: 'canh trái', center: 'canh giữa', right: 'canh phải', justify: 'canh đều hai bên' } as const;

const judges: Readonly<Record<Aspect, Judge>> = {
  size: (line, { size }) => {
    const run = firstRun(line, (each) => each.size < size.min || each.size > size.max);
    if (!run) return null;
    return {
      found: points(run.size),
      allowed: rangeOf(size, 'pt'),
      fix: `Đặt cỡ chữ ${size.default}.`,
      mend: { kind: 'letters', size: size.default, outside: size },
    };
  },
  bold: (line, { bold }) =>
    firstRun(line, (run) => run.bold !== bold)
      ? {
          found: bold ? 'chữ không đậm' : 'chữ đậm',
          allowed: bold ? 'chữ đậm' : 'chữ không đậm',
          fix: bold ? 'Đặt chữ đậm.' : 'Bỏ chữ đậm.',
          mend: { kind: 'letters', bold },
        }
      : null,
  italic: (line, { italic }) =>
    firstRun(line, (run) => run.italic !== italic)
      ? {
          found: italic ? 'chữ đứng' : 'chữ nghiêng',
          allowed: italic ? 'chữ nghiêng' : 'chữ đứng',
          fix: italic ? 'Đặt chữ nghiêng.' : 'Bỏ chữ nghiêng.',
          mend: { kind: 'letters', italic },
        }
      : null,
  letters: (line, { letters }) => {
    if (letters === 'upper')
      return isUpper(line.text)
        ? null
        : {
            found: 'chữ thường',
            allowed: 'chữ in hoa',
            fix: `Viết: ${line.text.trim().toUpperCase()}`,
            mend: { kind: 'letters', capitals: true },
          };
    return isUpper(line.text) ? { found: 'chữ in hoa', allowed: 'chữ in thường, hoa chữ cái đầu' } : null;
  },
  align: ({ paragraph, sideBySide }, { align }) =>
    sideBySide || paragraph.align === align || (align === 'left' && paragraph.align === 'justify')
      ? null
      : {
          found: alignNames[paragraph.align],
          allowed: alignNames[align],
          fix: `Đặt ${alignNames[align]}.`,
          // Text that somebody set in the middle or at the right was hardly forgotten there.
          mend: align === 'justify' && paragraph.align !== 'left' ? undefined : { kind: 'paragraph', align },
        },
};

const look: readonly Aspect[] = ['size', 'bold', 'italic', 'letters', 'align'];
/** "Kính gửi" has one place for one addressee and another for several. */
const addressed: readonly Aspect[] = ['size', 'bold', 'italic', 'letters'];
/** The symbol of a number and the first letters of a list are capitals by right. */
const written: readonly Aspect[] = ['size', 'bold', 'italic', 'align'];

/** Which aspects of an element are judged, and how surely it was recognised. */
const asked: readonly (readonly [LayoutElement, readonly Aspect[], Severity])[] = [
  ['nationalName', look, 'error'],
  ['motto', look, 'error'],
  ['superiorAgency', look, 'error'],
  ['issuingAgency', look, 'error'],
  ['number', written, 'error'],
  ['placeAndDate', look, 'error'],
  ['typeName', look, 'error'],
  ['subject', look, 'error'],
  ['addressees', addressed, 'error'],
  ['basis', ['size', 'italic'], 'error'],
  ['basis', ['bold', 'align'], 'warning'],
  ['heading1', ['size', 'bold', 'italic', 'letters'], 'warning'],
  ['heading2', ['size', 'bold', 'italic', 'letters'], 'warning'],
  ['heading3', ['size', 'bold', 'italic'], 'warning'],
  // The decree knows no "1.1.", so how it looks is only worth a look.
  ['heading4', ['size', 'italic'], 'note'],
  ['body', ['size'], 'error'],
  ['body', ['align'], 'warning'],
  ['signingAuthority', look, 'error'],
  ['signerName', look, 'error'],
  ['recipientsHead', look, 'error'],
  ['recipients', written, 'error'],
  ['annexLabel', look, 'error'],
  ['annexTitle', look, 'error'],
  ['annexReference', ['size', 'bold', 'italic', 'align'], 'error'],
  ['table', ['size'], 'note'],
];

const lookRule = (element: LayoutElement, aspect: Aspect, severity: Severity): Rule => ({
  id: `${element}.${aspect}`,
  severity,
  source: element === 'table' ? custom : boxSource(element),
  check: (found) => {
    const lines = linesOf(found, element).filter((line) => shownRuns(line).length > 0);
    if (lines.length === 0) return null;
    const judge = judges[aspect];
    return lines.flatMap((line) => {
      const hit = judge(line, found.layout.elements[element]);
      // Weight and letters of what was recognised by its shape alone are for a person to judge.
      const isSure = aspect === 'size' || (element !== 'heading2' && element !== 'heading3');
      return hit ? [{ place: elementNames[element], line, ...hit, mend: isSure ? hit.mend : undefined }] : [];
    });
  },
});

/** A whole paragraph of the text in italics; single words may be. */
const bodyItalic: Rule = {
  id: 'body.italic',
  severity: 'warning',
  source: boxSource('body'),
  check: ({ body }) => {
    const lines = body.filter(({ kind }) => kind === 'body');
    if (lines.length === 0) return null;
    return lines
      .filter(({ line }) => shownRuns(line).length > 0 && shownRuns(line).every((run) => run.italic))
      .map(({ line }) => ({
        place: elementNames.body,
        line,
        found: 'cả đoạn chữ nghiêng',
        allowed: 'chữ đứng',
        fix: 'Bỏ chữ nghiêng.',
        mend: { kind: 'letters', italic: false },
      }));
  },
};

/** Shorter than this a bold line may be a heading without a number. */
const headingLength = 120;

/** A whole sentence of the text in bold letters. */
const bodyBold: Rule = {
  id: 'body.bold',
  severity: 'warning',
  source: boxSource('body'),
  check: ({ body }) => {
    const lines = body.filter(
      ({ kind, label, line }) => kind === 'body' && label === null && line.text.trim().length > headingLength,
    );
    if (lines.length === 0) return null;
    return lines
      .filter(({ line }) => shownRuns(line).length > 0 && shownRuns(line).every((run) => run.bold))
      .map(({ line }) => ({
        place: elementNames.body,
        line,
        found: 'cả đoạn chữ đậm',
        allowed: 'chữ không đậm',
        fix: 'Bỏ chữ đậm.',
        mend: { kind: 'letters', bold: false },
      }));
  },
};

export const lookRules: readonly Rule[] = [
  ...asked.flatMap(([element, aspects, severity]) => aspects.map((aspect) => lookRule(element, aspect, severity))),
  bodyItalic,
  bodyBold,
];
