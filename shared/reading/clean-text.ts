/** Text of a file made fit to be compared: composed form, plain spaces, without characters nobody sees. */
import { nfc } from '../text/fold.ts';

/**
 * NFC; no-break and typographic spaces become plain ones; zero-width marks, soft hyphens and control characters vanish.
 * Line ends become `\n`, tabs stay. Legacy fonts must be decoded before: their ư is the soft hyphen.
 */
export function cleanText(text: string): string {
  return (
    nfc(text)
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      .replace(/[\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
      .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\uFFFE\uFFFF]/g, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
  );
}

/** One line of words: runs of white space become one space, ends trimmed. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
