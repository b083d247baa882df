/** The ledger: what was sent, when, where to, under which number. Nothing is ever taken out of it. */
import { IconPackageExport } from '@tabler/icons-react';
import type { SentView } from '../../../shared/api/contract/reports.ts';
import { contract } from '../../../shared/api/contract.ts';
import { dateInVietnam, timeInVietnam } from '../../../shared/text/dates.ts';
import { useData } from '../../data/cache.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatBytes } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import { shortDigest } from './places.ts';
import styles from './sent-page.module.css';

export function Ledger() {
  const { data, error } = useData(contract.reports.sent);
  const sent = data?.sent ?? [];
  return (
    <Pane title="Sổ gửi" aside={sent.length > 0 ? `${sent.length} lần xuất gói` : undefined}>
      {error ? <Note tone="problem">{error.message}</Note> : null}
      {data && sent.length === 0 ? (
        <EmptyState icon={IconPackageExport} title="Chưa xuất gói nào" size="small">
          Mỗi lần xuất gói được ghi vào đây: lúc nào, vào đâu, tệp nào.
        </EmptyState>
      ) : null}
      {sent.length > 0 ? (
        <table className={styles.ledger}>
          <thead>
            <tr>
              <th scope="col">Lúc</th>
              <th scope="col">Gói</th>
              <th scope="col">Ghi vào</th>
              <th scope="col" className={styles.right}>
                Cỡ
              </th>
            </tr>
          </thead>
          <tbody>
            {sent.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      ) : null}
    </Pane>
  );
}

const Row = ({ row }: { row: SentView }) => (
  <tr>
    <td className="numbers">
      {typedDate(dateInVietnam(row.sentAt))}
      <span className={styles.under}>{timeInVietnam(row.sentAt)}</span>
    </td>
    <td>
      <span className={styles.reportName}>
        Gói số {row.sequence} · {row.windowLabel}
      </span>
      <span className={`${styles.under} ${styles.file}`}>{row.fileName}</span>
      <span className={`${styles.under} ${styles.digest}`} title={row.sha256}>
        mã {shortDigest(row.sha256)} …
      </span>
    </td>
    <td className={styles.where}>{row.placeLabel}</td>
    <td className={`${styles.right} numbers`}>{formatBytes(row.bytes)}</td>
  </tr>
);
