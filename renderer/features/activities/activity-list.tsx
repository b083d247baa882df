/** Activities as a list with their totals. */
import { activityNames } from '../../../shared/activity/activity.ts';
import { resultOf } from '../../../shared/activity/sentences.ts';
import type { ActivityView } from '../../../shared/api/contract/activities.ts';
import { PickList } from '../../parts/list/pick-list.tsx';
import { formatCount } from '../../ui/format.ts';
import { Pane } from '../../ui/page.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import styles from './activities-page.module.css';

type Props = {
  views: readonly ActivityView[];
  /** What they add up to, in one line. */
  totals: string;
  currentId: string | null;
  onPick: (id: string) => void;
};

export function ActivityList({ views, totals, currentId, onPick }: Props) {
  return (
    <Pane title={`${formatCount(views.length)} hoạt động`} foot={<span className={styles.totals}>{totals}</span>}>
      <PickList
        label="Hoạt động"
        items={views}
        idOf={(view) => view.activity.id}
        currentId={currentId}
        onPick={onPick}
        estimate={66}
        line={styles.option}
      >
        {(view) => <Line view={view} />}
      </PickList>
    </Pane>
  );
}

function Line({ view: { activity, tasks, overdue, running } }: { view: ActivityView }) {
  const until = activity.toDate && activity.toDate !== activity.date ? ` – ${typedDate(activity.toDate)}` : '';
  return (
    <>
      <span className={styles.lineTitle}>{activity.title}</span>
      <span className={styles.lineAbout}>
        {[activityNames[activity.kind], `${typedDate(activity.date)}${until}`, resultOf(activity)]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={styles.lineMarks}>
        {overdue ? <span className={styles.late}>Quá hạn khắc phục</span> : null}
        {running ? <span className={styles.running}>Đang công khai</span> : null}
        {tasks.length === 0 ? <span className={styles.loose}>Chưa gắn nhiệm vụ</span> : null}
        {activity.sensitive ? <span className={styles.loose}>Nhạy cảm, không đi theo gói</span> : null}
      </span>
    </>
  );
}
