/** The bundle being written and read back; at the end where it lies, how large it is, and whether the stick may be pulled. */
import { Button } from '@mantine/core';
import { capital } from '../../../shared/text/letter-case.ts';
import { formatBytes } from '../../ui/format.ts';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import { cancelExport, clearExport, type ExportRun, startExport } from './export-run.ts';
import { shortDigest } from './places.ts';
import styles from './sending.module.css';
import { lockWords } from './way.ts';

export function ExportProgress({ run }: { run: ExportRun }) {
  const { job, state, target } = run;
  const label = `Xuất ${target.name}`;
  const ended = { label, unit: 'bytes' as const, done: job?.done ?? 0, total: job?.total ?? null };
  if (state === 'done')
    return (
      <ProgressPanel
        {...ended}
        label={`Đã xuất ${target.name}`}
        state="finished"
        outcome={<Done run={run} />}
        actions={<Button onClick={clearExport}>Xong</Button>}
      />
    );
  if (state === 'failed' || state === 'cancelled')
    return (
      <ProgressPanel
        {...ended}
        state="failed"
        outcome={
          state === 'cancelled'
            ? 'Đã dừng theo ý anh/chị. Phần ghi dở đã xóa, dữ liệu trong máy vẫn nguyên.'
            : run.problem
        }
        actions={
          <>
            {/* A ticket of the folder dialog is spent by its first use. */}
            {target.way.ticket === null ? <Button onClick={() => void startExport(target)}>Thử lại</Button> : null}
            <Button onClick={clearExport}>Chọn nơi khác</Button>
          </>
        }
      />
    );
  return (
    <ProgressPanel
      label={`${label} vào ${target.placeLabel}`}
      step={stepWords(job?.phase)}
      unit="bytes"
      done={job?.done ?? 0}
      total={job && job.total > 0 ? job.total : null}
      state={state}
      onCancel={job ? () => void cancelExport() : undefined}
    />
  );
}

const stepWords = (phase: string | undefined): string => capital(phase || 'đang chuẩn bị');

function Done({ run: { sent, others, target } }: { run: ExportRun }) {
  if (!sent) return null;
  return (
    <div className={styles.done}>
      <dl>
        <dt>Tệp</dt>
        <dd className={styles.file}>
          {sent.fileName}
          {sent.parts > 1 ? ` · ${sent.parts} phần, tên có “phan-1-${sent.parts}” …` : ''}
        </dd>
        <dt>Ở</dt>
        <dd>{target.placeLabel}</dd>
        <dt>Cỡ</dt>
        <dd className="numbers">
          {formatBytes(sent.bytes)}, {lockWords(sent.encryptedTo)}
        </dd>
        <dt>Mã gói</dt>
        <dd className={styles.digest} title={sent.sha256}>
          {shortDigest(sent.sha256)} …
        </dd>
        {others.length > 0 ? (
          <>
            <dt>Và {others.length} gói</dt>
            <dd>
              {others.map(({ id, unitName, fileName }) => (
                <div key={id} className={styles.file}>
                  {unitName}: {fileName}
                </div>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
      <p className={styles.pull}>
        Đã ghi xong và đọc lại đúng{target.removable ? ', rút ổ được rồi' : ''}.
        {sent.parts > 1 ? ' Gửi đủ các phần, mỗi phần một tệp đính kèm.' : ''}
      </p>
    </div>
  );
}
