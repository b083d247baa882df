/** The changes of a Word file, in the order of the document; what both sides changed stands first, what cannot be taken over last. */
import { Button, Checkbox } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { Link } from 'wouter';
import type { ReturnedChangeView } from '../../../shared/api/contract/returned.ts';
import { placeAfterKey } from '../list/list-keys.ts';
import { ChangeWords } from './change-words.tsx';
import styles from './returned.module.css';

const kindWords: Record<ReturnedChangeView['kind'], string> = {
  changed: 'Sửa',
  added: 'Thêm',
  removed: 'Bỏ',
  moved: 'Chuyển chỗ',
};

type ChangeListProps = {
  changes: readonly ReturnedChangeView[];
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
};

export function ChangeList({ changes, chosen, onChoose }: ChangeListProps) {
  const list = useRef<HTMLDivElement>(null);
  const takeable = changes.filter((change) => change.takeable);
  const conflicts = takeable.filter((change) => change.conflict !== null);
  const plain = takeable.filter((change) => change.conflict === null);
  const rest = changes.filter((change) => !change.takeable);
  const toggle = (id: string) => onChoose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  // Arrows walk from change to change, as in every list; the space bar chooses, as in every check box.
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('li input[type=checkbox]') ?? [])];
    const place = boxes.indexOf(document.activeElement as HTMLInputElement);
    const to = placeAfterKey(event.key, place, boxes.length);
    if (to === null || (place < 0 && event.target !== list.current)) return;
    event.preventDefault();
    boxes[to]?.focus();
    boxes[to]?.closest('li')?.scrollIntoView({ block: 'nearest' });
  };
  const items = (group: readonly ReturnedChangeView[]) => (
    <ul className={styles.changes}>
      {group.map((change) => (
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
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys act on the check boxes inside, which have the focus
    <div className={styles.list} ref={list} onKeyDown={walk}>
      {takeable.length > 0 ? (
        <div className={styles.all}>
          <Button
            size="xs"
            disabled={chosen.length === takeable.length}
            onClick={() => onChoose(takeable.map((change) => change.id))}
          >
            Chọn hết {takeable.length}
          </Button>
          <Button size="xs" disabled={chosen.length === 0} onClick={() => onChoose([])}>
            Bỏ chọn hết
          </Button>
          <span className="soft">↑ ↓ đi từng chỗ, phím cách để chọn</span>
        </div>
      ) : null}
      {conflicts.length > 0 ? (
        <section aria-label="Chương trình cũng đã đổi">
          <h3 className={styles.groupTitle}>Chương trình cũng đã đổi ({conflicts.length})</h3>
          <p className="soft">
            Từ lúc xuất ra, chỗ này vừa được sửa ở đây vừa được sửa trong Word. Chọn thì lấy chữ trong Word.
          </p>
          {items(conflicts)}
        </section>
      ) : null}
      {plain.length > 0 ? items(plain) : null}
      {rest.length > 0 ? (
        <section aria-label="Không đưa vào được">
          <h3 className={styles.groupTitle}>Không đưa vào được ({rest.length})</h3>
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
