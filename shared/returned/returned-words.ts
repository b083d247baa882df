/** The words of a plan after the accepted changes of a Word file: its lines edited in place, then taken apart again into lists and sections. */

import { blocksOfPasted } from '../body/pasted-lines.ts';
import { levelOfLabel } from '../body/section-nodes.ts';
import { oneLine } from '../text/fold.ts';
import { inOwnLetters } from './own-letters.ts';
import {
  type LinePlace,
  type LineTarget,
  type OwnPlan,
  type PlanChange,
  type PrintedSection,
  placeOfNew,
  placesOf,
  type WordList,
} from './plan.ts';
import { readPlanAnnex } from './plan-annex.ts';
import { bareEntry, keptWords, linesOfSource } from './returned-change.ts';

/** `lines` is null where they stay as they are. `id` is empty for a new section. */
export type RebuiltSection = {
  id: string;
  label: string;
  heading: string;
  lines: string[] | null;
  children: RebuiltSection[];
};

export type PlanWords = {
  head: Partial<Omit<OwnPlan['head'], 'signer'> & { signer: OwnPlan['head']['signer'] }>;
  /** Null where no section changes. */
  sections: RebuiltSection[] | null;
};

/** A line on its way: where it belongs, and its words where they are new. */
type Item = { place: LinePlace; text: string | null };

/** Pure; the same changes give the same words. Changes of the task table are left to others. */
export function wordsAfter(own: OwnPlan, accepted: readonly PlanChange[]): PlanWords {
  const head: PlanWords['head'] = {};
  const edits: LineTarget[] = [];
  for (const { target } of accepted) {
    if (target?.kind === 'head') Object.assign(head, target.patch);
    if (target?.kind === 'line') edits.push(target);
  }
  if (edits.length === 0) return { head, sections: null };
  const places = placesOf(own, linesOfSource(own.blocks, readPlanAnnex(own.blocks)));
  const items = itemsAfter(places, edits);
  const touched = touchedBy(places, edits);
  for (const list of touched.lists) Object.assign(head, listAfter(own.head, list, items));
  return { head, sections: touched.sections ? sectionsAfter(own.sections, items) : null };
}

function itemsAfter(places: readonly LinePlace[], edits: readonly LineTarget[]): Item[] {
  const now = new Map<number, Item | null>();
  const below = new Map<number, Item[]>();
  const add = (after: number, item: Item) => below.set(after, [...(below.get(after) ?? []), item]);
  for (const { edit, own, after, text } of edits) {
    const place = own === null ? null : (places[own] ?? null);
    if (edit === 'removed' && own !== null) now.set(own, null);
    else if (edit === 'changed' && own !== null) now.set(own, { place, text });
    else if (edit === 'added') add(after, { place: newPlace(placeOfNew(places, after, text)), text });
    else if (own !== null) {
      now.set(own, null);
      add(after, movedItem(place, placeOfNew(places, after, text), text));
    }
  }
  const items = [...(below.get(-1) ?? [])];
  places.forEach((place, at) => {
    const item = now.get(at);
    if (item !== null) items.push(item ?? { place, text: null });
    items.push(...(below.get(at) ?? []));
  });
  return items;
}

/** A new line belongs where its neighbour does, but is no part of what the neighbour says. */
const newPlace = (near: LinePlace): LinePlace => {
  if (near?.kind === 'section') return { ...near, line: -1, opens: false };
  return near?.kind === 'list' ? { ...near, at: -1 } : null;
};

/** What moves among lines of its own kind stays what it is; elsewhere only its words arrive. The heading of a section takes it along. */
function movedItem(place: LinePlace, near: LinePlace, text: string): Item {
  const isHeadless = place?.kind === 'section' && `${place.section.label}${place.section.heading}`.trim() === '';
  const stays =
    (place?.kind === 'section' && near?.kind === 'section' && !isHeadless) ||
    (place?.kind === 'list' && near?.kind === 'list' && place.list === near.list);
  return stays ? { place, text: null } : { place: newPlace(near), text };
}

