/** The officer's tasks as one list for the keyboard: J and K or the arrows walk, 1 to 4 tell the state, Enter goes to the words. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { WindowView } from '../../../shared/api/contract/office.ts';
import type { ProgressState } from '../../../shared/api/contract/plans.ts';
import type { WorkItem } from '../../../shared/api/contract/work.ts';
import { roleWords } from '../../../shared/office/roles.ts';
import { reasonOf, standingOfRow, urgencyWords } from '../../../shared/overview/cell.ts';
import { entryOf } from '../../../shared/report/gather.ts';
import { saver } from '../../data/saver/saving.ts';
import { askLateReason } from '../../parts/late-reason.tsx';
import { placeAfterKey } from '../../parts/list/list-keys.ts';
import { draftNow } from '../../state/drafts.ts';
import { Pane } from '../../ui/page.tsx';
import { Shortcut } from '../../ui/shortcut.tsx';
import { TaskStateBadge, type TaskStateName } from '../../ui/state-badge.tsx';
import { entryField } from './entry-field.ts';
import { formFromText, formOf, stateWords, textOfForm } from './progress-form.ts';
import { standingOf, urgencyOfItem } from './work-list.ts';
import styles from './work-list-pane.module.css';

/** The states in the order of the keys 1 to 4. */
export const stateKeys: readonly ProgressState[] = ['chua', 'dang-lam', 'xong', 'khong-phat-sinh'];

export type WorkListPaneProps = {
  shown: readonly WorkItem[];
  currentId: string | null;
  planId: string;
  window: WindowView;
  today: string;
  /** Nobody said who is working here: the list is empty for that reason. */
  nobody: boolean;
  /** The window is locked: a state told by key asks for the reason first. */
  locked: boolean;
  onPick: (item: WorkItem) => void;
  /** A task was pressed with the mouse: in a narrow window its pane stands below the list and wants to be brought into sight. */
  onPress: () => void;
  /** Enter: on to the words of the chosen task. */
  onEnter: () => void;
};

export function WorkListPane({
  shown,
  currentId,
  planId,
  window,
  today,
  nobody,
  locked,
  onPick,
  onPress,
  onEnter,
}: WorkListPaneProps) {
  const current = shown.find((item) => item.id === currentId) ?? null;
  const box = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when another task is chosen
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  const tell = async (item: WorkItem, state: ProgressState) => {
    const { key, about, now } = entryField(item, window.id, planId);
    const typed = () => formFromText(draftNow(key)?.text ?? '') ?? formOf(entryOf(item));
    const known = typed().lateReason;
    const asked = locked && known.trim() === '' ? await askLateReason(`Ghi “${stateWords[state]}”`) : '';
    if (asked === null) return;
    saver.type(key, textOfForm({ ...typed(), state, lateReason: asked || known }), about, now);
    void saver.save(key);
    box.current?.focus();
  };

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const place = shown.findIndex((item) => item.id === currentId);
    const to = shown[placeAfterKey(event.key, place, shown.length) ?? -1];
    const state = stateKeys[Number(/^(?:Digit|Numpad)([1-4])$/.exec(event.code)?.[1] ?? 0) - 1];
    if (to) onPick(to);
    else if (state && current) void tell(current, state);
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
  };

  return (
    <Pane
      label="Danh sách việc"
      foot={
        <span className={styles.keys}>
          <Shortcut keys="J" /> <Shortcut keys="K" /> việc sau, trước · <Shortcut keys="1" />…<Shortcut keys="4" />{' '}
          trạng thái · <Shortcut keys="Enter" /> ghi chữ
        </span>
      }
    >
      {/* Above the list: out of sight below it, it would lengthen the page. */}
      <div className="visually-hidden" role="status">
        {current ? `Trạng thái: ${stateWords[entryOf(current)?.state ?? 'chua']}` : ''}
      </div>
      {nobody ? <p className={styles.nobody}>Chọn tên của anh/chị ở góc trên để thấy việc được giao.</p> : null}
      <div
        ref={box}
        className={styles.list}
        role="listbox"
        tabIndex={0}
        aria-label="Việc của tôi"
        aria-activedescendant={current ? optionId(current.id) : undefined}
        onKeyDown={press}
      >
        {shown.map((item, index) => (
          <Line
            key={item.id}
            item={item}
            head={headOf(shown, index, window, today)}
            reason={reasonOf(standingOfRow(item), window, today, item.due?.why)}
            chosen={item.id === currentId}
            onPick={() => {
              onPick(item);
              onPress();
            }}
          />
        ))}
      </div>
    </Pane>
  );
}

/** Named where the urgency begins; a task just finished stays where it stood, so that a head may come back further down. */
function headOf(shown: readonly WorkItem[], at: number, window: WindowView, today: string): string | null {
  const of = (item: WorkItem | undefined) => item && urgencyOfItem(item, window, today);
  const urgency = of(shown[at]);
  return urgency === undefined || urgency === of(shown[at - 1]) ? null : urgencyWords[urgency];
}

const optionId = (taskId: string): string => `viec-${taskId}`;

function Line({
  item,
  head,
  reason,
  chosen,
  onPick,
}: {
  item: WorkItem;
  /** Words above the first task of each urgency. */
  head: string | null;
  reason: string;
  chosen: boolean;
  onPick: () => void;
}) {
  return (
    <>
      {head === null ? null : (
        <div className={styles.area} role="presentation">
          {head}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the listbox's, which has the focus */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: an option of aria-activedescendant is never focused itself */}
      <div id={optionId(item.id)} role="option" aria-selected={chosen} className={styles.line} onClick={onPick}>
        <span className={styles.text}>{item.text}</span>
        <span className={styles.side}>
          <StandingBadge item={item} />
          {item.evidenceCount > 0 ? <span className="soft numbers">{item.evidenceCount} minh chứng</span> : null}
        </span>
        <span className={styles.under}>
          {[
            reason,
            item.role === 'executor' || item.role === 'support' ? roleWords[item.role] : '',
            [item.areaNo, item.componentName || item.areaName].filter(Boolean).join('. '),
            item.time,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
    </>
  );
}

const badges: Record<ProgressState, TaskStateName> = {
  chua: 'none',
  'dang-lam': 'working',
  xong: 'done',
  'khong-phat-sinh': 'nothingArose',
};

function StandingBadge({ item }: { item: WorkItem }) {
  if (standingOf(item) === 'unproven') return <TaskStateBadge state="due">Xong, thiếu minh chứng</TaskStateBadge>;
  return <TaskStateBadge state={badges[entryOf(item)?.state ?? 'chua']} />;
}
