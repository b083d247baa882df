import { describe, expect, it } from 'vitest';
import { countFilters, shownProofs } from '../../../../renderer/features/evidence/evidence-filter.ts';
import { linkOf, proofOf } from '../parts/proof-sample.ts';

const proofs = [
  proofOf({ id: 'photo', title: 'Ảnh niêm yết', mediaType: 'image/jpeg', addedAt: 1, links: [linkOf()] }),
  proofOf({
    id: 'sheet',
    title: 'Biểu 60',
    addedAt: 3,
    sensitive: true,
    links: [linkOf({ taskText: 'Rà soát hộ nghèo' })],
  }),
  proofOf({ id: 'link', kind: 'link', title: 'Bài đăng', url: 'https://a.vn', addedAt: 2 }),
  proofOf({ id: 'paper', kind: 'document', title: 'Biên bản', number: '14/BB', addedAt: 4, links: [linkOf()] }),
];
const ids = (shown: readonly { id: string }[]) => shown.map((proof) => proof.id);

describe('the store of proofs', () => {
  it('shows the newest first and leaves the given list as it was', () => {
    expect(ids(shownProofs(proofs, { query: '', filter: null }))).toEqual(['paper', 'sheet', 'link', 'photo']);
    expect(proofs[0]?.id).toBe('photo');
  });

  it('filters by kind, by use and by sensitivity', () => {
    const shown = (filter: Parameters<typeof shownProofs>[1]['filter']) =>
      ids(shownProofs(proofs, { query: '', filter }));
    expect(shown('picture')).toEqual(['photo']);
    expect(shown('paper')).toEqual(['sheet']);
    expect(shown('link')).toEqual(['link']);
    expect(shown('document')).toEqual(['paper']);
    expect(shown('unused')).toEqual(['link']);
    expect(shown('sensitive')).toEqual(['sheet']);
  });

  it('finds by the task a proof serves, without accents', () => {
    expect(ids(shownProofs(proofs, { query: 'ho ngheo', filter: null }))).toEqual(['sheet']);
    expect(ids(shownProofs(proofs, { query: 'ho ngheo', filter: 'picture' }))).toEqual([]);
  });

  it('counts for every filter', () => {
    expect(countFilters(proofs)).toEqual({ picture: 1, paper: 1, link: 1, document: 1, unused: 1, sensitive: 1 });
  });
});
