import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allCircles, circlesIn, fileLeanings, folderLeanings } from '../../build/rules/circles.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const filesOf = (code: Record<string, string>) => circlesIn(fileLeanings(new Map(Object.entries(code))));
const foldersOf = (code: Record<string, string>) =>
  circlesIn(folderLeanings(fileLeanings(new Map(Object.entries(code)))));

describe('circles: of files', () => {
  it('finds two that import each other, types alone too', () => {
    expect(
      filesOf({ 'a.ts': "import { b } from './b.ts';", 'b.ts': "import type { A } from './a.ts';", 'c.ts': '' }),
    ).toEqual([['a.ts', 'b.ts']]);
  });

  it('finds a long way round, and each circle by itself', () => {
    expect(
      filesOf({
        'a.ts': "export * from './x/b.ts';",
        'x/b.ts': "import '../c.tsx';",
        'c.tsx': "const a = import('./a.ts');",
        'd.ts': "import './e.ts'; import './a.ts';",
        'e.ts': "import './d.ts';",
      }),
    ).toEqual([
      ['a.ts', 'c.tsx', 'x/b.ts'],
      ['d.ts', 'e.ts'],
    ]);
  });

  it('finds none where two ways lead to one file', () => {
    expect(
      filesOf({ 'a.ts': "import './b.ts'; import './c.ts';", 'b.ts': "import './c.ts';", 'c.ts': "import 'node:fs';" }),
    ).toEqual([]);
  });
});

describe('circles: of folders', () => {
  it('finds two folders whose files do not import each other', () => {
    const code = { 'a/1.ts': "import '../b/1.ts';", 'b/1.ts': '', 'b/2.ts': "import '../a/2.ts';", 'a/2.ts': '' };
    expect(filesOf(code)).toEqual([]);
    expect(foldersOf(code)).toEqual([['a', 'b']]);
  });

  it('takes a folder inside another for another', () => {
    expect(foldersOf({ 'a/1.ts': "import './in/1.ts';", 'a/in/1.ts': "import '../2.ts';", 'a/2.ts': '' })).toEqual([
      ['a', 'a/in'],
    ]);
    expect(foldersOf({ 'a/1.ts': "import './in/1.ts';", 'a/in/1.ts': "import './2.ts';", 'a/in/2.ts': '' })).toEqual(
      [],
    );
  });
});

/** Circles that stand and are to go. An entry that is no longer a circle must leave this list. */
const known = {
  files: [
    [
      'renderer/parts/results/proof-items.tsx',
      'renderer/parts/results/results-section.tsx',
      'renderer/parts/results/target-dialog.tsx',
      'renderer/parts/results/target-figure.tsx',
    ],
  ],
  folders: [
    ['renderer/features/report', 'renderer/features/report/returned', 'renderer/features/report/writer'],
    ['renderer/features/tasks', 'renderer/features/tasks/cells'],
  ],
};

describe('the repository', () => {
  it('has no circle but those known', () => {
    expect(allCircles(root)).toEqual(known);
  });
});
