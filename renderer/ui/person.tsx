/** A post or a person with the initials of who holds it; without a holder the circle is empty and dashed. */
import { initials } from './format.ts';
import styles from './person.module.css';

export type PersonProps = {
  /** The words shown: a post ("Tài chính - Kế toán") or a person. */
  words: string;
  /** Who holds the post; gives the initials and the tooltip. */
  holder?: string | null;
  /** A second line: the post of a person. */
  sub?: string;
};

export function Person({ words, holder, sub }: PersonProps) {
  return (
    <span className={styles.person} title={holder && holder !== words ? holder : undefined}>
      <span className={`${styles.circle} ${holder ? '' : styles.nobody}`} aria-hidden>
        {holder ? initials(holder) : ''}
      </span>
      <span className={styles.words}>
        {words}
        {sub ? <span className={styles.sub}>{sub}</span> : null}
      </span>
    </span>
  );
}
