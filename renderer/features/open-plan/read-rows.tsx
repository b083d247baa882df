/** The rows that were read, area by area, each with its doubts; only what is in sight is drawn. */

import { Button } from '@mantine/core';
import { IconTableOff } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { ReadPlan } from '../../../shared/plan/read-plan.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { TextAction } from '../../ui/note.tsx';
import { FieldNote, keptReason, TaskNote } from './change-notes.tsx';
import { changedTasks, changedValue } from './changed-words.tsx';
import { OldWords, Tag } from './diff-words.tsx';
import { DoubtNote } from './doubt-note.tsx';
import { doubtsAbout, ownerRow, rowValue, withRowValue } from './logic/corrections.ts';
import { type DoubtRef, listDoubts } from './logic/doubts.ts';
import { type FieldValue, isListField, type RowField, rowFieldNamed, rowFieldWords, toText } from './logic/fields.ts';
import { placeOf } from './logic/source-link.ts';
import { type ChangeIndex, type LostGroup, rowFieldChange, withKeptRow } from './logic/update.ts';
import { marksOf } from './marks.ts';
import { editField, ReadField } from './read-field.tsx';
import styles from './read-pane.module.css';
import { type Review, useReview } from './review-store.ts';

type Item =
  | { kind: 'notes'; row: -1 }
  | { kind: 'area'; row: number }
  | { kind: 'row'; row: number }
  | { kind: 'lost'; row: number; lost: LostGroup };

/** Longest line the plan keeps, by field; lists are bounded by entry on the server. */
const longest: Partial<Record<RowField, number>> = {
  no: 10,
  dimension: 300,
  component: 500,
  lead: 300,
  time: 300,
  note: 2000,
};

type ReadRowsProps = { review: Review; index: ChangeIndex | null; onColumns: () => void };

