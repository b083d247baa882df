/**
 * What is there by construction: an index that was counted from the list, a group that its pattern always fills. A miss is a
 * defect of the program and is thrown where it happens, instead of going on as `undefined` into what a person sees.
 */

/** The item at an index. Throws where there is none: beyond the end, or `undefined` in a list that may hold it. */
export function itemAt<T>(list: ArrayLike<T | undefined>, index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`no item ${index} in a list of ${list.length}`);
  return item;
}

/** The first item of a list that is not empty. */
export const firstOf = <T>(list: ArrayLike<T | undefined>): T => itemAt(list, 0);

/** The last item of a list that is not empty. */
export const lastOf = <T>(list: ArrayLike<T | undefined>): T => itemAt(list, list.length - 1);

/** The words of a group that takes part in every match of its pattern, counted from 1; an optional one is read as `found[n]`. */
export function groupOf(found: RegExpMatchArray, group: number): string {
  const words = found[group];
  if (words === undefined) throw new Error(`group ${group} took no part in ${JSON.stringify(found[0].slice(0, 80))}`);
  return words;
}
