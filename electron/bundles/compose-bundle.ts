/**
 * What goes into a bundle, decided before a byte is written: every file with its size and digest, the manifests over them and the
 * seal over the manifests. The size of the whole is therefore known beforehand. SPEC BN10 to BN25, BN41.
 */
import { hash } from 'node:crypto';
import { canonicalJson } from '../../shared/bundle/canonical.ts';
import { dataPath, formatName, formatVersion } from '../../shared/bundle/fields-v1.ts';
import {
  type AnyBundle,
  faultsOf,
  filesOf,
  type KindOfBundle,
  readKind,
  titleOf,
  withKind,
} from '../../shared/bundle/kinds.ts';
import { pathFault, sameFileKey } from '../../shared/bundle/paths.ts';
import { bundleUnitName, cardPath, type UnitCard, unitCard } from '../../shared/bundle/unit-card.ts';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import { dateInVietnam } from '../../shared/text/dates.ts';
import { archiveBytes } from './archive-writer.ts';
import { dossierHtml } from './dossier/dossier.ts';
import { dossierPath } from './dossier/page.ts';
import type { BundleLock } from './encryption/locks.ts';
import { type BundleProblem, problem } from './files/problems.ts';
import { infoLabel } from './inspect.ts';
import { type SigningKeys, seal, sealPath } from './seal.ts';
import { bagInfoText, declarationText, manifestText } from './tag-files.ts';

/** Evidence as it lies in the store. `path` is the path in the bundle, as in the data (`data/…`). */
export type BundleFile = { path: string; source: string; sha256: string; bytes: number };

/** Plain data, so that it can be sent to a worker thread. */
export type WriteBundleInput = {
  /** An existing folder. */
  folder: string;
  /** ASCII, ends with `.zip`; gets a number when the folder has that name already. */
  fileName: string;
  /** Of any kind. */
  data: AnyBundle;
  files: BundleFile[];
  /** Small files made for this bundle, such as the Word report; `path` as in the data. */
  documents: { path: string; content: Uint8Array }[];
  keys: SigningKeys;
  card: UnitCard;
  /** Absent: a plain zip. With a lock the file is encrypted while it is written, and is called `….zip.age`. */
  lock?: BundleLock;
};

/** One file of the bundle: from memory, or from a file of the store that must have this digest. */
export type Part = { path: string; sha256: string; bytes: number } & (
  | { content: Uint8Array; source?: undefined }
  | { content?: undefined; source: string }
);

export type Composed = {
  /** In the order in which they are written. */
  parts: Part[];
  /** Top folder inside the zip, ends with `/`. */
  base: string;
  contentDigest: string;
  /** Size of the finished zip file. */
  bytes: number;
};

const asciiZipName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.zip$/;

/**
 * Composes a bundle. Data that the schema refuses, or that disagree with themselves, come back as `du-lieu-sai` with the place.
 * Files that do not fit the data are a defect of the caller and are thrown.
 */
export async function composeBundle(input: WriteBundleInput): Promise<Result<Composed, BundleProblem>> {
  const { found, fault } = readKind(input.data.bundle.kind, input.data);
  if (fault !== null) return fail(problem('du-lieu-sai', fault));
  const [disagreement] = faultsOf(found);
  if (disagreement) return fail(problem('du-lieu-sai', disagreement.id));
  const payload: Part[] = [
    inMemory(dataPath, canonicalJson(input.data)),
    inMemory(
      dossierPath,
      dossierHtml(
        found,
        [...input.documents, ...input.files].map(({ path }) => path),
      ),
    ),
    ...input.documents.map(({ path, content }) => inMemory(path, content)),
    ...input.files.map(({ path, source, sha256, bytes }) => ({ path, source, sha256, bytes })),
  ];
  assertFits(input, payload);
  const head = [
    inMemory('bagit.txt', declarationText),
    inMemory('bag-info.txt', bagInfoText(bagInfo(found, payload))),
    inMemory(cardPath, canonicalJson(input.card)),
  ];
  const manifest = inMemory('manifest-sha256.txt', manifestText(sortedLines(payload)));
  const tagManifest = inMemory('tagmanifest-sha256.txt', manifestText(sortedLines([...head, manifest])));
  const sealed = inMemory(sealPath, await seal(tagManifest.content, input.keys));
  const parts = [...head, ...payload, manifest, tagManifest, sealed];
  const base = `${input.fileName.slice(0, -'.zip'.length)}/`;
  const bytes = archiveBytes(parts.map((part) => ({ name: base + part.path, bytes: part.bytes })));
  return ok({ parts, base, contentDigest: tagManifest.sha256, bytes });
}

function inMemory(path: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return { path, content: bytes, bytes: bytes.byteLength, sha256: hash('sha256', bytes, 'hex') };
}

const sortedLines = (parts: readonly Part[]): { path: string; digest: string }[] =>
  parts.map(({ path, sha256 }) => ({ path, digest: sha256 })).sort((a, b) => (a.path < b.path ? -1 : 1));

function bagInfo(found: KindOfBundle, payload: readonly Part[]): [string, string][] {
  const { data } = found;
  const total = payload.reduce((sum, part) => sum + part.bytes, 0);
  return [
    ['Source-Organization', `UBND ${bundleUnitName(data.sender.unit)}`],
    ['External-Description', titleOf(found)],
    ['External-Identifier', data.bundle.id],
    ['Bagging-Date', dateInVietnam(Date.parse(data.bundle.createdAt))],
    ['Payload-Oxum', `${total}.${payload.length}`],
    [infoLabel, `${formatName} ${formatVersion}`],
  ];
}

/** What the caller hands over must be what the data say; anything else would be found by the receiver, too late. */
function assertFits(input: WriteBundleInput, payload: readonly Part[]): void {
  const { fileName, data, keys } = input;
  if (!asciiZipName.test(fileName) || pathFault(fileName) !== null) throw new Error(`not a bundle name: ${fileName}`);
  const card = unitCard.parse(input.card);
  if (card.unit.id !== data.sender.unit.id || card.installationId !== data.sender.installationId)
    throw new Error('the unit card is not the sender');
  if (card.signingKey.x !== keys.publicKey.x) throw new Error('the unit card has another key');
  const byPath = new Map(payload.map((part) => [part.path, part]));
  if (new Set(payload.map(({ path }) => sameFileKey(path))).size !== payload.length) throw new Error('one path twice');
  for (const { path } of payload)
    if (!path.startsWith('data/') || pathFault(path) !== null) throw new Error(`not a payload path: ${path}`);
  for (const { path, sha256, bytes } of filesOf(withKind(data))) {
    const part = byPath.get(path);
    if (part?.sha256 !== sha256 || part.bytes !== bytes) throw new Error(`the data promise another file at ${path}`);
  }
}
