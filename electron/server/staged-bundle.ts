/** A checked bundle waiting for a person's yes, and the three answers shown for it: all there, unchanged, from whom. */
import { statSync } from 'node:fs';
import { readOffice } from '../../db/queries/office.ts';
import { knownFingerprints, listReceived } from '../../db/queries/received.ts';
import type { BundleCheck } from '../../shared/api/contract/reports.ts';
import { problems } from '../../shared/api/problems.ts';
import type { BundleProblem } from '../bundles/problems.ts';
import type { ReadBundleOutput, ReceivedBundle } from '../bundles/read-bundle.ts';
import type { Deps } from './deps.ts';

/** What this office can take in so far: reports. */
type ReceivedReport = Extract<ReceivedBundle, { kind: 'report' }>;

export type StagedBundle = { readonly folder: string; readonly check: BundleCheck; readonly bundle: ReceivedReport };

/** `bundle` is there only for a bundle that may be received. */
export function checkOf(
  deps: Deps,
  fileName: string,
  path: string,
  read: ReadBundleOutput,
): { check: BundleCheck; bundle: ReceivedReport | null } {
  const { complete, valid, errors, signedBy } = read;
  const bundle = read.bundle?.kind === 'report' ? read.bundle : null;
  const standing = bundle
    ? standingOf(deps, bundle)
    : { standing: 'khong-nhan' as const, standingText: read.bundle ? otherKind : refusedText(read) };
  const check: BundleCheck = {
    fileName,
    bytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    complete,
    unchanged: valid && signedBy !== null,
    from: signedBy && { ...signedBy, known: keyStanding(deps, signedBy) },
    errors: errors.slice(0, 50),
    report: bundle && {
      title: bundle.data.report.title,
      windowLabel: bundle.data.window.label,
      rows: bundle.data.rows.length,
      evidence: bundle.data.evidence.length,
      sequence: bundle.data.bundle.sequence,
    },
    ...standing,
  };
  return { check, bundle: check.standing === 'khong-nhan' ? null : bundle };
}

const otherKind = 'Đây không phải gói báo cáo nên không nhận ở đây. Gói vẫn nguyên vẹn.';

function keyStanding(
  deps: Deps,
  { unitId, fingerprint }: { unitId: string; fingerprint: string },
): 'quen' | 'lan-dau' | 'khoa-doi' {
  const known = knownFingerprints(deps.db, unitId);
  if (known.length === 0) return 'lan-dau';
  return known.includes(fingerprint) ? 'quen' : 'khoa-doi';
}

function standingOf(
  deps: Deps,
  { data, contentDigest }: ReceivedReport,
): Pick<BundleCheck, 'standing' | 'standingText'> {
  const own = readOffice(deps.db)?.unit.id;
  if (data.sender.unit.id === own)
    return { standing: 'khong-nhan', standingText: 'Đây là gói do chính cơ quan này xuất ra nên không nhận vào.' };
  if (data.bundle.purpose === 'recall')
    return {
      standing: 'khong-nhan',
      standingText: 'Đây là gói thu hồi; bản Sổ Việc này chưa nhận loại gói đó. Các gói đã nhận vẫn nguyên.',
    };
  const received = listReceived(deps.db);
  if (received.some((row) => row.digest === contentDigest))
    return { standing: 'da-co', standingText: 'Gói này đã nhận trước đây, nội dung giống hệt.' };
  if (received.some((row) => row.bundleId === data.bundle.id))
    return {
      standing: 'xung-dot',
      standingText: 'Trùng số gói với gói đã nhận nhưng nội dung khác. Giữ bản đã nhận; hãy hỏi lại đơn vị gửi.',
    };
  const earlier = received.filter(
    (row) => row.unitId === data.sender.unit.id && row.windowKey === data.window.key && !row.superseded,
  );
  if (earlier.some((row) => row.sequence > data.bundle.sequence))
    return {
      standing: 'cu-hon',
      standingText: 'Gói cũ hơn bản đang giữ. Nếu tiếp nhận, gói được cất riêng, bản mới vẫn là bản chính.',
    };
  if (earlier.length > 0)
    return {
      standing: 'thay-the',
      standingText: 'Gói thay thế báo cáo đã nhận của kỳ này. Bản trước vẫn được giữ lại.',
    };
  return { standing: 'moi', standingText: 'Gói mới, chưa nhận lần nào.' };
}

/** Reasons that are no damage of the bundle keep their own sentence: a newer program, a full disk here, a file that cannot be read. */
const ownSentences: readonly BundleProblem['code'][] = [
  'goi-la',
  'goi-moi',
  'dia-day',
  'khong-ghi-duoc',
  'khong-ghi-tam',
  'khong-doc-duoc',
  'da-huy',
];

const refusedText = ({ errors }: ReadBundleOutput): string =>
  errors.find((error) => ownSentences.includes(error.code))?.message ?? problems['goi-hong'].message;
