/** What freezing means and what would go out unfinished, named before the person says yes. */
import type { ReportView } from '../../../shared/api/contract/reports.ts';
import { blankSections, countByKind } from './fields/missing-words.ts';
import styles from './report-page.module.css';

/** Names shown; the rest is counted. */
const named = 4;

export function FreezeQuestion({ report }: { report: ReportView }) {
  const { missing } = report;
  const blanks = blankSections(report.sections);
  return (
    <div className={styles.question}>
      <p>Chốt xong thì chữ và số liệu của báo cáo không đổi nữa, và xuất gói được. Cần sửa thì mở lại.</p>
      {missing.length === 0 && blanks.length === 0 ? <p>Không còn thiếu gì.</p> : null}
      {missing.length > 0 ? (
        <>
          <p>
            <strong>Còn thiếu: {countByKind(missing).join('; ')}.</strong>
          </p>
          <ul>
            {missing.slice(0, named).map((item) => (
              <li key={`${item.taskId}/${item.kind}`}>
                {item.lead ? `${item.lead}: ` : ''}
                {item.task}. <span className="soft">{item.reason}</span>
              </li>
            ))}
            {missing.length > named ? <li>và {missing.length - named} mục nữa</li> : null}
          </ul>
        </>
      ) : null}
      {blanks.length > 0 ? <p>Còn chỗ để trống ở: {blanks.join('; ')}.</p> : null}
    </div>
  );
}
