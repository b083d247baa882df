/** "Cấp trên trả lời": what came back for this report, the newest first; each row leads to its task. */
import { Link } from 'wouter';
import type { VerdictView } from '../../../shared/api/contract/answers.ts';
import { dateInVietnam, timeInVietnam } from '../../../shared/text/dates.ts';
import { verdictBadges, verdictWords, wholeBadges, wholeWords } from '../../parts/verdict/verdict-words.ts';
import { Note } from '../../ui/note.tsx';
import { BundleStateBadge } from '../../ui/state-badge.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import styles from './report-page.module.css';

export function VerdictList({ verdicts }: { verdicts: readonly VerdictView[] }) {
  return (
    <div className={styles.verdicts}>
      {verdicts.map((verdict) => (
        <Verdict key={verdict.id} verdict={verdict} />
      ))}
    </div>
  );
}

const order = { 'tra-lai': 0, 'gop-y': 1, 'chap-nhan': 2 } as const;

function Verdict({ verdict }: { verdict: VerdictView }) {
  const told = verdict.rows
    .filter((row) => row.verdict !== 'chap-nhan' || row.words !== '')
    .sort((a, b) => order[a.verdict] - order[b.verdict]);
  const accepted = verdict.rows.filter((row) => row.verdict === 'chap-nhan').length;
  const open = told.filter((row) => row.verdict === 'tra-lai' && !row.changed).length;
  return (
    <section className={styles.verdict}>
      <div className={styles.verdictHead}>
        <BundleStateBadge state={verdict.superseded ? 'replaced' : wholeBadges[verdict.verdict]}>
          {wholeWords[verdict.verdict]}
        </BundleStateBadge>
        <span className="soft">
          {verdict.fromUnit}, bản {verdict.reportVersion} · nhận lúc {timeInVietnam(verdict.receivedAt)} ngày{' '}
          {typedDate(dateInVietnam(verdict.receivedAt))}
          {verdict.superseded ? ' · đã có trả lời mới hơn' : ''}
        </span>
      </div>
      {verdict.words ? <p>{verdict.words}</p> : null}
      {verdict.resubmitBy ? <p>Gửi lại chậm nhất ngày {typedDate(verdict.resubmitBy)}.</p> : null}
      {!verdict.superseded && open > 0 ? (
        <Note tone="doubt">
          Còn {open} dòng cần bổ sung. Mở từng việc để ghi lại, rồi mở lại báo cáo, chốt và gửi gói thay thế.
        </Note>
      ) : null}
      {told.length > 0 ? (
        <ul className={styles.verdictRows}>
          {told.map((row) => (
            <li key={row.taskId}>
              <BundleStateBadge state={verdictBadges[row.verdict]}>{verdictWords[row.verdict]}</BundleStateBadge>{' '}
              {row.here ? <Link href={`/nhiem-vu/${row.taskId}`}>{row.task}</Link> : row.task}
              {row.words ? <div>{row.words}</div> : null}
              {row.changed ? <div className="soft">Đã ghi lại sau khi cấp trên đọc.</div> : null}
              {row.here ? null : <div className="soft">Nhiệm vụ này không còn trong kế hoạch.</div>}
            </li>
          ))}
        </ul>
      ) : null}
      {accepted > 0 ? <p className="soft">{accepted} dòng được chấp nhận.</p> : null}
    </section>
  );
}
