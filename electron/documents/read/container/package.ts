/** Which part of an office container is what, by the content types it declares. */
import type { Container } from './unpack.ts';
import { childrenOf, parseXml } from './xml.ts';

/** The first part whose declared content type fits, or null. */
export type PartOfType = (type: RegExp) => string | null;

export function partsByType(container: Container): PartOfType {
  const bytes = container.part('[Content_Types].xml');
  const declared = bytes
    ? childrenOf(parseXml(bytes), 'Override').map((override) => ({
        name: (override.attributes.PartName ?? '').replace(/^\//, ''),
        type: override.attributes.ContentType ?? '',
      }))
    : [];
  return (type) => declared.find((part) => part.name !== '' && type.test(part.type))?.name ?? null;
}

const holds = (container: Container, name: string): boolean =>
  container.names.some((other) => other.toLowerCase() === name);

/** Path of the main text of a Word file, or null when the container is none. */
export const wordPart = (container: Container, parts: PartOfType): string | null =>
  parts(/wordprocessingml\.(?:document|template)\.main\+xml$|ms-word\.(?:document|template)\.macroEnabled/) ??
  (holds(container, 'word/document.xml') ? 'word/document.xml' : null);

/** Path of the workbook of an Excel file, or null when the container is none. */
export const sheetPart = (container: Container, parts: PartOfType): string | null =>
  parts(/spreadsheetml\.(?:sheet|template)\.main\+xml$|ms-excel\.(?:sheet|template)\.macroEnabled\.main/) ??
  (holds(container, 'xl/workbook.xml') ? 'xl/workbook.xml' : null);

/** OpenDocument files of LibreOffice say what they are in a part of their own. */
export function isOpenDocument(container: Container): boolean {
  const bytes = container.part('mimetype');
  return bytes !== null && new TextDecoder().decode(bytes.subarray(0, 80)).includes('opendocument');
}
