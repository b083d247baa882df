/** What is said of a checked file before a person's yes: all there, unchanged, from whom, and what receiving it would do. */
import type { BundleCheck } from '../../../../shared/api/contract/receiving.ts';
import { problems } from '../../../../shared/api/problems.ts';
import { fingerprintWords } from '../../../../shared/bundle/fingerprint-words.ts';
import type { BundleKind } from '../../../../shared/bundle/kind-names.ts';
import { aboutOf } from '../../../../shared/bundle/kinds.ts';
import type { UnitCard } from '../../../../shared/bundle/unit-card.ts';
import type { BundleProblem } from '../../../bundles/files/problems.ts';
import type { ReadBundleOutput, ReceivedBundle } from '../../../bundles/read-bundle.ts';
import { fingerprintOf } from '../../../bundles/seal.ts';
import type { Deps } from '../../core/deps.ts';
import { ownUnit } from '../../office/own-unit.ts';
import { cardName, type KeyStanding, keyStanding, otherName, unitOfCard } from '../keys/trust.ts';
import type { Incoming } from './kinds/incoming-kind.ts';
import { incomingKind } from './kinds/table.ts';

export type GivenFileFacts = { fileName: string; bytes: number };

/** Nothing is known of the file yet; the base of every answer. */
export const emptyCheck = ({ fileName, bytes }: GivenFileFacts): BundleCheck => ({
  fileName,
  bytes,
  given: 'la',
  kind: null,
  complete: false,
  unchanged: false,
  from: null,
  errors: [],
  report: null,
  standing: 'khong-nhan',
  standingText: problems['goi-la'].message,
  warnings: [],
  receivable: false,
  undecided: false,
  bulk: false,
  needsPassword: false,
  parts: null,
  card: null,
});

const shownErrors = 50;

/** What is said of a file that was read as a bundle, good or not. */
export function checkOf(deps: Deps, facts: GivenFileFacts, read: ReadBundleOutput): BundleCheck {
  const { complete, valid, errors, bundle, signedBy } = read;
  const base: BundleCheck = {
    ...emptyCheck(facts),
    given: 'goi',
    complete,
    unchanged: valid && signedBy !== null,
    errors: errors.slice(0, shownErrors).map(({ code, path, message }) => ({ code, path, message })),
    standingText: refusedText(read),
  };
  if (!bundle)
    return signedBy
      ? { ...base, from: { ...signedBy, words: fingerprintWords(signedBy.fingerprint), known: 'lan-dau' } }
      : base;
  return { ...base, kind: bundle.kind, from: senderOf(deps, bundle.card), ...verdictOn(deps, facts, bundle) };
}

export function senderOf(deps: Deps, card: UnitCard): NonNullable<BundleCheck['from']> {
  const fingerprint = fingerprintOf(card.signingKey);
  return {
    unitId: card.unit.id,
    unitName: cardName(card),
    fingerprint,
    words: fingerprintWords(fingerprint),
    known: keyStanding(deps, card),
  };
}

type Verdict = Pick<
  BundleCheck,
  'standing' | 'standingText' | 'warnings' | 'receivable' | 'undecided' | 'bulk' | 'report'
>;

/** NH12, then the key, then what the bundle is beside what is here. */
function verdictOn(deps: Deps, facts: GivenFileFacts, bundle: ReceivedBundle): Verdict {
  const report = { ...aboutOf(bundle), sequence: bundle.data.bundle.sequence };
  const known = keyStanding(deps, bundle.card);
  const objection = objectionTo(deps, bundle.card, known);
  if (objection !== null) return { ...untouched, standingText: objection, report };
  const unitId = unitOfCard(deps, bundle.card.unit)?.id ?? null;
  const { quiet, ...judged } = incomingKind(bundle.kind).judge(deps, incomingOf(facts, bundle, unitId));
  const other = otherName(deps, bundle.card.unit);
  const nameWarnings =
    other === null
      ? []
      : [
          `Gói ghi tên đơn vị là ${cardName(bundle.card)}, ở đây đang là ${other}: đơn vị đổi tên, hoặc máy được nhân bản từ đơn vị khác.`,
        ];
  const isCalm = other === null && quiet && !judged.undecided && known !== 'khoa-doi';
  return {
    ...judged,
    warnings: [...judged.warnings, ...nameWarnings],
    bulk: judged.receivable && isCalm,
    report,
  };
}

const untouched = {
  standing: 'khong-nhan',
  warnings: [],
  receivable: false,
  undecided: false,
  bulk: false,
} satisfies Partial<BundleCheck>;

/** Why a bundle is not taken whatever it says; null where nothing is against its sender. */
function objectionTo(deps: Deps, card: UnitCard, known: KeyStanding): string | null {
  if (card.unit.id === ownUnit(deps)?.id) return 'Đây là gói do chính cơ quan này xuất ra nên không nhận vào.';
  if (known === 'tu-choi')
    return 'Khóa ký gói này đã bị cơ quan từ chối. Chưa nhận gì. Xem lại ở Cơ quan, mục Khóa và thẻ đơn vị.';
  if (known === 'da-thay')
    return 'Gói ký bằng khóa cũ mà đơn vị đã thay. Chưa nhận gì. Hãy gọi điện hỏi, và đề nghị đơn vị xuất lại gói.';
  return null;
}

/** What a kind is told of a bundle; `unitId` is null for a sender this office does not know. */
export const incomingOf = <U extends string | null>(
  { fileName, bytes }: GivenFileFacts,
  { data, contentDigest, card }: ReceivedBundle,
  unitId: U,
): Incoming<BundleKind> & { unitId: U } => ({
  data,
  digest: contentDigest,
  fingerprint: fingerprintOf(card.signingKey),
  unitId,
  fileName,
  bytes,
});

/** Reasons that are no damage of the bundle keep their own sentence: a newer program, a full disk here, a locked or foreign file. */
const ownSentences: readonly BundleProblem['code'][] = [
  'goi-la',
  'goi-moi',
  'dia-day',
  'khong-ghi-duoc',
  'khong-ghi-tam',
  'khong-doc-duoc',
  'da-huy',
  'can-mat-khau',
  'sai-mat-khau',
  'khoa-cua-noi-khac',
  'khoa-la',
  'mat-khau-qua-nang',
  'ma-hoa-thieu',
  'ma-hoa-hong',
];

const refusedText = ({ errors }: ReadBundleOutput): string =>
  errors.find((error) => ownSentences.includes(error.code))?.message ?? problems['goi-hong'].message;
