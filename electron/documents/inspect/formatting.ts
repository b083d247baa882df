/**
 * Formatting in force: document defaults, table style, paragraph style, list level, character style and direct settings laid
 * over each other, in Word's order. The reader of plans has a smaller resolver of its own; a proof-reader needs every setting.
 */
import type { Align, LineSpacing } from '../../../shared/check/structure/laid-out.ts';
import { child, childrenOf, childValue, isOn, type XmlElement } from '../read/container/xml.ts';

/** Settings as written, in Word's units (twips, half points); what a level does not say stays undefined. */
export type Formatting = {
  ascii?: string;
  accents?: string;
  size?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  capitals?: boolean;
  hidden?: boolean;
  color?: string;
  align?: Align;
  left?: number;
  right?: number;
  firstLine?: number;
  before?: number;
  after?: number;
  line?: number;
  lineRule?: LineSpacing['kind'];
  /** No space to neighbours of the same style. */
  contextual?: boolean;
  list?: string;
  listLevel?: number;
};

/** Font of a theme slot, `minorHAnsi` → `Calibri`. */
export type ThemeFonts = (slot: string) => string | undefined;

export type StyleSheet = {
  defaults: Formatting;
  /** A paragraph style over its ancestors; the default style where no id is given. */
  paragraph: (id: string | undefined) => Formatting;
  character: (id: string | undefined) => Formatting;
  table: (id: string | undefined) => Formatting;
  /** Does the table style draw lines between cells. */
  rulesTable: (id: string | undefined) => boolean;
  read: (properties: XmlElement | undefined) => Formatting;
};

/** Later settings win; what they leave unsaid stays. */
export const over = (...levels: readonly Formatting[]): Formatting => Object.assign({}, ...levels);

export function readStyleSheet(root: XmlElement | undefined, theme: ThemeFonts): StyleSheet {
  const definitions = new Map(childrenOf(root, 'style').map((style) => [style.attributes.styleId ?? '', style]));
  const defaultOf = (type: string): string | undefined =>
    [...definitions.values()].find(
      ({ attributes }) => attributes.type === type && ['1', 'true', 'on'].includes(attributes.default ?? ''),
    )?.attributes.styleId;
  const read = (properties: XmlElement | undefined): Formatting => readProperties(properties, theme);
  const both = (holder: XmlElement | undefined): Formatting =>
    over(read(child(holder, 'pPr')), read(child(holder, 'rPr')));
  const known = new Map<string, Formatting>();
  const resolve = (id: string | undefined): Formatting => {
    const definition = definitions.get(id ?? '');
    if (id === undefined || !definition) return {};
    const done = known.get(id);
    if (done) return done;
    // Stored before the parent is looked at: a style based on itself ends here.
    known.set(id, {});
    const made = over(resolve(childValue(definition, 'basedOn')), both(definition));
    known.set(id, made);
    return made;
  };
  const defaults = child(root, 'docDefaults');
  const paragraphDefault = defaultOf('paragraph');
  const tableDefault = defaultOf('table');
  const rulesTable = (id: string | undefined, depth = 0): boolean => {
    const definition = definitions.get(id ?? '');
    if (!definition || depth > 20) return false;
    const own = hasInnerLines(child(child(definition, 'tblPr'), 'tblBorders'));
    return own ?? rulesTable(childValue(definition, 'basedOn'), depth + 1);
  };
  return {
    defaults: over(both(child(defaults, 'pPrDefault')), both(child(defaults, 'rPrDefault'))),
    paragraph: (id) => resolve(id ?? paragraphDefault),
    character: resolve,
    table: (id) => resolve(id ?? tableDefault),
    rulesTable: (id) => rulesTable(id ?? tableDefault),
    read,
  };
}

/** Whether a table's borders draw lines between its cells; undefined where nothing is said of those. */
export function hasInnerLines(borders: XmlElement | undefined): boolean | undefined {
  const inner = ['insideH', 'insideV'].flatMap((side) => childrenOf(borders, side));
  return inner.length === 0 ? undefined : inner.some(isDrawn);
}

/** A border that shows. */
export const isDrawn = ({ attributes }: XmlElement): boolean => !['nil', 'none', undefined].includes(attributes.val);

const aligns: Readonly<Record<string, Align>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};

/** Reads `pPr` or `rPr`; the names of the two never clash. */
function readProperties(properties: XmlElement | undefined, theme: ThemeFonts): Formatting {
  const found: Formatting = {};
  if (!properties) return found;
  readFonts(properties, theme, found);
  set(found, 'size', number(childValue(properties, 'sz')));
  set(found, 'bold', isOn(properties, 'b'));
  set(found, 'italic', isOn(properties, 'i'));
  set(found, 'capitals', isOn(properties, 'caps'));
  set(found, 'hidden', isOn(properties, 'vanish'));
  const underline = child(properties, 'u');
  if (underline) found.underline = (underline.attributes.val ?? 'none') !== 'none';
  set(found, 'color', childValue(properties, 'color'));
  set(found, 'contextual', isOn(properties, 'contextualSpacing'));
  set(found, 'align', aligns[childValue(properties, 'jc') ?? '']);
  const indent = child(properties, 'ind')?.attributes;
  if (indent) {
    set(found, 'left', number(indent.left ?? indent.start));
    set(found, 'right', number(indent.right ?? indent.end));
    const hanging = number(indent.hanging);
    set(found, 'firstLine', hanging === undefined ? number(indent.firstLine) : -hanging);
  }
  const spacing = child(properties, 'spacing')?.attributes;
  // Inside run properties `spacing` is the distance of letters and carries `val` alone.
  if (spacing && spacing.val === undefined) {
    set(found, 'before', ['1', 'true', 'on'].includes(spacing.beforeAutospacing ?? '') ? 280 : number(spacing.before));
    set(found, 'after', ['1', 'true', 'on'].includes(spacing.afterAutospacing ?? '') ? 280 : number(spacing.after));
    set(found, 'line', number(spacing.line));
    if (spacing.line !== undefined)
      found.lineRule = spacing.lineRule === 'exact' ? 'exact' : spacing.lineRule === 'atLeast' ? 'atLeast' : 'multiple';
  }
  const list = child(properties, 'numPr');
  set(found, 'list', childValue(list, 'numId'));
  const level = number(childValue(list, 'ilvl'));
  if (level !== undefined && level >= 0 && level < 9) found.listLevel = level;
  return found;
}

function readFonts(properties: XmlElement, theme: ThemeFonts, found: Formatting): void {
  const fonts = child(properties, 'rFonts')?.attributes;
  if (!fonts) return;
  set(found, 'ascii', theme(fonts.asciiTheme ?? '') ?? fonts.ascii);
  set(found, 'accents', theme(fonts.hAnsiTheme ?? '') ?? fonts.hAnsi);
}

function set<K extends keyof Formatting>(target: Formatting, key: K, value: Formatting[K] | undefined): void {
  if (value !== undefined) target[key] = value;
}

/** A whole or broken number of a sane size; anything else counts as not written. */
export function number(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text.replace(/pt$/, ''));
  return Number.isFinite(value) && Math.abs(value) <= 100_000_000 ? value : undefined;
}
