/**
 * Checks whether a bag is complete by RFC 8493: everything is there and in form. Versions 0.93 to 0.97 are read with the tolerance
 * their time had. Whether it is also valid is a matter of digests (`bag-digests.ts`).
 */
import type { BagFile, BagSource } from './bag-source.ts';
import type { BundleFindings } from './findings.ts';
import {
  type Declaration,
  decodeTagFile,
  type FetchLine,
  type InfoEntry,
  isVersion1,
  type Manifest,
  manifestName,
  parseBagInfo,
  parseDeclaration,
  parseFetch,
  parseManifest,
} from './tag-files.ts';

export type BagTags = {
  declaration: Declaration;
  payloadManifests: Manifest[];
  tagManifests: Manifest[];
  info: InfoEntry[];
  fetch: FetchLine[];
  /**
   * Content of the files already read into memory. Whoever needs another file whole puts it here, so that what is understood and
   * what is hashed are the same bytes even if somebody changes the file meanwhile.
   */
  content: Map<string, Buffer>;
};

export type CheckControl = { onBytes: (bytes: number) => void; isCancelled: () => boolean };

const manifestLimit = 32 * 1024 ** 2;
const mostManifests = 16;
const otherTagLimit = 16 * 1024 ** 2;

/** Reads a small file of the bag whole; null with a finding when it is missing, too large or unreadable. */
export async function readWhole(
  source: BagSource,
  path: string,
  limit: number,
  control: CheckControl,
  findings: BundleFindings,
): Promise<Buffer | null> {
  const file = source.files.find((candidate) => candidate.path === path);
  if (!file) {
    findings.add('bag-thieu-tep', path);
    return null;
  }
  if (file.bytes > limit) {
    findings.add('bag-qua-lon', path);
    return null;
  }
  const chunks: Buffer[] = [];
  const read = await source.read(file, (chunk) => chunks.push(Buffer.from(chunk)), control.isCancelled);
  if (read.ok) return Buffer.concat(chunks);
  findings.addProblem(read.error);
  return null;
}

/** Reads and parses the tag files. Null when the bag declaration is missing or wrong: nothing else can be understood then. */
export async function readTags(
  source: BagSource,
  control: CheckControl,
  findings: BundleFindings,
): Promise<BagTags | null> {
  if (!source.files.some((file) => file.path === 'bagit.txt')) {
    findings.add('bag-khai-bao', 'bagit.txt');
    return null;
  }
  const bytes = await readWhole(source, 'bagit.txt', otherTagLimit, control, findings);
  if (!bytes) return null;
  const declaration = parseDeclaration(bytes);
  if (!declaration.ok) {
    findings.addProblem(declaration.error);
    return null;
  }
  const { version, encoding } = declaration.value;
  const tags: BagTags = {
    declaration: declaration.value,
    payloadManifests: [],
    tagManifests: [],
    info: [],
    fetch: [],
    content: new Map([['bagit.txt', bytes]]),
  };
  const textOf = async (path: string, limit: number): Promise<string | null> => {
    const content = await readWhole(source, path, limit, control, findings);
    if (!content) return null;
    tags.content.set(path, content);
    const text = decodeTagFile(content, encoding, path);
    if (!text.ok) findings.addProblem(text.error);
    return text.ok ? text.value : null;
  };
  for (const { path } of source.files) {
    const name = manifestName(path);
    if (!name) continue;
    if (tags.payloadManifests.length + tags.tagManifests.length === mostManifests) {
      findings.add('bag-qua-lon', path);
      break;
    }
    const text = await textOf(path, manifestLimit);
    const manifest = parseManifest(text ?? '', path, name.algorithm, version, findings);
    (name.tag ? tags.tagManifests : tags.payloadManifests).push(manifest);
  }
  const has = (path: string) => source.files.some((file) => file.path === path);
  const infoName = ['bag-info.txt', ...(isVersion1(version) ? [] : ['package-info.txt'])].find(has);
  if (infoName) {
    tags.info = parseBagInfo((await textOf(infoName, otherTagLimit)) ?? '', infoName, version, findings);
  }
  if (has('fetch.txt')) {
    tags.fetch = parseFetch((await textOf('fetch.txt', manifestLimit)) ?? '', version, findings);
  }
  return tags;
}

/** A digest a file must have. */
export type Expected = { algorithm: string; digest: string };

