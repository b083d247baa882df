/** Who the office waits for, most open tasks first. */
import { useState } from 'react';
import { Link } from 'wouter';
import { formatCount } from '../../ui/format.ts';
import { TextAction } from '../../ui/note.tsx';
import { Person } from '../../ui/person.tsx';
import styles from './home-page.module.css';
import type { HolderStanding } from './morning.ts';

const shownAtFirst = 8;

const about = (holder: HolderStanding): string | undefined => {
  if (holder.kind === 'post') return 'chưa giao cho ai';
  if (holder.kind === 'wording') return 'chưa rõ là ai';
  return holder.posts.length > 0 ? holder.posts.join(', ') : undefined;
};

export function HolderList({ holders }: { holders: readonly HolderStanding[] }) {
  const [all, setAll] = useState(false);
  const waiting = holders.filter((holder) => holder.open > 0 || holder.missingProof > 0);
  if (waiting.length === 0) return <p className={styles.empty}>Không còn chờ ai: nhiệm vụ nào cũng đã có kết quả.</p>;
  const nobody = waiting.some((holder) => holder.kind !== 'person');
  return (
    <>
      <ul className={styles.list}>
        {(all ? waiting : waiting.slice(0, shownAtFirst)).map((holder) => (
          <li key={holder.key} className={styles.holder}>
            <Person words={holder.name} holder={holder.kind === 'person' ? holder.name : null} sub={about(holder)} />
            <div className={styles.holderNumbers}>
              <span>
                <strong className="numbers">{formatCount(holder.open)}</strong>{' '}
                <span className="soft numbers">/ {formatCount(holder.total)}</span>
              </span>
              {holder.missingProof > 0 ? (
                <span className="soft">{formatCount(holder.missingProof)} thiếu minh chứng</span>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <div className={styles.listFoot}>
        {waiting.length > shownAtFirst ? (
          <TextAction onClick={() => setAll(!all)}>
            {all ? 'Chỉ xem những người nhiều việc nhất' : `Xem cả ${formatCount(waiting.length)}`}
          </TextAction>
        ) : null}
        {nobody ? (
          <Link href="/co-quan/bo-phan" className="text-link">
            Giao người cho bộ phận
          </Link>
        ) : null}
      </div>
    </>
  );
}
