/** How far the office is in every reporting window of the year. */
import { useMemo } from 'react';
import { dueDayOf } from '../../../shared/overview/strip.ts';
import { countByWindow } from '../../../shared/overview/sums.ts';
import type { YearFacts } from '../../../shared/overview/year.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import { daysAway } from '../../parts/when.ts';
import { Pane } from '../../ui/page.tsx';
import { CountBar, Legend, type ToTasks } from './count-bar.tsx';
import styles from './overview.module.css';

type WindowsTabProps = { facts: YearFacts; today: string; toTasks: (windowId: string) => ToTasks };

export function WindowsTab({ facts, today, toTasks }: WindowsTabProps) {
  const counts = useMemo(() => countByWindow(facts, today), [facts, today]);
  return (
    <Pane title={`Theo kỳ · năm ${facts.year}`} aside={`${counts.length} kỳ`}>
      <Legend />
      <ul className={styles.rows}>
        {counts.map((counted) => {
          const { window } = counted;
          return (
            <li key={window.id}>
              <div className={styles.rowName}>
                <strong>{window.label}</strong>
                <span className="soft">
                  số liệu {shortDate(window.fromDate)} – {shortDate(window.toDate)}
                </span>
                <span className="soft">
                  hạn {shortDate(dueDayOf(window))} ({daysAway(dueDayOf(window), today)})
                </span>
              </div>
              <CountBar counted={counted} name={window.label} toTasks={toTasks(window.id)} />
            </li>
          );
        })}
      </ul>
    </Pane>
  );
}
