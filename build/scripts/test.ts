/**
 * npm test: everything that must hold, from types to journeys in a browser. A step that fails does not stop the next one: a
 * reader of the output should see all that is wrong at once. The last line is `N passed, N failed` over all steps.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './freshness.ts';
import { buildRenderer } from './renderer-build.ts';
import { runNode, runTool } from './run.ts';
import { add, type Counts, nothing, oneStep, playwrightCounts, vitestCounts } from './test-counts.ts';
import { projects, typecheck } from './typecheck.ts';

const results = join(root, 'test', 'results');
const unitReport = join(results, 'vitest.json');
const journeyReport = join(results, 'e2e.json');

/** A report of an earlier run must not be taken for this one's. */
rmSync(results, { recursive: true, force: true });

const steps: readonly { readonly name: string; readonly run: () => Promise<Counts> }[] = [
  {
    name: 'types',
    run: async () => {
      const failed = (await typecheck()).length;
      return { passed: projects.length - failed, failed, skipped: 0 };
    },
  },
  {
    name: 'lint and format',
    run: async () =>
      oneStep((await runTool('biome', ['check', '.', '--config-path', 'build/config/format-and-lint.json'])) === 0),
  },
  { name: 'import zones', run: async () => oneStep((await runNode(['build/rules/import-zones.ts'])) === 0) },
  {
    name: 'tests without a browser',
    run: async () => {
      const args = [
        'run',
        '--config',
        'test/vitest.config.ts',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${unitReport}`,
      ];
      return vitestCounts(unitReport, await runTool('vitest', args));
    },
  },
  { name: 'building the renderer', run: async () => oneStep(await buildRenderer().then(() => true)) },
  {
    name: 'journeys in a browser',
    run: async () =>
      playwrightCounts(journeyReport, await runTool('playwright', ['test', '--config', 'test/playwright.config.ts'])),
  },
];

let total = nothing;
const table: string[] = [];
for (const { name, run } of steps) {
  console.log(`\n── ${name} ──`);
  const started = performance.now();
  const counts = await run().catch((error: unknown) => {
    console.error(error);
    return oneStep(false);
  });
  total = add(total, counts);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
  table.push(
    `${counts.failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${counts.passed} of ${counts.passed + counts.failed}${skipped} (${seconds} s)`,
  );
}

console.log(`\n${table.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
