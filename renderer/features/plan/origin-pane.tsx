/** Where a plan made from the year before comes from: how many tasks came over and why, what stayed behind, what wants a look. */

import { contract } from '../../../shared/api/contract/contract.ts';
import type { NextYearView } from '../../../shared/api/contract/writing.ts';
import type { CarryKind } from '../../../shared/plan/turn-year.ts';
import { useData } from '../../data/cache.ts';
import { formatCount } from '../../ui/format.ts';
import styles from './next-year.module.css';

const kinds: Record<CarryKind, string> = {
  'moi-nam': 'việc của mọi năm',
  'chua-xong': 'chưa xong, chuyển từ năm trước',
  'cho-su-kien': 'chờ sự kiện',
  'khong-phat-sinh': 'năm trước không phát sinh',
  'da-xong': 'đã xong nhưng làm tiếp',
};

export function OriginPane({ planId }: { planId: string }) {
  const { data, isPlaceholderData } = useData(contract.writing.origin, { params: { id: planId } });
  const origin = isPlaceholderData ? null : data?.origin;
  if (!origin) return null;
  const count = (kind: CarryKind): number => origin.carried.filter((each) => each.kind === kind).length;
  const words = (Object.keys(kinds) as CarryKind[])
    .filter((kind) => count(kind) > 0)
    .map((kind) => `${formatCount(count(kind))} ${kinds[kind]}`);
  return (
    <details className={styles.origin}>
      <summary>
        Chuyển từ kế hoạch năm {origin.fromYear}: {formatCount(origin.carried.length)} nhiệm vụ, không chuyển{' '}
        {formatCount(origin.left.length)}, cần xem lại {formatCount(origin.notMoved.length)} chỗ
      </summary>
      <div className={styles.originBody}>
        <p>
          Từ “{origin.fromTitle}”: {words.join('; ')}.{origin.taxonomy ? ` Bộ chỉ số: ${origin.taxonomy.name}.` : ''}
        </p>
        {origin.taxonomy && origin.taxonomy.gone.length > 0 ? (
          <p>Không còn chỗ trong bộ chỉ số: {origin.taxonomy.gone.join('; ')}.</p>
        ) : null}
        <h3>Không chuyển</h3>
        {origin.left.length === 0 ? <p className="soft">Mọi nhiệm vụ đều được chuyển.</p> : null}
        <ul>
          {origin.left.map(({ text, reason }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is only read, and the same words may stand in two places
            <li key={index}>
              {text} <span className="soft">({reason})</span>
            </li>
          ))}
        </ul>
        <h3>Chỗ giữ nguyên, cần xem lại</h3>
        <NotMovedList notMoved={origin.notMoved} />
      </div>
    </details>
  );
}

const reasons = {
  citation: 'số, ngày của văn bản khác',
  event: 'ngày của một sự việc',
  date: 'ngày không chắc dời được',
} as const;

export function NotMovedList({ notMoved }: Pick<NextYearView, 'notMoved'>) {
  if (notMoved.length === 0) return <p className="soft">Không có: mọi ngày, năm đã dời được.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
    <ul className={styles.notMoved} tabIndex={0} aria-label="Chỗ giữ nguyên, cần xem lại">
      {notMoved.map(({ where, text, why }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is only read, and the same words may stand in two places
        <li key={index}>
          {text}{' '}
          <span className="soft">
            ({where}; {reasons[why]})
          </span>
        </li>
      ))}
    </ul>
  );
}
