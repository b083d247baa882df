/** Which proof files travel in a bundle. Sensitive ones stay at home unless a person chose each of them. Pure. */
import type { BundleEvidence } from './manifest-v1.ts';
import { readableFileName } from './paths.ts';

export type Carryable = { id: string; title: string; fileName: string; bytes: number; sensitive: boolean };

/** Proof with a file in the store, as frozen: largest first, because that is what a person looks for when the bundle is too large. */
export const carryable = (evidence: readonly BundleEvidence[]): Carryable[] =>
  evidence
    .filter((proof) => proof.kind === 'file' && proof.sha256 !== null && proof.bytes !== null)
    .map((proof) => ({
      id: proof.id,
      title: proof.title,
      fileName: proof.fileName ?? proof.title,
      bytes: proof.bytes ?? 0,
      sensitive: proof.withheld === 'sensitive',
    }))
    .sort((a, b) => b.bytes - a.bytes || (a.id < b.id ? -1 : 1));

/** What is said of a proof that stays at home because it is sensitive: its words may name people as well as its bytes do. */
export const keptTitle = 'Minh chứng nhạy cảm, giữ tại đơn vị';

/** Of a file that stays at home as sensitive only its kind and size travel (BN37). */
const masked = (proof: BundleEvidence): BundleEvidence =>
  proof.withheld === 'sensitive'
    ? {
        ...proof,
        title: keptTitle,
        fileName: null,
        sha256: null,
        url: null,
        number: null,
        symbol: null,
        date: null,
        excerpt: null,
      }
    : proof;

/**
 * The evidence of a bundle with the files of `chosen` in it and no others; null keeps the frozen choice. What is left out stays named,
 * with the reason; of what is left out as sensitive nothing but kind and size is told.
 */
export const carry = (evidence: readonly BundleEvidence[], chosen: ReadonlySet<string> | null): BundleEvidence[] =>
  (chosen === null ? [...evidence] : withFiles(evidence, chosen)).map(masked);

function withFiles(evidence: readonly BundleEvidence[], chosen: ReadonlySet<string>): BundleEvidence[] {
  const taken = new Set(evidence.flatMap(({ path }) => (path === null ? [] : [path.slice(path.lastIndexOf('/') + 1)])));
  return evidence.map((proof) => {
    const isFile = proof.kind === 'file' && proof.sha256 !== null && proof.bytes !== null;
    if (!isFile) return proof;
    if (!chosen.has(proof.id)) return proof.path === null ? proof : { ...proof, path: null, withheld: 'size' as const };
    if (proof.path !== null) return proof;
    return {
      ...proof,
      path: `data/minh-chung/${readableFileName(proof.fileName ?? proof.title, taken)}`,
      withheld: null,
    };
  });
}
