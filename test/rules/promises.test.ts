/** Every rule is quoted by a test, and nobody quotes a rule that is not there: on small copies first, then on this repository. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { faultsIn, filesBelow, quotedIn, rulesOf } from '../../build/rules/promises.ts';
import { wordsOf } from '../../build/rules/quotes.ts';

/** A house with two SPECs and a test for each rule. */
const small = {
  'build/rules/README.md': '| prefix | SPEC |\n|---|---|\n| ZA | shared/a/SPEC.md |\n| ZB | db/SPEC-OTHER.md |\n',
  'shared/a/SPEC.md': '# A\n\n- **ZA1** One.\n- **ZA2** Two, which goes on\n  in a second line.\n',
  'db/SPEC-OTHER.md': '# B\n\n- **ZB1** Other.\n',
  'shared/a/a.ts': '/** Rules ZA1 and ZA2. */\nexport const a = 1;\n',
  'test/a.test.ts': "it('ZA1 to ZA2 hold', () => {});\n",
  'test/e2e/b.spec.ts': "test('other (ZB1)', async () => {});\n",
};
const faultsWith = (changes: Partial<Record<string, string>>) =>
  faultsIn(new Map(Object.entries({ ...small, ...changes }) as [string, string][]));

describe('promises of a small house', () => {
  it('kept, have no fault', () => {
    expect(faultsWith({})).toEqual([]);
  });

  it.each<[what: string, changes: Record<string, string>, fault: string]>([
    ['a rule without a test', { 'test/a.test.ts': "it('ZA1 holds', () => {});" }, 'SPEC.md:4: no test has ZA2'],
    ['a rule only a comment names', { 'test/a.test.ts': "// ZA2\nit('ZA1', () => {});" }, 'no test has ZA2'],
    ['a rule only data name', { 'test/a.test.ts': "it('ZA1', () => f('ZA2'));" }, 'no test has ZA2'],
    ['a rule only a step names', { 'test/a.test.ts': "it('ZA1', () => {}); test.step('ZA2', f);" }, 'no test has ZA2'],
    ['a rule of a test put off', { 'test/a.test.ts': "it('ZA1', () => {}); it.skip('ZA2', f);" }, 'no test has ZA2'],
    [
      'a rule quoted outside the tests',
      { 'test/a.test.ts': '', 'shared/a/a.ts': "it('ZA1 to ZA2', f);" },
      'no test has ZA1',
    ],
    [
      'an id twice',
      { 'shared/a/SPEC.md': '- **ZA1** One.\n- **ZA2** Two.\n- **ZA1** Again.\n' },
      'ZA1 stands in shared/a/SPEC.md:1',
    ],
    [
      'a prefix of two SPECs',
      { 'db/SPEC-OTHER.md': '- **ZB1** Other.\n- **ZA3** Third.\n' },
      'the prefix of ZA3 belongs to shared/a/SPEC.md',
    ],
    [
      'a rule with a bare number',
      { 'db/SPEC-OTHER.md': '- **ZB1** Other.\n\n1. **Third.** Words.\n' },
      'SPEC-OTHER.md:3: a rule begins',
    ],
    [
      'a rule with one letter',
      { 'db/SPEC-OTHER.md': '- **ZB1** Other.\n- **Z2** Short.\n' },
      'SPEC-OTHER.md:2: a rule begins',
    ],
    [
      'a promise without an id',
      { 'db/SPEC-OTHER.md': '- **ZB1** Other.\n- Promised as well.\n' },
      'SPEC-OTHER.md:2: a rule begins',
    ],
    [
      'rules in a table',
      { 'db/SPEC-OTHER.md': '- **ZB1** Other.\n\n| ZB2 | Words. |\n' },
      'SPEC-OTHER.md:3: a rule begins',
    ],
    [
      'a title with an id of nobody',
      { 'test/a.test.ts': "it('ZA1 to ZA2', f);\nit('ZA3', f);" },
      'a.test.ts:2: ZA3 is quoted',
    ],
    ['a step with an id of nobody', { 'test/c.test.ts': "test.step('ZA3', f);" }, 'c.test.ts:1: ZA3 is quoted'],
    [
      'a comment with an id of nobody',
      { 'shared/a/a.ts': '\n/**\n * Rule ZA9.\n */' },
      'shared/a/a.ts:2: ZA9 is quoted',
    ],
    ['a page with an id of nobody', { 'shared/a/README.md': 'Rules: ZB7.' }, 'README.md:1: ZB7 is quoted'],
    ['a range past the last rule', { 'shared/a/a.ts': '// ZA1 to ZA5' }, 'ZA5 is quoted'],
    ['an id without its letters', { 'test/c.test.ts': "it('Z1 holds', f);" }, 'c.test.ts:1: Z1 is quoted'],
    [
      'a prefix nobody listed',
      { 'build/rules/README.md': '| ZA | shared/a/SPEC.md |' },
      'the prefix ZB of db/SPEC-OTHER.md is not listed',
    ],
    [
      'a listed prefix without rules',
      { 'db/SPEC-OTHER.md': '', 'test/e2e/b.spec.ts': '' },
      'db/SPEC-OTHER.md has no rule ZB',
    ],
  ])('broken by %s, are told with their place', (_, changes, fault) => {
    const faults = faultsWith(changes);
    expect(faults.filter((each) => each.includes(fault))).toHaveLength(1);
  });

  it('names of paper, keys and windows, examples in quotation marks, and other signs are no ids', () => {
    const text = 'A4, F8, Q1, H1, `T5`, "C2", 2024-H1, #D4, UTF-8, ZAX1, xZA3, ZA3-b, SHA256';
    expect(faultsWith({ 'shared/a/a.ts': `// ${text}`, 'test/c.test.ts': `it(${JSON.stringify(text)}, f);` })).toEqual(
      [],
    );
  });
});

