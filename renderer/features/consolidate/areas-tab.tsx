/** How far the units are in each area: one stacked bar over all, then units down and areas across. */
import { Link } from 'wouter';
import type { ConsolidationView } from '../../../shared/api/contract/consolidation.ts';
import { capital } from '../../../shared/text/letter-case.ts';
import { useFirstRows } from '../../ui/first-rows.ts';
import { formatCount, formatPercent } from '../../ui/format.ts';
import { Pane } from '../../ui/page.tsx';
import styles from './consolidate.module.css';
import { NothingYet } from './nothing-yet.tsx';

type Counts = ConsolidationView['areas'][number]['all'];

const parts: readonly { of: (counts: Counts) => number; words: string; look: string | undefined }[] = [
  { of: (counts) => counts.xong, words: 'hoàn thành', look: styles.partDone },
  { of: (counts) => counts['khong-phat-sinh'], words: 'không phát sinh', look: styles.partNone },
  { of: (counts) => counts['dang-lam'], words: 'đang thực hiện', look: styles.partWork },
  { of: (counts) => counts.chua, words: 'chưa thực hiện', look: styles.partNot },
  { of: (counts) => counts.trong, words: 'chưa có kết quả', look: styles.partEmpty },
];

export function AreasTab({ view }: { view: ConsolidationView }) {
  const units = view.units.filter(({ receivedId }) => receivedId !== null);
  const rows = useFirstRows(units);
  if (view.areas.length === 0) return <NothingYet />;
  const byArea = view.areas.map(({ units: all }) => new Map(all.map((unit) => [unit.unitId, unit.counts])));
  return (
    <Pane title="Theo nội dung" aside={`${units.length} đơn vị có báo cáo`}>
      <ul className={styles.legend} aria-label="Chú giải">
        {parts.map(({ words, look }) => (
          <li key={words}>
            <span className={`${styles.swatch} ${look}`} aria-hidden /> {words}
          </li>
        ))}
      </ul>
      <ul className={styles.stacks}>
        {view.areas.map(({ areaKey, area, all }) => (
          <li key={areaKey}>
            <span className={styles.stackName}>{area}</span>
            <Stack counts={all} />
            <span className="soft numbers">
              {formatCount(all.xong)} / {formatCount(all.tong)} hoàn thành ({formatPercent(all.xong, all.tong)})
            </span>
          </li>
        ))}
      </ul>
      <table className={styles.table}>
        <caption className="visually-hidden">Hoàn thành trên tổng số nhiệm vụ, từng đơn vị và nội dung</caption>
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            {view.areas.map(({ areaKey, area }) => (
              <th key={areaKey} scope="col">
                {area}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, receivedId }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`/tiep-nhan/${receivedId}`}>{capital(name)}</Link>
              </th>
              {view.areas.map(({ areaKey }, at) => {
                const counts = byArea[at]?.get(id);
                return (
                  <td key={areaKey} className="numbers">
                    {counts ? (
                      <>
                        {counts.xong}/{counts.tong}
                        <Stack counts={counts} />
                      </>
                    ) : (
                      <span className="soft">không có</span>
                    )}
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

function Stack({ counts }: { counts: Counts }) {
  const words = parts
    .filter(({ of }) => of(counts) > 0)
    .map(({ of, words: name }) => `${of(counts)} ${name}`)
    .join(', ');
  return (
    <span className={styles.stack} role="img" aria-label={words} title={words}>
      {parts.map(({ of, words: name, look }) =>
        of(counts) > 0 ? <span key={name} className={look} style={{ flexGrow: of(counts) }} /> : null,
      )}
    </span>
  );
}
