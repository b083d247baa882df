/** Old and new words of one change in one line of reading; where both sides changed, all three texts. Both are said aloud, not only coloured. */
import type { ReturnedChangeView } from '../../../shared/api/contract/returned.ts';
import styles from './returned.module.css';

export function ChangeWords({ change }: { change: ReturnedChangeView }) {
  if (change.conflict !== null)
    return (
      <dl className={styles.sides}>
        <dt>Lúc xuất ra</dt>
        <dd>{change.conflict || 'chưa có'}</dd>
        <dt>Trong chương trình</dt>
        <dd>{change.before || 'đã bỏ'}</dd>
        <dt>Trong Word</dt>
        <dd>{change.after || 'đã bỏ'}</dd>
      </dl>
    );
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
