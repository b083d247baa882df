/**
 * From the words of a plan to a post of the office. The plan's words are never changed: a post carries the wordings it goes by
 * (aliases), and matching ignores accents, case, dashes, plural and rank words, and a trailing unit name.
 */
import { fold } from '../text/fold.ts';
import { unitKinds } from './unit.ts';

/** Words in front that say "staff of", not who. */
const leading = /^(cac|can bo|cong chuc|chuyen vien|nhan vien|chuc danh|va|,)\s+/;
const unitWord = unitKinds.map((kind) => kind.replace(/-/g, ' ')).join('|');
const trailing = new RegExp(`\\s+(phoi hop|chu tri|(tai |cua |thuoc )?(${unitWord})( [a-z0-9 ]{1,40})?)$`);

/** Key under which a wording is compared. "Công chức VHXH thị trấn Như Quỳnh" and "VH-XH" give the same key. */
export function postKey(wording: string): string {
  let key = fold(wording)
    .replace(/[^a-z0-9& ]+/g, ' ')
    .replace(/\bbo phan\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  for (let before = ''; before !== key; ) {
    before = key;
    key = key.replace(leading, '').replace(trailing, '').trim();
  }
  return key.replace(/ /g, '');
}

/** A wording that names everybody and nobody ("các công chức chuyên môn liên quan"): only a person can say who is meant. */
export function isGenericWording(wording: string): boolean {
  const key = fold(wording)
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (/\blien quan\b|\bchuyen mon\b/.test(key)) return true;
  return (
    /^((cac|can bo|cong chuc|vien chuc|va|nganh|ban|doan the|bo phan|ubnd|cbcc|don vi|to chuc)\s?)+$/.test(key) &&
    key !== 'ubnd'
  );
}

export type PostWords = { readonly id: string; readonly name: string; readonly aliases: readonly string[] };

export type PostIndex = { resolve(wording: string): string | null };

/** Looks wordings up among the posts; the first post that claims a wording has it. A generic group belongs to a post only when a person said so word for word. */
export function createPostIndex(posts: readonly PostWords[]): PostIndex {
  const exact = new Map<string, string>();
  const byKey = new Map<string, string>();
  for (const post of posts)
    for (const wording of [post.name, ...post.aliases]) {
      if (!exact.has(fold(wording))) exact.set(fold(wording), post.id);
      const key = postKey(wording);
      if (key !== '' && !byKey.has(key)) byKey.set(key, post.id);
    }
  const cache = new Map<string, string | null>();
  return {
    resolve: (wording) => {
      const known = cache.get(wording);
      if (known !== undefined) return known;
      const found =
        exact.get(fold(wording)) ?? (isGenericWording(wording) ? null : (byKey.get(postKey(wording)) ?? null));
      cache.set(wording, found);
      return found;
    },
  };
}
