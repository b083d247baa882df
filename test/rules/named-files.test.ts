import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allMissingFiles, missingFiles, namedFiles } from '../../build/rules/named-files.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const files = new Set([
  'shared/a/README.md',
  'shared/a/one.ts',
  'shared/a/in/two.ts',
  'shared/b/three.ts',
  'shared/b/four.ts',
]);
const missing = (text: string) => missingFiles('shared/a/README.md', text, files);

describe('files named in a README or SPEC', () => {
  it('are the source files in backticks, each once', () => {
    expect(
      namedFiles(
        '`one.ts` and `one.ts`, `in/two.tsx`, `look.css`, `SPEC-OTHER.md`; three.ts, `call()`, `*.ts`, `x-<kind>.ts`, `README.md`, `a.json`\n```\n`four.ts`\n```',
      ),
    ).toEqual(['one.ts', 'in/two.tsx', 'look.css', 'SPEC-OTHER.md']);
  });

  it('may stand beside it, below it, or at a path from a folder above', () => {
    expect(missing('`one.ts` `two.ts` `in/two.ts` `b/three.ts` `../b/three.ts` `shared/b/three.ts`')).toEqual([]);
  });

  it('are missing where they stand in another folder or nowhere', () => {
    expect(missing('`three.ts` `gone.ts` `b/gone.ts` `in/one.ts`')).toEqual([
      'three.ts',
      'gone.ts',
      'b/gone.ts',
      'in/one.ts',
    ]);
  });

  it('need no folder beside a file that was given with its own', () => {
    expect(missing('`b/three.ts`, `four.ts`, `one.ts`')).toEqual([]);
  });
});

describe('the repository', () => {
  it('names no file that is not there', () => {
    expect(allMissingFiles(root)).toEqual([]);
  });
});
