/** The year strip: tasks down, quarters across, today's line; only the rows in sight are drawn, all of them on paper. */
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { pieceWords } from '../../../shared/overview/cell.ts';
import {
  dueDayOf,
  placeOfDay,
  type StripCell,
  type StripRow,
  stripOf,
  stripWindows,
} from '../../../shared/overview/strip.ts';
import type { YearFacts, YearWindow } from '../../../shared/overview/year.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import { Printed } from '../../parts/printed.tsx';
import { Pane } from '../../ui/page.tsx';
import { Legend } from './count-bar.tsx';
import { lookOf } from './pieces.ts';
import styles from './year-tab.module.css';

type YearTabProps = { facts: YearFacts; today: string; toTask: (taskId: string) => void };

export function YearTab({ facts, today, toTask }: YearTabProps) {
  const rows = useMemo(() => stripOf(facts, today), [facts, today]);
  const windows = useMemo(() => stripWindows(facts.windows).map((at) => facts.windows[at]!), [facts]);
  const place = placeOfDay(windows, today);
  const [active, setActive] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (at) => (rows[at]?.kind === 'area' ? 36 : 48),
    overscan: 12,
  });
  const move = (to: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, to));
    setActive(next);
    list.scrollToIndex(next, { align: 'auto' });
  };
  const press = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 480) / 48) - 1);
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    const row = rows[active];
    if (to !== undefined) move(to);
    else if (event.key === 'Enter' && row?.kind === 'task') toTask(row.id);
    else return;
    event.preventDefault();
  };
  const tasks = rows.filter(({ kind }) => kind === 'task').length;
  return (
    <Pane
      title={`Cả năm ${facts.year}`}
      aside={
        <span className={styles.aside}>
          {tasks} nhiệm vụ
          <Button
            size="compact-sm"
            leftSection={<IconPrinter size="1rem" aria-hidden />}
            onClick={() => globalThis.print()}
          >
            In cả năm (A4 ngang)
          </Button>
        </span>
      }
    >
      <Legend />
      <div className={styles.strip} style={{ ['--across' as string]: windows.length }}>
        <Heads windows={windows} place={place} today={today} />
        <div
          ref={box}
          className={styles.scroll}
          role="listbox"
          aria-label="Dải năm"
          aria-activedescendant={rows[active] ? rowId(rows[active]) : undefined}
          tabIndex={0}
          onKeyDown={press}
        >
          <div className={styles.sized} style={{ height: list.getTotalSize() }}>
            {list.getVirtualItems().map(({ index, start, key }) => (
              <div
                key={key}
                ref={list.measureElement}
                data-index={index}
                className={styles.placed}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Line
                  row={rows[index]!}
                  at={index}
                  windows={windows}
                  place={place}
                  active={index === active}
                  onPress={() => setActive(index)}
                  onOpen={toTask}
                />
              </div>
            ))}
          </div>
        </div>
      </div>
      <PrintedStrip facts={facts} rows={rows} windows={windows} today={today} />
    </Pane>
  );
}

const rowId = (row: StripRow): string => `dai-${row.kind}-${row.id}`;

function Heads({ windows, place, today }: { windows: readonly YearWindow[]; place: number | null; today: string }) {
  return (
    <div className={styles.heads}>
      <span className={styles.headName}>Nhiệm vụ</span>
      <span className={styles.headWindows}>
        {windows.map((window) => (
          <span key={window.id} className={styles.head}>
            <strong>{window.label}</strong>
            <span className="soft">hạn {shortDate(dueDayOf(window))}</span>
          </span>
        ))}
        {place === null ? null : (
          <span
            className={styles.todayWords}
            data-near={place > 0.85 ? 'end' : place < 0.1 ? 'start' : undefined}
            style={{ left: `${place * 100}%` }}
          >
            hôm nay {shortDate(today)}
          </span>
        )}
      </span>
    </div>
  );
}

type LineProps = {
  row: StripRow;
  at: number;
  windows: readonly YearWindow[];
  place: number | null;
  active: boolean;
  onPress: () => void;
  onOpen: (taskId: string) => void;
};

