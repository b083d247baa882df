/** Which proof files travel: largest first; sensitive ones stay at home unless chosen one by one. */
import { Checkbox } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import type { ExportFiles } from '../../../shared/api/contract/sending.ts';
import { formatBytes, formatCount } from '../../ui/format.ts';
import styles from './sent-page.module.css';

type ProofChoiceProps = {
  files: ExportFiles;
  /** Null: as usual, all but the sensitive ones. */
  carried: ReadonlySet<string> | null;
  onCarried: (ids: ReadonlySet<string> | null) => void;
};

export const usualProof = ({ items }: ExportFiles): Set<string> =>
  new Set(items.filter(({ sensitive }) => !sensitive).map(({ id }) => id));

/** Size of the bundle with these files. */
export function bytesWith(files: ExportFiles, carried: ReadonlySet<string> | null): number {
  const chosen = carried ?? usualProof(files);
  return files.items.reduce((sum, { id, bytes }) => (chosen.has(id) ? sum + bytes : sum), files.baseBytes);
}

export function ProofChoice({ files, carried, onCarried }: ProofChoiceProps) {
  const chosen = carried ?? usualProof(files);
  const bytes = bytesWith(files, carried);
  const home = files.items.filter(({ id }) => !chosen.has(id));
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onCarried(next);
  };
  const sensitiveHome = home.filter(({ sensitive }) => sensitive).length;
  return (
    <div className={styles.size}>
      <span>
        Một tệp gói khoảng <strong>{formatBytes(bytes)}</strong>: báo cáo Word, bảng nhiệm vụ và{' '}
        {formatCount(chosen.size)} tệp minh chứng.
      </span>
      {sensitiveHome > 0 ? (
        <span className={styles.leftOut}>
          <IconShieldLock size="1.0625rem" aria-hidden /> {formatCount(sensitiveHome)} minh chứng nhạy cảm không đi theo
          gói, chỉ ghi tên.
        </span>
      ) : null}
      {files.items.length > 0 ? (
        <details className={styles.proofs}>
          <summary>Chọn từng tệp minh chứng ({formatCount(files.items.length)}, tệp lớn đứng trước)</summary>
          <ul>
            {files.items.map((file) => (
              <li key={file.id}>
                <Checkbox
                  checked={chosen.has(file.id)}
                  onChange={(event) => toggle(file.id, event.currentTarget.checked)}
                  label={
                    <span className={styles.proofName}>
                      {file.fileName}
                      {file.sensitive ? <span className={styles.sensitive}> · nhạy cảm</span> : null}
                    </span>
                  }
                />
                <span className="soft numbers">{formatBytes(file.bytes)}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
