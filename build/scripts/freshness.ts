import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

function describe(path: string, lines: string[]): void {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return;
  const stat = statSync(absolute);
  if (!stat.isDirectory()) {
    lines.push(`${path} ${stat.size} ${stat.mtimeMs}`);
    return;
  }
  for (const name of readdirSync(absolute).sort()) describe(join(path, name), lines);
}

/**
 * One hash over name, size and time of every file below `paths` (relative to the repository). A list, not the newest
 * time alone: a deleted or restored file must count too.
 */
export function fingerprint(paths: readonly string[]): string {
  const lines: string[] = [];
  for (const path of paths) describe(path, lines);
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

const stampOf = (name: string) => join(root, 'out', `${name}.stamp`);

/** Whether `name` was last built from exactly these sources. */
export function isFresh(name: string, sources: string): boolean {
  return existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === sources;
}

/** To be called after a successful build, with the fingerprint taken before it: what changes meanwhile is built next time. */
export function markFresh(name: string, sources: string): void {
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stampOf(name), sources);
}
