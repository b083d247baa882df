/**
 * npm test: everything that must hold, from types to journeys in a browser. A step that fails does not stop the next one: a
 * reader of the output should see all that is wrong at once. The last line is `N passed, N failed` over all steps.
 *
 * Two rows of steps run beside each other: journeys wait for pages half of their time, and the tests without a browser use the
 * processors meanwhile. Nothing waits for a time, so neither disturbs the other (test/README.md).
 */
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { askedBusy, keepBusy } from './busy.ts';
import { root } from './freshness.ts';
import { buildRenderer } from './renderer-build.ts';
import { runNode, runTool } from './run.ts';
import { add, type Counts, nothing, oneStep, playwrightCounts, vitestCounts } from './test-counts.ts';
import { skipLines, skippedBy } from './test-skips.ts';
import { projects, typecheck } from './typecheck.ts';

const { commandFor, missingTools } = createRequire(import.meta.url)('./test-tools.cjs') as {
  commandFor(tools: readonly string[]): string;
  missingTools(): string[];
};

const results = join(root, 'test', 'results');
const unitReport = join(results, 'vitest.json');
const journeyReport = join(results, 'e2e.json');

/** A report of an earlier run must not be taken for this one's. */
rmSync(results, { recursive: true, force: true });

const heading = (name: string): string => `── ${name} ──`;

type Step = { readonly name: string; readonly run: () => Promise<Counts> };

const inTurn: readonly Step[] = [
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
  { name: 'building the renderer', run: async () => oneStep(await buildRenderer().then(() => true)) },
  {
    name: 'journeys in a browser',
    run: async () =>
      playwrightCounts(journeyReport, await runTool('playwright', ['test', '--config', 'test/playwright.config.ts'])),
  },
];

const beside: readonly Step[] = [
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
      return vitestCounts(
        unitReport,
        await runTool('vitest', args, { atEndUnder: heading('tests without a browser') }),
      );
    },
  },
];

/** `output`: of steps that keep their words to their end, the heading comes with them. */
async function runAll(
  steps: readonly Step[],
  output: 'at once' | 'at the end',
): Promise<{ counts: Counts; line: string }[]> {
  const ended: { counts: Counts; line: string }[] = [];
  for (const { name, run } of steps) {
    if (output === 'at once') console.log(`\n${heading(name)}`);
    const started = performance.now();
    const counts = await run().catch((error: unknown) => {
      console.error(error);
      return oneStep(false);
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
    const line = `${counts.failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${counts.passed} of ${counts.passed + counts.failed}${skipped} (${seconds} s)`;
    ended.push({ counts, line });
  }
  return ended;
}

keepBusy(askedBusy());
const started = performance.now();
const ended = (await Promise.all([runAll(inTurn, 'at once'), runAll(beside, 'at the end')])).flat();
const total = ended.map(({ counts }) => counts).reduce(add, nothing);
const minutes = ((performance.now() - started) / 60_000).toFixed(1);

console.log(`\n${ended.map(({ line }) => line).join('\n')}\nin ${minutes} minutes\n`);
for (const line of skipLines(skippedBy(unitReport, journeyReport), missingTools(), commandFor)) console.log(line);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
