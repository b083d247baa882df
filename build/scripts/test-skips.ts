/** What a run of the tests left out, told by the reason that stands in the test's title: `(needs LibreOffice, poppler)`. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const vitestReport = z.object({
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) })),
});

type Suite = {
  specs: { title: string; tests: { status: string; annotations: { description?: string }[] }[] }[];
  suites?: Suite[];
};
const playwrightSuite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    specs: z.array(
      z.object({
        title: z.string(),
        tests: z.array(
          z.object({ status: z.string(), annotations: z.array(z.object({ description: z.string().optional() })) }),
        ),
      }),
    ),
    suites: z.array(playwrightSuite).optional(),
  }),
);
const playwrightReport = z.object({ suites: z.array(playwrightSuite) });

const read = (path: string): unknown => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);

/** From "needs" on; a test that does not say what it needs is told by its name. */
const reasonIn = (words: string): string => /\bneeds [^()]+/.exec(words)?.[0].trim() ?? `without a reason: ${words}`;

/** For each reason how many tests were skipped; none from a report that is absent. */
export function skippedBy(unitReport: string, journeyReport: string): ReadonlyMap<string, number> {
  const reasons = new Map<string, number>();
  const count = (words: string) => reasons.set(reasonIn(words), (reasons.get(reasonIn(words)) ?? 0) + 1);
  const unit = vitestReport.safeParse(read(unitReport));
  for (const { status, fullName } of unit.data?.testResults.flatMap((file) => file.assertionResults) ?? [])
    if (status !== 'passed' && status !== 'failed') count(fullName);
  const journeys = playwrightReport.safeParse(read(journeyReport));
  const walk = ({ specs, suites = [] }: Suite): void => {
    for (const { title, tests } of specs)
      for (const { status, annotations } of tests)
        if (status === 'skipped') count(annotations.find((each) => each.description)?.description ?? title);
    suites.forEach(walk);
  };
  journeys.data?.suites.forEach(walk);
  return reasons;
}

/** The lines for the reader, most skipped first; `byHand` gives the command of the system that brings tools. Empty where nothing was skipped. */
export function skipLines(
  reasons: ReadonlyMap<string, number>,
  missing: readonly string[],
  byHand: (tools: readonly string[]) => string,
): string[] {
  if (reasons.size === 0) return [];
  const sorted = [...reasons].sort(([, a], [, b]) => b - a);
  return [
    'skipped here:',
    ...sorted.map(([reason, count]) => `  ${String(count).padStart(4)}  ${reason}`),
    ...(missing.length === 0
      ? []
      : [`npm run test:tools   brings what is missing of it (${missing.join(', ')}); by hand: ${byHand(missing)}`]),
  ];
}
