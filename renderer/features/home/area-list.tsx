/** One line an area: its bar, and in words what the bar cannot say. */
import { formatCount } from '../../ui/format.ts';
import { Meter } from '../../ui/meter.tsx';
import styles from './home-page.module.css';
import type { AreaStanding } from './morning.ts';

export function AreaList({ areas }: { areas: readonly AreaStanding[] }) {
  return (
    <ul className={styles.list}>
      {areas.map((area) => {
        const settled = area.done + area.notArisen;
        return (
          <li key={area.id} className={styles.area}>
            <div className={styles.areaName}>
              {area.no === '' ? null : <span className={styles.no}>{area.no}</span>}
              <span>{area.name}</span>
            </div>
            <div className={styles.areaBar}>
              <Meter
                label={`${area.name}: đã xong hoặc không phát sinh`}
                value={settled}
                total={area.total}
                tone={settled === area.total && area.total > 0 ? 'done' : 'accent'}
              />
              <div className="soft">{rest(area)}</div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function rest({ total, doing, none, idle }: AreaStanding): string {
  if (total === 0) return 'chưa có nhiệm vụ';
  const parts = doing + none === 0 ? ['đủ kết quả'] : [];
  if (doing > 0) parts.push(`${formatCount(doing)} đang làm`);
  if (none > 0) parts.push(`${formatCount(none)} chưa có kết quả`);
  if (idle > 0) parts.push(`${formatCount(idle)} không đến hạn`);
  return parts.join(', ');
}
