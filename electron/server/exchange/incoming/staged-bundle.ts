/** A checked file waiting for a person's yes, and what is said of it: all there, unchanged, from whom, and what receiving would do. */
import type { BundleCheck } from '../../../../shared/api/contract/receiving.ts';
import { problems } from '../../../../shared/api/problems.ts';
import { fingerprintWords } from '../../../../shared/bundle/fingerprint-words.ts';
import type { KindOfBundle } from '../../../../shared/bundle/kinds.ts';
import type { UnitCard } from '../../../../shared/bundle/unit-card.ts';
import type { BundleProblem } from '../../../bundles/files/problems.ts';
import type { ReadBundleOutput, ReceivedBundle } from '../../../bundles/read-bundle.ts';
import { fingerprintOf } from '../../../bundles/seal.ts';
import type { Deps } from '../../core/deps.ts';
import { ownUnit } from '../../office/own-unit.ts';
import { cardName, keyStanding, otherName, unitOfCard } from '../keys/trust.ts';
import { judgeUpward } from './judge-bundle.ts';
import type { Incoming, Judgement } from './kinds/handler.ts';
import { handlers } from './kinds/index.ts';

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
  return { ...base, kind: bundle.kind, from: senderOf(deps, bundle.card), ...judgement(deps, facts, bundle) };
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

type Said = Pick<
  BundleCheck,
  'standing' | 'standingText' | 'warnings' | 'receivable' | 'undecided' | 'bulk' | 'report'
>;

const refusedAs = (standingText: string, report: BundleCheck['report'] = null): Said => ({
  standing: 'khong-nhan',
  standingText,
  warnings: [],
  receivable: false,
  undecided: false,
  bulk: false,
  report,
});

/** NH12, then the key, then what the bundle is beside what is here. */
function judgement(deps: Deps, facts: GivenFileFacts, bundle: ReceivedBundle): Said {
  const about = aboutOf(bundle);
  if (bundle.card.unit.id === ownUnit(deps)?.id)
    return refusedAs('Đây là gói do chính cơ quan này xuất ra nên không nhận vào.', about);
  const known = keyStanding(deps, bundle.card);
  if (known === 'tu-choi')
    return refusedAs(
      'Khóa ký gói này đã bị cơ quan từ chối. Chưa nhận gì. Xem lại ở Cơ quan, mục Khóa và thẻ đơn vị.',
      about,
    );
  if (known === 'da-thay')
    return refusedAs(
      'Gói ký bằng khóa cũ mà đơn vị đã thay. Chưa nhận gì. Hãy gọi điện hỏi, và đề nghị đơn vị xuất lại gói.',
      about,
    );
  const said = saidOf(deps, facts, bundle);
  const other = otherName(deps, bundle.card.unit);
  const warnings = [
    ...said.warnings,
    ...(other === null
      ? []
      : [
          `Gói ghi tên đơn vị là ${cardName(bundle.card)}, ở đây đang là ${other}: đơn vị đổi tên, hoặc máy được nhân bản từ đơn vị khác.`,
        ]),
  ];
  // A gap before something new is common and harmless; before a replacement it may hide that the sender went back in time (NH11).
  const calm = other === null && said.quiet && !said.undecided && known !== 'khoa-doi';
  const { quiet: _, ...rest } = said;
  return { ...rest, warnings, bulk: said.receivable && calm };
}

/** `quiet`: nothing in the sender's numbers asks for a look. */
function saidOf(deps: Deps, facts: GivenFileFacts, bundle: ReceivedBundle): Said & { quiet: boolean } {
  const about = aboutOf(bundle);
  const unitId = unitOfCard(deps, bundle.card.unit)?.id ?? null;
  if (bundle.kind === 'report' || bundle.kind === 'recall') {
    const { standing, standingText, warnings, undecided, receivable, chain } = judgeUpward(
      deps,
      bundle,
      bundle.contentDigest,
      unitId,
    );
    const quiet = chain.fork === null && (chain.missing === null || standing !== 'thay-the');
    return { standing, standingText, warnings, undecided, receivable, bulk: false, report: about, quiet };
  }
  const judged = judgeDownward(deps, facts, bundle, unitId);
  if (!judged) return { ...refusedAs(unhandled, about), quiet: true };
  const { about: told, ...rest } = judged;
  return { ...rest, report: told, undecided: false, bulk: false, quiet: judged.warnings.length === 0 };
}

const unhandled =
  'Gói của cấp trên thuộc loại mà bản Sổ Việc này chưa nhận. Chưa đổi gì, gói vẫn nguyên. Hãy cập nhật Sổ Việc rồi nhận lại.';

/** A verdict or a plan, by the handler of its kind; null where there is none. */
export function judgeDownward(
  deps: Deps,
  facts: GivenFileFacts,
  bundle: ReceivedBundle,
  unitId: string | null,
): Judgement | null {
  const base = { ...incomingBase(facts, bundle), unitId };
  if (bundle.kind === 'verdict') return handlers.verdict?.judge(deps, { ...base, data: bundle.data }) ?? null;
  if (bundle.kind === 'plan') return handlers.plan?.judge(deps, { ...base, data: bundle.data }) ?? null;
  return null;
}

/** All a handler is told but the data, whose type is that of the kind. */
export const incomingBase = (
  { fileName, bytes }: GivenFileFacts,
  { contentDigest, card, files }: ReceivedBundle,
): Omit<Incoming<'verdict'>, 'data' | 'unitId'> => ({
  digest: contentDigest,
  fingerprint: fingerprintOf(card.signingKey),
  fileName,
  bytes,
  files,
});

export function aboutOf(found: KindOfBundle): NonNullable<BundleCheck['report']> {
  const { sequence } = found.data.bundle;
  const empty = { windowLabel: '', rows: 0, evidence: 0, sequence, reason: '' };
  switch (found.kind) {
    case 'report':
      return {
        ...empty,
        title: found.data.report.title,
        windowLabel: found.data.window.label,
        rows: found.data.rows.length,
        evidence: found.data.evidence.length,
      };
    case 'recall':
      return {
        ...empty,
        title: found.data.recall.title,
        windowLabel: found.data.window.label,
        reason: found.data.recall.reason,
      };
    case 'verdict':
      return {
        ...empty,
        title: found.data.answers.title,
        windowLabel: found.data.window.label,
        rows: found.data.rows.length,
      };
    case 'plan':
      return { ...empty, title: found.data.plan.title };
  }
}

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
