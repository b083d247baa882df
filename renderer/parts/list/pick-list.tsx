/** A list of which one is chosen by click or keys; only the lines in sight are drawn, so ten thousand scroll as ten do. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { placeAfterKey } from './list-keys.ts';
import styles from './pick-list.module.css';

export type PickListProps<Item> = {
  label: string;
  items: readonly Item[];
  idOf: (item: Item) => string;
  currentId: string | null;
  onPick: (id: string) => void;
  /** Height of a line before it is measured, in pixels. */
  estimate: number;
  /** Look of a line. */
  line?: string | undefined;
  children: (item: Item) => ReactNode;
};

export function PickList<Item>({
  label,
  items,
  idOf,
  currentId,
  onPick,
  estimate,
  line,
  children,
}: PickListProps<Item>) {
  const box = useRef<HTMLDivElement>(null);
  const own = useId();
  const optionId = (id: string): string => `${own}-${id}`;
  const place = items.findIndex((item) => idOf(item) === currentId);
  const lines = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => estimate,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : idOf(item);
    },
    overscan: 8,
  });
  useEffect(() => {
    if (place >= 0) lines.scrollToIndex(place);
  }, [place, lines]);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to = items[placeAfterKey(event.key, place, items.length) ?? -1];
    if (to === undefined) return;
    event.preventDefault();
    onPick(idOf(to));
  };
  return (
    <div
      ref={box}
      className={styles.scroll}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={place < 0 || currentId === null ? undefined : optionId(currentId)}
      onKeyDown={press}
    >
      <div className={styles.list} style={{ height: lines.getTotalSize() }} role="presentation">
        {lines.getVirtualItems().map((drawn) => {
          const item = items[drawn.index];
          if (item === undefined) return null;
          const id = idOf(item);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the listbox's, which has the focus
            // biome-ignore lint/a11y/useFocusableInteractive: an option of aria-activedescendant is never focused itself
            <div
              key={drawn.key}
              id={optionId(id)}
              ref={lines.measureElement}
              data-index={drawn.index}
              role="option"
              aria-selected={id === currentId}
              aria-setsize={items.length}
              aria-posinset={drawn.index + 1}
              className={`${styles.option} ${line ?? ''}`}
              style={{ transform: `translateY(${drawn.start}px)` }}
              onClick={() => onPick(id)}
            >
              {children(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