export function ReadRows({ review, index, onColumns }: ReadRowsProps) {
  const { read, selection, doubtKey, onlyChanged } = review;
  const box = useRef<HTMLDivElement>(null);
  const doubts = useMemo(() => doubtsByRow(read.rows.length, listDoubts(read)), [read]);
  const ofTable = useMemo(() => listDoubts(read).filter((ref) => ref.tab === 'annex' && ref.row === null), [read]);
  const items = useMemo<Item[]>(
    () => [...(ofTable.length > 0 ? [{ kind: 'notes', row: -1 } as const] : []), ...itemsOf(read, index, onlyChanged)],
    [read, ofTable, index, onlyChanged],
  );
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: (at) => (items[at]?.kind === 'area' ? 42 : 260),
    overscan: 4,
  });

  const target = selection?.target?.tab === 'annex' ? selection.target : null;
  const follow = selection?.from === 'source';
  useEffect(() => {
    if (!target || !follow) return;
    const at = items.findIndex((item) => item.kind === 'row' && item.row === target.row);
    if (at >= 0) virtual.scrollToIndex(at, { align: 'start' });
  }, [target, follow, items, virtual]);
  // A doubt stepped to with F8: its row is drawn first, then the note itself comes into sight.
  useEffect(() => {
    const ref = listDoubts(read).find((each) => each.key === doubtKey);
    if (ref?.tab !== 'annex') return;
    const at = items.findIndex(
      (item) => (item.kind === 'notes' || item.kind === 'row') && item.row === (ref.row ?? -1),
    );
    let tries = 12;
    let frame = 0;
    const bring = () => {
      const note = box.current?.querySelector(`[data-doubt="${ref.key}"]`);
      if (note) note.scrollIntoView({ block: 'nearest' });
      else if (at >= 0) virtual.scrollToIndex(at, { align: 'start' });
      tries -= 1;
      if (tries > 0 && !note) frame = requestAnimationFrame(bring);
    };
    frame = requestAnimationFrame(bring);
    return () => cancelAnimationFrame(frame);
  }, [doubtKey, read, items, virtual]);

  if (read.rows.length === 0)
    return (
      <EmptyState
        icon={IconTableOff}
        size="small"
        title="Không đọc được bảng nhiệm vụ nào trong tệp."
        action={read.columns.length > 0 ? <Button onClick={onColumns}>Chọn ý nghĩa các cột…</Button> : undefined}
      >
        {read.columns.length > 0
          ? 'Trong tệp có một bảng nhưng chưa hiểu tên các cột.'
          : 'Vẫn giữ được phần lời. Nếu phụ lục nằm ở tệp riêng, hãy mở tệp đó.'}
      </EmptyState>
    );
  return (
    <div ref={box} className={styles.scroll}>
      <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((place) => {
          const item = items[place.index];
          if (!item) return null;
          return (
            <div
              key={place.key}
              ref={virtual.measureElement}
              data-index={place.index}
              className={styles.item}
              style={{ top: place.start }}
            >
              {item.kind === 'notes' ? (
                <div className={styles.padded}>
                  {ofTable.map((ref) => (
                    <DoubtNote key={ref.key} review={review} refOf={ref} />
                  ))}
                </div>
              ) : item.kind === 'area' ? (
                <AreaHead review={review} row={item.row} index={index} />
              ) : item.kind === 'lost' ? (
                <LostRow review={review} lost={item.lost} />
              ) : (
                <RowCard review={review} row={item.row} doubts={doubts[item.row] ?? []} index={index} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Rows below the heads of their areas, what the file lost where it stood; only what differs when that is wished. */
function itemsOf(read: ReadPlan, index: ChangeIndex | null, onlyChanged: boolean): Item[] {
  const lostBehind = (row: number): Item[] =>
    (index?.lostGroups(row) ?? []).map((lost) => ({ kind: 'lost', row, lost }) as const);
  const items: Item[] = lostBehind(-1);
  let headed = -1;
  read.rows.forEach((_, row) => {
    const owner = ownerRow(read, row, 'dimension');
    const shown = !onlyChanged || !index || index.mark(row) !== null;
    const lost = lostBehind(row);
    if ((shown || lost.length > 0) && headed !== owner) {
      items.push({ kind: 'area', row: owner });
      headed = owner;
    }
    if (shown) items.push({ kind: 'row', row });
    items.push(...lost);
  });
  return items;
}

function doubtsByRow(rows: number, refs: readonly DoubtRef[]): DoubtRef[][] {
  const found: DoubtRef[][] = Array.from({ length: rows }, () => []);
  for (const ref of refs) if (ref.row !== null) found[ref.row]?.push(ref);
  return found;
}

type RowProps = { review: Review; row: number; index: ChangeIndex | null };

function AreaHead({ review, row, index }: RowProps) {
  const area = index?.area(row);
  return (
    <div className={styles.area}>
      <div className={styles.areaNo}>
        <RowValue review={review} row={row} field="no" index={index} />
      </div>
      <div className={styles.areaName}>
        <RowValue review={review} row={row} field="dimension" index={index} />
        {area?.state === 'added' ? <Tag tone="new">lĩnh vực mới</Tag> : null}
        <RowFieldNote review={review} row={row} field="dimension" index={index} />
      </div>
    </div>
  );
}

function RowCard({ review, row, doubts, index }: RowProps & { doubts: readonly DoubtRef[] }) {
  const { read, selection } = review;
  const card = useRef<HTMLElement>(null);
  const original = read.rows[row];
  const selected = selection?.target?.tab === 'annex' && selection.target.row === row;
  if (!original) return null;
  const tasks = original.sharesWith === null ? ['tasks', 'results', 'lead', 'executors', 'time'] : [];
  const noteShown = original.note || (index && rowFieldChange(index, row, 'note'));
  const shown = ['component', ...tasks, ...(noteShown ? ['note'] : [])] as RowField[];
  const isShown = (ref: DoubtRef) => shown.some((field) => field === rowFieldNamed(ref.doubt.field));
  const note = (ref: DoubtRef, field: RowField | null) => (
    <DoubtNote
      key={ref.key}
      review={review}
      refOf={ref}
      onEdit={field ? () => editField(card.current, rowFieldWords[field]) : undefined}
    />
  );
  const mark = index?.mark(row) ?? null;
  return (
    <article
      ref={card}
      className={`${styles.row} ${selected ? styles.selectedRow : ''}`}
      aria-label={`Hàng ${row + 1}`}
      tabIndex={-1}
      data-read-selected={selected || undefined}
    >
      <div className={styles.rowHead}>
        <span>
          Hàng {row + 1} / {read.rows.length}
        </span>
        <span>
          {mark === 'added' ? <Tag tone="new">hàng mới</Tag> : null}
          {mark === 'changed' ? <Tag tone="plain">có chỗ khác</Tag> : null}
          {index?.group(row)?.moved ? <Tag tone="plain">chuyển chỗ</Tag> : null}
        </span>
      </div>
      <KeyValues
        narrow
        items={shown.map((field) => ({
          id: field,
          name: nameOf(review, row, field),
          value: (
            <>
              <RowValue review={review} row={row} field={field} index={index} />
              <RowFieldNote review={review} row={row} field={field} index={index} />
              {field === 'tasks' ? <TaskNotes review={review} row={row} index={index} /> : null}
              {doubts.filter((ref) => rowFieldNamed(ref.doubt.field) === field).map((ref) => note(ref, field))}
            </>
          ),
        }))}
      />
      {original.sharesWith === null ? null : (
        <div className={styles.shares}>
          Ô nhiệm vụ gộp với hàng {original.sharesWith + 1}: dùng chung nhiệm vụ, kết quả, chủ trì và thời gian của hàng
          đó.
        </div>
      )}
      {doubts.filter((ref) => !isShown(ref)).map((ref) => note(ref, null))}
    </article>
  );
}

/** A row of the kept plan that the file lost. */
function LostRow({ review, lost: { group, tasks } }: { review: Review; lost: LostGroup }) {
  const decide = useReview((state) => state.decide);
  const { corrections } = review;
  const ids = [group.id, ...tasks.map(({ id }) => id)].flatMap((id) => id ?? []);
  const chosen = corrections.update?.keepRemoved.some((id) => ids.includes(id)) ?? false;
  const goes = group.state === 'removed';
  return (
    <article className={`${styles.row} ${styles.lostRow}`} aria-label={`Hàng tệp không còn: ${group.words}`}>
      <div className={styles.rowHead}>
        <span>Trong Sổ Việc, tệp không còn</span>
        <span>
          <Tag tone={goes ? 'old' : 'plain'}>{goes ? 'sẽ bỏ' : 'vẫn giữ'}</Tag>
        </span>
      </div>
      <div className={styles.lostWords}>{group.words}</div>
      <ul className={styles.lostTasks}>
        {tasks.map(({ id, words, state, why }) => (
          <li key={id}>
            {state === 'removed' ? <OldWords text={words} /> : words}
            {state === 'kept' && why !== 'chosen' ? <span className="soft"> {keptReason(why)}</span> : null}
          </li>
        ))}
      </ul>
      <div>
        {goes || tasks.some(({ state }) => state === 'removed') ? (
          <TextAction onClick={() => decide(withKeptRow(corrections, ids, true))}>Giữ lại hàng này</TextAction>
        ) : chosen ? (
          <TextAction onClick={() => decide(withKeptRow(corrections, ids, false))}>Thôi, bỏ theo tệp</TextAction>
        ) : null}
      </div>
    </article>
  );
}

/** What a field of the row that a person changed in the plan asks for. */
function RowFieldNote({ review, row, field, index }: RowProps & { field: RowField }) {
  const found = index && rowFieldChange(index, row, field);
  if (!found || found.record.id === null) return null;
  return <FieldNote review={review} id={found.record.id} change={found.change} />;
}

function TaskNotes({ review, row, index }: RowProps) {
  if (!index) return null;
  const items = rowValue(review.read, review.corrections, row, 'tasks').length;
  const present = Array.from({ length: items }, (_, item) => index.task(row, item)).filter((task) => task !== null);
  return [...present, ...index.lostTasks(row)].map((task) => (
    <TaskNote key={`${task.id} ${task.item}`} review={review} task={task} />
  ));
}

/** "Nhiệm vụ (9)": how many were told apart is a reading worth checking. */
function nameOf({ read, corrections }: Review, row: number, field: RowField): string {
  const value = rowValue(read, corrections, row, field);
  return typeof value === 'string' || value.length < 2
    ? rowFieldWords[field]
    : `${rowFieldWords[field]} (${value.length})`;
}

function RowValue({ review, row, field, index }: RowProps & { field: RowField }) {
  const { read, corrections, selection } = review;
  const decide = useReview((state) => state.decide);
  const show = useReview((state) => state.show);
  const owner = ownerRow(read, row, field);
  const target = selection?.target?.tab === 'annex' ? selection.target : null;
  const value = rowValue(read, corrections, row, field);
  return (
    <ReadField
      label={rowFieldWords[field]}
      value={value}
      changed={index && changedCell(index, row, field, value)}
      list={isListField(field)}
      numbered={field === 'tasks'}
      marks={marksOf(review, doubtsAbout(read, row, field))}
      byHand={corrections.rows[owner]?.[field] !== undefined}
      selected={target?.row === row && target.field === field}
      maxLength={longest[field]}
      onSelect={() => {
        const here = { tab: 'annex', row, field } as const;
        show({ selection: { target: here, place: placeOf(read, here), from: 'read' } });
      }}
      onChange={(value) => decide(withRowValue(read, corrections, row, field, value))}
      check={(text) =>
        field === 'dimension' && toText(text).trim() === ''
          ? 'Tên lĩnh vực không để trống: bảng làm việc xếp theo lĩnh vực.'
          : null
      }
    />
  );
}

function changedCell(index: ChangeIndex, row: number, field: RowField, value: FieldValue): ReactNode | null {
  if (field === 'tasks') return changedTasks(index, row, typeof value === 'string' ? [value] : value);
  return changedValue(rowFieldChange(index, row, field)?.change);
}
