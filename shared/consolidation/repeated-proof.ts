/** The same file sent as proof in several places (CO9). It may be right (one decree for all) or not: a person judges. */

export type ProofPlace = {
  readonly sha256: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly windowKey: string;
  readonly receivedId: string;
  readonly taskId: string;
  readonly task: string;
};

export type RepeatedProof = {
  readonly sha256: string;
  readonly title: string;
  readonly units: number;
  readonly windows: number;
  readonly rows: number;
  readonly places: readonly ProofPlace[];
};

/** Rows of one report that share a file before it is worth a word: one minute often proves two tasks. */
const usualInOneReport = 2;

/** Most units first, then most rows. */
export function repeatedProof(places: readonly ProofPlace[]): RepeatedProof[] {
  const byFile = Map.groupBy(places, ({ sha256 }) => sha256);
  const count = (all: readonly ProofPlace[], of: (place: ProofPlace) => string) => new Set(all.map(of)).size;
  return [...byFile.values()]
    .map((all) => ({
      sha256: all[0]!.sha256,
      title: all[0]!.title,
      units: count(all, ({ unitId }) => unitId),
      windows: count(all, ({ windowKey }) => windowKey),
      rows: count(all, ({ receivedId, taskId }) => `${receivedId} ${taskId}`),
      places: all,
    }))
    .filter(({ units, windows, rows }) => units > 1 || windows > 1 || rows > usualInOneReport)
    .sort((a, b) => b.units - a.units || b.rows - a.rows || (a.sha256 < b.sha256 ? -1 : 1));
}
