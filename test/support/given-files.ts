/** Files as a person gives them to a page: bytes of known kinds, and the ways they come in (dropped, pasted). */
import type { JSHandle, Locator, Page } from '@playwright/test';

export type GivenFile = { name: string; mimeType: string; buffer: Buffer };

/** One white pixel; `mark` is appended after the picture's end, so that every mark makes other bytes of the same picture. */
export const picture = (name: string, mark = ''): GivenFile => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
      'base64',
    ),
    Buffer.from(mark),
  ]),
});

/** One empty page, with a cross-reference table whose places are right. */
export function pdf(name: string): GivenFile {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${places.join('')}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(text, 'latin1') };
}

export const plain = (name: string, words: string): GivenFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(words),
});

type Words = { text?: string };

function transfer(page: Page, files: readonly GivenFile[], { text }: Words = {}): Promise<JSHandle<DataTransfer>> {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }));
  return page.evaluateHandle(
    ([list, words]) => {
      const data = new DataTransfer();
      for (const { name, mimeType, base64 } of list) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], name, { type: mimeType }));
      }
      if (words !== undefined) data.setData('text/plain', words);
      return data;
    },
    [given, text] as const,
  );
}

/** Drags files over a place and lets them go there. */
export async function dropFiles(target: Locator, files: readonly GivenFile[]): Promise<void> {
  const dataTransfer = await transfer(target.page(), files);
  for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer });
}

/** Ctrl+V with this on the clipboard, wherever the keyboard is. Answers whether the page took the paste for itself. */
export async function pasteFiles(page: Page, files: readonly GivenFile[], words: Words = {}): Promise<boolean> {
  const data = await transfer(page, files, words);
  return page.evaluate((clipboardData) => {
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    return !(document.activeElement ?? document.body).dispatchEvent(event);
  }, data);
}
