/** What is decided about a file before its first byte travels. Pure. */
import { contract } from '../../../shared/api/contract/contract.ts';
import { problems } from '../../../shared/api/problems.ts';

/** Longest name the server takes. */
const longestName = 255;

/** A name the server can keep: a longer one loses the end of its stem, never its ending. */
export function sendableName(name: string): string {
  const clean = name.trim() || 'tep-khong-ten';
  if (clean.length <= longestName) return clean;
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 && clean.length - dot <= 12 ? clean.slice(dot) : '';
  return clean.slice(0, longestName - ending.length) + ending;
}

/** The sentence for a file that is not worth sending; null when it may go. */
export function refusedBeforehand(file: { size: number }): string | null {
  if (file.size === 0) return problems['tep-rong'].message;
  return file.size > contract.work.addFile.body.rawBytes ? problems['qua-lon'].message : null;
}

const generic = /^(image|unknown|blob|clipboard)?(\.\w+)?$/i;

/** Pasted pictures all come as `image.png`; this gives them a name a person can find again. `date` is `YYYY-MM-DD`, `time` `HH:MM`. */
export function pastedName(name: string, date: string, time: string): string {
  if (!generic.test(name.trim())) return name;
  const [year, month, day] = date.split('-');
  const ending = /\.\w+$/.exec(name)?.[0] ?? '.png';
  return `Ảnh dán ${day}-${month}-${year} ${time.replace(':', 'h')}${ending}`;
}

/**
 * Whether a paste means its files. Word and Excel put a picture of the copied words beside the words: inside a text field the words
 * are meant. A picture copied from Zalo or a screenshot comes without words.
 */
export const pasteMeansFiles = (files: number, hasText: boolean, intoTextField: boolean): boolean =>
  files > 0 && !(intoTextField && hasText);
