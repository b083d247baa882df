/**
 * A grouped table for thousands of rows: groups → rows → cells. Only what is in sight is drawn; heights follow the words.
 * One cell at a time is in the tab order (ARIA grid); arrows move, Enter edits, Esc gives up.
 */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ReactNode,
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import { useWindowState } from '../../state/window-state.ts';
import type { AfterSave } from '../editing.ts';
import styles from './grid.module.css';
import { GroupLine, RowLine } from './grid-line.tsx';
import {
  afterSave,
  type CellEditing,
  type GridColumn,
  type GridGroup,
  type GridLine,
  linesOf,
  mayEdit,
  rowKey,
} from './grid-model.ts';
import { useGridKeys } from './use-grid-keys.ts';

export type VirtualTableHandle = {
  /** Brings a row into sight and the keyboard to it; unfolds its group. Nothing happens for a row that is not in the table. */
  focusRow: (rowId: string, columnId?: string) => void;
  /** The same, and opens the editor of that cell. */
  editCell: (rowId: string, columnId: string) => void;
};

export type VirtualTableProps<Row> = {
  /** Folded groups are remembered under this name. */
  name: string;
  /** What the table holds, for screen readers. */
  label: string;
  /** Keep the array the same between renders (useMemo): rows are redrawn when it changes. */
  columns: readonly GridColumn<Row>[];
  groups: readonly GridGroup<Row>[];
  rowId: (row: Row) => string;
  /** Enter on a cell that has no editor, or a double click on it. */
  onOpen?: (row: Row, columnId: string) => void;
  /** The row the keyboard is on, for a pane beside the table. */
  onActiveRow?: (row: Row | null) => void;
  /** Rows drawn as chosen, for instance by boxes in a column. */
  isMarked?: (row: Row) => boolean;
  /** Shown in place of rows when there are none. */
  empty?: ReactNode;
  /** Height of an ordinary row in px, before it is measured. */
  rowHeight?: number;
  ref?: Ref<VirtualTableHandle>;
};

type Place = { key: string; line: number; column: number };
const noFolds: string[] = [];
/** Of an ordinary heading in px, before it is measured, and the room kept for the one that sticks. */
const headingHeight = 40;

