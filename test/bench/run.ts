/** npm run bench -- [suite …] [--json]: measures against floors; a wrong answer ends with exit code 1. */
import type { Figures, Suite, SuiteResult } from './measure.ts';

const suites: Record<string, () => Promise<Suite>> = {
  start: async () => (await import('./start.ts')).start,
  list: async () => (await import('./list.ts')).list,
  search: async () => (await import('./search.ts')).searchSuite,
  due: async () => (await import('./due.ts')).dueSuite,
  renderer: async () => (await import('./renderer.ts')).rendererSuite,
  read: async () => (await import('./read.ts')).readSuite,
  document: async () => (await import('./document.ts')).documentSuite,
  consolidate: async () => (await import('./consolidate.ts')).consolidateSuite,
  province: async () => (await import('./province.ts')).provinceSuite,
  bundle: async () => (await import('./bundle.ts')).bundle,
};

const given = process.argv.slice(2);
const json = given.includes('--json');
const names = given.filter((word) => word !== '--json' && !/^--(mb|files|units)=\d+$/.test(word));
const unknown = names.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`No such suite: ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}

const results: SuiteResult[] = [];
let failed = false;
for (const name of names.length > 0 ? names : Object.keys(suites)) {
  try {
    const suite = await suites[name]!();
    results.push(await suite((line) => console.error(line)));
  } catch (error) {
    failed = true;
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
if (json) console.log(JSON.stringify({ node: process.version, platform: process.platform, results }));
else for (const result of results) print(result);
process.exitCode = failed ? 1 : 0;

function print({ suite, measured, ratios, checked }: SuiteResult): void {
  console.log(`\n${suite}`);
  for (const [name, value] of Object.entries(measured))
    console.log(`  ${name.padEnd(44)} ${typeof value === 'number' ? value : line(value)}`);
  for (const [name, value] of Object.entries(ratios)) console.log(`  ${name.padEnd(44)} × ${value}`);
  console.log(`  checked: ${checked.length} answers right`);
}

function line({ median, min, max, runs }: Figures): string {
  return `${median} ms (min ${min}, max ${max}, ${runs} runs)`;
}
