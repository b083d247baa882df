/** A Word file edited in LibreOffice's own form: opened and saved as flat OpenDocument, changed there, and saved as Word again. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { office } from './edit-docx.ts';
import { hang } from './patience.ts';

export type FlatEdit = (flat: string) => string;

/** Two savings by LibreOffice with the edits between them: nothing of the file's first writing is left. */
export function editInLibreOffice(bytes: Uint8Array, ...edits: FlatEdit[]): Uint8Array {
  if (office === null) throw new Error('LibreOffice is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'so-viec-odt-'));
  try {
    const convert = (from: string, to: string) =>
      execFileSync(
        office ?? '',
        [
          `-env:UserInstallation=file://${join(folder, 'ho-so')}`,
          '--headless',
          '--convert-to',
          to,
          '--outdir',
          folder,
          join(folder, from),
        ],
        { stdio: 'ignore', timeout: hang },
      );
    writeFileSync(join(folder, 'ban.docx'), bytes);
    convert('ban.docx', 'fodt');
    const flat = readFileSync(join(folder, 'ban.fodt'), 'utf8');
    writeFileSync(
      join(folder, 'ban.fodt'),
      edits.reduce((text, edit) => edit(text), flat),
    );
    rmSync(join(folder, 'ban.docx'));
    convert('ban.fodt', 'docx:MS Word 2007 XML');
    return new Uint8Array(readFileSync(join(folder, 'ban.docx')));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** The one element of this name that holds `words` and no other element of its name. */
function elementWith(flat: string, name: string, words: string): string {
  const inner = `(?:(?!<${name}[ >]).)*?`;
  const found = flat.match(new RegExp(`<${name}[ >]${inner}${escaped(words)}${inner}</${name}>`, 'gsu')) ?? [];
  if (found.length !== 1) throw new Error(`${found.length} elements ${name} hold “${words}”`);
  return found[0] ?? '';
}

/** Words in place of words, wherever LibreOffice put them; they must stand once. */
export const rewordIn =
  (before: string, after: string): FlatEdit =>
  (flat) => {
    if (flat.split(before).length !== 2) throw new Error(`“${before}” stands ${flat.split(before).length - 1} times`);
    return flat.replace(before, after);
  };

/** A paragraph of the same look below the one that holds `words`. */
export const paragraphBelow =
  (words: string, text: string): FlatEdit =>
  (flat) => {
    const paragraph = elementWith(flat, 'text:p', words);
    const open = /^<text:p[^>]*>/u.exec(paragraph)?.[0] ?? '<text:p>';
    return flat.replace(paragraph, () => `${paragraph}${open}${text}</text:p>`);
  };

export const withoutParagraph =
  (words: string): FlatEdit =>
  (flat) =>
    flat.replace(elementWith(flat, 'text:p', words), '');

/** The row that holds `words`, once more below it, with its texts changed; merged cells above reach over the new row too. */
export const rowBelow =
  (words: string, change: (row: string) => string): FlatEdit =>
  (flat) => {
    const row = elementWith(flat, 'table:table-row', words);
    const at = flat.indexOf(row);
    let above = flat.slice(0, at);
    for (const _covered of row.match(/<table:covered-table-cell/gu) ?? []) {
      const spans = [...above.matchAll(/number-rows-spanned="(\d+)"/gu)];
      const last = spans.at(-1);
      if (!last) throw new Error('a covered cell without a cell that covers it');
      // Written in other letters, so that the next one found is the cell beside it.
      const end = last.index + last[0].length;
      above = `${above.slice(0, last.index)}number-rows-SPANNED="${Number(last[1]) + 1}"${above.slice(end)}`;
    }
    return (
      above.replaceAll('number-rows-SPANNED', 'number-rows-spanned') + row + change(row) + flat.slice(at + row.length)
    );
  };

/** Everything as another program would set it: other fonts, curly quotes, no-break spaces, words cut into spans. */
export const reformatted: FlatEdit = (flat) =>
  flat
    .replaceAll('Times New Roman', 'Liberation Sans')
    .replace(
      /(<text:p[^>]*>)([^<]{20,}?) (\S[^<]*)(<\/text:p>)/gu,
      '$1<text:span>$2</text:span>\u00a0<text:span>$3</text:span>$4',
    )
    .replace(/>([^<]*)"([^<"]*)"([^<]*)</gu, '>$1“$2”$3<');