export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { name, label, columns, groups, rowId, onOpen, onActiveRow, isMarked, empty, rowHeight = 54, ref } = props;
  const foldedIds = useWindowState((state) => state.folded[name] ?? noFolds);
  const setFolded = useWindowState((state) => state.setFolded);
  const folded = useMemo(() => new Set(foldedIds), [foldedIds]);
  const lines = useMemo(() => linesOf(groups, rowId, folded), [groups, rowId, folded]);
  const lineOfKey = useMemo(() => new Map(lines.map((line, index) => [line.key, index])), [lines]);
  const headings = useMemo(() => lines.flatMap((line, index) => (line.kind === 'group' ? [index] : [])), [lines]);

  const box = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const headHeight = useHeight(head);
  const [remembered, setPlace] = useState<Place>({ key: '', line: 0, column: 0 });
  const [editing, setEditing] = useState<{ key: string; column: number } | null>(null);
  /** The cell that must take the keyboard once it is drawn. */
  const wanted = useRef<{ line: number; column: number } | null>(null);

  // A filter may take the active row away: the line that moved into its place becomes active.
  const activeLine = Math.min(lineOfKey.get(remembered.key) ?? remembered.line, Math.max(0, lines.length - 1));
  const activeColumn = Math.min(remembered.column, columns.length - 1);

  const stuckHeading = (line: number): number | undefined => headings.findLast((heading) => heading <= line);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? headingHeight : rowHeight),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight + (headings.length > 0 ? headingHeight : 0),
    scrollPaddingEnd: 4,
    rangeExtractor: (range: Range) => {
      const stuck = stuckHeading(lineAt(virtual.scrollOffset ?? 0));
      const drawn = new Set(defaultRangeExtractor(range));
      if (stuck !== undefined) drawn.add(stuck);
      if (activeLine < lines.length) drawn.add(activeLine);
      return [...drawn].sort((a, b) => a - b);
    },
  });

  /** The line that begins just under the column titles when the box is scrolled by so many px. */
  const lineAt = (scrolled: number): number =>
    lines.length === 0 ? 0 : (virtual.getVirtualItemForOffset(scrolled + headHeight)?.index ?? 0);
  // The virtualizer redraws when a line enters or leaves the box; the heading and the merged words change a little later, under the titles.
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const drawnTop = useRef('');
  const topAt = (scrolled: number) => `${stuckHeading(lineAt(scrolled))} ${lineAt(scrolled + headingHeight)}`;
  drawnTop.current = topAt(virtual.scrollOffset ?? 0);
  const followScroll = () => {
    if (topAt(box.current?.scrollTop ?? 0) !== drawnTop.current) redraw();
  };

  const goTo = useCallback(
    (line: number, column: number, focus: boolean) => {
      setPlace({ key: lines[line]?.key ?? '', line, column });
      if (!focus) return;
      wanted.current = { line, column };
      virtual.scrollToIndex(line, { align: 'auto' });
    },
    [lines, virtual],
  );

  useLayoutEffect(() => {
    const place = wanted.current;
    if (!place || editing) return;
    const heading = lines[place.line]?.kind === 'group';
    const cell = box.current?.querySelector<HTMLElement>(
      `[data-line="${place.line}"] > [data-column="${heading ? 0 : place.column}"]`,
    );
    if (!cell) return;
    wanted.current = null;
    cell.focus({ preventScroll: true });
    revealSideways(box.current, cell);
  });

  const activeRow = lines[activeLine]?.kind === 'row' ? (lines[activeLine] as { row: Row }).row : null;
  const reportActive = useRef(onActiveRow);
  reportActive.current = onActiveRow;
  useLayoutEffect(() => reportActive.current?.(activeRow), [activeRow]);

  const toggle = useCallback(
    (id: string) =>
      setFolded(name, foldedIds.includes(id) ? foldedIds.filter((one) => one !== id) : [...foldedIds, id]),
    [name, foldedIds, setFolded],
  );
  const startEditing = (line: number, column: number): boolean => {
    const here = lines[line];
    if (here?.kind !== 'row' || !mayEdit(columns[column], here.row)) return false;
    setPlace({ key: here.key, line, column });
    setEditing({ key: here.key, column });
    return true;
  };

  const latest = useRef({ lines, columns, activeLine, activeColumn, goTo });
  latest.current = { lines, columns, activeLine, activeColumn, goTo };
  // One object for all rows and renders, so that rows outside the edited one are not redrawn.
  const cellEditing = useMemo<CellEditing>(() => {
    const leave = (after: AfterSave) => {
      const now = latest.current;
      const from = { line: now.activeLine, column: now.activeColumn };
      const to = afterSave(now.lines, now.columns, from, after);
      // A click elsewhere saved by leaving: the keyboard is already where the person wants it.
      const inside =
        document.activeElement === document.body || document.activeElement?.closest('[data-editing]') !== null;
      setEditing(null);
      if (inside) now.goTo(to.line, to.column, true);
    };
    return { finish: leave, cancel: () => leave('stay') };
  }, []);

  useImperativeHandle(ref, () => {
    const find = (id: string, columnId?: string) => {
      const group = groups.find((one) => one.rows.some((row) => rowId(row) === id));
      if (group && folded.has(group.id)) toggle(group.id);
      const shown = linesOf(groups, rowId, new Set(foldedIds.filter((one) => one !== group?.id)));
      const line = shown.findIndex((one) => one.key === rowKey(id));
      const column = Math.max(
        0,
        columns.findIndex((one) => one.id === columnId),
      );
      return line < 0 ? null : { line, column };
    };
    return {
      focusRow: (id, columnId) => {
        const at = find(id, columnId);
        if (!at) return;
        setPlace({ key: rowKey(id), ...at });
        wanted.current = at;
        requestAnimationFrame(() => virtual.scrollToIndex(at.line, { align: 'auto' }));
      },
      editCell: (id, columnId) => {
        const at = find(id, columnId);
        if (!at) return;
        setPlace({ key: rowKey(id), ...at });
        setEditing({ key: rowKey(id), column: at.column });
        requestAnimationFrame(() => virtual.scrollToIndex(at.line, { align: 'auto' }));
      },
    };
  });

  const events = useGridKeys<Row>({
    box,
    lines,
    columns,
    activeLine,
    activeColumn,
    editing: editing !== null,
    headHeight,
    goTo,
    startEditing,
    toggle,
    onOpen,
  });
  const grouped = headings.length > 0;
  const items = virtual.getVirtualItems();
  const stuck = stuckHeading(lineAt(virtual.scrollOffset ?? 0));
  const lead = lineAt((virtual.scrollOffset ?? 0) + (stuck === undefined ? 0 : headingHeight));
  const template = columns
    .map((column) => (column.grow ? `minmax(${column.width}rem, ${column.grow}fr)` : `${column.width}rem`))
    .join(' ');
  const leastWidth = columns.reduce((sum, column) => sum + column.width, 0);

  const draw = (line: GridLine<Row>, index: number, start: number) => {
    if (line.kind === 'group')
      return (
        <GroupLine
          key={line.key}
          index={index}
          top={index === stuck ? null : start - headHeight}
          measure={virtual.measureElement}
          group={line.group}
          folded={line.folded}
          active={index === activeLine}
          columnCount={columns.length}
          onToggle={toggle}
        />
      );
    return (
      <RowLine
        key={line.key}
        index={index}
        top={start - headHeight}
        measure={virtual.measureElement}
        row={line.row}
        before={line.before}
        after={line.after}
        columns={columns}
        activeColumn={index === activeLine ? activeColumn : null}
        editingColumn={editing?.key === line.key ? editing.column : null}
        editing={cellEditing}
        level={grouped ? 2 : undefined}
        lead={index === lead}
        marked={isMarked?.(line.row) ?? false}
      />
    );
  };

  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is a grid either way; its cells take the focus in turn */}
      <div
        ref={box}
        className={styles.box}
        role={grouped ? 'treegrid' : 'grid'}
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length}
        style={
          {
            '--columns': template,
            '--least': `${leastWidth}rem`,
            '--head-height': `${headHeight}px`,
            '--heading-room': headings.length > 0 ? '2.4375rem' : '0rem',
          } as React.CSSProperties
        }
        {...events}
        onScroll={followScroll}
      >
        <div className={styles.inner}>
          {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: part of the virtual grid */}
          <div role="row" ref={head} className={styles.head} aria-rowindex={1}>
            {columns.map((column, number) => (
              // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: part of the virtual grid
              <div
                key={column.id}
                role="columnheader"
                aria-colindex={number + 1}
                className={`${styles.headCell} ${column.align === 'right' ? styles.right : ''}`}
              >
                {column.title}
              </div>
            ))}
          </div>
          {/* biome-ignore lint/a11y/useSemanticElements: part of the virtual grid */}
          <div role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const line = lines[item.index];
              return line ? draw(line, item.index, item.start) : null;
            })}
          </div>
        </div>
      </div>
      {lines.length === 0 ? <div className={styles.empty}>{empty}</div> : null}
    </div>
  );
}

/** Height of an element in px, followed as text size and window change. */
function useHeight(element: { current: HTMLElement | null }): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const read = () => setHeight(target.getBoundingClientRect().height);
    read();
    const watch = new ResizeObserver(read);
    watch.observe(target);
    return () => watch.disconnect();
  }, [element]);
  return height;
}

/** The virtualizer moves up and down only; at large text the table is also wider than its box. */
function revealSideways(box: HTMLElement | null, cell: HTMLElement) {
  if (!box || box.scrollWidth <= box.clientWidth) return;
  const outer = box.getBoundingClientRect();
  const inner = cell.getBoundingClientRect();
  if (inner.left < outer.left) box.scrollLeft -= outer.left - inner.left;
  else if (inner.right > outer.left + box.clientWidth)
    box.scrollLeft += Math.min(inner.right - outer.left - box.clientWidth, inner.left - outer.left);
}
