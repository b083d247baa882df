/** What is to change in the parts of one file, gathered before anything is written: settings of one element are written once. */
import type { InspectedFile } from '../inspect/inspect-docx.ts';
import { type Change, type Changes, rewritten, settingsSplice } from './settings.ts';
import { escaped, type SourceElement, type Splice, sourceText, spliced } from './source-xml.ts';

type Settings = 'pPr' | 'rPr' | 'trPr';
type Wish = { readonly holder: SourceElement; readonly name: Settings; readonly changes: Map<string, Change> };

export type PartEdits = {
  /** Text of a part as the file has it. */
  readonly text: (part: string) => string;
  /** Changes the settings (`pPr` …) of a paragraph, run or row. */
  readonly settings: (
    part: string,
    holder: SourceElement,
    name: Settings,
    changes: Readonly<Record<string, Change>>,
  ) => void;
  /** Changes a settings element that stands by itself, as `sectPr` does. */
  readonly rewrite: (
    part: string,
    element: SourceElement,
    changes: Readonly<Record<string, Change>>,
    front?: string,
  ) => void;
  readonly splice: (part: string, splice: Splice) => void;
  /** Words in place of those of a text element. */
  readonly words: (part: string, element: SourceElement, text: string) => void;
  /** A part that the file does not have yet. */
  readonly add: (part: string, text: string) => void;
  readonly has: (part: string) => boolean;
  /** The changed parts by name; empty where nothing changes. */
  readonly parts: () => Map<string, string>;
};

export function partEdits({ container }: Pick<InspectedFile, 'container'>): PartEdits {
  const texts = new Map<string, string>();
  const splices = new Map<string, Splice[]>();
  const wishes = new Map<string, Map<SourceElement, Wish>>();
  const alone = new Map<string, Map<SourceElement, { changes: Map<string, Change>; front: string }>>();
  const added = new Map<string, string>();
  const text = (part: string): string => {
    const known = texts.get(part);
    if (known !== undefined) return known;
    const read = sourceText(container.part(part) ?? new Uint8Array());
    texts.set(part, read);
    return read;
  };
  const of = <T>(map: Map<string, T>, part: string, make: () => T): T => {
    const known = map.get(part) ?? make();
    map.set(part, known);
    return known;
  };
  const merge = (into: Map<string, Change>, changes: Readonly<Record<string, Change>>): void => {
    for (const [name, change] of Object.entries(changes)) {
      const before = into.get(name);
      into.set(name, typeof change === 'string' || typeof before === 'string' ? change : { ...before, ...change });
    }
  };
  const splice = (part: string, each: Splice): void => void of(splices, part, () => []).push(each);
  return {
    text,
    splice,
    settings: (part, holder, name, changes) => {
      const ofPart = of(wishes, part, () => new Map());
      const wish: Wish = ofPart.get(holder) ?? { holder, name, changes: new Map() };
      ofPart.set(holder, wish);
      merge(wish.changes, changes);
    },
    rewrite: (part, element, changes, front = '') => {
      const ofPart = of(alone, part, () => new Map());
      const wish = ofPart.get(element) ?? { changes: new Map(), front: '' };
      ofPart.set(element, { ...wish, front: wish.front + front });
      merge(wish.changes, changes);
    },
    words: (part, element, words) => {
      const start = text(part).slice(element.start, element.openEnd);
      const kept = start.replace(/\s*\/?>$/, '').replace(/\s+xml:space="[^"]*"/, '');
      const written = `${kept} xml:space="preserve">${escaped(words)}</${element.tag}>`;
      splice(part, { from: element.start, to: element.end, text: written });
    },
    add: (part, xml) => void added.set(part, xml),
    has: (part) => added.has(part) || container.part(part) !== null,
    parts: () => {
      for (const [part, ofPart] of wishes)
        for (const { holder, name, changes } of ofPart.values()) {
          // Page settings inside a paragraph's own are written by themselves; the paragraph waits for the next pass.
          if ([...(alone.get(part)?.keys() ?? [])].some((each) => each.start > holder.start && each.end < holder.end))
            continue;
          const made = settingsSplice(text(part), holder, name, changes);
          if (made) splice(part, made);
        }
      for (const [part, ofPart] of alone)
        for (const [element, { changes, front }] of ofPart) {
          const xml = rewritten(text(part), element, changes as Changes);
          const opened = xml.indexOf('>') + 1;
          splice(part, {
            from: element.start,
            to: element.end,
            text: xml.slice(0, opened) + front + xml.slice(opened),
          });
        }
      const changed = [...splices].map(([part, list]): [string, string] => [part, spliced(text(part), list)]);
      return new Map([...changed.filter(([part, now]) => now !== text(part)), ...added]);
    },
  };
}
