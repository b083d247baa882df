/** When the office's data were last copied, and where to copy them now. */
import { Link } from 'wouter';
import type { StateView } from '../../../shared/api/contract/office.ts';
import { whenWords } from '../../parts/when.ts';
import styles from './home-page.module.css';

export function BackupLine({ state }: { state: StateView }) {
  return (
    <p className={styles.backup}>
      {state.lastBackup ? `Sao lưu gần nhất: ${whenWords(state.lastBackup.at, state.today)}.` : 'Chưa sao lưu lần nào.'}{' '}
      <Link href="/co-quan/du-lieu" className="text-link">
        Sao lưu và kiểm tra dữ liệu
      </Link>
    </p>
  );
}
