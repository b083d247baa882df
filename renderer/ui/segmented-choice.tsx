/** One of a few, all in sight: the state of a task, the kind of a report. Native radio buttons, so arrow keys just work. */
import { type ReactNode, useId } from 'react';
import styles from './segmented-choice.module.css';

export type Segment<V extends string> = { value: V; label: ReactNode; disabled?: boolean };

export type SegmentedChoiceProps<V extends string> = {
  label: string;
  /** The label stays for screen readers only, where the place already says it. */
  hideLabel?: boolean;
  segments: readonly Segment<V>[];
  /** Null while nothing was chosen. */
  value: V | null;
  onChange: (value: V) => void;
  disabled?: boolean;
};

export function SegmentedChoice<V extends string>(props: SegmentedChoiceProps<V>) {
  const { label, hideLabel = false, segments, value, onChange, disabled = false } = props;
  const name = useId();
  return (
    <fieldset className={styles.choice} disabled={disabled}>
      <legend className={hideLabel ? 'visually-hidden' : styles.label}>{label}</legend>
      <div className={styles.segments}>
        {segments.map((segment) => (
          <label key={segment.value} className={styles.segment}>
            <input
              type="radio"
              className={styles.input}
              name={name}
              value={segment.value}
              checked={value === segment.value}
              disabled={segment.disabled}
              onChange={() => onChange(segment.value)}
            />
            <span className={styles.words}>{segment.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
