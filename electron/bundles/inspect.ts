/**
 * The one look at a bundle that verifying, receiving and the writer's own read-back share: is it all there, is it unchanged, whose
 * is it, and do the data agree with the files. SPEC BN10 to BN39.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { dataPath, maxDataBytes } from '../../shared/bundle/fields-v1.ts';
import { filesOf, type KindOfBundle } from '../../shared/bundle/kinds.ts';
import { bundleUnitName, cardPath, type UnitCard } from '../../shared/bundle/unit-card.ts';
import { type BagTags, type CheckControl, checkCompleteness, readTags, readWhole } from './bag-check.ts';
import { checkDigests, type FileTee } from './bag-digests.ts';
import { type BagSource, openBag } from './bag-source.ts';
import { type BundleData, readBundleData, readUnitCard } from './bundle-data.ts';
import { unlock } from './encryption/encrypted-disk.ts';
import type { OpeningKeys } from './encryption/locks.ts';
import type { Disk } from './files/disk.ts';
import { type BundleProblem, problem } from './files/problems.ts';
import { countBytes, type OnProgress } from './files/progress.ts';
import { type BundleFindings, startFindings } from './findings.ts';
import { isPart } from './parts/read-part.ts';
import { fingerprintOf, isSealed, sealPath } from './seal.ts';

/** Who signed, by the card inside the bundle. Whether that key is the unit's is for the receiver to know (BN25). */
export type BundleSigner = { unitId: string; unitName: string; fingerprint: string };

export type Verification = {
  /** Complete, valid, and for a bundle of Sổ Việc also sealed and with good data. */
  ok: boolean;
  /** RFC 8493: everything required and everything listed is there, and nothing else in the payload. */
  complete: boolean;
  /** RFC 8493: complete, and every digest fits. */
  valid: boolean;
  /** Null for a bag without a good seal. */
  signedBy: BundleSigner | null;
  errors: BundleProblem[];
};

/** What a bundle of Sổ Việc holds; only there once seal and data are good. */
export type BundleContents = BundleData & {
  card: UnitCard;
  /** SHA-256 of the tag manifest: the same for the same content however the zip was packed (BN24). */
  contentDigest: string;
};

export type Inspection = Verification & { cancelled: boolean; contents: BundleContents | null };

export type InspectOptions = {
  onProgress?: OnProgress;
  isCancelled?: () => boolean;
  /** What an encrypted bundle is opened with; without it, or with keys that do not fit, it is refused in words. */
  keys?: OpeningKeys;
  /** This program has just written the file: what the zip adds to the digests need not be computed twice. */
  justWritten?: boolean;
  /** Asked for each listed file once seal and data are known to be good; receives the bytes while they are hashed. */
  teeFor?: (path: string, contents: BundleContents) => FileTee | null;
};

export const infoLabel = 'So-Viec-Format';
const tagManifestPath = 'tagmanifest-sha256.txt';
const payloadManifestPath = 'manifest-sha256.txt';
const smallTagLimit = 1024 * 1024;

const refused = (found: BundleProblem, cancelled = false): Inspection => ({
  ok: false,
  complete: false,
  valid: false,
  signedBy: null,
  errors: [found],
  cancelled,
  contents: null,
});

/** Inspects a zip or folder. Never throws on any content; what cannot be read is an error in the answer. */
export async function inspect(disk: Disk, path: string, options: InspectOptions = {}): Promise<Inspection> {
  const { onProgress = () => undefined, isCancelled = () => false, teeFor } = options;
  if (isPart(disk, path)) return refused(problem('la-mot-phan', basename(path)));
  const unlocked = await unlock(disk, path, basename(path), options.keys ?? {});
  if (!unlocked.ok) return refused(unlocked.error);
  const opened = openBag(unlocked.value?.disk ?? disk, path, basename(path), { checkCrc: !options.justWritten });
  if (!opened.ok) return refused(opened.error);
  const source = opened.value;
  try {
    const total = source.files.reduce((sum, file) => sum + file.bytes, 0);
    const counted = countBytes('checking', total, onProgress);
    const control: CheckControl = { onBytes: counted.add, isCancelled };
    const bag = startFindings();
    for (const found of source.problems) bag.addProblem(found);
    const tags = await readTags(source, control, bag);
    if (isCancelled()) return refused(problem('da-huy'), true);
    if (!tags) return { ...refused(problem('bag-khai-bao')), errors: bag.list() };
    const expected = checkCompleteness(source, tags, bag);
    const complete = bag.count() === 0;
    const own = startFindings();
    const bundle = isOwnBundle(source, tags) ? await inspectBundle(source, tags, control, own) : null;
    if (isCancelled()) return refused(problem('da-huy'), true);
    const contents = complete && own.count() === 0 ? (bundle?.contents ?? null) : null;
    const tee = contents && teeFor ? (file: string) => teeFor(file, contents) : undefined;
    if (!(await checkDigests(source, tags, expected, control, bag, tee))) return refused(problem('da-huy'), true);
    counted.finish();
    const valid = bag.count() === 0;
    const errors = [...bag.list(), ...own.list()];
    const good = valid && own.count() === 0;
    return {
      ok: good,
      complete,
      valid,
      signedBy: bundle?.signedBy ?? null,
      errors,
      cancelled: false,
      contents: good ? contents : null,
    };
  } finally {
    source.close();
  }
}

