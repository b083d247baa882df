/** Where the SQLite binary lies when the program runs as one bundled file; undefined lets the package find its own. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export function nativeBinding(): string | undefined {
  const beside = fileURLToPath(new URL(`./native/${process.platform}-${process.arch}.node`, import.meta.url));
  return existsSync(beside) ? beside : undefined;
}
