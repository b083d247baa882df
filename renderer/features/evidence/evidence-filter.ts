/** The store of proofs as a list: what a filter keeps, what the whole adds up to. Pure. */
import type { EvidenceView } from '../../../shared/api/contract/work.ts';
import type { ProofKind } from '../../../shared/target/target.ts';
import { fold, matchesFolded } from '../../../shared/text/fold.ts';
import { proofSearchText } from '../../parts/evidence/evidence-words.ts';

export const proofFilters = ['picture', 'paper', 'link', 'document', 'unused', 'sensitive'] as const;
export type ProofFilter = (typeof proofFilters)[number];

export const filterWords: Record<ProofFilter, string> = {
  picture: 'Ảnh',
  paper: 'Tệp khác',
  link: 'Đường link',
  document: 'Văn bản',
  unused: 'Chưa dùng',
  sensitive: 'Nhạy cảm',
};

/** Pictures are told apart from other files: they are what people look for most. */
export function passes(proof: EvidenceView, filter: ProofFilter): boolean {
  switch (filter) {
    case 'picture':
      return proof.kind === 'file' && isPicture(proof);
    case 'paper':
      return proof.kind === 'file' && !isPicture(proof);
    case 'link':
      return proof.kind === 'link';
    case 'document':
      return proof.kind === 'document';
    case 'unused':
      return proof.links.length === 0;
    case 'sensitive':
      return proof.sensitive;
  }
}

const isPicture = (proof: EvidenceView): boolean => proof.mediaType?.startsWith('image/') === true;

export const countFilters = (proofs: readonly EvidenceView[]): Record<ProofFilter, number> =>
  Object.fromEntries(
    proofFilters.map((filter) => [filter, proofs.filter((proof) => passes(proof, filter)).length]),
  ) as Record<ProofFilter, number>;

/** Newest first; every word of the query occurs in the proof's own words or in those of a task it serves. */
export function shownProofs(
  proofs: readonly EvidenceView[],
  {
    query,
    filter,
    kind = null,
    inside = new Set(),
  }: {
    query: string;
    filter: ProofFilter | null;
    kind?: ProofKind | null;
    /** Proofs whose file holds the typed words inside. */
    inside?: ReadonlySet<string>;
  },
): EvidenceView[] {
  const folded = fold(query);
  return proofs
    .filter((proof) => (filter === null || passes(proof, filter)) && (kind === null || proof.proofKind === kind))
    .filter((proof) => inside.has(proof.id) || matchesFolded(proofSearchText(proof), folded))
    .sort((a, b) => b.addedAt - a.addedAt);
}
