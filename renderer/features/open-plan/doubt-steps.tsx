/** The walk through the doubtful places, and deciding many of them with one asked-for press. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { formatCount } from '../../ui/format.ts';
import { dialogOpen } from '../../ui/keyboard.ts';
import { showUndoToast } from '../../ui/toast.tsx';
import { decideAll, decisionOn } from './logic/corrections.ts';
import { canBeChanged, listDoubts, stepDoubt } from './logic/doubts.ts';
import { placeOf } from './logic/source-link.ts';
import styles from './open-plan.module.css';
import { type Review, useReview } from './review-store.ts';

/** How many places want a look, and the way from one to the next (F8, Shift+F8). */
export function DoubtSteps({ review }: { review: Review }) {
  const { read, corrections, doubtKey } = review;
  const show = useReview((state) => state.show);
  const decide = useReview((state) => state.decide);
  const refs = listDoubts(read);
  const open = useMemo(
    () => refs.filter((ref) => decisionOn(read, ref, corrections) === null),
    [refs, read, corrections],
  );
  const offers = open.filter(canBeChanged);

  const step = (way: 1 | -1) => {
    const ref = stepDoubt(refs, doubtKey, way);
    if (!ref) return;
    const place = ref.doubt.place;
    const target =
      ref.tab === 'annex' && ref.row !== null
        ? ({ tab: 'annex', row: ref.row, field: null } as const)
        : ref.path !== null
          ? ({ tab: 'body', path: ref.path } as const)
          : null;
    show({
      tab: ref.tab,
      doubtKey: ref.key,
      selection: { target, place: place ?? (target ? placeOf(read, target) : null), from: 'read' },
    });
  };
  const stepNow = useRef(step);
  stepNow.current = step;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.ctrlKey || event.altKey || dialogOpen()) return;
      event.preventDefault();
      stepNow.current(event.shiftKey ? -1 : 1);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);

  if (refs.length === 0) return <span className="soft">Không có chỗ nào nghi ngờ</span>;
  const at = refs.findIndex((ref) => ref.key === doubtKey);
  const decideMany = (change: boolean) => {
    const before = corrections;
    decide(decideAll(read, corrections, change ? offers : open, change ? 'change' : 'keep'));
    const words = change
      ? `Đã đổi ${formatCount(offers.length)} chỗ theo gợi ý.`
      : `Giữ nguyên ${formatCount(open.length)} chỗ như tệp.`;
    showUndoToast(words, () => useReview.getState().decide(before));
  };
  return (
    <div className={styles.doubtNav}>
      <span role="status">
        {at >= 0
          ? `Chỗ ${formatCount(at + 1)} / ${formatCount(refs.length)}`
          : `Chỗ cần xem: ${formatCount(refs.length)}`}
        {' · '}
        <span className={styles.doubtCount}>
          {open.length === 0 ? 'đã xem hết' : `còn ${formatCount(open.length)}`}
        </span>
      </span>
      <ActionIcon
        aria-label="Chỗ trước"
        title="Chỗ trước (Shift F8)"
        aria-keyshortcuts="Shift+F8"
        onClick={() => step(-1)}
      >
        <IconArrowUp size="1.125rem" />
      </ActionIcon>
      <ActionIcon aria-label="Chỗ sau" title="Chỗ sau (F8)" aria-keyshortcuts="F8" onClick={() => step(1)}>
        <IconArrowDown size="1.125rem" />
      </ActionIcon>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon aria-label="Quyết định nhiều chỗ một lần">
            <IconDots size="1.125rem" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={offers.length === 0} onClick={() => decideMany(true)}>
            Đổi {formatCount(offers.length)} chỗ còn lại theo gợi ý
          </Menu.Item>
          <Menu.Item disabled={open.length === 0} onClick={() => decideMany(false)}>
            Giữ nguyên {formatCount(open.length)} chỗ còn lại
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
