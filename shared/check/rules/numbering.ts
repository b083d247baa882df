/** Numbers of sections, clauses and points: in order, without gaps and repeats, written as the decree writes them. */

import type { Line } from '../structure/flatten.ts';
import { type LabelLevel, labelAt, type ParsedLabel, pointLetters } from '../structure/labels.ts';
import type { Recognised } from '../structure/recognise.ts';
import type { Hit, Rule } from './finding.ts';
import { annexOne, custom } from './words.ts';

type Wrong = { readonly level: LabelLevel | 'alphabet'; readonly hit: Hit };
/** A label, or null for an article or division, under which all counting starts anew. */
type Labelled = { readonly line: Line; readonly label: ParsedLabel | null };

const labelled = ({ body }: Recognised): (Labelled & { label: ParsedLabel })[] =>
  body.flatMap(({ line, label }) => (label ? [{ line, label }] : []));

const counted = ({ body }: Recognised): Labelled[] =>
  body.flatMap(({ line, label, kind }) =>
    label || kind === 'article' || kind === 'division' ? [{ line, label }] : [],
  );

/** All broken places of one walk through the text. Numbers start anew under each higher one. */
function walk(labels: readonly Labelled[]): Wrong[] {
  const wrong: Wrong[] = [];
  let roman = 0;
  let arabic = 0;
  let arabicBefore = 0;
  let letter = 0;
  let decimals = new Map<string, number>();
  for (const { line, label } of labels) {
    if (label === null) {
      [roman, arabic, arabicBefore, letter] = [0, 0, 0, 0];
      continue;
    }
    const { level, ordinal } = label;
    const say = (at: Wrong['level'], allowed: string, right?: string): number =>
      wrong.push({
        level: at,
        hit: { place: 'Số thứ tự', line, found: label.printed, allowed, ...renumbered(line, label, right) },
      });
    if (level === 'roman' && ordinal !== null) {
      const expected = roman + 1;
      if (ordinal !== expected) say('roman', labelAt('roman', expected), labelAt('roman', expected));
      roman = Math.max(ordinal, expected);
      arabicBefore = arabic;
      arabic = 0;
      letter = 0;
      decimals = new Map();
    } else if (level === 'arabic' && ordinal !== null) {
      const expected = arabic + 1;
      // Some offices count clauses through all sections.
      const goesOn = arabic === 0 && arabicBefore > 0 && ordinal === arabicBefore + 1;
      if (ordinal !== expected && !goesOn) say('arabic', labelAt('arabic', expected), labelAt('arabic', expected));
      arabic = goesOn ? ordinal : Math.max(ordinal, expected);
      letter = 0;
    } else if (level === 'decimal' && ordinal !== null) {
      const expected = (decimals.get(label.above) ?? 0) + 1;
      const isUnder =
        label.above.includes('.') || label.above === String(arabic) || (arabic === 0 && label.above === String(roman));
      if (!isUnder) say('decimal', `số nằm dưới mục ${arabic === 0 ? roman : arabic}`);
      else if (ordinal !== expected) say('decimal', `${label.above}.${expected}.`, `${label.above}.${expected}.`);
      decimals.set(label.above, Math.max(ordinal, expected));
      letter = 0;
    } else if (level === 'letter') {
      const expected = letter + 1;
      if (ordinal === null) say('alphabet', 'bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g, …');
      else if (ordinal !== expected) {
        const skipsD = pointLetters[expected - 1] === 'đ' && pointLetters[ordinal - 1] === 'e';
        say(skipsD ? 'alphabet' : 'letter', labelAt('letter', expected), labelAt('letter', expected));
      }
      letter = Math.max(ordinal ?? expected, expected);
    }
  }
  return wrong;
}

/** A typed number is changed only on request: a gap may mean that a section is missing. Automatic ones are the file's to count. */
const renumbered = (line: Line, label: ParsedLabel, right: string | undefined): Pick<Hit, 'fix' | 'mend'> =>
  right === undefined || line.paragraph.automaticLabel !== ''
    ? {}
    : {
        fix: `Đổi “${label.printed}” thành “${right}”.`,
        mend: { kind: 'words', text: line.text.replace(label.printed, right), alone: true },
      };

const orderRule = (id: string, level: Wrong['level'], series: LabelLevel): Rule => ({
  id: `numbering.${id}`,
  severity: 'error',
  source: annexOne,
  check: (found) => {
    const labels = labelled(found);
    if (!labels.some(({ label }) => label.level === series)) return null;
    return walk(counted(found))
      .filter((each) => each.level === level)
      .map(({ hit }) => hit);
  },
});

const formNames: Readonly<Record<Exclude<LabelLevel, 'decimal'>, string>> = {
  roman: 'số La Mã và dấu chấm: I.',
  arabic: 'số Ả Rập và dấu chấm: 1.',
  letter: 'chữ cái và dấu ngoặc đơn: a)',
};

const form: Rule = {
  id: 'numbering.form',
  severity: 'warning',
  source: annexOne,
  check: (found) => {
    const labels = labelled(found);
    if (labels.length === 0) return null;
    return labels.flatMap(({ line, label }): Hit[] =>
      label.wellFormed || label.level === 'decimal'
        ? []
        : [{ place: 'Số thứ tự', line, found: label.printed, allowed: formNames[label.level] }],
    );
  },
};

const decimalUsed: Rule = {
  id: 'numbering.decimal.used',
  severity: 'note',
  source: custom,
  check: (found) => {
    const decimals = labelled(found).filter(({ label }) => label.level === 'decimal');
    return decimals.map(({ line }) => ({
      place: 'Số thứ tự',
      line,
      found: 'đánh số kiểu 1.1, 1.2',
      allowed: 'I. → 1. → a) → -',
    }));
  },
};

export const numberingRules: readonly Rule[] = [
  orderRule('roman', 'roman', 'roman'),
  orderRule('arabic', 'arabic', 'arabic'),
  orderRule('letter', 'letter', 'letter'),
  orderRule('alphabet', 'alphabet', 'letter'),
  orderRule('decimal', 'decimal', 'decimal'),
  form,
  decimalUsed,
];
