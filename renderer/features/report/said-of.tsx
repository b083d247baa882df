/** How far the fields of a form are saved, in one line. */
import type { SaveStatus } from '../../data/saver/types.ts';
import styles from './report-page.module.css';

export function SaidOf({ statuses }: { statuses: readonly SaveStatus[] }) {
  const refused = statuses.find((status) => status.state === 'refused');
  const words = statuses.some(({ state }) => state === 'saving')
    ? 'Đang lưu…'
    : statuses.some(({ state }) => state === 'saved')
      ? 'Đã lưu.'
      : '';
  return (
    <div className={refused ? styles.wrong : 'soft'} role="status">
      {refused?.state === 'refused' ? refused.sentence : words}
    </div>
  );
}
