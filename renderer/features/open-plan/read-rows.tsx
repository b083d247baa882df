/** The rows that were read, area by area, each with its doubts; only what is in sight is drawn. */

import { IconTableOff } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { DoubtNote } from './doubt-note.tsx';
import { doubtsAbout, ownerRow, rowValue, withRowValue } from './logic/corrections.ts';
import { type DoubtRef, listDoubts } from './logic/doubts.ts';
import { isListField, type RowField, rowFieldNamed, rowFieldWords, toText } from './logic/fields.ts';
import { placeOf } from './logic/source-link.ts';
import { marksOf } from './marks.ts';
import { editField, ReadField } from './read-field.tsx';
import styles from './read-pane.module.css';
import { type Review, useReview } from './review-store.ts';

type Item = { kind: 'notes'; row: -1 } | { kind: 'area'; row: number } | { kind: 'row'; row: number };

/** Longest line the plan keeps, by field; lists are bounded by entry on the server. */
const longest: Partial<Record<RowField, number>> = {
  no: 10,
  dimension: 300,
  component: 500,
  lead: 300,
  time: 300,
  note: 2000,
};

export function ReadRows({ review }: { review: Review }) {
  const { read, selection, doubtKey } = review;
  const box = useRef<HTMLDivElement>(null);
  const doubts = useMemo(() => doubtsByRow(read.rows.length, listDoubts(read)), [read]);
  const ofTable = useMemo(() => listDoubts(read).filter((ref) => ref.tab === 'annex' && ref.row === null), [read]);
  const items = useMemo<Item[]>(() => {
    const rows = read.rows.flatMap((_, row): Item[] =>
      ownerRow(read, row, 'dimension') === row
        ? [
            { kind: 'area', row },
            { kind: 'row', row },
          ]
        : [{ kind: 'row', row }],
    );
    return ofTable.length > 0 ? [{ kind: 'notes', row: -1 }, ...rows] : rows;
  }, [read, ofTable]);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (items[index]?.kind === 'row' ? 260 : 42),
    overscan: 4,
  });

  const target = selection?.target?.tab === 'annex' ? selection.target : null;
  const follow = selection?.from === 'source';
  useEffect(() => {
    if (!target || !follow) return;
    const index = items.findIndex((item) => item.kind === 'row' && item.row === target.row);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'start' });
  }, [target, follow, items, virtual]);
  // A doubt stepped to with F8: its row is drawn first, then the note itself comes into sight.
  useEffect(() => {
    const ref = listDoubts(read).find((each) => each.key === doubtKey);
    if (ref?.tab !== 'annex') return;
    const index = items.findIndex((item) => item.kind !== 'area' && item.row === (ref.row ?? -1));
    let tries = 12;
    let frame = 0;
    const bring = () => {
      const note = box.current?.querySelector(`[data-doubt="${ref.key}"]`);
      if (note) note.scrollIntoView({ block: 'nearest' });
      else virtual.scrollToIndex(index, { align: 'start' });
      tries -= 1;
      if (tries > 0 && !note) frame = requestAnimationFrame(bring);
    };
    frame = requestAnimationFrame(bring);
    return () => cancelAnimationFrame(frame);
  }, [doubtKey, read, items, virtual]);

  if (read.rows.length === 0)
    return (
      <EmptyState icon={IconTableOff} size="small" title="Không đọc được bảng nhiệm vụ nào trong tệp.">
        Vẫn giữ được phần lời. Nếu phụ lục nằm ở tệp riêng, hãy mở tệp đó.
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
                <AreaHead review={review} row={item.row} />
              ) : (
                <RowCard review={review} row={item.row} doubts={doubts[item.row] ?? []} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function doubtsByRow(rows: number, refs: readonly DoubtRef[]): DoubtRef[][] {
  const found: DoubtRef[][] = Array.from({ length: rows }, () => []);
  for (const ref of refs) if (ref.row !== null) found[ref.row]?.push(ref);
  return found;
}

function AreaHead({ review, row }: { review: Review; row: number }) {
  return (
    <div className={styles.area}>
      <div className={styles.areaNo}>
        <RowValue review={review} row={row} field="no" />
      </div>
      <div className={styles.areaName}>
        <RowValue review={review} row={row} field="dimension" />
      </div>
    </div>
  );
}

function RowCard({ review, row, doubts }: { review: Review; row: number; doubts: readonly DoubtRef[] }) {
  const { read, selection } = review;
  const card = useRef<HTMLElement>(null);
  const original = read.rows[row];
  const selected = selection?.target?.tab === 'annex' && selection.target.row === row;
  if (!original) return null;
  const tasks = original.sharesWith === null ? ['tasks', 'results', 'lead', 'executors', 'time'] : [];
  const shown = ['component', ...tasks, ...(original.note ? ['note'] : [])] as RowField[];
  const isShown = (ref: DoubtRef) => shown.some((field) => field === rowFieldNamed(ref.doubt.field));
  const note = (ref: DoubtRef, field: RowField | null) => (
    <DoubtNote
      key={ref.key}
      review={review}
      refOf={ref}
      onEdit={field ? () => editField(card.current, rowFieldWords[field]) : undefined}
    />
  );
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
      </div>
      <KeyValues
        narrow
        items={shown.map((field) => ({
          id: field,
          name: nameOf(review, row, field),
          value: (
            <>
              <RowValue review={review} row={row} field={field} />
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

/** "Nhiệm vụ (9)": how many were told apart is a reading worth checking. */
function nameOf({ read, corrections }: Review, row: number, field: RowField): string {
  const value = rowValue(read, corrections, row, field);
  return typeof value === 'string' || value.length < 2
    ? rowFieldWords[field]
    : `${rowFieldWords[field]} (${value.length})`;
}

function RowValue({ review, row, field }: { review: Review; row: number; field: RowField }) {
  const { read, corrections, selection } = review;
  const decide = useReview((state) => state.decide);
  const show = useReview((state) => state.show);
  const owner = ownerRow(read, row, field);
  const target = selection?.target?.tab === 'annex' ? selection.target : null;
  return (
    <ReadField
      label={rowFieldWords[field]}
      value={rowValue(read, corrections, row, field)}
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
