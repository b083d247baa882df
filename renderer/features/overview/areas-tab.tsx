/** How far each area is in the window; below, last year beside this year by PAPI's components. */
import { useMemo } from 'react';
import { countByArea } from '../../../shared/overview/sums.ts';
import type { YearFacts } from '../../../shared/overview/year.ts';
import { type ComponentPair, type YearSide, yearsBeside } from '../../../shared/overview/years-beside.ts';
import { formatCount } from '../../ui/format.ts';
import { Pane } from '../../ui/page.tsx';
import { CountBar, Legend } from './count-bar.tsx';
import styles from './overview.module.css';
import type { SumTabProps } from './people-tab.tsx';

export function AreasTab({ facts, before, at, today, toTasks }: SumTabProps & { before: YearFacts | null }) {
  const counts = useMemo(() => countByArea(facts, at, today), [facts, at, today]);
  const pairs = useMemo(() => (before ? yearsBeside(before, facts) : []), [before, facts]);
  return (
    <>
      <Pane title={`Theo nội dung · ${facts.windows[at]?.label ?? ''}`} aside={`${counts.length} nội dung`}>
        <Legend />
        <ul className={styles.rows}>
          {counts.map((counted) => (
            <li key={counted.id}>
              <div className={styles.rowName}>
                <strong>{counted.name}</strong>
                <span className="soft">{formatCount(counted.total)} nhiệm vụ</span>
              </div>
              {counted.total > 0 ? (
                <CountBar counted={counted} name={counted.name} toTasks={toTasks} />
              ) : (
                <span className="soft">Chưa có nhiệm vụ.</span>
              )}
            </li>
          ))}
        </ul>
      </Pane>
      <Pane title={`Năm ${facts.year - 1} cạnh năm ${facts.year}`} aside="theo nội dung thành phần của PAPI">
        {before ? (
          <Beside pairs={pairs} year={facts.year} toTasks={toTasks} />
        ) : (
          <p className={styles.empty}>
            Chưa có kế hoạch năm {facts.year - 1} trong máy nên chưa so được. Mở tệp kế hoạch năm {facts.year - 1} ở màn
            Kế hoạch, hoặc dùng “Sang năm mới” khi năm này kết thúc: hai năm sẽ đứng cạnh nhau ở đây.
          </p>
        )}
      </Pane>
    </>
  );
}

type BesideProps = { pairs: readonly ComponentPair[]; year: number; toTasks: SumTabProps['toTasks'] };

function Beside({ pairs, year, toTasks }: BesideProps) {
  return (
    <table className={styles.beside}>
      <thead>
        <tr>
          <th scope="col">Nội dung thành phần</th>
          <th scope="col">Năm {year - 1}</th>
          <th scope="col">Năm {year}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <tr key={pair.code}>
            <th scope="row">
              {pair.name}
              {pair.area === '' ? null : <span className="soft"> · {pair.area}</span>}
            </th>
            <td>
              <Side side={pair.before} />
            </td>
            <td>
              <Side side={pair.now} />
              {pair.now ? (
                <button
                  type="button"
                  className={styles.number}
                  onClick={() => toTasks(pair.now?.taskIds ?? [], `${pair.name}, năm ${year}`)}
                >
                  Xem {formatCount(pair.now.tasks)} nhiệm vụ<span className="visually-hidden"> {pair.name}</span>
                </button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const mostFigures = 3;

function Side({ side }: { side: YearSide | null }) {
  if (!side) return <span className="soft">không có trong kế hoạch</span>;
  const { tasks, done, doing, notArisen, open, proofs, figures } = side;
  const parts = [
    [done, 'xong'],
    [notArisen, 'không phát sinh'],
    [doing, 'đang làm'],
    [open, 'chưa có kết quả'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, name]) => `${formatCount(count)} ${name}`);
  return (
    <>
      <span className={styles.smallBar} aria-hidden>
        {[
          [done, styles.done],
          [notArisen, styles.notArisen],
          [doing, styles.doing],
          [open, styles.none],
        ].map(([count, look], place) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: four fixed places
          Number(count) > 0 ? <span key={place} className={String(look)} style={{ flexGrow: Number(count) }} /> : null,
        )}
      </span>
      <div>
        <strong className="numbers">
          {done + notArisen}/{tasks}
        </strong>{' '}
        · {words.join(', ')} · {formatCount(proofs)} minh chứng
      </div>
      {figures.length > 0 ? (
        <div className="soft">
          Số liệu: {figures.slice(0, mostFigures).join('; ')}
          {figures.length > mostFigures ? ` và ${figures.length - mostFigures} số khác` : ''}
        </div>
      ) : null}
    </>
  );
}
