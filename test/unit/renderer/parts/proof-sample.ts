/** Proofs for tests, with what a test is not about filled in. */
import type { EvidenceView } from '../../../../shared/api/contract/work.ts';

type Link = EvidenceView['links'][number];

export const linkOf = (changes: Partial<Link> = {}): Link => ({
  id: 'link',
  taskId: 'task',
  taskText: 'Công khai thu, chi ngân sách',
  windowId: '2024-Q2',
  windowLabel: 'Quý II/2024',
  lateReason: null,
  ...changes,
});

export const proofOf = (changes: Partial<EvidenceView> = {}): EvidenceView => ({
  id: 'proof',
  kind: 'file',
  title: 'Biểu 60',
  fileName: 'bieu-60.xlsx',
  mediaType: null,
  bytes: 1024,
  sha256: 'a'.repeat(64),
  url: null,
  number: null,
  date: null,
  excerpt: null,
  sensitive: false,
  addedAt: 0,
  proofKind: 'so-lieu',
  proofKindGuessed: true,
  issuer: null,
  seenOn: null,
  screenshotId: null,
  bundleReason: null,
  words: null,
  revision: 1,
  preview: 'none',
  links: [],
  ...changes,
});
