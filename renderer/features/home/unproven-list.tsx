/** Tasks reported as done that nothing proves yet. */
import { Link } from 'wouter';
import styles from './home-page.module.css';
import type { UnprovenTask } from './morning.ts';

const shown = 5;

export function UnprovenList({ tasks }: { tasks: readonly UnprovenTask[] }) {
  if (tasks.length === 0) return <p className={styles.empty}>Việc nào ghi xong cũng đã có minh chứng.</p>;
  return (
    <>
      <ul className={styles.list}>
        {tasks.slice(0, shown).map((task) => (
          <li key={task.id} className={styles.unproven}>
            <div className={styles.clamped}>{task.text}</div>
            <div className="soft">
              {task.area} · {task.who}
            </div>
          </li>
        ))}
      </ul>
      <div className={styles.listFoot}>
        <Link href="/nhiem-vu" className="text-link">
          {tasks.length > shown ? `Còn ${tasks.length - shown} việc nữa: mở bảng Nhiệm vụ` : 'Mở bảng Nhiệm vụ'}
        </Link>
      </div>
    </>
  );
}
