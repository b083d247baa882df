/** Units down, windows across: not due, due, late, received, returned, accepted; what is there opens. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { WallCellView, WallWindowView } from '../../../shared/api/contract/consolidation.ts';
import type { WallState } from '../../../shared/consolidation/wall.ts';
import { wallWords } from '../../../shared/consolidation/words.ts';
import { fold, matchesFolded } from '../../../shared/text/fold.ts';
import { capital } from '../../../shared/text/letter-case.ts';
import { YearChoice } from '../../parts/year-choice.tsx';
import { useFirstRows } from '../../ui/first-rows.ts';
import { Meter } from '../../ui/meter.tsx';
import { Pane } from '../../ui/page.tsx';
import { PillFilters } from '../../ui/pill-filters.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { BundleStateBadge, type BundleStateName } from '../../ui/state-badge.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import styles from './consolidate.module.css';

type Wall = {
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly windows: readonly WallWindowView[];
  readonly cells: readonly WallCellView[];
};

const badges: Readonly<Record<WallState, BundleStateName>> = {
  'chua-den-han': 'notSent',
  'den-han': 'notSent',
  tre: 'late',
  'da-nhan': 'received',
  'tra-lai': 'moreWanted',
  'chap-nhan': 'accepted',
  'thu-hoi': 'recalled',
};

type Filter = 'tre' | 'da-nhan' | 'tra-lai' | 'chap-nhan';
const filters: readonly Filter[] = ['tre', 'da-nhan', 'tra-lai', 'chap-nhan'];

export function WallTab(props: { wall: Wall; windowKey: string | null; onWindow: (key: string) => void }) {
  const { wall, windowKey, onWindow } = props;
  const years = [...new Set(wall.windows.map(({ key }) => key.slice(0, 4)))].sort().reverse();
  const [chosenYear, setYear] = useState<string | null>(null);
  const [query, setQuery] = useState('');
  const [only, setOnly] = useState<readonly Filter[]>([]);
  const year = chosenYear ?? windowKey?.slice(0, 4) ?? years[0] ?? null;
  const windows = wall.windows.filter(({ key }) => year === null || key.startsWith(`${year}-`));
  const cells = new Map(wall.cells.map((cell) => [`${cell.unitId} ${cell.windowKey}`, cell]));
  const stateNow = (unitId: string) => cells.get(`${unitId} ${windowKey}`)?.state ?? null;
  const folded = fold(query);
  const units = wall.units.filter(
    ({ id, name }) =>
      matchesFolded(fold(name), folded) && (only.length === 0 || only.some((state) => state === stateNow(id))),
  );
  const rows = useFirstRows(units);
  const label = wall.windows.find(({ key }) => key === windowKey)?.label ?? '';
  return (
    <Pane title="Ai đã gửi" aside={<YearChoice years={years} value={year} onChange={setYear} />}>
      <div className={styles.tools}>
        <SearchBox label="Tìm đơn vị" value={query} onChange={setQuery} found={units.length} />
        <PillFilters
          label={`Lọc theo tình trạng ${label}`}
          pills={filters.map((state) => ({
            value: state,
            label: wallWords[state],
            count: wall.units.filter(({ id }) => stateNow(id) === state).length,
            ...(state === 'tre' ? { tone: 'late' as const } : {}),
          }))}
          value={only}
          onChange={setOnly}
          mode="one"
        />
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            {windows.map((window) => (
              <th key={window.key} scope="col" data-current={window.key === windowKey || undefined}>
                <button type="button" className={styles.headButton} onClick={() => onWindow(window.key)}>
                  {window.label}
                </button>
                <Meter label={`Đã nhận ${window.label}`} value={window.received} total={window.expected} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{capital(name)}</th>
              {windows.map(({ key, label: windowLabel }) => {
                const cell = cells.get(`${id} ${key}`);
                return (
                  <td key={key} data-current={key === windowKey || undefined}>
                    {cell ? <Cell cell={cell} words={`${name}, ${windowLabel}`} /> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Pane>
  );
}

function Cell({ cell, words }: { cell: WallCellView; words: string }) {
  const { state, receivedOn, daysLate, receivedId } = cell;
  if (state === 'chua-den-han') return <span className="soft">{wallWords[state]}</span>;
  const badge = (
    <BundleStateBadge state={badges[state]}>
      {state === 'tre' ? `Chậm ${daysLate} ngày` : wallWords[state]}
    </BundleStateBadge>
  );
  if (receivedId === null) return badge;
  return (
    <Link
      href={`/tiep-nhan/${receivedId}`}
      className={styles.cell}
      aria-label={`${wallWords[state]}: ${words}. Đọc báo cáo`}
    >
      {badge}
      <span className="soft numbers">
        {receivedOn ? typedDate(receivedOn) : ''}
        {daysLate > 0 ? ` · chậm ${daysLate} ngày` : ''}
      </span>
    </Link>
  );
}
