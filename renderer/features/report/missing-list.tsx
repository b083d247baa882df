/** What is still missing, per lead: each line leads to the task in "Việc của tôi". */
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { ReportView } from '../../../shared/api/contract/reports.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Meter } from '../../ui/meter.tsx';
import { FiguresBehind, Totals } from './behind-numbers.tsx';
import { blankSections, byLead, countByKind } from './fields/missing-words.ts';
import styles from './report-page.module.css';

/** Groups beyond these are folded, so that the first names are read. */
const openGroups = 4;

export function MissingList({ report, onSections }: { report: ReportView; onSections: () => void }) {
  const { counts, missing } = report;
  const blanks = blankSections(report.sections);
  return (
    <div className={styles.tab}>
      <Totals report={report} />
      <Meter label="Nhiệm vụ hoàn thành" value={counts.done} total={counts.tasks} tone="done" show="percent" />
      {blanks.length > 0 ? (
        <p className={styles.blanks}>
          Còn chỗ để trống chờ lời của người viết: {blanks.join('; ')}.{' '}
          <button type="button" className="text-link" onClick={onSections}>
            Điền ở mục Nội dung
          </button>
        </p>
      ) : null}
      {report.late.length > 0 ? (
        <details className={styles.lead}>
          <summary>
            Ghi sau khi khóa kỳ <span className="soft numbers">({report.late.length})</span>
          </summary>
          <ul>
            {report.late.map(({ taskId, task, reason }) => (
              <li key={`${taskId}/${reason}`}>
                <Link href={`/viec-cua-toi/${taskId}`} className={styles.missingTask}>
                  {task}
                </Link>
                <span className={styles.reason}>Lý do: {reason}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <FiguresBehind report={report} />
      {missing.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title="Không còn thiếu gì" size="small">
          Mọi nhiệm vụ của kỳ đã có kết quả và minh chứng.
        </EmptyState>
      ) : (
        <>
          <p className={styles.missingSum}>{countByKind(missing).join('; ')}.</p>
          {byLead(missing).map(({ lead, items }, index) => (
            <details key={lead} className={styles.lead} open={index < openGroups}>
              <summary>
                {lead || 'Chưa rõ ai chủ trì'} <span className="soft numbers">({items.length})</span>
              </summary>
              <ul>
                {items.map((item) => (
                  <li key={`${item.taskId}/${item.kind}`}>
                    <Link href={`/viec-cua-toi/${item.taskId}`} className={styles.missingTask}>
                      {item.task}
                    </Link>
                    <span className={styles.reason}>{item.reason}</span>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </>
      )}
    </div>
  );
}
