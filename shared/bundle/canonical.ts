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
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`).join(',')}}`;
}

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
  try {
    return canonicalJson(value) === text ? ok(value) : fail('not-canonical');
  } catch {
    return fail('not-canonical');
  }
}

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
