/** The end of a plan: closing sentence, recipients, who signs. */
import { itemAt } from '../core/sure.ts';
import { flat } from './clean-text.ts';
import { parseLabel } from './labels.ts';
import { isUpper, type Line, laidOut } from './lines.ts';

export type Signer = { authority: string; title: string; name: string };
export type Ending = { recipients: string[]; signer: Signer; start: number; end: number; found: boolean };

const recipientsHead = /^nơi nhận\s*:?/iu;
const onBehalf = /^(?:TM|T\/M|KT|TL|TUQ|Q)\s*\./u;

/** Most lines between "Nơi nhận" and the name of who signs. */
const longestEnding = 60;

/**
 * Finds "Nơi nhận" and reads what stands beside and below it. `start` and `end` bound the lines it takes; where there is
 * no "Nơi nhận", the signing block alone is looked for.
 */
export function readEnding(lines: readonly Line[], from: number): Ending {
  let start = lines.findIndex(
    (line, index) => index >= from && laidOut(line.text).some((part) => recipientsHead.test(part)),
  );
  if (start < 0)
    start = lines.findIndex((line, index) => index >= from && onBehalf.test(line.text) && isUpper(line.text));
  if (start < 0)
    return {
      recipients: [],
      signer: { authority: '', title: '', name: '' },
      start: lines.length,
      end: lines.length,
      found: false,
    };
  // In a layout table the signing cell may stand before the recipients.
  const { place, column } = itemAt(lines, start);
  const inSameTable = (line: Line) => line.place.block === place.block && line.column !== null;
  if (column !== null) while (start > from && inSameTable(itemAt(lines, start - 1))) start--;
  const recipients: string[] = [];
  const signing: string[] = [];
  let index = start;
  let recipientColumn: number | null = null;
  for (; index < Math.min(lines.length, start + longestEnding); index++) {
    const line = itemAt(lines, index);
    if (endsSignature(line, signing, recipients)) break;
    for (const part of laidOut(line.text)) {
      const text = flat(part);
      if (recipientsHead.test(text)) {
        recipientColumn = line.column;
        const same = text.replace(recipientsHead, '').trim();
        if (same !== '') recipients.push(recipient(same));
      } else if (isRecipient(text, line, recipientColumn, signing)) {
        recipients.push(recipient(text));
      } else if (text !== '' && !/^\(?đã ký\)?$/iu.test(text)) {
        signing.push(text);
      }
    }
  }
  return {
    recipients: recipients.filter((text) => text !== ''),
    signer: signerOf(signing),
    start,
    end: index,
    found: true,
  };
}

function isRecipient(text: string, line: Line, column: number | null, signing: readonly string[]): boolean {
  if (line.column !== null && column !== null) return line.column === column;
  const label = parseLabel(text);
  if (label && (label.kind === 'dash' || label.kind === 'plus' || label.kind === 'dot')) return true;
  return /^lưu\s*:/iu.test(text) || (signing.length === 0 && !isUpper(text) && /[;.]$/.test(text));
}

/** The annex begins, or a name was read and other text follows. */
function endsSignature(line: Line, signing: readonly string[], recipients: readonly string[]): boolean {
  const text = flat(line.text);
  if (text === '') return false;
  if (/^(?:phụ lục|biểu|bảng|danh mục|mẫu số)(?!\p{L})/iu.test(text)) return true;
  const named = signing.some((part) => isPersonName(part));
  return named && line.column === null && recipients.length > 0 && parseLabel(text) === null && !isUpper(text);
}

const recipient = (text: string): string => {
  const label = parseLabel(text);
  const words = label && label.kind !== 'letter' ? label.rest : text;
  return flat(words).replace(/[;.,]+$/, '');
};

/** Two to six words that each begin with a capital, not all in capitals. */
const isPersonName = (text: string): boolean => /^(?:\p{Lu}[\p{Ll}']+)(?:\s+\p{Lu}[\p{Ll}']*){1,5}$/u.test(text);

/** "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / name": the last line in capitals is the title of who signs. */
export function signerOf(lines: readonly string[]): Signer {
  const name = lines.findLast((line) => isPersonName(line)) ?? '';
  const capitals = lines.filter((line) => isUpper(line) && line !== name);
  const title = capitals.findLast((line) => !onBehalf.test(line)) ?? '';
  return { authority: capitals.filter((line) => line !== title).join('\n'), title, name };
}
