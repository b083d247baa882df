/**
 * Which names may occur inside a bundle. A bundle travels between Windows, Linux, mail programs and phones: a name is good only
 * if it means the same file on all of them and can never mean a place outside the bundle.
 * Source of the Windows rules: "Naming Files, Paths, and Namespaces" (Microsoft); RFC 8493, 5.1 and 6.1.
 */

/** Why a path is refused: `outside` could leave the bundle or is ambiguous, `unportable` cannot exist on Windows. */
export type PathFault = 'outside' | 'unportable';

const maxPathLength = 1024;
const maxPartLength = 255;
const deviceName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;

/** True where a path could point outside, or be read differently by two programs: absolute, drive, UNC, home, `.`, `..`, empty part. */
export function leavesBundle(path: string): boolean {
  if (path === '' || path.includes('\\') || path.includes('\0')) return true;
  if (path.startsWith('/') || path.startsWith('~') || /^[A-Za-z]:/.test(path)) return true;
  return path.split('/').some((part) => part === '' || part === '.' || part === '..');
}

/** Null for a path that is safe and means the same file everywhere. */
export function pathFault(path: string): PathFault | null {
  if (leavesBundle(path)) return 'outside';
  if (path.length > maxPathLength) return 'unportable';
  return path.split('/').every(isPortablePart) ? null : 'unportable';
}

/** Control characters, what Windows forbids, and the marks that make a name read backwards on the screen ("gpj.exe"). */
const forbiddenInPart = /[\p{Cc}<>:"|?*\u202A-\u202E\u2066-\u2069]/u;

function isPortablePart(part: string): boolean {
  if (part.length > maxPartLength || forbiddenInPart.test(part) || /[. ]$/.test(part)) return false;
  return !deviceName.test((part.split('.')[0] ?? '').trim());
}

/** Two paths with the same key are one file on some system: composed form, no case, no trailing dots and spaces. */
export const sameFileKey = (path: string): string =>
  path
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC')
    .split('/')
    .map((part) => part.replace(/[. ]+$/, ''))
    .join('/');

const maxReadableLength = 60;

/**
 * A readable ASCII name for a file in a bundle: "Ảnh tuyên truyền (1).JPG" becomes "anh-tuyen-truyen-1.jpg". Names already in
 * `taken` get a number; the new name is added to `taken`. The name people gave stays in the data.
 */
export function readableFileName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? asciiWords(name.slice(dot + 1)).slice(0, 10) : '';
  const stem = asciiWords(dot > 0 ? name.slice(0, dot) : name).slice(0, maxReadableLength) || 'tep';
  const safeStem = deviceName.test(stem) ? `tep-${stem}` : stem;
  const suffix = extension === '' ? '' : `.${extension}`;
  for (let number = 1; ; number++) {
    const candidate = `${safeStem}${number === 1 ? '' : `-${number}`}${suffix}`;
    if (taken.has(candidate)) continue;
    taken.add(candidate);
    return candidate;
  }
}

const asciiWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