const isOwnBundle = (source: BagSource, tags: BagTags): boolean =>
  source.files.some(({ path }) => path === sealPath || path === cardPath) ||
  tags.info.some(({ label }) => label === infoLabel);

async function inspectBundle(
  source: BagSource,
  tags: BagTags,
  control: CheckControl,
  findings: BundleFindings,
): Promise<{ signedBy: BundleSigner | null; contents: BundleContents | null }> {
  checkShape(source, tags, findings);
  const nobody = { signedBy: null, contents: null };
  const tagManifest = tags.content.get(tagManifestPath);
  const card = await cardOf(source, tags, control, findings);
  if (!tagManifest || !card) return nobody;
  if (!source.files.some(({ path }) => path === sealPath)) {
    findings.add('chu-ky-thieu', sealPath);
    return nobody;
  }
  const sealBytes = await readWhole(source, sealPath, smallTagLimit, control, findings);
  if (!sealBytes) return nobody;
  if (!(await isSealed(sealBytes.toString('latin1'), tagManifest, card.signingKey))) {
    findings.add('chu-ky-sai', sealPath);
    return nobody;
  }
  const signedBy = {
    unitId: card.unit.id,
    unitName: bundleUnitName(card.unit),
    fingerprint: fingerprintOf(card.signingKey),
  };
  const dataBytes = await readWhole(source, dataPath, maxDataBytes, control, findings);
  if (!dataBytes) return { signedBy, contents: null };
  tags.content.set(dataPath, dataBytes);
  const data = readBundleData(dataBytes);
  if (!data.ok) {
    findings.addProblem(data.error);
    return { signedBy, contents: null };
  }
  const { sender } = data.value.data;
  if (sender.unit.id !== card.unit.id || sender.installationId !== card.installationId)
    findings.add('don-vi-lech', `${card.unit.name} / ${sender.unit.name}`);
  checkPromises(source, tags, data.value, findings);
  const contentDigest = createHash('sha256').update(tagManifest).digest('hex');
  return { signedBy, contents: { ...data.value, card, contentDigest } };
}

/** One version, one encoding, one manifest of each kind, nothing to fetch, and every tag file under the seal (BN10, BN11, BN22). */
function checkShape(source: BagSource, tags: BagTags, findings: BundleFindings): void {
  const { version, encoding } = tags.declaration;
  if (version.major !== 1 || encoding !== 'utf-8') findings.add('goi-cau-tao', 'bagit.txt');
  const names = [...tags.payloadManifests, ...tags.tagManifests].map(({ fileName }) => fileName).sort();
  if (names.join() !== [payloadManifestPath, tagManifestPath].join()) findings.add('goi-cau-tao', payloadManifestPath);
  if (source.frame === false) findings.add('zip-khung');
  const sealed = new Set(tags.tagManifests.flatMap(({ lines }) => lines.map(({ path }) => path)));
  for (const { path } of source.files) {
    const underSeal = path.startsWith('data/') || sealed.has(path) || path === tagManifestPath || path === sealPath;
    if (!underSeal || path === 'fetch.txt') findings.add('goi-tep-la', path);
  }
  if (sealed.has(sealPath)) findings.add('goi-cau-tao', sealPath);
}

async function cardOf(
  source: BagSource,
  tags: BagTags,
  control: CheckControl,
  findings: BundleFindings,
): Promise<UnitCard | null> {
  const bytes = await readWhole(source, cardPath, smallTagLimit, control, findings);
  if (!bytes) return null;
  tags.content.set(cardPath, bytes);
  const card = readUnitCard(bytes);
  if (!card.ok) findings.addProblem(card.error);
  return card.ok ? card.value : null;
}

/** Every file the data name is in the payload with the digest and size they say (BN37). */
function checkPromises(source: BagSource, tags: BagTags, found: KindOfBundle, findings: BundleFindings): void {
  const lines = tags.payloadManifests.flatMap((manifest) => manifest.lines);
  const digests = new Map(lines.map(({ path, digest }) => [path, digest]));
  const sizes = new Map(source.files.map(({ path, bytes }) => [path, bytes]));
  for (const { path, sha256, bytes } of filesOf(found))
    if (digests.get(path) !== sha256 || sizes.get(path) !== bytes) findings.add('du-lieu-lech', path);
}
