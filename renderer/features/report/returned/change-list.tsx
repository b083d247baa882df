/** The changes of a Word file, in the order of the document; what cannot be taken over stands below with the reason. */
import { Checkbox } from '@mantine/core';
import { Link } from 'wouter';
import type { ReturnedChangeView } from '../../../../shared/api/contract/returned.ts';
import { ChangeWords } from './change-words.tsx';
import styles from './returned.module.css';

const kindWords: Record<ReturnedChangeView['kind'], string> = { changed: 'Sửa', added: 'Thêm', removed: 'Bỏ' };

type ChangeListProps = {
  changes: readonly ReturnedChangeView[];
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
};

export function ChangeList({ changes, chosen, onChoose }: ChangeListProps) {
  const takeable = changes.filter((change) => change.takeable);
  const rest = changes.filter((change) => !change.takeable);
  const all = takeable.length > 0 && chosen.length === takeable.length;
  const toggle = (id: string) => onChoose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <div className={styles.list}>
      {takeable.length > 0 ? (
        <>
          <Checkbox
            className={styles.all}
            label={`Chọn cả ${takeable.length} thay đổi`}
            checked={all}
            indeterminate={!all && chosen.length > 0}
            onChange={() => onChoose(all ? [] : takeable.map((change) => change.id))}
          />
          <ul className={styles.changes}>
            {takeable.map((change) => (
              <li key={change.id} className={styles.change}>
                <Checkbox
                  label={<ChangeName change={change} />}
                  checked={chosen.includes(change.id)}
                  onChange={() => toggle(change.id)}
                />
                <ChangeWords change={change} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {rest.length > 0 ? (
        <section aria-label="Không đưa vào được">
          <h3 className={styles.restTitle}>Không đưa vào được ({rest.length})</h3>
          <ul className={styles.changes}>
            {rest.map((change) => (
              <li key={change.id} className={styles.change}>
                <ChangeName change={change} />
                <ChangeWords change={change} />
                <p className="soft">
                  {change.why}{' '}
                  {change.taskId ? (
                    <Link className="text-link" href={`/viec-cua-toi/${change.taskId}`}>
                      Đến nhiệm vụ
                    </Link>
                  ) : null}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

const ChangeName = ({ change }: { change: ReturnedChangeView }) => (
  <span>
    <strong className={styles[change.kind]}>{kindWords[change.kind]}</strong> {change.where}
  </span>
);