/** Which digests each file must have, by path, and everything that keeps the bag from being complete. */
export function checkCompleteness(source: BagSource, tags: BagTags, findings: BundleFindings): Map<string, Expected[]> {
  const strict = isVersion1(tags.declaration.version);
  const expected = new Map<string, Expected[]>();
  if (!source.hasDataFolder) findings.add('bag-thieu-data');
  if (tags.payloadManifests.length === 0) findings.add('bag-thieu-bang-ke');
  const payload = source.files.filter((file) => file.path.startsWith('data/'));
  const listings = tags.payloadManifests.map((manifest) => {
    for (const { path } of manifest.lines) if (!path.startsWith('data/')) findings.add('bag-sai-cho', path);
    return listedFiles(manifest, source.files, strict, findings, expected);
  });
  for (const { path } of payload) {
    const times = listings.filter((listed) => listed.has(path)).length;
    if (times < (strict ? listings.length : Math.min(1, listings.length))) findings.add('bag-khong-ke', path);
  }
  for (const manifest of tags.tagManifests) {
    const listed = listedFiles(manifest, source.files, strict, findings, expected);
    if (!strict) continue;
    for (const { path } of manifest.lines)
      if (path.startsWith('data/') || manifestName(path)?.tag) findings.add('bag-sai-cho', path);
    for (const { fileName } of tags.payloadManifests) if (!listed.has(fileName)) findings.add('bag-khong-ke', fileName);
  }
  checkFetch(tags.fetch, listings, source.files, strict, findings);
  if (!oxumFits(tags, payload, strict)) findings.add('bag-payload-oxum', 'bag-info.txt');
  return expected;
}

/**
 * Finds the file of each line. Names are compared as written first; then in composed form, because file systems and zip tools
 * change that (RFC 8493, 6.1.1), but never two lines to one file.
 */
function listedFiles(
  manifest: Manifest,
  files: readonly BagFile[],
  strict: boolean,
  findings: BundleFindings,
  expected: Map<string, Expected[]>,
): Set<string> {
  const paths = new Set(files.map((file) => file.path));
  const listed = new Set<string>();
  const expect = (path: string, digest: string) => {
    listed.add(path);
    if (!manifest.supported) return;
    const all = expected.get(path);
    if (all) all.push({ algorithm: manifest.algorithm, digest });
    else expected.set(path, [{ algorithm: manifest.algorithm, digest }]);
  };
  const unresolved = manifest.lines.filter(({ path, written, digest }) => {
    const found = [...(strict ? [] : [written]), path].find(
      (candidate) => paths.has(candidate) && !listed.has(candidate),
    );
    if (found !== undefined) expect(found, digest);
    return found === undefined;
  });
  if (unresolved.length === 0) return listed;
  const composed = new Map<string, string>();
  for (const path of paths) if (!listed.has(path)) composed.set(path.normalize('NFC'), path);
  for (const { path, digest } of unresolved) {
    const found = composed.get(path.normalize('NFC'));
    if (found === undefined || listed.has(found)) findings.add('bag-thieu-tep', path);
    else expect(found, digest);
  }
  return listed;
}

/** A file to be fetched must be listed like any other and be there already: this program never fetches. */
function checkFetch(
  lines: readonly FetchLine[],
  listings: readonly Set<string>[],
  files: readonly BagFile[],
  strict: boolean,
  findings: BundleFindings,
): void {
  if (lines.length === 0) return;
  const byName = new Map(files.map((file) => [file.path.normalize('NFC'), file]));
  for (const { path, bytes } of lines) {
    const file = byName.get(path.normalize('NFC'));
    if (!file) {
      findings.add('bag-thieu-tep', path);
      continue;
    }
    const times = listings.filter((listed) => listed.has(file.path)).length;
    const listedEnough = strict ? times === listings.length : times > 0;
    if (!listedEnough || (bytes !== null && bytes !== file.bytes)) findings.add('bag-fetch', path);
  }
}

/** Payload-Oxum, where given, is the exact number of bytes and files of the payload. */
function oxumFits(tags: BagTags, payload: readonly BagFile[], strict: boolean): boolean {
  const values = tags.info.filter(({ label }) => label.toLowerCase() === 'payload-oxum').map(({ value }) => value);
  if (strict && values.length > 1) return false;
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0);
  return values.every((value) => {
    const match = /^(\d+)\.(\d+)$/.exec(value);
    return match ? Number(match[1]) === bytes && Number(match[2]) === payload.length : !strict;
  });
}
