/** The text files of a bag as values, and back (RFC 8493, 2.1 to 2.3). Parsing never throws; what is wrong goes to the findings. */
import { leavesBundle } from '../../shared/bundle/paths.ts';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import { type BundleProblem, problem } from './files/problems.ts';
import type { BundleFindings } from './findings.ts';

export type BagVersion = { major: number; minor: number };

export const isVersion1 = (version: BagVersion): boolean => version.major === 1 && version.minor === 0;

const knownVersions = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'];

export type Declaration = { version: BagVersion; encoding: string };

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** `bagit.txt`: exactly two lines, UTF-8 without a byte-order mark. Before 1.0, white space around the colon is tolerated. */
export function parseDeclaration(bytes: Buffer): Result<Declaration, BundleProblem> {
  let text: string;
  try {
    text = strictUtf8.decode(bytes);
  } catch {
    return fail(problem('bag-khai-bao'));
  }
  const [first = '', second = '', ...rest] = text.replace(/(\r\n|\n|\r)$/, '').split(/\r\n|\n|\r/);
  const version = /^BagIt-Version([ \t]*:[ \t]+)(\d+)\.(\d+)[ \t]*$/.exec(first);
  const encoding = /^Tag-File-Character-Encoding([ \t]*:[ \t]+)(\S+)[ \t]*$/.exec(second);
  if (!version || !encoding || rest.length > 0) return fail(problem('bag-khai-bao'));
  const number = `${version[2]}.${version[3]}`;
  if (!knownVersions.includes(number)) return fail(problem('bag-phien-ban', number));
  const parsed = { major: Number(version[2]), minor: Number(version[3]) };
  const exact = version[1] === ': ' && encoding[1] === ': ' && !/[ \t]$/.test(first) && !/[ \t]$/.test(second);
  if (isVersion1(parsed) && !exact) return fail(problem('bag-khai-bao'));
  return ok({ version: parsed, encoding: (encoding[2] ?? '').toLowerCase() });
}