function Line({ row, at, windows, place, active, onPress, onOpen }: LineProps) {
  const shared = {
    id: rowId(row),
    'aria-posinset': at + 1,
    'data-active': active || undefined,
  };
  if (row.kind === 'area')
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the listbox's, which has the focus
      // biome-ignore lint/a11y/useFocusableInteractive: an option of aria-activedescendant is never focused itself
      <div {...shared} role="option" aria-selected={active} className={styles.area} onClick={onPress}>
        {row.name} <span className="soft">({row.tasks})</span>
      </div>
    );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the listbox's, which has the focus
    // biome-ignore lint/a11y/useFocusableInteractive: an option of aria-activedescendant is never focused itself
    <div
      {...shared}
      role="option"
      aria-selected={active}
      className={styles.line}
      onClick={onPress}
      onDoubleClick={() => onOpen(row.id)}
    >
      <span className={styles.name} title={`${row.task.text}\n${row.task.time}`}>
        <span className={styles.text}>{row.task.text}</span>
        <span className={`${styles.time} soft`}>{[row.task.lead, row.task.time].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={styles.cells}>
        {row.cells.map((cell, place) => (
          <Cell key={cell.windowId} cell={cell} label={windows[place]?.label ?? ''} />
        ))}
        {place === null ? null : <span className={styles.today} style={{ left: `${place * 100}%` }} aria-hidden />}
      </span>
    </div>
  );
}

function Cell({ cell, label }: { cell: StripCell; label: string }) {
  const look = lookOf.get(cell.piece);
  const day = cell.by === null ? '' : shortDate(cell.by).replace(/\/\d{4}$/, '');
  return (
    <span className={styles.cell}>
      <span className="visually-hidden">
        {`${label}: ${pieceWords[cell.piece]}${cell.by === null ? '' : `, hạn ${shortDate(cell.by)}`}`}
      </span>
      <span className={`${styles.piece} ${look?.look ?? ''}`} aria-hidden>
        <span className={styles.mark}>{[look?.mark, day].filter(Boolean).join(' ')}</span>
      </span>
    </span>
  );
}

type PrintedProps = { facts: YearFacts; rows: readonly StripRow[]; windows: readonly YearWindow[]; today: string };

/** Drawn when the browser asks for a print (button or Ctrl+P): every row, the head on every page. */
function PrintedStrip({ facts, rows, windows, today }: PrintedProps) {
  return (
    <Printed className={styles.paper}>
      {() => (
        <>
          <h1>TIẾN ĐỘ CẢ NĂM {facts.year}</h1>
          <p>
            {facts.title} · tính đến {shortDate(today)}
          </p>
          <p>
            ✓ đã xong · ✓! xong, thiếu minh chứng · – không phát sinh · … đang làm · ○ chưa có kết quả · ! quá hạn · ?
            chờ sự kiện · ?? chưa rõ thời gian
          </p>
          <table>
            <thead>
              <tr>
                <th>Nhiệm vụ</th>
                <th>Chủ trì</th>
                <th>Thời gian</th>
                {windows.map((window) => (
                  <th key={window.id}>
                    {window.label}
                    <br />
                    hạn {shortDate(dueDayOf(window))}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) =>
                row.kind === 'area' ? (
                  <tr key={rowId(row)}>
                    <th colSpan={3 + windows.length} scope="rowgroup">
                      {row.name}
                    </th>
                  </tr>
                ) : (
                  <tr key={rowId(row)}>
                    <td>{row.task.text}</td>
                    <td>{row.task.lead}</td>
                    <td>{row.task.time}</td>
                    {row.cells.map((cell) => (
                      <td key={cell.windowId} className={cell.due ? styles.printedDue : undefined}>
                        {lookOf.get(cell.piece)?.mark}
                        {cell.by === null ? '' : ` ${shortDate(cell.by)}`}
                      </td>
                    ))}
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </>
      )}
    </Printed>
  );
}
