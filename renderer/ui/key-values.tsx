/** Names on the left, values on the right, as a real description list. */
import { Fragment, type ReactNode } from 'react';
import styles from './key-values.module.css';

export type KeyValue = { name: ReactNode; value: ReactNode; id?: string };

/** `narrow` gives the names less room, for side panes. Items with a null value are left away. */
export function KeyValues({
  items,
  narrow = false,
}: {
  items: readonly (KeyValue | null | false)[];
  narrow?: boolean;
}) {
  return (
    <dl className={`${styles.list} ${narrow ? styles.narrow : ''}`}>
      {items.map((item, index) =>
        item && item.value !== null ? (
          <Fragment key={item.id ?? index}>
            <dt>{item.name}</dt>
            <dd>{item.value}</dd>
          </Fragment>
        ) : null,
      )}
    </dl>
  );
}
