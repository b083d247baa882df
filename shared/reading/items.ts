/** The items of a cell that holds several tasks or results. */
import { lastOf } from '../core/sure.ts';
import { flat } from './clean-text.ts';
import { parseLabel, withoutMarker } from './labels.ts';

/** A line that ends so is finished; the next line cannot belong to it. */
const finished = /[.;:!?…]["”')]*$/u;
/** A line that ends so goes on, whatever the next begins with. */
const unfinished =
  /(?:,|\(|\/|\s[-–]|(?:^|\s)(?:và|hoặc|của|về|các|cho|với|tại|theo|trong|đến|từ|là|do|để|được|những|bằng|như|năm|số|ngày))$/iu;

/**
 * Splits a cell into items without their marks: one for each paragraph, dash or number; a line that only carries on the one
 * above (cut by a narrow column or a page) is joined to it. Empty marks vanish.
 */
export function splitItems(cell: string): string[] {
  const items: string[] = [];
  let lastLine = '';
  for (const written of cell.split('\n')) {
    for (const line of splitInline(flat(written))) {
      if (line === '') continue;
      const marked = parseLabel(line) !== null;
      const words = withoutMarker(line);
      if (words === '') {
        lastLine = '';
        continue;
      }
      if (!marked && items.length > 0 && lastLine !== '' && carriesOn(lastLine, line)) {
        items[items.length - 1] += ` ${words}`;
      } else {
        items.push(words);
      }
      lastLine = line;
    }
  }
  return items;
}

/** True when `next` reads as the rest of the sentence that `line` began. */
export function carriesOn(line: string, next: string): boolean {
  if (finished.test(line)) return false;
  return /^[\p{Ll}(“"\d%,;.]/u.test(next) ? !/^\d+[.)]\s/.test(next) : unfinished.test(line);
}

/** Items written one after the other on a line: `- Một; - Hai; - Ba` or `1. Một; 2. Hai`. */
function splitInline(line: string): string[] {
  if (/^[-–+•]\s/.test(line)) {
    const parts = line.split(/(?<=[.;])\s+(?=[-–+•]\s*\p{Lu})/u);
    if (parts.length > 1) return parts;
  }
  if (/^1[.)]\s/.test(line)) {
    const parts = [line];
    for (let number = 2; ; number++) {
      const rest = lastOf(parts);
      const at = rest.search(new RegExp(`(?<=[.;])\\s+${number}[.)]\\s+(?=\\p{L})`, 'u'));
      if (at < 0) return parts;
      parts[parts.length - 1] = rest.slice(0, at);
      parts.push(rest.slice(at).trim());
    }
  }
  return [line];
}
