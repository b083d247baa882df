/** DB15: what a reader forgets of the schema, the compiler refuses. One run of the compiler over readers that are right and wrong. */
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/make-office.ts';

const root = fileURLToPath(new URL('../..', import.meta.url))
  .replace(/[\\/]$/, '')
  .replaceAll('\\', '/');

/** Errors of the compiler by the line of the file. */
function compile(code: string): Map<number, string> {
  const folder = temporaryFolder();
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(join(folder, 'readers.ts'), code);
  const config = {
    extends: `${root}/build/config/tsconfig.base.json`,
    compilerOptions: { lib: ['ES2024'], types: ['node'] },
    files: ['readers.ts'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, '--project', folder, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const found = new Map<number, string>();
  // The first line names the place; what it explains further is indented.
  for (const [, file, line, rest] of stdout.matchAll(/^(\S[^(\n]*)\((\d+),\d+\): error ([^\n]*(?:\n +[^\n]*)*)/gm)) {
    expect(file).toBe('readers.ts');
    found.set(Number(line), rest ?? '');
  }
  return found;
}

it('DB15 a column that a reader forgets, misspells or takes for another type does not compile; a whole record carries it', () => {
  const code = readFileSync(join(root, 'test/fixtures/rows/readers.ts.txt'), 'utf8').replaceAll('ROOT', root);
  const marked = code.split('\n').flatMap((line, at) => {
    const word = /\/\/ refused: (.+)$/.exec(line)?.[1];
    return word === undefined ? [] : [[at + 1, word] as const];
  });
  expect(marked.length).toBeGreaterThan(5);
  const errors = compile(code);
  expect([...errors.keys()]).toEqual(marked.map(([line]) => line));
  for (const [line, word] of marked) expect(errors.get(line)).toContain(word.replaceAll("'", ''));
});
