/** Bags built file by file, so that a test can break any single rule of RFC 8493. */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { handZip } from './hand-zip.ts';

export type HandBag = Map<string, Buffer | string>;

export type BagOptions = {
  version?: string;
  encoding?: string;
  payload?: Record<string, string>;
  /** Algorithm names as in file names. */
  manifests?: string[];
  tagManifests?: string[];
  /** Further tag files, e.g. `bag-info.txt`; listed in the tag manifests. */
  tags?: Record<string, string>;
  /** How a path is written in a manifest. */
  written?: (path: string) => string;
};

const defaultPayload = { 'data/a.txt': 'một\n', 'data/thư mục/b.txt': 'hai\n' };

export const digestOf = (algorithm: string, content: Buffer | string): string =>
  createHash(algorithm).update(content).digest('hex');

export function handBag(options: BagOptions = {}): HandBag {
  const { version = '1.0', encoding = 'UTF-8', payload = defaultPayload, manifests = ['sha256'], tags = {} } = options;
  const { tagManifests = ['sha256'], written = (path: string) => path } = options;
  const bag: HandBag = new Map(Object.entries(payload));
  bag.set('bagit.txt', `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`);
  for (const [path, content] of Object.entries(tags)) bag.set(path, content);
  for (const algorithm of manifests)
    bag.set(`manifest-${algorithm}.txt`, manifestOf(bag, algorithm, isPayload, written));
  const listed = [...bag.keys()].filter((path) => !isPayload(path));
  for (const algorithm of tagManifests)
    bag.set(
      `tagmanifest-${algorithm}.txt`,
      manifestOf(bag, algorithm, (path) => listed.includes(path), written),
    );
  return bag;
}

const isPayload = (path: string): boolean => path.startsWith('data/');

export const manifestOf = (
  bag: HandBag,
  algorithm: string,
  wanted: (path: string) => boolean,
  written = (path: string) => path,
): string =>
  [...bag]
    .filter(([path]) => wanted(path))
    .map(([path, content]) => `${digestOf(algorithm, content)}  ${written(path)}\n`)
    .join('');

/** Replaces a file and makes the tag manifests fit again, so that the change itself is the only fault. */
export function change(bag: HandBag, path: string, edit: (text: string) => string | Buffer): HandBag {
  const before = bag.get(path) ?? '';
  const after = edit(before.toString());
  bag.set(path, after);
  if (path.startsWith('tagmanifest-')) return bag;
  for (const [name, content] of bag) {
    const algorithm = /^tagmanifest-(\w+)\.txt$/.exec(name)?.[1];
    if (algorithm)
      bag.set(name, content.toString().replaceAll(digestOf(algorithm, before), digestOf(algorithm, after)));
  }
  return bag;
}

export function placeFolder(bag: HandBag, folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'data'), { recursive: true });
  for (const [path, content] of bag) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** As a zip; `base` is `''` or a folder name ending with `/`. */
export function placeZip(bag: HandBag, file: string, base = ''): string {
  const entries = [...bag].map(([path, content]) => ({ name: base + path, content }));
  writeFileSync(file, handZip([{ name: `${base}data/` }, ...entries]));
  return file;
}
