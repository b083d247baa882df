/** Old and new words of one change in one line of reading; both are said aloud, not only coloured. */
import type { ReturnedChangeView } from '../../../../shared/api/contract/returned.ts';
import styles from './returned.module.css';

export function ChangeWords({ change }: { change: ReturnedChangeView }) {
  return (
    <p className={styles.words}>
      {change.pieces.map(({ kind, text }, index) => {
        if (kind === 'same') return text;
        const Mark = kind === 'old' ? 'del' : 'ins';
        const space = /\s+$/.exec(text)?.[0] ?? '';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the change
          <span key={index}>
            <Mark className={styles[kind]}>
              <span className="visually-hidden">{kind === 'old' ? 'bỏ: ' : 'thêm: '}</span>
              {text.trimEnd()}
            </Mark>
            {space || ' '}
          </span>
        );
      })}
    </p>
  );
}
