/** Timing in turn, medians, and the shape of a result. */

export type Figures = { median: number; min: number; max: number; runs: number };

export type SuiteResult = {
  suite: string;
  /** Milliseconds, or the unit in the name. */
  measured: Record<string, Figures | number>;
  /** Measured median over floor median. */
  ratios: Record<string, number>;
  /** What was checked for being right. */
  checked: string[];
};

export type Suite = (say: (line: string) => void) => Promise<SuiteResult>;

/** A wrong answer: the suite fails. */
export class WrongAnswer extends Error {}

export function check(condition: boolean, what: string, checked: string[]): void {
  if (!condition) throw new WrongAnswer(what);
  checked.push(what);
}

export function figures(times: readonly number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { median: round(middle), min: round(sorted[0] ?? 0), max: round(sorted.at(-1) ?? 0), runs: sorted.length };
}

/** Runs each contender `runs` times in turn (A B A B …) after one warm-up, and gives the times of each. */
export async function inTurn(
  runs: number,
  contenders: Record<string, () => Promise<number>>,
): Promise<Record<string, Figures>> {
  const times: Record<string, number[]> = {};
  for (let run = -1; run < runs; run++)
    for (const [name, contender] of Object.entries(contenders)) {
      const took = await contender();
      if (run >= 0) times[name] = [...(times[name] ?? []), took];
    }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, figures(all)]));
}

export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export const ratio = (a: Figures | undefined, b: Figures | undefined): number =>
  a && b && b.median > 0 ? round(a.median / b.median) : Number.NaN;

export const round = (value: number): number => Math.round(value * 100) / 100;
