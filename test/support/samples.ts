/**
 * Real plans of real offices stand beside the repository where the people who build it keep them; a copy without them is
 * complete all the same. Tests on them say so in one line and are skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';

const folder = fileURLToPath(new URL('../../../shared/samples/', import.meta.url));

export const haveSamples = existsSync(folder);

/** Bytes of a sample by its name, `nhu-quynh-2024.docx`. */
export const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(`${folder}${name}`));

/** `describe` for tests on real plans; one skipped test says so where the plans are absent. */
export function describeWithSamples(name: string, tests: () => void): void {
  if (haveSamples) describe(name, tests);
  else describe(name, () => it.skip('needs ../shared/samples, which is not here', () => undefined));
}