describe('reading a SPEC', () => {
  it('takes list lines with an id, passes over code, and keeps the line', () => {
    const text = '# Title\n\nWords.\n```\n- no rule\n```\n- **ZA1** One\n  goes on.\n- **ZA12** Twelve.\n';
    expect(rulesOf('s/SPEC.md', text)).toEqual({
      rules: [
        { id: 'ZA1', file: 's/SPEC.md', line: 7 },
        { id: 'ZA12', file: 's/SPEC.md', line: 9 },
      ],
      faults: [],
    });
  });
});

describe('quoted ids', () => {
  const known = new Set(['ZA1', 'ZA2', 'ZA4', 'ZB1']);
  const quoted = (text: string) => quotedIn(text, new Set(['ZA', 'ZB']), known).sort();

  it('are single ones, lists and ranges; a range passes over numbers that were given up', () => {
    expect(quoted('ZA1: words (ZB1)')).toEqual(['ZA1', 'ZB1']);
    expect(quoted('ZA1, ZA2 and ZB1')).toEqual(['ZA1', 'ZA2', 'ZB1']);
    expect(quoted('ZA1–ZA4')).toEqual(['ZA1', 'ZA2', 'ZA4']);
    expect(quoted('from ZA2 to ZA4')).toEqual(['ZA2', 'ZA4']);
    expect(quoted('ZA4 ZB1')).toEqual(['ZA4', 'ZB1']);
    expect(quoted('ZC1 za1 ZA0 ZA01')).toEqual([]);
  });
});

describe('titles and comments of a file', () => {
  it('finds every way to name a test', () => {
    const code = `
      describe('a', () => { it("b", f); });
      test.describe('c', f);
      it.only('d', f);
      it.skipIf(no)('e', f);
      it.each(list)('f %s', f);
      it.each([1])\`\`;
      it.each\`x\`('g', f);
      it(\`h \${x} i\`, f);
      it('j' + x + 'k', f);
      it.skip('l', f);
      test.todo('m');
      test.step('n', f);
      test.skip(no, 'o');
      expect('p').toBe('q');
      other.it('r', f);
    `;
    const { tests, others } = wordsOf('x.test.ts', code);
    expect(tests.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd', 'e', 'f %s', 'g', 'h  …  i', 'j … k']);
    expect(others.map(({ text }) => text)).toEqual(['l', 'm', 'n']);
  });

  it('knows the names of cases that stand in place, where they open the title', () => {
    const code = `
      it.each([['a', 1], ['b', 2]] as const)('%s is %i', f);
      it.each<[string]>(['c', x])('%s', f);
      it.each([['d', 'e']])('%i is %s', f);
    `;
    expect(wordsOf('x.test.ts', code).tests.map(({ text }) => text)).toEqual([
      'a is %i',
      'b is %i',
      'c',
      ' … ',
      '%i is %s',
    ]);
  });

  it('gives comments with their line, never strings, and does not pass over what it cannot read', () => {
    const code = "// one\nconst a = '// no';\n/* two\n three */ const b = <T,>(x: T) => x;";
    expect(wordsOf('x.ts', code).comments).toEqual([
      { line: 1, text: ' one' },
      { line: 3, text: ' two\n three ' },
    ]);
    expect(() => wordsOf('x.ts', 'it(')).toThrow('x.ts');
  });
});

describe('the promises of this repository', () => {
  const files = filesBelow(fileURLToPath(new URL('../..', import.meta.url)));

  it('stand in every SPEC that there is', () => {
    const specs = [...files.keys()].filter((file) => /\/SPEC[^/]*\.md$/.test(file));
    expect(specs.length).toBeGreaterThanOrEqual(25);
    for (const spec of specs) expect(rulesOf(spec, files.get(spec) ?? '').rules.length, spec).toBeGreaterThan(0);
  });

  it('have an id of their own each, are quoted by a test each, and nobody quotes another', () => {
    expect(faultsIn(files)).toEqual([]);
  });
});