function touchedBy(places: readonly LinePlace[], edits: readonly LineTarget[]) {
  const lists = new Set<WordList>();
  let sections = false;
  const note = (place: LinePlace) => {
    if (place?.kind === 'list') lists.add(place.list);
    if (place?.kind === 'section') sections = true;
  };
  for (const { edit, own, after, text } of edits) {
    if (own !== null) note(places[own] ?? null);
    if (edit === 'added' || edit === 'moved') note(placeOfNew(places, after, text));
  }
  return { lists, sections };
}

/** The entries of one list as they are kept: what did not change keeps its own wording, marks and all. */
function listAfter(head: OwnPlan['head'], list: WordList, items: readonly Item[]): PlanWords['head'] {
  const { authority, title, name } = head.signer;
  const signer = `${authority}\n${title}`.split(/[\n/]/u).map(oneLine).filter(Boolean);
  const stored =
    list === 'title' ? head.title.split('\n') : list === 'signing' ? signer : list === 'name' ? [name] : head[list];
  const entries: { at: number; text: string }[] = [];
  for (const { place, text } of items) {
    if (place?.kind !== 'list' || place.list !== list) continue;
    const last = entries.at(-1);
    const isSame = last !== undefined && place.at >= 0 && last.at === place.at;
    const kept = text === null ? null : entryWords(list, text, stored[place.at] ?? '');
    if (isSame && kept !== null) last.text += `\n${kept}`;
    else if (!isSame) entries.push({ at: place.at, text: kept ?? stored[place.at] ?? '' });
  }
  const texts = entries.map(({ text }) => text);
  if (list === 'title') return { title: texts.join('\n') };
  if (list === 'name') return { signer: { authority, title, name: texts[0] ?? '' } };
  if (list !== 'signing') return { [list]: texts };
  const authorities = authority.split(/[\n/]/u).filter((line) => line.trim() !== '').length;
  const rest = texts.slice(authorities).join('\n');
  return { signer: { authority: texts.slice(0, authorities).join('\n'), title: rest, name } };
}

function entryWords(list: WordList, text: string, stored: string): string {
  if (list === 'recipients' || list === 'basis') {
    const mark = /[.;,]\s*$/u.exec(stored)?.[0].trim() ?? '';
    const dash = list === 'recipients' ? (/^\s*[-–+•]\s*/u.exec(stored)?.[0] ?? '') : '';
    return /:\s*$/u.test(text) ? oneLine(text) : `${dash}${bareEntry(text)}${mark}`;
  }
  if (list === 'title') return `${/^\s*kế hoạch\s+/iu.exec(stored)?.[0] ?? ''}${text}`;
  if (list === 'signing' || list === 'annexTitle') return inOwnLetters(stored, oneLine(text));
  return list === 'closing' && /\.\/\.\s*$/u.test(text) ? oneLine(text) : keptWords(text);
}

type Flat = { section: PrintedSection; depth: number };
type Open = { section: RebuiltSection; depth: number; original: PrintedSection | null; lines: Line[] };
/** `at`: the line of the original section it is, -1 for one that is new or changed. */
type Line = { text: string; from: PrintedSection | null; at: number };

