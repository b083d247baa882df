/** One holding: who or what, since when, and the small cross that ends it. */
import { CloseButton } from '@mantine/core';
import { type IsoDate, shortDate } from '../../../shared/text/dates.ts';
import styles from './office-page.module.css';

export type HoldingChipProps = {
  words: string;
  fromDate: IsoDate;
  /** What the cross does, whole, for screen readers and as a tooltip. */
  label: string;
  onEnd: () => void;
};

export function HoldingChip({ words, fromDate, label, onEnd }: HoldingChipProps) {
  return (
    <span className={styles.chip}>
      <span>
        {words} <span className="soft">từ {shortDate(fromDate)}</span>
      </span>
      <CloseButton size="sm" radius="xl" aria-label={label} title={label} onClick={onEnd} />
    </span>
  );
}
