/** Every number of the report leads to what it counts: totals to their tasks, figures of targets to tasks and proof, totals of activities to each of them. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { ReportView } from '../../../shared/api/contract/reports.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import styles from './report-page.module.css';

type As = ReportView['behind']['tasks'][number]['as'];

const totalNames: readonly [As, string][] = [
  ['done', 'Hoàn thành'],
  ['doing', 'Đang làm'],
  ['notArisen', 'Không phát sinh'],
  ['none', 'Chưa có kết quả'],
  ['notDue', 'Không đến hạn kỳ này'],
];

/** The totals; pressing one lists its tasks below. */
export function Totals({ report: { counts, behind } }: { report: ReportView }) {
  const [open, setOpen] = useState<As | null>(null);
  const tasks = behind.tasks.filter(({ as }) => as === open);
  const name = totalNames.find(([as]) => as === open)?.[1] ?? '';
  return (
    <>
      <dl className={styles.counts}>
        {totalNames.map(([as, label]) => (
          <div key={as}>
            <dt>{label}</dt>
            <dd className="numbers">
              {counts[as] === 0 ? (
                0
              ) : (
                <button
                  type="button"
                  className={styles.total}
                  aria-expanded={open === as}
                  aria-label={`${label}: ${counts[as]} nhiệm vụ, xem danh sách`}
                  onClick={() => setOpen(open === as ? null : as)}
                >
                  {counts[as]}
                </button>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>Minh chứng</dt>
          <dd className="numbers">
            {counts.evidence === 0 ? (
              0
            ) : (
              <Link
                href="/minh-chung"
                className={styles.total}
                aria-label={`${counts.evidence} minh chứng, mở kho minh chứng`}
              >
                {counts.evidence}
              </Link>
            )}
          </dd>
        </div>
      </dl>
      {tasks.length > 0 ? (
        <section className={styles.behind} aria-label={name}>
          <strong>
            {name} ({tasks.length})
          </strong>
          <ul>
            {tasks.map(({ taskId, text }) => (
              <li key={taskId}>
                <Link href={`/viec-cua-toi/${taskId}`} className={styles.missingTask}>
                  {text}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** Figures of targets and totals of activities, each with what it rests on. */
export function FiguresBehind({ report: { behind } }: { report: ReportView }) {
  const { figures, activities } = behind;
  return (
    <>
      {figures.length > 0 ? (
        <details className={styles.lead}>
          <summary>
            Số liệu chỉ tiêu lấy từ đâu <span className="soft numbers">({figures.length})</span>
          </summary>
          <ul>
            {figures.map((figure, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two targets may read alike; the place tells them apart
              <li key={at}>
                <Figure figure={figure} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {activities.length > 0 ? (
        <details className={styles.lead}>
          <summary>
            Hoạt động đã tính trong kỳ{' '}
            <span className="soft numbers">({activities.reduce((sum, { items }) => sum + items.length, 0)})</span>
          </summary>
          <ul>
            {activities.map(({ kind, text, items }) => (
              <li key={kind}>
                {text}.
                <span className={styles.reason}>
                  <Links to={items.map(toActivity)} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** A group's tasks share the figure; the first ones lead to it as well as all. */
const shownTasks = 2;
const shortened = (words: string): string => (words.length > 80 ? `${words.slice(0, 77).trimEnd()}…` : words);

type Way = { href: string; words: string };

const toTask = ({ taskId, text }: { taskId: string; text: string }): Way => ({
  href: `/viec-cua-toi/${taskId}`,
  words: shortened(text),
});
const toProof = ({ id, title }: { id: string; title: string }): Way => ({ href: `/minh-chung/${id}`, words: title });
const toActivity = ({ id, title, date }: { id: string; title: string; date: string }): Way => ({
  href: `/hoat-dong/${id}`,
  words: `${shortDate(date)} ${title}`,
});

const Links = ({ to }: { to: readonly Way[] }) =>
  to.map(({ href, words }, at) => (
    <span key={href}>
      {at > 0 ? '; ' : ''}
      <Link href={href} className="text-link">
        {words}
      </Link>
    </span>
  ));

function Figure({ figure }: { figure: ReportView['behind']['figures'][number] }) {
  const { measured, asked, text, verdict, yearText, from, tasks, proofs, activities } = figure;
  return (
    <>
      {measured} (chỉ tiêu {asked}): <strong className="numbers">{text ?? 'trong kỳ chưa có số'}</strong>
      {text === null ? '' : `, ${verdict.toLowerCase()}`}
      {yearText !== null && yearText !== text ? `; lũy kế ${yearText}` : ''}
      {from.length > 0 ? <span className="soft"> (gộp từ {from.join(', ')})</span> : null}
      <span className={styles.reason}>
        Nhập ở nhiệm vụ: <Links to={tasks.slice(0, shownTasks).map(toTask)} />
        {tasks.length > shownTasks ? ` và ${tasks.length - shownTasks} nhiệm vụ cùng nhóm` : ''}.{' '}
        {proofs.length + activities.length === 0 ? 'Chưa có minh chứng.' : 'Minh chứng: '}
        <Links to={[...proofs.map(toProof), ...activities.map(toActivity)]} />
      </span>
    </>
  );
}
