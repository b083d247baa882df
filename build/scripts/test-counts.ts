/** What the test runners' reports say, as plain counts. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0 };

export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** One step that either holds or does not. */
export const oneStep = (held: boolean): Counts => ({ passed: held ? 1 : 0, failed: held ? 0 : 1, skipped: 0 });

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/**
 * Makes sure that a runner which failed is never counted as a success: a report that is missing or unreadable, or that knows
 * of no failure although the runner ended with one, counts as one failure.
 */
function read(path: string, exitCode: number, counts: (report: unknown) => Counts): Counts {
  if (!existsSync(path)) return oneStep(false);
  const found = counts(JSON.parse(readFileSync(path, 'utf8')));
  return exitCode !== 0 && found.failed === 0 ? add(found, oneStep(false)) : found;
}

/** A file that could not even be loaded has no tests in the report; it counts as one failure. */
export function vitestCounts(path: string, exitCode: number): Counts {
  return read(path, exitCode, (report) => {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = vitestReport.parse(report);
    const unloaded = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    return { passed: numPassedTests, failed: numFailedTests + unloaded, skipped: numPendingTests };
  });
}

/** A journey that passed only at a second try counts as failed: it is not reliable. */
export function playwrightCounts(path: string, exitCode: number): Counts {
  return read(path, exitCode, (report) => {
    const { stats, errors } = playwrightReport.parse(report);
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
  });
}
