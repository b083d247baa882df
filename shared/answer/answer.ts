/** What may be answered to a received report (AN1, AN2), and the verdict that says it (AN4). */
import type { ReportBundle } from '../bundle/manifest-v1.ts';
import type { VerdictBundle, VerdictRow, wholeVerdicts } from '../bundle/verdict-v1.ts';

export type RowAnswer = { readonly taskId: string; readonly verdict: VerdictRow['verdict']; readonly words: string };
export type WholeAnswer = {
  readonly verdict: 'chap-nhan' | 'tra-lai';
  readonly words: string;
  readonly resubmitBy: string | null;
};

/** Why an answer to a row is refused, as a Vietnamese sentence; null when it may stand. */
export function rowFault({ verdict, words }: Pick<RowAnswer, 'verdict' | 'words'>): string | null {
  if (verdict === 'chap-nhan' || words.trim() !== '') return null;
  return verdict === 'tra-lai'
    ? 'Yêu cầu bổ sung thì phải ghi rõ cần bổ sung gì. Chưa lưu. Hãy ghi vài chữ rồi lưu lại.'
    : 'Góp ý đang để trống nên chưa lưu. Hãy ghi lời góp ý rồi lưu lại.';
}

/** Why the whole cannot be answered so; null when it can. */
export function wholeFault({ verdict, words }: WholeAnswer, rows: readonly RowAnswer[]): string | null {
  const returned = rows.filter((row) => row.verdict === 'tra-lai').length;
  if (verdict === 'chap-nhan' && returned > 0)
    return `Còn ${returned} dòng đang yêu cầu bổ sung nên chưa chấp nhận cả báo cáo được. Hãy chấp nhận các dòng đó trước, hoặc trả lại báo cáo.`;
  if (verdict === 'tra-lai' && returned === 0 && words.trim() === '')
    return 'Trả lại báo cáo thì phải ghi lý do, hoặc yêu cầu bổ sung ít nhất một dòng. Chưa lưu.';
  return null;
}

/** Rows and whole of a verdict; words are those of the answers, tasks as the report had them, in its order. */
export function verdictContent(
  report: Pick<ReportBundle, 'rows'>,
  answers: readonly RowAnswer[],
  whole: WholeAnswer | null,
): { rows: VerdictRow[]; verdict: (typeof wholeVerdicts)[number]; words: string; resubmitBy: string | null } {
  const byTask = new Map(answers.map((answer) => [answer.taskId, answer]));
  const rows = report.rows.flatMap(({ taskId, no, text, revision }): VerdictRow[] => {
    const answer = byTask.get(taskId);
    return answer ? [{ taskId, no, task: text, revision, verdict: answer.verdict, words: answer.words }] : [];
  });
  return { rows, verdict: whole?.verdict ?? 'nhan', words: whole?.words ?? '', resubmitBy: whole?.resubmitBy ?? null };
}

/** Where an own report stands with the superior's verdict: does it answer what we sent? */
export type SentVersion = {
  readonly reportId: string;
  readonly reportVersion: number;
  readonly digest: string;
  readonly bundleId: string;
};

export type VerdictStanding = 'moi' | 'thay-the' | 'cu-hon' | 'xung-dot' | 'khong-khop' | 'khong-phai-cap-tren';

/**
 * AN5, AN6. `known` are verdicts that came before for the same report version, `fromSuperior` whether the sender is our superior, `taken` the
 * ids of all verdict bundles that are here with another content.
 */
export function verdictStanding(
  { answers, bundle, sender }: VerdictBundle,
  sent: readonly SentVersion[],
  known: readonly { readonly sequence: number; readonly installationId: string }[],
  fromSuperior: boolean,
  taken: ReadonlySet<string>,
): VerdictStanding {
  if (!fromSuperior) return 'khong-phai-cap-tren';
  if (taken.has(bundle.id)) return 'xung-dot';
  const version = sent.find(
    (each) =>
      each.reportId === answers.reportId &&
      each.reportVersion === answers.reportVersion &&
      each.digest === answers.contentDigest,
  );
  if (!version) return 'khong-khop';
  if (known.length === 0) return 'moi';
  const sameOffice = known.filter((each) => each.installationId === sender.installationId);
  return sameOffice.some(({ sequence }) => sequence > bundle.sequence) ? 'cu-hon' : 'thay-the';
}
