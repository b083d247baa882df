/** What Mantine's inputs do not bring: a form's rhythm, a Vietnamese date, a "9 / 11" that explains itself. */
import { NumberInput, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './field.module.css';
import { formatPercent } from './format.ts';
import { useTypedAct } from './take-in.ts';
import { parseTypedDate, typedDate } from './typed-date.ts';

/** Fields below each other; Enter in a one-line field submits, as everywhere, with what the field holds at that moment. */
export function Form({ label, onSubmit, children }: { label: string; onSubmit: () => void; children: ReactNode }) {
  const submit = useTypedAct(onSubmit);
  return (
    <form
      className={styles.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {children}
    </form>
  );
}

/** Several controls under one question. */
export function FieldGroup({ label, hint, children }: { label: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      {hint ? <div className={styles.hint}>{hint}</div> : null}
      {children}
    </fieldset>
  );
}

/** Fields beside each other while there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

export type DateFieldProps = {
  label: string;
  /** `YYYY-MM-DD`, or null for none. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** Told the sentence when the words make no date, null when they do again: who must not go on without it asks here. */
  onWrong?: (sentence: string | null) => void;
  /** Completes "14/6" to a date of this year. */
  year: number;
  description?: ReactNode;
  required?: boolean;
  disabled?: boolean;
};

/**
 * A date typed as clerks write it: 14/6/2024, 14-6-24, 14062024, or 14/6 for the given year.
 * The value changes only when the words make a date that exists (or are emptied); until then a sentence says so.
 */
export function DateField({ label, value, onChange, onWrong, year, description, required, disabled }: DateFieldProps) {
  const [words, setWords] = useState(typedDate(value));
  const [wrong, setWrong] = useState<string | null>(null);
  const tellWrong = useRef(onWrong);
  tellWrong.current = onWrong;
  useEffect(() => {
    setWords(typedDate(value));
    setWrong(null);
    tellWrong.current?.(null);
  }, [value]);
  const settle = () => {
    const read = parseTypedDate(words, year);
    const sentence =
      read === undefined ? `“${words.trim()}” không phải ngày có trong lịch. Viết như 14/6/${year}.` : null;
    setWrong(sentence);
    onWrong?.(sentence);
    if (read === undefined) return;
    setWords(typedDate(read));
    if (read !== value) onChange(read);
  };
  return (
    <TextInput
      label={label}
      description={description}
      withAsterisk={required}
      disabled={disabled}
      value={words}
      inputMode="numeric"
      placeholder="ngày/tháng/năm"
      autoComplete="off"
      w="12rem"
      maw="100%"
      error={wrong ?? undefined}
      onChange={(event) => setWords(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
    />
  );
}

export type FractionFieldProps = {
  /** "Chỉ tiêu: niêm yết tại thôn, phố". */
  label: string;
  part: number | null;
  whole: number | null;
  onChange: (part: number | null, whole: number | null) => void;
  /** "chỉ tiêu 100%". */
  target?: string;
  /** The denominator comes from the office's data and is not typed here. */
  wholeFixed?: boolean;
};

/** Two whole numbers and what they make: 9 / 11 = 81,8% (chỉ tiêu 100%). */
export function FractionField({ label, part, whole, onChange, target, wholeFixed = false }: FractionFieldProps) {
  const id = useId();
  const number = (value: string | number): number | null => (typeof value === 'number' ? value : null);
  const known = part !== null && whole !== null && whole > 0;
  return (
    <fieldset className={styles.group} aria-describedby={id}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.fraction}>
        <NumberInput
          aria-label={`${label}: đã làm`}
          value={part ?? ''}
          onChange={(value) => onChange(number(value), whole)}
          {...wholeNumber}
        />
        <span aria-hidden>/</span>
        <NumberInput
          aria-label={`${label}: tổng số`}
          value={whole ?? ''}
          onChange={(value) => onChange(part, number(value))}
          readOnly={wholeFixed}
          {...wholeNumber}
        />
        <span className="soft" id={id}>
          {known ? `= ${formatPercent(part, whole)}` : ''}
          {target ? ` (${target})` : ''}
        </span>
      </div>
    </fieldset>
  );
}

const wholeNumber = {
  allowDecimal: false,
  allowNegative: false,
  hideControls: true,
  thousandSeparator: '.',
  decimalSeparator: ',',
  max: 999_999_999,
  w: '5.5rem',
} as const;
