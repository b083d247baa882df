/** Sums on the left, the units behind the chosen one on the right: bars, who is far off, who said nothing. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { ConsolidationView, FigureSumView } from '../../../shared/api/contract/consolidation.ts';
import { figureOf, formatNumber } from '../../../shared/report/figures.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import { fold, matchesFolded } from '../../../shared/text/fold.ts';
import { capital } from '../../../shared/text/letter-case.ts';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import { PillFilters } from '../../ui/pill-filters.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import styles from './consolidate.module.css';
import { NothingYet } from './nothing-yet.tsx';

type Filter = 'khac-xa' | 'chua-ro' | 'thieu';

const filterOf: Readonly<Record<Filter, (sum: FigureSumView) => boolean>> = {
  'khac-xa': (sum) => sum.outliers.length > 0,
  'chua-ro': (sum) => sum.doubtful.length > 0,
  thieu: (sum) => sum.silent.length > 0,
};

const filterWords: Readonly<Record<Filter, string>> = {
  'khac-xa': 'Có đơn vị khác xa',
  'chua-ro': 'Có số chưa rõ',
  thieu: 'Có đơn vị chưa ghi số',
};

export function SumsTab({ view }: { view: ConsolidationView }) {
  const [query, setQuery] = useState('');
  const [only, setOnly] = useState<readonly Filter[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  if (view.sums.length === 0) return <NothingYet />;
  const folded = fold(query);
  const shown = view.sums.filter(
    (sum) =>
      matchesFolded(fold(`${sum.area} ${sum.task} ${sum.measure}`), folded) &&
      only.every((each) => filterOf[each](sum)),
  );
  const current = shown.find(({ key }) => key === chosen) ?? shown[0] ?? null;
  return (
    <SplitPane
      name="tong-hop-so-lieu"
      label="Chia bảng số liệu và các đơn vị"
      initial={58}
      min={40}
      max={75}
      left={
        <Pane title="Số liệu cộng lại" aside={`${shown.length} dòng`}>
          <div className={styles.tools}>
            <SearchBox label="Tìm số liệu" value={query} onChange={setQuery} found={shown.length} />
            <PillFilters
              label="Lọc số liệu"
              pills={(Object.keys(filterOf) as Filter[]).map((each) => ({
                value: each,
                label: filterWords[each],
                count: view.sums.filter(filterOf[each]).length,
                tone: 'due' as const,
              }))}
              value={only}
              onChange={setOnly}
            />
          </div>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Nhiệm vụ</th>
                <th scope="col">Cộng các đơn vị</th>
                <th scope="col">Đơn vị</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((sum) => (
                <tr key={sum.key} data-current={sum === current || undefined}>
                  <td>
                    <button
                      type="button"
                      className={styles.rowButton}
                      aria-pressed={sum === current}
                      onClick={() => setChosen(sum.key)}
                    >
                      {sum.task}
                    </button>
                    <span className="soft">{sum.area}</span>
                  </td>
                  <td className="numbers">{wordsOf(sum)}</td>
                  <td className="numbers">
                    {sum.units.length}
                    {sum.outliers.length > 0 ? (
                      <span className={styles.far}> · {sum.outliers.length} khác xa</span>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Pane>
      }
      right={current ? <UnitsPane sum={current} view={view} /> : <Pane label="Các đơn vị">{null}</Pane>}
    />
  );
}

function wordsOf({ numerator, denominator, measure, units, notArisen }: FigureSumView): string {
  if (units.length === 0) return notArisen.length > 0 ? 'không phát sinh' : 'chưa cộng được';
  const figure = figureOf({ numerator, denominator, unit: measure });
  return 'text' in figure ? figure.text : '';
}

function UnitsPane({ sum, view }: { sum: FigureSumView; view: ConsolidationView }) {
  const units = new Map(view.units.map((unit) => [unit.id, unit]));
  const share = ({ numerator, denominator }: FigureSumView['units'][number]) =>
    denominator === null ? numerator : numerator / denominator;
  const sorted = [...sum.units].sort((a, b) => share(b) - share(a));
  const most = Math.max(...sorted.map(share), 0) || 1;
  const names = (ids: readonly string[]) => ids.map((id) => capital(units.get(id)?.name ?? '')).join(', ');
  return (
    <Pane title="Các đơn vị" aside={sum.asOf ? `số liệu đến ${shortDate(sum.asOf)}` : undefined} padded>
      <p className={styles.measured}>
        <strong>{sum.task}</strong>
        <br />
        {wordsOf(sum)}
      </p>
      {sum.outliers.length > 0 ? (
        <Note tone="doubt">Khác xa các đơn vị còn lại: {names(sum.outliers)}. Nên hỏi lại trước khi dùng số này.</Note>
      ) : null}
      <ul className={styles.bars}>
        {sorted.map((unit) => {
          const figure = figureOf({ numerator: unit.numerator, denominator: unit.denominator, unit: '' });
          const far = sum.outliers.includes(unit.unitId);
          const { name = '', receivedId = null } = units.get(unit.unitId) ?? {};
          return (
            <li key={unit.unitId}>
              <span className={styles.barName}>
                {receivedId ? <Link href={`/tiep-nhan/${receivedId}`}>{capital(name)}</Link> : capital(name)}
              </span>
              <span className={styles.barTrack} aria-hidden>
                <span
                  className={far ? styles.barFar : styles.bar}
                  style={{ width: `${Math.max(1, (share(unit) / (unit.denominator === null ? most : 1)) * 100)}%` }}
                />
              </span>
              <span className={`${styles.barWords} numbers`}>
                {'text' in figure ? figure.text : formatNumber(unit.numerator)}
                {far ? ' · khác xa' : ''}
              </span>
            </li>
          );
        })}
      </ul>
      <Left title="Không phát sinh" words={names(sum.notArisen)} />
      <Left title="Có báo cáo nhưng chưa ghi số" words={names(sum.silent)} />
      <Left
        title="Không cộng vì số chưa rõ"
        words={sum.doubtful.map(({ unitId, reason }) => `${names([unitId])}: ${reason}`).join(' ')}
      />
    </Pane>
  );
}

const Left = ({ title, words }: { title: string; words: string }) =>
  words === '' ? null : (
    <div className={styles.left}>
      <h3>{title}</h3>
      <p>{words}</p>
    </div>
  );
