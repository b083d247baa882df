/**
 * Canonical JSON (RFC 8785): one value has exactly one text, so a digest or a signature over the text is one over the value.
 * Reading is strict: whatever is not in canonical form is refused, which also refuses a key written twice, a number that does not
 * survive reading, a byte-order mark and half a surrogate pair, without a rule for each.
 */
import { fail, ok, type Result } from '../core/result.ts';

export type CanonicalFault = 'not-json' | 'not-canonical' | 'too-deep' | 'forbidden-key';

/** Deeper than any data of ours; keeps recursion harmless on a hostile file. */
export const maxDepth = 32;

/** This key changes an object's prototype when careless code copies it; no data of ours needs it. */
const forbiddenKey = '__proto__';

const loneSurrogate = /\p{Surrogate}/u;

/** The canonical text of a JSON value. Throws on what JSON cannot say: undefined, functions, NaN, infinity, a lone surrogate. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('not a JSON number');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    if (loneSurrogate.test(value)) throw new TypeError('not a Unicode text');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError('not a JSON value');
  return `{${sortedMembers(value)
    .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`)
    .join(',')}}`;
}

/** By UTF-16 code units, as RFC 8785 asks. */
const sortedMembers = (value: object): [string, unknown][] =>
  Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));

/** Reads a text that must be canonical JSON. Never throws. */
export function parseCanonicalJson(text: string): Result<unknown, CanonicalFault> {
  if (deeperThan(text, maxDepth)) return fail('too-deep');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('not-json');
  }
  if (hasForbiddenKey(value)) return fail('forbidden-key');
  return matchCanonical(value, text, 0) === text.length ? ok(value) : fail('not-canonical');
}

/**
 * Compares a value with its canonical text from `start` on; returns where the text goes on, or -1. Walking along the text spares
 * a second copy of what may be tens of megabytes.
 */
function matchCanonical(value: unknown, text: string, start: number): number {
  if (start < 0) return -1;
  if (value === null || typeof value !== 'object') return matchToken(value, text, start);
  const isList = Array.isArray(value);
  let at = matchText(isList ? '[' : '{', text, start);
  if (isList)
    for (const [index, item] of value.entries())
      at = matchCanonical(item, text, index === 0 ? at : matchText(',', text, at));
  else
    for (const [index, [key, member]] of sortedMembers(value).entries()) {
      at = matchToken(key, text, index === 0 ? at : matchText(',', text, at));
      at = matchCanonical(member, text, matchText(':', text, at));
    }
  return matchText(isList ? ']' : '}', text, at);
}

function matchToken(value: unknown, text: string, at: number): number {
  const readable = typeof value === 'string' ? !loneSurrogate.test(value) : value !== Infinity && value !== -Infinity;
  return readable ? matchText(JSON.stringify(value), text, at) : -1;
}

const matchText = (token: string, text: string, at: number): number =>
  at >= 0 && text.startsWith(token, at) ? at + token.length : -1;

/** Counts brackets outside strings, before anything recursive touches the value. */
function deeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      if (++depth > limit) return true;
    } else if (character === '}' || character === ']') depth--;
  }
  return false;
}

function hasForbiddenKey(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasForbiddenKey);
  if (value === null || typeof value !== 'object') return false;
  return Object.hasOwn(value, forbiddenKey) || Object.values(value).some(hasForbiddenKey);
}
