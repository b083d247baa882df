/** The same file as proof in several units, windows or tasks: each place, to open and judge. */
import { IconCopyCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { WallWindowView } from '../../../shared/api/contract/consolidation.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { capital } from '../../../shared/text/letter-case.ts';
import { useData } from '../../data/cache.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Pane } from '../../ui/page.tsx';
import styles from './consolidate.module.css';

export function ProofTab({ windows }: { windows: readonly WallWindowView[] }) {
  const { data, error } = useData(contract.consolidation.repeatedProof);
  if (error) return <Note tone="problem">{error.message}</Note>;
  if (!data) return <Pane label="Minh chứng lặp lại">{null}</Pane>;
  if (data.total === 0)
    return (
      <EmptyState icon={IconCopyCheck} title="Không có minh chứng lặp lại">
        Chưa có tệp nào được hai đơn vị, hai kỳ, hoặc từ ba nhiệm vụ trở lên cùng dùng làm minh chứng.
      </EmptyState>
    );
  const labelOf = new Map(windows.map(({ key, label }) => [key, label]));
  return (
    <Pane title="Minh chứng lặp lại" aside={`${data.total} tệp`} padded>
      <p className="soft">
        Cùng một tệp (giống từng byte). Có thể đúng, như một văn bản chung của tỉnh; hãy mở ra xem rồi quyết định.
      </p>
      {data.proofs.map((proof) => (
        <section key={proof.sha256} className={styles.proof}>
          <h3>{proof.title}</h3>
          <p className="soft numbers">
            {proof.units} đơn vị · {proof.windows} kỳ · {proof.rows} nhiệm vụ
          </p>
          <ul>
            {proof.places.map((place) => (
              <li key={`${place.receivedId} ${place.taskId}`}>
                <Link href={`/tiep-nhan/${place.receivedId}`}>
                  {capital(place.unitName)}, {labelOf.get(place.windowKey) ?? place.windowKey}
                </Link>
                : {place.task}
              </li>
            ))}
          </ul>
          {proof.rows > proof.places.length ? (
            <p className="soft">và {proof.rows - proof.places.length} chỗ khác.</p>
          ) : null}
        </section>
      ))}
    </Pane>
  );
}
