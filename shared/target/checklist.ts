/** What a result asks for as proof, what is there, what is missing, and what a person said about it. Pure. */
import { fold } from '../text/fold.ts';
import type { ProofKind } from './target.ts';

/** Which kinds also answer for a kind (TG15): a decision is a directive paper; a broadcast schedule proves communication. */
const answers: Readonly<Partial<Record<ProofKind, readonly ProofKind[]>>> = {
  'van-ban': ['quyet-dinh', 'nghi-quyet', 'to-trinh'],
  'bao-cao': ['bien-ban'],
  'so-lieu': ['danh-sach'],
  'tuyen-truyen': ['bai-viet', 'lich-phat-song', 'video', 'anh', 'duong-link'],
  'bai-viet': ['duong-link'],
  'niem-yet': ['anh', 'duong-link', 'bien-ban'],
  'hoat-dong': ['bien-ban', 'bao-cao', 'anh', 'danh-sach'],
  khac: ['van-ban', 'quyet-dinh', 'bao-cao', 'bien-ban', 'danh-sach', 'so-lieu', 'anh', 'bai-viet'],
};

/** A thing that may prove: a proof of the store, an activity, or figures that were entered. */
export type ProofAtHand = { readonly id: string; readonly kind: ProofKind; readonly title: string };

export type ProofState = 'co' | 'thieu' | 'giai-trinh';

export type ProofItem = {
  readonly kind: ProofKind;
  readonly state: ProofState;
  readonly proofs: readonly ProofAtHand[];
  /** Why it could not be had in this window; "" where nobody said. */
  readonly reason: string;
};

/** One item a kind. A proof that is there counts more than a reason why it is not. */
export function checklist(
  kinds: readonly ProofKind[],
  atHand: readonly ProofAtHand[],
  reasonOf: (kind: ProofKind) => string,
): ProofItem[] {
  return kinds.map((kind) => {
    const own = atHand.filter((each) => each.kind === kind);
    const proofs = own.length > 0 ? own : atHand.filter((each) => answers[kind]?.includes(each.kind));
    const reason = reasonOf(kind);
    return { kind, proofs, reason, state: proofs.length > 0 ? 'co' : reason === '' ? 'thieu' : 'giai-trinh' };
  });
}

const byWords: readonly [RegExp, ProofKind][] = [
  [/\blich (?:phat song|phat thanh|tiep song)\b/, 'lich-phat-song'],
  [/\bquyet dinh\b|\bqd\b/, 'quyet-dinh'],
  [/\bnghi quyet\b|\bnq\b/, 'nghi-quyet'],
  [/\bto trinh\b|\bttr\b|\bphuong an\b/, 'to-trinh'],
  [/\bbien ban\b|\bbb\b/, 'bien-ban'],
  [/\bbao cao\b|\bbc\b/, 'bao-cao'],
  [/\bdanh sach\b|\bds\b/, 'danh-sach'],
  [/\b(?:tin|bai) (?:viet|bai|dang|tuyen truyen|phat thanh)\b|\bban tin\b/, 'bai-viet'],
  [/\bniem yet\b|\bcong khai\b|\bcong bo\b/, 'niem-yet'],
  [/\bso lieu\b|\bdu toan\b|\bquyet toan\b|\bthuyet minh\b|\btong hop\b|\bbieu\b/, 'so-lieu'],
  [
    /\bke hoach\b|\bkh\b|\bcong van\b|\bcv\b|\bhuong dan\b|\bchuong trinh\b|\bquy che\b|\bnoi quy\b|\bthong bao\b|\btb\b|\bchi thi\b|\bvan ban\b/,
    'van-ban',
  ],
];

/** Kinds that a picture may be a picture of: the words of its name say so. */
const pictured: readonly ProofKind[] = ['lich-phat-song', 'niem-yet', 'bien-ban', 'danh-sach'];

export type GuessFrom = {
  readonly kind: string;
  readonly title: string;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly number: string | null;
};

/** TG16. The kind by what the proof is and is called; used while nobody said. */
export function guessProofKind({ kind, title, fileName, mediaType, number }: GuessFrom): ProofKind {
  if (kind === 'link') return 'duong-link';
  const words = fold(`${title} ${fileName ?? ''} ${number ?? ''}`).replace(/[^a-z0-9]+/g, ' ');
  const named = byWords.find(([pattern]) => pattern.test(words))?.[1];
  if (mediaType?.startsWith('image/')) return named !== undefined && pictured.includes(named) ? named : 'anh';
  if (mediaType?.startsWith('video/') || /\b(?:mp4|mov|avi|mkv)$/.test(words)) return 'video';
  if (named !== undefined) return named;
  if (/\b(?:xlsx?|csv)$/.test(words)) return 'so-lieu';
  if (kind === 'document') return 'van-ban';
  return 'khac';
}
