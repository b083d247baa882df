/** RV4: numbers and letters that jump, repeat, or do not belong to their heading. */
import { isBullet, type Label, parseLabel } from '../reading/labels.ts';
import { fold } from '../text/fold.ts';
import type { Path, ReviewFinding, ReviewInput } from './input.ts';
import { ownRows, rowWhere, walkSections } from './texts.ts';

/** Points in the order of the Vietnamese alphabet (Decree 30/2020, Annex I, box 6): đ after d, no f, j, w, z. */
const letters = [...'abcdđeghiklmnopqrstuvxy'];
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];

/** `printed` is the label as the place holds it, where that is not the label that is counted: the "3" of a table counts as "3.". */
type Item = { written: string; printed?: string; where: string; path: Path };
type Numbered = Item & { label: Label | null };
/** `blanksCount`: an item without a number still takes one, as an area whose number the table leaves out. */
type List = { items: Item[]; parent: Label | null; blanksCount?: boolean };

export function numbering(plan: ReviewInput): ReviewFinding[] {
  return [...sectionLists(plan), ...rowLists(plan)].flatMap(checkList);
}

/** The labels of the sections, those under one heading together. */
function sectionLists({ sections }: ReviewInput): List[] {
  const lists = new Map<string, List>([[keyOf(['sections']), { items: [], parent: null }]]);
  walkSections(sections, (section, { where, path }) => {
    lists.get(keyOf(path.slice(0, -1)))?.items.push({ written: section.label, where, path: [...path, 'label'] });
    lists.set(keyOf([...path, 'children']), { items: [], parent: parseLabel(`${section.label} x`) });
  });
  return [...lists.values()];
}

const keyOf = (path: Path): string => path.join('/');

/** Numbers of the areas, and letters of the components under each area. */
function rowLists(plan: ReviewInput): List[] {
  const areas: Item[] = [];
  const components: Item[][] = [];
  let [area, component] = ['', ''];
  for (const [at, row] of ownRows(plan).entries()) {
    if (fold(row.area) !== area || at === 0) {
      area = fold(row.area);
      component = '';
      components.push([]);
      const printed = row.no.trim();
      const written = printed === '' || /[.)]$/.test(printed) ? printed : `${printed}.`;
      areas.push({ written, printed, where: rowWhere(plan, at, 'TT'), path: ['rows', at, 'no'] });
    }
    if (fold(row.component) === component) continue;
    component = fold(row.component);
    components.at(-1)?.push({
      written: parseLabel(row.component)?.label ?? '',
      where: rowWhere(plan, at, 'thành phần'),
      path: ['rows', at, 'component'],
    });
  }
  return [{ items: areas, parent: null, blanksCount: true }, ...components.map((items) => ({ items, parent: null }))];
}

function checkList({ items, parent, blanksCount = false }: List): ReviewFinding[] {
  const findings: ReviewFinding[] = [];
  const last = new Map<string, number>();
  const labelled = items.map((item): Numbered => ({ ...item, label: countedLabel(item.written) }));
  for (const [at, item] of labelled.entries()) {
    const { label } = item;
    if (label === null) {
      if (blanksCount && item.written === '') for (const [kind, value] of last) last.set(kind, value + 1);
      continue;
    }
    const before = last.get(label.kind) ?? 0;
    const expected = before + 1;
    if (label.ordinal === expected || startsAnew(labelled, at)) {
      last.set(label.kind, label.ordinal);
    } else {
      findings.push(finding(item, sequenceWhy(before, label, expected), rename(label, expected)));
      last.set(label.kind, Math.max(label.ordinal, expected));
    }
    const wrongParent = parentNumber(label, parent);
    if (wrongParent !== null)
      findings.push(
        finding(item, `Số này nằm dưới mục ${parent?.label ?? ''} nhưng không bắt đầu bằng ${wrongParent}.`, null),
      );
  }
  return findings;
}

/** Null for bullets and for "Phần thứ nhất" and "(a)", which carry no number that could be counted. */
function countedLabel(written: string): Label | null {
  const label = parseLabel(`${written} x`);
  if (label === null || isBullet(label)) return null;
  return label.ordinal > 0 || label.kind === 'letter' ? label : null;
}

const finding = (
  { written, printed = written, where, path }: Item,
  why: string,
  fix: string | null,
): ReviewFinding => ({
  rule: 'numbering',
  level: 'fault',
  where,
  path,
  text: printed,
  why,
  fix: fix !== null && printed !== written ? fix.slice(0, fix.length - (written.length - printed.length)) : fix,
});

/** A second list of letters under the same heading begins at a) again and goes on with b). */
function startsAnew(items: readonly Numbered[], at: number): boolean {
  const [here, next] = [items[at]?.label, items[at + 1]?.label];
  if (here?.ordinal !== 1 || !['letter', 'bracket', 'number3'].includes(here.kind)) return false;
  return next?.kind === here.kind && next.ordinal === 2;
}

function sequenceWhy(before: number, label: Label, expected: number): string {
  const meant = rename(label, expected);
  const hint = meant === null ? '' : ` Theo thứ tự phải là ${meant}`;
  if (label.ordinal > 0 && label.ordinal <= before) return `Số thứ tự bị lặp lại hoặc lùi lại.${hint}`;
  return `Số thứ tự không nối tiếp mục trước.${hint}`;
}

/** The label with the expected number in place of its own, punctuation kept. */
function rename({ label, kind }: Label, expected: number): string | null {
  if (kind === 'roman') return romans[expected - 1] ? label.replace(/[IVXLC]+/, romans[expected - 1] ?? '') : null;
  if (kind === 'letter') return letters[expected - 1] ? label.replace(/\p{L}/u, letters[expected - 1] ?? '') : null;
  if (kind === 'capital')
    return letters[expected - 1] ? label.replace(/\p{L}/u, (letters[expected - 1] ?? '').toUpperCase()) : null;
  if (kind === 'bracket') return /\d/.test(label) ? label.replace(/\d+/, String(expected)) : null;
  if (kind === 'number' || kind === 'number2' || kind === 'number3' || kind === 'article')
    return label.replace(/\d+(?=\D*$)/, String(expected));
  return null;
}

/** "2.1." under "1.": the number it should begin with, null when all is well. */
function parentNumber(label: Label, parent: Label | null): string | null {
  if (label.kind !== 'number2' || parent?.kind !== 'number') return null;
  return Number(label.label.split('.')[0]) === parent.ordinal ? null : `${parent.ordinal}.`;
}
