/** "Tìm mọi thứ" (Ctrl+K): one box over the whole office; what is found is grouped, shows the place that matched, and opens its screen. */
import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { contract } from '../../shared/api/contract/contract.ts';
import type { FoundGroup, FoundItem } from '../../shared/api/contract/finding.ts';
import { useData } from '../data/cache.ts';
import { formatCount } from '../ui/format.ts';
import styles from './find-dialog.module.css';

const groupNames: Record<FoundGroup, string> = {
  'ke-hoach': 'Kế hoạch',
  'nhiem-vu': 'Nhiệm vụ',
  'minh-chung': 'Minh chứng',
  'hoat-dong': 'Hoạt động',
  'van-ban': 'Văn bản',
};

export function FindDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Tìm mọi thứ"
      size="46rem"
      yOffset="6vh"
      transitionProps={{ duration: 0 }}
    >
      {opened ? <Finder onClose={onClose} /> : null}
    </Modal>
  );
}

/** A query this short would list half the office. */
const shortest = 2;

function Finder({ onClose }: { onClose: () => void }) {
  const [, go] = useLocation();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim().slice(0, 200), 120);
  const [place, setPlace] = useState(0);
  const list = useId();
  const box = useRef<HTMLInputElement>(null);
  // At once, not after the dialog has faded in: the first letters typed behind Ctrl+K belong here.
  useLayoutEffect(() => box.current?.focus(), []);
  const { data } = useData(contract.finding.find, asked.length >= shortest ? { query: { q: asked } } : null);
  const groups = asked.length >= shortest ? (data?.groups ?? []) : [];
  const items = groups.flatMap((group) => group.items);
  const optionId = (at: number) => `${list}-${at}`;
  useEffect(() => {
    document.getElementById(`${list}-${place}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, place]);
  const open = (item: FoundItem | undefined) => {
    if (!item) return;
    onClose();
    go(item.to);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const to = { ArrowDown: place + 1, ArrowUp: place - 1, PageDown: place + 6, PageUp: place - 6 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setPlace(Math.max(0, Math.min(items.length - 1, to)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(items[place]);
    }
  };
  let at = -1;
  return (
    <div className={styles.finder}>
      <TextInput
        ref={box}
        aria-label="Tìm kế hoạch, nhiệm vụ, minh chứng, hoạt động, văn bản"
        placeholder="Gõ không dấu cũng được: tthc, niem yet, so 12…"
        leftSection={<IconSearch size="1.125rem" aria-hidden />}
        size="md"
        maxLength={200}
        data-autofocus
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={list}
        aria-activedescendant={items.length > 0 ? optionId(place) : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setPlace(0);
        }}
        onKeyDown={press}
      />
      <div className={styles.results} id={list} role="listbox" aria-label="Kết quả tìm">
        {groups.map(({ group, items: found }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options of this listbox
          <div key={group} role="group" aria-labelledby={`${list}-${group}`}>
            <div id={`${list}-${group}`} className={styles.group}>
              {groupNames[group]}
            </div>
            {found.map((item) => {
              at += 1;
              const mine = at;
              return (
                <FoundOption
                  key={`${item.id}/${item.insideFile}`}
                  id={optionId(mine)}
                  item={item}
                  chosen={mine === place}
                  onOpen={() => open(item)}
                  onPoint={() => setPlace(mine)}
                />
              );
            })}
          </div>
        ))}
      </div>
      <p className={styles.state} role="status">
        {asked.length < shortest
          ? 'Tìm cả chữ bên trong tệp Word, Excel, PDF đã lưu; chữ viết tắt (TTHC, UBND) và chữ đầy đủ tìm được lẫn nhau.'
          : data && items.length === 0
            ? 'Không có gì khớp. Thử ít chữ hơn.'
            : items.length > 0
              ? `${formatCount(items.length)} kết quả; ↑ ↓ để chọn, Enter để mở.`
              : ''}
        {data && data.unreadFiles > 0 ? ` Còn ${formatCount(data.unreadFiles)} tệp chưa đọc xong chữ bên trong.` : ''}
      </p>
    </div>
  );
}

type FoundOptionProps = { id: string; item: FoundItem; chosen: boolean; onOpen: () => void; onPoint: () => void };

function FoundOption({ id, item, chosen, onOpen, onPoint }: FoundOptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's, which has the focus
    // biome-ignore lint/a11y/useFocusableInteractive: an option of aria-activedescendant is never focused itself
    <div id={id} role="option" aria-selected={chosen} className={styles.item} onClick={onOpen} onMouseMove={onPoint}>
      <span className={styles.title}>{item.title}</span>
      {item.context ? <span className={styles.context}>{item.context}</span> : null}
      {item.snippet.text !== item.title || item.snippet.marks.length > 0 ? (
        <span className={styles.snippet}>
          {item.insideFile ? <span className="soft">Trong tệp: </span> : null}
          <Marked text={item.snippet.text} marks={item.snippet.marks} />
        </span>
      ) : null}
    </div>
  );
}

function Marked({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  let from = 0;
  const parts = marks.flatMap(([start, end]) => {
    const plain = text.slice(from, start);
    from = end;
    return [plain, <mark key={start}>{text.slice(start, end)}</mark>];
  });
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}
