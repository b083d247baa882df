/** A fingerprint to compare over the telephone: six groups of digits, and the same as twelve words. */
import { fingerprintGroups } from '../../shared/bundle/fingerprint-words.ts';
import styles from './fingerprint.module.css';

type FingerprintProps = {
  label: string;
  digits: string;
  /** Left empty where nobody needs to read them out. */
  words: readonly string[];
};

export function Fingerprint({ label, digits, words }: FingerprintProps) {
  return (
    <div className={styles.fingerprint}>
      <span className="soft">{label}</span>
      <span className={styles.groups}>
        {fingerprintGroups(digits).map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups of digits may repeat and never move
          <span key={index}>{group}</span>
        ))}
      </span>
      {words.length > 0 ? (
        <span className={styles.words}>
          {pairs(words).map((pair, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pairs of words may repeat and never move
            <span key={index}>{pair}</span>
          ))}
        </span>
      ) : null}
    </div>
  );
}

/** Two words for each group of four digits. */
const pairs = (words: readonly string[]): string[] =>
  Array.from({ length: Math.ceil(words.length / 2) }, (_, index) => words.slice(2 * index, 2 * index + 2).join(' '));
