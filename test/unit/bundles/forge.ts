/** A bundle taken apart and put together again with one thing changed, sealed anew with the test key where the seal is not the fault. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeBundle, type WriteBundleInput } from '../../../electron/bundles/compose-bundle.ts';
import { type SigningKeys, seal } from '../../../electron/bundles/seal.ts';
import { manifestText } from '../../../electron/bundles/tag-files.ts';
import { sampleFiles, sampleInput, sampleKeys, sha256Of, type Workplace } from './bundle-sample.ts';
import { type HandZip, handZip } from './hand-zip.ts';

export type Forgery = {
  edit?: (files: Map<string, Buffer>) => void;
  /** Write manifests and seal anew after the edit. */
  remake?: boolean;
  keys?: SigningKeys;
  /** After everything else. */
  last?: (files: Map<string, Buffer>) => void;
  zip?: HandZip;
};

/** The files of the sample bundle by path. */
export async function sampleParts(
  place: Workplace,
  input: WriteBundleInput = sampleInput(place),
): Promise<Map<string, Buffer>> {
  const composed = await composeBundle(input);
  if (!composed.ok) throw new Error(composed.error.message);
  const stored = new Map(Object.values(sampleFiles).map((content) => [sha256Of(content), content]));
  return new Map(
    composed.value.parts.map(({ path, content, sha256 }) => [path, Buffer.from(content ?? stored.get(sha256) ?? '')]),
  );
}

const isPayload = (path: string): boolean => path.startsWith('data/');
const isSealing = (path: string): boolean => path === 'seal.jws' || path.startsWith('tagmanifest-');

/** Writes the forgery into the workplace and returns its path. */
export async function forge(
  place: Workplace,
  { edit, remake = true, keys = sampleKeys, last, zip }: Forgery,
): Promise<string> {
  const files = await sampleParts(place);
  edit?.(files);
  if (remake) {
    const lines = (wanted: (path: string) => boolean) =>
      manifestText(
        [...files].filter(([path]) => wanted(path)).map(([path, content]) => ({ path, digest: sha256Of(content) })),
      );
    files.delete('bag-info.txt');
    files.set('bag-info.txt', Buffer.from('So-Viec-Format: so-viec/goi 1.0\n'));
    files.set('manifest-sha256.txt', Buffer.from(lines(isPayload)));
    const tagManifest = Buffer.from(lines((path) => !isPayload(path) && !isSealing(path)));
    files.set('tagmanifest-sha256.txt', tagManifest);
    files.set('seal.jws', Buffer.from(await seal(tagManifest, keys)));
  }
  last?.(files);
  const path = join(place.root, 'forged.zip');
  writeFileSync(
    path,
    handZip(
      [...files].map(([name, content]) => ({ name: `goi/${name}`, content })),
      zip,
    ),
  );
  return path;
}
