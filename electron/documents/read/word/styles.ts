/** Paragraph and character styles of a Word file, resolved through "based on". */
import { child, childrenOf, childValue, isOn, type XmlElement } from '../container/xml.ts';

export type StyleFacts = {
  bold?: boolean;
  italic?: boolean;
  hidden?: boolean;
  font?: string;
  align?: string;
  outline?: number;
  numId?: string;
  level?: number;
};
export type Styles = {
  /** Facts of a style by id; of the default paragraph style where no id is given. */
  paragraph: (id: string | undefined) => StyleFacts;
  character: (id: string | undefined) => StyleFacts;
};

const none: StyleFacts = {};

/** Reads `styles.xml`; a file without one has no styles. */
export function readStyles(root: XmlElement | undefined): Styles {
  const definitions = new Map<string, XmlElement>();
  let defaultParagraph: string | undefined;
  for (const style of childrenOf(root, 'style')) {
    const id = style.attributes.styleId;
    if (id === undefined) continue;
    definitions.set(id, style);
    const isDefault = ['1', 'true', 'on'].includes(style.attributes.default ?? '');
    if (style.attributes.type === 'paragraph' && isDefault) defaultParagraph = id;
  }
  const defaults = factsOf(
    child(child(root, 'docDefaults'), 'pPrDefault'),
    child(child(root, 'docDefaults'), 'rPrDefault'),
  );
  const resolved = new Map<string, StyleFacts>();
  const resolve = (id: string | undefined, base: StyleFacts): StyleFacts => {
    if (id === undefined) return base;
    const known = resolved.get(id);
    if (known) return known;
    const definition = definitions.get(id);
    if (!definition) return base;
    // Stored before the parent is looked at: a style based on itself ends here.
    resolved.set(id, base);
    const parent = resolve(childValue(definition, 'basedOn'), base);
    const facts = { ...parent, ...factsOf(definition, definition) };
    resolved.set(id, facts);
    return facts;
  };
  return {
    paragraph: (id) => resolve(id ?? defaultParagraph, defaults),
    character: (id) => (id === undefined ? none : resolve(id, none)),
  };
}

function factsOf(paragraphHolder: XmlElement | undefined, runHolder: XmlElement | undefined): StyleFacts {
  return { ...paragraphFacts(child(paragraphHolder, 'pPr')), ...runFacts(child(runHolder, 'rPr')) };
}

/** Facts written in paragraph properties. */
export function paragraphFacts(properties: XmlElement | undefined): StyleFacts {
  const facts: StyleFacts = {};
  if (!properties) return facts;
  const align = childValue(properties, 'jc');
  if (align !== undefined) facts.align = align;
  const outline = Number(childValue(properties, 'outlineLvl'));
  if (Number.isInteger(outline) && outline >= 0 && outline < 9) facts.outline = outline;
  const numbering = child(properties, 'numPr');
  const numId = childValue(numbering, 'numId');
  if (numId !== undefined) facts.numId = numId;
  const level = Number(childValue(numbering, 'ilvl'));
  if (numbering && Number.isInteger(level) && level >= 0 && level < 9) facts.level = level;
  return facts;
}

/** Facts written in run properties. */
export function runFacts(properties: XmlElement | undefined): StyleFacts {
  const facts: StyleFacts = {};
  if (!properties) return facts;
  const bold = isOn(properties, 'b');
  if (bold !== undefined) facts.bold = bold;
  const italic = isOn(properties, 'i');
  if (italic !== undefined) facts.italic = italic;
  const hidden = isOn(properties, 'vanish');
  if (hidden !== undefined) facts.hidden = hidden;
  const fonts = child(properties, 'rFonts')?.attributes;
  const font = fonts?.ascii ?? fonts?.hAnsi ?? fonts?.cs;
  if (font !== undefined) facts.font = font;
  return facts;
}
