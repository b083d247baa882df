/** A long job in front of its owner: what is being done, how much of how much, how long still, and a way to stop that leaves nothing behind. */
import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { formatBytes, formatCount, formatDuration, formatPercent } from './format.ts';
import { addSample, type Sample, timeLeft } from './progress-estimate.ts';
import styles from './progress-panel.module.css';

export type ProgressPanelProps = {
  /** What is being done, in the words of the button that started it: "Xuất gói báo cáo quý II". */
  label: string;
  /** The step inside the job: "Đang đọc lại để kiểm tra". */
  step?: string;
  done: number;
  /** Null while it is not known yet. */
  total: number | null;
  unit: 'bytes' | 'rows';
  /** The noun of a row when the unit is rows: "hàng", "minh chứng". */
  noun?: string;
  state?: 'running' | 'stopping' | 'finished' | 'failed';
  /** Shown when it ended: where the file is, or what happened, what was kept and what to do. */
  outcome?: ReactNode;
  /** Left away when the job cannot be stopped. */
  onCancel?: () => void;
  /** Buttons after the end: open the folder, close, try again. */
  actions?: ReactNode;
};

/** Screen readers hear a sentence every tenth of the way, not every frame. */
const spokenSteps = 10;

export function ProgressPanel(props: ProgressPanelProps) {
  const { label, step, done, total, unit, noun = 'hàng', state = 'running', outcome, onCancel, actions } = props;
  const samples = useRef<Sample[]>([]);
  const [left, setLeft] = useState<number | null>(null);

  useEffect(() => {
    if (state !== 'running') return;
    samples.current = addSample(samples.current, { at: performance.now(), done });
    setLeft(timeLeft(samples.current, total));
  }, [done, total, state]);

  const amount = (value: number) => (unit === 'bytes' ? formatBytes(value) : formatCount(value));
  const words =
    total === null
      ? `${amount(done)}${unit === 'rows' ? ` ${noun}` : ''}`
      : `${amount(done)} / ${amount(total)}${unit === 'rows' ? ` ${noun}` : ''}`;
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  const spoken = share === null ? '' : `${label}: ${Math.floor(share * spokenSteps) * (100 / spokenSteps)}%`;
  const running = state === 'running' || state === 'stopping';

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls; this groups a job's words and its button
    <div
      role="group"
      className={`${styles.panel} ${state === 'finished' || state === 'failed' ? styles[state] : ''}`}
      aria-label={label}
    >
      <div className={styles.head}>
        <span className={styles.mark} aria-hidden>
          {state === 'finished' ? <IconCheck size="1.125rem" /> : null}
          {state === 'failed' ? <IconAlertTriangle size="1.125rem" /> : null}
          {running ? <Loader size="1rem" color="accent" /> : null}
        </span>
        <div className={styles.words}>
          <div className={styles.label}>{label}</div>
          {running ? (
            <div className={styles.step}>
              {state === 'stopping' ? 'Đang dừng và dọn phần làm dở…' : (step ?? 'Đang làm…')}
            </div>
          ) : null}
        </div>
        {running && onCancel ? (
          <Button onClick={onCancel} disabled={state === 'stopping'}>
            Dừng
          </Button>
        ) : null}
      </div>
      {running ? (
        <>
          <div
            className={styles.track}
            role="progressbar"
            aria-label={label}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={share === null ? undefined : Math.round(share * 100)}
            aria-valuetext={words}
          >
            <div
              className={share === null ? styles.unknown : styles.bar}
              style={share === null ? undefined : { width: `${share * 100}%` }}
            />
          </div>
          <div className={`${styles.numbers} numbers`}>
            <span>
              {words}
              {total === null ? '' : ` · ${formatPercent(done, total)}`}
            </span>
            <span>{left === null ? '' : `còn khoảng ${formatDuration(left)}`}</span>
          </div>
        </>
      ) : null}
      {outcome ? <div className={styles.outcome}>{outcome}</div> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
      <div className="visually-hidden" role="status" aria-live="polite">
        {state === 'finished' ? `${label}: đã xong.` : state === 'failed' ? `${label}: không xong.` : spoken}
      </div>
    </div>
  );
}