function sectionsAfter(sections: readonly PrintedSection[], items: readonly Item[]): RebuiltSection[] {
  const order: Flat[] = [];
  const walk = (list: readonly PrintedSection[], depth: number): void => {
    for (const section of list) {
      order.push({ section, depth });
      walk(section.children, depth + 1);
    }
  };
  walk(sections, 1);
  const depths = new Map(order.map(({ section, depth }) => [section, depth]));
  const opened: Open[] = [];
  const open = (section: Omit<RebuiltSection, 'lines' | 'children'>, depth: number, original: PrintedSection | null) =>
    opened.push({ section: { ...section, lines: null, children: [] }, depth, original, lines: [] });
  for (const { place, text } of items) {
    if (place?.kind !== 'section') continue;
    const { section, line, opens } = place;
    const isHeadless = section.label.trim() === '' && section.heading.trim() === '';
    const depth = depths.get(section) ?? 1;
    if (opens) {
      const said = text === null ? null : parted(text, section);
      const titled = line === 'heading';
      const heading = titled && said ? inOwnLetters(section.heading, said.rest) : section.heading;
      open({ id: section.id, label: said?.label ?? section.label, heading }, depth, section);
      if (!titled) {
        const words = said === null ? (section.lines[0] ?? '') : keptWords(said.rest);
        opened.at(-1)?.lines.push({ text: words, from: section, at: said === null ? 0 : -1 });
      }
      continue;
    }
    if (isHeadless && line !== -1 && !opened.some(({ original }) => original === section))
      open({ id: section.id, label: section.label, heading: section.heading }, depth, section);
    if (text === null && typeof line === 'number') {
      if (opened.length === 0) open({ id: '', label: '', heading: '' }, 1, null);
      opened.at(-1)?.lines.push({ text: section.lines[line] ?? '', from: section, at: line });
      continue;
    }
    const words = keptWords(text ?? '');
    const numbered = line === -1 ? blocksOfPasted([{ text: words, heading: 0 }])[0] : undefined;
    if (numbered?.type === 'numbered') {
      const label = words.slice(0, words.length - numbered.text.length).trim();
      const heading = numbered.titled ? numbered.text : '';
      open({ id: '', label, heading }, depthOfNew(label, opened), null);
      if (!numbered.titled) opened.at(-1)?.lines.push({ text: numbered.text, from: null, at: -1 });
      continue;
    }
    if (opened.length === 0) open({ id: '', label: '', heading: '' }, 1, null);
    opened.at(-1)?.lines.push({ text: words, from: null, at: -1 });
  }
  return treeOf(withSilent(order, opened));
}

/** The number a line begins with and what follows; the section's own number counts however it is written. */
function parted(text: string, section: PrintedSection): { label: string; rest: string } {
  const own = section.label.trim();
  if (own !== '' && text.startsWith(own)) return { label: section.label, rest: text.slice(own.length).trim() };
  const found = /^((?:[IVXLC]+|\d+(?:\.\d+)*|\p{Ll}{1,2})[.)]|\d+(?:\.\d+)+|[-–+•])\s+(?=\S)/u.exec(text);
  return found ? { label: found[1] ?? '', rest: text.slice(found[0].length) } : { label: '', rest: text };
}

/** As deep as the nearest section above that is numbered in the same way, else one below the open one. */
function depthOfNew(label: string, opened: readonly Open[]): number {
  const kind = (each: string) => `${levelOfLabel(each)} ${each.replace(/[\p{L}]+/gu, 'a').replace(/\d+/gu, '1')}`;
  const alike = opened.findLast(({ section }) => section.label !== '' && kind(section.label) === kind(label));
  return alike?.depth ?? (opened.at(-1)?.depth ?? 0) + 1;
}

/** Sections that print nothing stay behind the section they stood behind. */
function withSilent(order: readonly Flat[], opened: readonly Open[]): Open[] {
  const result = [...opened];
  order.forEach(({ section, depth }, at) => {
    const isSilent = section.label.trim() === '' && section.heading.trim() === '' && section.lines.length === 0;
    if (!isSilent) return;
    const before = order.slice(0, at).map((each) => each.section);
    const place = result.findLastIndex(({ original }) => original !== null && before.includes(original));
    const { id, label, heading } = section;
    result.splice(place + 1, 0, {
      section: { id, label, heading, lines: null, children: [] },
      depth,
      original: section,
      lines: [],
    });
  });
  return result;
}

function treeOf(opened: readonly Open[]): RebuiltSection[] {
  const roots: RebuiltSection[] = [];
  const path: Open[] = [];
  for (const each of opened) {
    while (path.length > 0 && (path.at(-1)?.depth ?? 0) >= each.depth) path.pop();
    const { original, lines, section } = each;
    const stays =
      original !== null &&
      lines.length === original.lines.length &&
      lines.every(({ from, at }, index) => from === original && at === index);
    section.lines = stays ? null : lines.map(({ text }) => text);
    (path.at(-1)?.section.children ?? roots).push(section);
    path.push(each);
  }
  return roots;
}
