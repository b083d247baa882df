/** What the own plan has beside the superior's: tasks of its own, and what it did for tasks the superior has dropped. */
import type { CoverageView } from '../../../../shared/api/contract/plan-down.ts';
import { formatCount } from '../../../ui/format.ts';
import { Pane } from '../../../ui/page.tsx';
import styles from './superior.module.css';

export function BeyondPane({ beyond, gone }: Pick<CoverageView, 'beyond' | 'gone'>) {
  return (
    <Pane label="Riêng của cơ quan">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard */}
      <section className={styles.detail} tabIndex={0} aria-label="Danh sách">
        {beyond.length > 0 ? (
          <section className={styles.block}>
            <h3>{formatCount(beyond.length)} nhiệm vụ cấp trên không giao</h3>
            <ul className={styles.plainList}>
              {beyond.map(({ taskId, text, area, component }) => (
                <li key={taskId}>
                  {text} <span className="soft">{component || area}</span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {gone.length > 0 ? (
          <section className={styles.block}>
            <h3>{formatCount(gone.length)} nhiệm vụ cấp trên đã bỏ ở bản mới</h3>
            <ul className={styles.plainList}>
              {gone.map(({ superiorTaskId, text, links }) => (
                <li key={superiorTaskId}>
                  <s>{text}</s>{' '}
                  <span className="soft">
                    {links.length > 0
                      ? `Kế hoạch của cơ quan vẫn giữ: ${links.map((link) => link.text).join('; ')}`
                      : 'Kế hoạch của cơ quan không có'}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </section>
    </Pane>
  );
}
