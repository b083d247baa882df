/**
 * The promises of the house: each rule of a `SPEC*.md` has an id that is its own in the whole repository and stands in the title of
 * a test; nobody quotes an id that no SPEC has. The prefixes are listed in README.md beside this file.
 *
 *   node build/rules/promises.ts      prints each fault and ends with 1 when there is one
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Words, wordsOf } from './quotes.ts';

/** One rule: its id (`AC3`: the prefix of its SPEC and a number from 1), and where it stands. */
export type Rule = { readonly id: string; readonly file: string; readonly line: number };

/** The files that are looked at, by their path in the repository, with `/`. */
export type Files = ReadonlyMap<string, string>;

const isSpec = (file: string) => /^SPEC.*\.md$/.test(basename(file));
const isSource = (file: string) => /\.(ts|tsx|mts|cjs|mjs|js)$/.test(file);
const isTest = (file: string) => /^test\/.*\.(test|spec)\.tsx?$/.test(file);
const prefixList = 'build/rules/README.md';

const prefixOf = (id: string) => id.replace(/\d+$/, '');

/**
 * The rules of one SPEC: list lines `- **AC3** text`. A list line of any other form, a numbered list and a table are told as faults,
 * so that no promise escapes the count. Lines of a block of code are passed over.
 */
export function rulesOf(file: string, text: string): { readonly rules: Rule[]; readonly faults: string[] } {
  const rules: Rule[] = [];
  const faults: string[] = [];
  let inCode = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('```')) inCode = !inCode;
    if (inCode || !/^\s*([-*+] |\d+[.)] |\|)/.test(line)) continue;
    const id = /^- \*\*([A-Z]{2,3}[1-9]\d{0,2})\*\* \S/.exec(line)?.[1];
    if (id === undefined) faults.push(`${file}:${index + 1}: a rule begins "- **AB1** …", with two or three letters`);
    else rules.push({ id, file, line: index + 1 });
  }
  return { rules, faults };
}

/** The ids that words quote, those between the two ends of a range ("AC1–AC3", "AC1 to AC3") included. `known` has every rule. */
export function quotedIn(text: string, prefixes: ReadonlySet<string>, known: ReadonlySet<string>): string[] {
  const ids = [...text.matchAll(/(?<![\w-])([A-Z]{2,3})([1-9]\d{0,2})(?![\w-])/g)]
    .filter(([, prefix]) => prefixes.has(prefix ?? ''))
    .map(([id]) => id);
  const ranges = [...text.matchAll(/(?<!\w)([A-Z]{2,3})(\d+)(?: to |–)\1(\d+)(?!\w)/g)].flatMap(
    ([, prefix = '', from, to]) =>
      Array.from(
        { length: Math.max(0, Number(to) - Number(from) + 1) },
        (_, step) => `${prefix}${Number(from) + step}`,
      ),
  );
  // A list of rules may have gaps (a rule that was given up keeps its number); its ends are quoted by name and must be there.
  return [...new Set([...ids, ...ranges.filter((id) => known.has(id))])];
}

/** One letter and a number that are no rule: the size of paper, keys of the keyboard, and the names of reporting windows. */
const shortWord = /^(A4|F([1-9]|1[0-2])|Q[1-4]|H[12]|M9|T1[0-2])$/;

/** Ids as they were before every SPEC had a prefix of its own ("T5"); what stands in quotation marks is an example, no id. */
const shortIdsIn = (text: string): string[] =>
  [...text.replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, '').matchAll(/(?<![\w#.-])[A-Z][1-9]\d?(?![\w.-])/g)]
    .map(([word]) => word)
    .filter((word) => !shortWord.test(word));

/** The prefixes and their SPECs as the README lists them, in rows `| AC | shared/activity/SPEC.md | … |`. */
const listedPrefixes = (readme: string): ReadonlyMap<string, string> =>
  new Map(
    [...readme.matchAll(/^\| `?([A-Z]{2,3})`? \| `?([^`|]+?)`? \|/gm)].map(([, prefix = '', file = '']) => [
      prefix,
      file,
    ]),
  );

function faultsOfIds(rules: readonly Rule[], readme: string): string[] {
  const seen = new Map<string, Rule>();
  const owners = new Map<string, string>();
  const faults: string[] = [];
  for (const rule of rules) {
    const { id, file, line } = rule;
    const first = seen.get(id);
    if (first !== undefined) faults.push(`${file}:${line}: ${id} stands in ${first.file}:${first.line} already`);
    else seen.set(id, rule);
    const owner = owners.get(prefixOf(id)) ?? file;
    if (owner !== file) faults.push(`${file}:${line}: the prefix of ${id} belongs to ${owner}`);
    owners.set(prefixOf(id), owner);
  }
  const listed = listedPrefixes(readme);
  for (const [prefix, file] of owners) {
    if (listed.get(prefix) !== file) faults.push(`${prefixList}: the prefix ${prefix} of ${file} is not listed`);
  }
  for (const [prefix, file] of listed) {
    if (!owners.has(prefix)) faults.push(`${prefixList}: ${file} has no rule ${prefix}`);
  }
  return faults;
}

/** Everything wrong with the rules and their quotes in these files, as sentences with file and line in front. */
export function faultsIn(files: Files): string[] {
  const specs = [...files].filter(([file]) => isSpec(file)).map(([file, text]) => rulesOf(file, text));
  const rules = specs.flatMap((spec) => spec.rules);
  const known = new Set(rules.map(({ id }) => id));
  const prefixes = new Set([...known].map(prefixOf));
  const faults = [...specs.flatMap((spec) => spec.faults), ...faultsOfIds(rules, files.get(prefixList) ?? '')];

  const proved = new Set<string>();
  const judge = (file: string, { line, text }: Words) => {
    const quoted = quotedIn(text, prefixes, known);
    const unknown = [...quoted.filter((id) => !known.has(id)), ...shortIdsIn(text)];
    faults.push(...unknown.map((id) => `${file}:${line}: ${id} is quoted, and no SPEC has it`));
    return quoted;
  };
  for (const [file, text] of files) {
    if (file.endsWith('.md'))
      for (const [index, line] of text.split('\n').entries()) judge(file, { line: index + 1, text: line });
    if (!isSource(file)) continue;
    const { tests, others, comments } = wordsOf(file, text);
    for (const words of comments) judge(file, words);
    if (!isTest(file)) continue;
    for (const words of others) judge(file, words);
    for (const words of tests) for (const id of judge(file, words)) proved.add(id);
  }
  const unproved = rules.filter(({ id }) => !proved.has(id));
  return [...faults, ...unproved.map(({ id, file, line }) => `${file}:${line}: no test has ${id} in its title`)];
}

/** What is made, not written. */
const made = ['node_modules', 'out', 'release', 'test/results'];

/** Sources and pages of the whole repository below `root`; hidden folders are none of it. */
export function filesBelow(root: string): Files {
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return made.includes(inRoot(path)) || entry.name.startsWith('.') ? [] : walk(path);
      return isSource(entry.name) || entry.name.endsWith('.md') ? [path] : [];
    });
  const inRoot = (path: string) => relative(root, path).split(sep).join('/');
  return new Map(walk(root).map((path) => [inRoot(path), readFileSync(path, 'utf8')]));
}

if (import.meta.main) {
  const faults = faultsIn(filesBelow(dirname(dirname(dirname(fileURLToPath(import.meta.url))))));
  for (const fault of faults) console.error(fault);
  console.log(`promises: ${faults.length === 0 ? 'each is quoted by a test' : `${faults.length} faults`}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
