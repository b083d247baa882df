/** Edits a Word file as a person would, word for word, by changing the text of its runs; and through LibreOffice's own saving. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { hang } from './patience.ts';

const part = 'word/document.xml';

/** The file with its document part changed by `change`. */
export function editWord(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const xml = files[part];
  if (!xml) throw new Error('no document part');
  return zipSync({ ...files, [part]: strToU8(change(strFromU8(xml))) });
}

/** Puts `after` in place of the one `before` in the text of the document. */
export const replaceText =
  (before: string, after: string) =>
  (xml: string): string => {
    if (xml.split(before).length !== 2) throw new Error(`“${before}” stands ${xml.split(before).length - 1} times`);
    return xml.replace(before, after);
  };

/** The paragraph that holds `text`, as it stands in the document part. */
function paragraphWith(xml: string, text: string): string {
  const found = xml.match(/<w:p[ >](?:(?!<w:p[ >]).)*?<\/w:p>/gsu)?.filter((each) => each.includes(text)) ?? [];
  if (found.length !== 1) throw new Error(`${found.length} paragraphs hold “${text}”`);
  return found[0] ?? '';
}

/** A paragraph of the same look below the one that holds `text`. */
export const addBelow =
  (text: string, added: string) =>
  (xml: string): string => {
    const paragraph = paragraphWith(xml, text);
    let isFirst = true;
    const copy = paragraph.replace(/<w:t(?: [^>]*)?>[^<]*<\/w:t>/gu, () => {
      const words = isFirst ? added : '';
      isFirst = false;
      return `<w:t xml:space="preserve">${words}</w:t>`;
    });
    return xml.replace(paragraph, () => paragraph + copy);
  };

export const removeParagraph =
  (text: string) =>
  (xml: string): string =>
    xml.replace(paragraphWith(xml, text), '');

export const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path)) ?? null;

/** Opened and saved again by LibreOffice: another program's own way of writing the same document. */
export function savedByLibreOffice(bytes: Uint8Array): Uint8Array {
  if (office === null) throw new Error('LibreOffice is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'so-viec-word-'));
  try {
    writeFileSync(join(folder, 'bao-cao.docx'), bytes);
    const settings = `-env:UserInstallation=file://${join(folder, 'ho-so')}`;
    const args = [settings, '--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'ra')];
    execFileSync(office, [...args, join(folder, 'bao-cao.docx')], { stdio: 'ignore', timeout: hang });
    return new Uint8Array(readFileSync(join(folder, 'ra', 'bao-cao.docx')));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