/** A tag file's text in the bag's encoding. A byte-order mark is refused in UTF-8 and taken off elsewhere (RFC 8493, 2.3). */
export function decodeTagFile(bytes: Buffer, encoding: string, path: string): Result<string, BundleProblem> {
  const refused = fail(problem('bag-bang-ma', path));
  if (encoding === 'utf-8' || encoding === 'utf8') {
    if (bytes.subarray(0, 3).equals(byteOrderMark)) return refused;
  }
  // ISO 8859-1 is not what browsers' decoders make of that name (they read Windows-1252).
  if (encoding === 'iso-8859-1' || encoding === 'latin1') return ok(bytes.toString('latin1'));
  try {
    const label = encoding === 'utf-16' ? utf16Order(bytes) : encoding;
    return ok(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch {
    return refused;
  }
}

/** Byte order from the mark; without one, from where the zero of the first ASCII letter stands. */
function utf16Order(bytes: Buffer): string {
  const [first, second] = bytes;
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : 'utf-16le';
}

/** More lines than any bag that this program accepts can need. */
const mostLines = 200_000;

/** Lines end with LF, CR or CRLF; the end of the last one may be missing. A file of line ends alone must not fill the memory. */
function* linesOf(text: string, fileName: string, findings: BundleFindings): Generator<string> {
  const ending = /\r\n|\n|\r/g;
  let start = 0;
  for (let count = 0; start < text.length; count++) {
    if (count === mostLines) {
      findings.add('bag-qua-lon', fileName);
      return;
    }
    const match = ending.exec(text);
    yield text.slice(start, match?.index ?? text.length);
    start = match ? ending.lastIndex : text.length;
  }
}

/** `path` as a file name; `written` as it stands in the file, undecoded. */
export type ManifestLine = { digest: string; path: string; written: string };
export type Manifest = {
  fileName: string;
  algorithm: string;
  /** False: an algorithm this program cannot compute, so its digests were not compared. */
  supported: boolean;
  lines: ManifestLine[];
};

/** Algorithms by their name in file names, with the length of their digests in hexadecimal digits. */
const digestLengths: Record<string, number> = { md5: 32, sha1: 40, sha224: 56, sha256: 64, sha384: 96, sha512: 128 };

/** The parts of a manifest's file name, or null where the file is none. */
export function manifestName(path: string): { tag: boolean; algorithm: string } | null {
  const match = /^(tag)?manifest-(.*)\.txt$/i.exec(path);
  return match ? { tag: match[1] !== undefined, algorithm: match[2] ?? '' } : null;
}

/** Reads a payload or tag manifest. Strict for 1.0; for older bags the habits of md5sum (`*`, `./`, blank lines, repeats) pass. */
export function parseManifest(
  text: string,
  fileName: string,
  algorithm: string,
  version: BagVersion,
  findings: BundleFindings,
): Manifest {
  const strict = isVersion1(version);
  const known = algorithm.toLowerCase().replace(/[^a-z0-9]/g, '');
  const digestLength = digestLengths[known];
  const exactName = fileName.replace(/^tag/, '') === `manifest-${known}.txt`;
  if (digestLength === undefined || (strict && !exactName)) findings.add('bag-thuat-toan', fileName);
  const lines: ManifestLine[] = [];
  const digestOf = new Map<string, string>();
  for (const line of linesOf(text, fileName, findings)) {
    if (!strict && line.trim() === '') continue;
    const match = /^([0-9A-Fa-f]+)[ \t]+([^ \t].*)$/s.exec(line);
    const digest = match?.[1]?.toLowerCase() ?? '';
    if (!match || (digestLength !== undefined && digest.length !== digestLength)) {
      findings.add('bag-dong-sai', fileName);
      continue;
    }
    const written = withoutTraces(match[2] ?? '', strict);
    const path = decodePath(written);
    if (leavesBundle(path)) findings.add('bag-ra-ngoai', path);
    else if (strict && /%(?!0[AaDd]|25)/.test(written)) findings.add('bag-dong-sai', fileName);
    else if (digestOf.has(path)) {
      if (strict || digestOf.get(path) !== digest) findings.add('bag-trung-dong', path);
    } else {
      digestOf.set(path, digest);
      lines.push({ digest, path, written });
    }
  }
  return { fileName, algorithm: known, supported: digestLength !== undefined, lines };
}

/** Takes off a leading `./`, and before 1.0 the `*` of md5sum's binary mode (1.0: strict validation fails, RFC 8493, 6.1.3). */
const withoutTraces = (path: string, strict: boolean): string =>
  (strict ? path : path.replace(/^\*/, '')).replace(/^(\.\/)+/, '');

/** Only line ends and the percent sign itself are encoded in a bag (RFC 8493, 2.1.3). */
export const decodePath = (written: string): string =>
  written.replace(/%(0[AaDd]|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

export const encodePath = (path: string): string =>
  path.replace(/[%\r\n]/g, (character) => ({ '%': '%25', '\r': '%0D', '\n': '%0A' })[character] ?? character);

export type InfoEntry = { label: string; value: string };

/** `bag-info.txt`: `label: value` lines, continued on lines that begin with white space. Order and repeats are kept. */
export function parseBagInfo(
  text: string,
  fileName: string,
  version: BagVersion,
  findings: BundleFindings,
): InfoEntry[] {
  const strict = isVersion1(version);
  const entries: InfoEntry[] = [];
  for (const line of linesOf(text, fileName, findings)) {
    const last = entries.at(-1);
    const colon = line.indexOf(':');
    const label = line.slice(0, colon);
    const rest = line.slice(colon + 1);
    if (/^[ \t]/.test(line) && line.trim() !== '' && last) last.value += ` ${line.trim()}`;
    else if (colon > 0 && (!strict || (label === label.trim() && /^([ \t]|$)/.test(rest))))
      entries.push({ label: label.trim(), value: rest.trim() });
    else if (strict || line.trim() !== '') findings.add('bag-dong-sai', fileName);
  }
  return entries;
}

export type FetchLine = { path: string; bytes: number | null };

/** `fetch.txt`: `url length path`. Nothing is ever fetched; the files must already be there. */
export function parseFetch(text: string, version: BagVersion, findings: BundleFindings): FetchLine[] {
  const strict = isVersion1(version);
  const lines: FetchLine[] = [];
  for (const line of linesOf(text, 'fetch.txt', findings)) {
    if (!strict && line.trim() === '') continue;
    const [url = '', length = '', ...rest] = line.split(/[ \t]+/);
    const written = rest.length === 0 ? '' : line.slice(line.indexOf(length, url.length) + length.length).trimStart();
    const path = decodePath(withoutTraces(written, strict));
    if (!/^[A-Za-z][A-Za-z0-9+.-]*:/.test(url) || !/^(\d+|-)$/.test(length) || path === '')
      findings.add('bag-fetch', line);
    else if (leavesBundle(path)) findings.add('bag-ra-ngoai', path);
    else if (!path.startsWith('data/')) findings.add('bag-fetch', path);
    else lines.push({ path, bytes: length === '-' ? null : Number(length) });
  }
  return lines;
}

/** The text of a manifest; two spaces, so that `sha256sum -c` reads it too. */
export const manifestText = (lines: Iterable<{ path: string; digest: string }>): string =>
  [...lines].map(({ path, digest }) => `${digest}  ${encodePath(path)}\n`).join('');

export const declarationText = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** The text of `bag-info.txt`; a value is put on one line. */
export const bagInfoText = (entries: Iterable<readonly [label: string, value: string]>): string =>
  [...entries].map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`).join('');
