/** One count as a bar in pieces, and its numbers; each number leads to exactly the tasks it counts. */
import type { CountedPieces } from '../../../shared/overview/sums.ts';
import { shareDone } from '../../../shared/overview/sums.ts';
import { formatCount, formatPercent } from '../../ui/format.ts';
import styles from './overview.module.css';
import { pieceLooks } from './pieces.ts';

export type ToTasks = (ids: readonly string[], words: string) => void;

type CountBarProps = { counted: CountedPieces; name: string; toTasks: ToTasks };

export function CountBar({ counted, name, toTasks }: CountBarProps) {
  const present = pieceLooks.filter(({ piece }) => counted.tasks[piece].length > 0);
  const { done, of } = shareDone(counted);
  const words = present
    .map(({ piece, words: each }) => `${counted.tasks[piece].length} ${each.toLowerCase()}`)
    .join(', ');
  return (
    <div className={styles.counted}>
      <div className={styles.barLine}>
        <span className={styles.bar} role="img" aria-label={`${name}: ${words || 'không có nhiệm vụ'}`}>
          {present.map(({ piece, look }) => (
            <span key={piece} className={look} style={{ flexGrow: counted.tasks[piece].length }} />
          ))}
        </span>
        <span className={`${styles.share} numbers`}>
          {of === 0 ? 'chưa đến hạn' : `${formatPercent(done, of)} (${done}/${of})`}
        </span>
      </div>
      <div className={styles.numbers}>
        {present.map(({ piece, words: each }) => (
          <button
            key={piece}
            type="button"
            className={`${styles.number} ${piece === 'late' ? styles.lateNumber : ''}`}
            onClick={() => toTasks(counted.tasks[piece], `${name}, ${each.toLowerCase()}`)}
          >
            <span className="visually-hidden">{name}: </span>
            <strong className="numbers">{formatCount(counted.tasks[piece].length)}</strong> {each.toLowerCase()}
          </button>
        ))}
      </div>
    </div>
  );
}

export function Legend() {
  return (
    <ul className={styles.legend} aria-label="Chú giải">
      {pieceLooks.map(({ piece, words, look }) => (
        <li key={piece}>
          <span className={`${styles.swatch} ${look}`} aria-hidden /> {words}
        </li>
      ))}
    </ul>
  );
}
