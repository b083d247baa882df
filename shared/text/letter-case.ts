/** The first letter of words that move to the start of a line, or into a sentence. */

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Lower-case start inside a sentence; an abbreviation (UBND) keeps its capitals. */
export function small(text: string): string {
  const second = text.charAt(1);
  const isAbbreviation = second !== '' && second === second.toUpperCase() && second !== second.toLowerCase();
  return isAbbreviation ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
