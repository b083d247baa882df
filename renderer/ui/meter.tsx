/** A share as a bar that always carries its two numbers: colour and length are never the only message. */
import { formatCount, formatPercent } from './format.ts';
import styles from './meter.module.css';

export type MeterProps = {
  /** What is counted, for screen readers: "Nhiệm vụ đã hoàn thành". */
  label: string;
  value: number;
  total: number;
  tone?: 'accent' | 'done' | 'due' | 'late';
  /** `numbers` shows "87 / 104", `percent` adds the share, `none` where the numbers already stand beside the bar. */
  show?: 'numbers' | 'percent' | 'none';
};

export function Meter({ label, value, total, tone = 'accent', show = 'numbers' }: MeterProps) {
  const share = total > 0 ? Math.min(1, Math.max(0, value / total)) : 0;
  const words = `${formatCount(value)} / ${formatCount(total)}`;
  return (
    <div className={styles.meter}>
      {/* biome-ignore lint/a11y/useSemanticElements: <meter> cannot be drawn alike everywhere nor say "87 / 104" */}
      <div
        className={styles.track}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(total, value, 1)}
        aria-valuenow={value}
        aria-valuetext={`${words} (${formatPercent(value, total)})`}
      >
        <div className={`${styles.bar} ${styles[tone]}`} style={{ width: `${share * 100}%` }} />
      </div>
      {show === 'none' ? null : (
        <span className={`${styles.words} numbers`} aria-hidden>
          {words}
          {show === 'percent' ? <span className={styles.share}> · {formatPercent(value, total)}</span> : null}
        </span>
      )}
    </div>
  );
}

export type StatProps = {
  /** The number as written: "87 / 104". */
  value: string;
  words: string;
  meter?: MeterProps;
  /** Makes the tile a button, for instance to filter the table below. */
  onClick?: () => void;
  pressed?: boolean;
};

/** One big number with its words and its share; a button when it leads somewhere. */
export function Stat({ value, words, meter, onClick, pressed }: StatProps) {
  const inside = (
    <>
      <span className={`${styles.statValue} numbers`}>{value}</span>
      <span className={styles.statWords}>{words}</span>
      {meter ? <Meter {...meter} show="none" /> : null}
    </>
  );
  if (!onClick) return <div className={styles.stat}>{inside}</div>;
  return (
    <button type="button" className={`${styles.stat} ${styles.press}`} onClick={onClick} aria-pressed={pressed}>
      {inside}
    </button>
  );
}

/** Tiles side by side, wrapping when there is no room. */
export function StatRow({ children }: { children: React.ReactNode }) {
  return <div className={styles.statRow}>{children}</div>;
}
