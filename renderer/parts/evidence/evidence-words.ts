/** What the program says about a proof: kind, size, date, how often it is used. Pure. */
import type { EvidenceView } from '../../../shared/api/contract/work.ts';
import { proofNames } from '../../../shared/target/target.ts';
import { dateInVietnam } from '../../../shared/text/dates.ts';
import { fold } from '../../../shared/text/fold.ts';
import { formatBytes } from '../../ui/format.ts';
import { typedDate } from '../../ui/typed-date.ts';

type Kinded = { kind: string; mediaType: string | null; fileName: string | null };

const kindsByType: readonly [RegExp, string][] = [
  [/^image\//, 'Ảnh'],
  [/^application\/pdf$/, 'PDF'],
  [/^(video)\//, 'Phim'],
  [/^(audio)\//, 'Âm thanh'],
  [/wordprocessing|msword|opendocument\.text/, 'Word'],
  [/spreadsheet|ms-excel|csv/, 'Excel'],
  [/presentation|ms-powerpoint/, 'PowerPoint'],
  [/zip|rar|7z|compressed/, 'Tệp nén'],
];

const kindsByEnding = new Map([
  ['doc', 'Word'],
  ['docx', 'Word'],
  ['xls', 'Excel'],
  ['xlsx', 'Excel'],
  ['ppt', 'PowerPoint'],
  ['pptx', 'PowerPoint'],
  ['zip', 'Tệp nén'],
  ['rar', 'Tệp nén'],
  ['7z', 'Tệp nén'],
]);

/** "Ảnh", "PDF", "Word" …; a link and a reference to a paper have words of their own. */
export function kindWord(proof: Kinded): string {
  if (proof.kind === 'link') return 'Đường link';
  if (proof.kind === 'document') return 'Văn bản';
  const byType = kindsByType.find(([pattern]) => pattern.test(proof.mediaType ?? ''))?.[1];
  const ending = proof.fileName?.toLowerCase().split('.').at(-1) ?? '';
  return byType ?? kindsByEnding.get(ending) ?? 'Tệp';
}

/** `12/BC-UBND ngày 10/6/2024`: how clerks cite a paper; empty where nothing is known. */
export function citation(proof: { number: string | null; date: string | null }): string {
  const number = proof.number ? `số ${proof.number}` : '';
  const date = proof.date ? `ngày ${typedDate(proof.date)}` : '';
  return [number, date].filter(Boolean).join(' ');
}

/** The second line of a proof: kind, size or number, the day it was added. */
export function aboutProof(
  proof: Kinded & {
    bytes: number | null;
    url: string | null;
    number: string | null;
    date: string | null;
    addedAt?: number;
  },
): string {
  const detail =
    proof.kind === 'link' ? hostOf(proof.url) : proof.kind === 'document' ? citation(proof) : sizeOf(proof.bytes);
  const added = proof.addedAt === undefined ? '' : `thêm ${typedDate(dateInVietnam(proof.addedAt))}`;
  return [kindWord(proof), detail, added].filter(Boolean).join(' · ');
}

const sizeOf = (bytes: number | null): string => (bytes === null ? '' : formatBytes(bytes));

/** `congan.hungyen.gov.vn` of an address; the whole text where it is no address. */
export function hostOf(address: string | null): string {
  if (address === null) return '';
  return /^https?:\/\/([^/?#]+)/i.exec(address)?.[1] ?? address;
}

/** "chưa dùng cho nhiệm vụ nào", "dùng cho 2 nhiệm vụ": tasks are counted once however many windows they appear in. */
export function usedForWords(proof: Pick<EvidenceView, 'links'>): string {
  const tasks = new Set(proof.links.map((link) => link.taskId)).size;
  return tasks === 0 ? 'chưa dùng cho nhiệm vụ nào' : `dùng cho ${tasks} nhiệm vụ`;
}

/** Folded words a search for a proof looks through, the tasks it serves among them. */
export const proofSearchText = (proof: EvidenceView): string =>
  fold(
    [
      proof.title,
      proof.fileName,
      proof.url,
      proof.number,
      proof.excerpt,
      proof.issuer,
      proofNames[proof.proofKind],
      ...proof.links.flatMap((link) => [link.taskText, link.windowLabel]),
    ]
      .filter(Boolean)
      .join(' '),
  );
