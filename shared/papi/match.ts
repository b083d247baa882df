/** Which area or component a printed name means, whatever number stands before it. */
import { likeness, wordsOf } from '../compare/likeness.ts';
import { fold } from '../text/fold.ts';
import { type Area, areas, type Component } from './areas.ts';

/** `sure` is false for a name found by its likeness only: show it and ask. */
export type AreaMatch = { readonly code: string; readonly sure: boolean };

/** A printed part may merge several components ("Chất lượng nước, chất lượng không khí"). */
export type ComponentMatch = { readonly codes: readonly string[]; readonly area: string; readonly sure: boolean };

/** Share of common words that makes two names alike. */
const alike = 0.75;

/** Longer texts are sentences, not names. */
const longestName = 400;

/** Without accents, punctuation and the number or letter before the name. */
function nameKey(text: string): string {
  const plain = fold(text.slice(0, longestName))
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain
    .replace(/^(?:(?:chi so )?noi dung|truc noi dung|chi so|linh vuc|nhom|phan|muc)\s+(?:so\s+)?\d+\s*/, '')
    .replace(/^(?:\d+\s+)+|^[ivx]+\s+|^[a-z]\s+(?!te\b)(?=[a-z]{2})/g, '')
    .trim();
}

/** The area a name means; null when none is named, or two are. */
export function matchDimension(text: string): AreaMatch | null {
  const key = nameKey(text);
  if (key === '') return null;
  const exact = areas.find((area) => [area.name, ...area.variants].some((name) => nameKey(name) === key));
  if (exact) return { code: exact.code, sure: true };
  const signed = areas.filter((area) => area.signs.test(key));
  if (signed.length === 1) return { code: signed[0]!.code, sure: true };
  return signed.length > 1 ? null : mostAlike(key, areas, (area) => [area.name, ...area.variants]);
}

/** The components a name means; `area` (a code) narrows the search where the row tells it. Null when none is named. */
export function matchComponent(text: string, area?: string): ComponentMatch | null {
  const key = nameKey(text);
  if (key === '') return null;
  const within = area === undefined ? areas : areas.filter(({ code }) => code === area);
  const all = within.flatMap((each) => each.components.map((component) => ({ ...component, area: each.code })));
  const exact = all.find((component) => nameKey(component.name) === key);
  const signed = exact ? [exact] : all.filter((component) => component.signs.test(key));
  const home = signed[0]?.area;
  if (home !== undefined && signed.every((component) => component.area === home))
    return { codes: signed.map(({ code }) => code), area: home, sure: true };
  if (signed.length > 0) return null;
  const guess = mostAlike(key, all, (component: Component) => [component.name]);
  return guess && { codes: [guess.code], area: all.find(({ code }) => code === guess.code)!.area, sure: false };
}

function mostAlike<T extends Area | Component>(
  key: string,
  choices: readonly T[],
  names: (choice: T) => readonly string[],
): AreaMatch | null {
  const words = wordsOf(key);
  const scored = choices
    .map((choice) => ({
      code: choice.code,
      score: Math.max(...names(choice).map((name) => likeness(words, wordsOf(nameKey(name))))),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best || best.score < alike || (second && second.score === best.score)) return null;
  return { code: best.code, sure: false };
}
