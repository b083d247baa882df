/**
 * A grouped table for thousands of rows: groups → rows → cells. Only what is in sight is drawn; heights follow the words.
 * One cell at a time is in the tab order (ARIA grid); arrows move, Enter edits, Esc gives up.
 */
import { type CSSProperties, type ReactNode, type Ref, useLayoutEffect, useRef, useState } from 'react';
import styles from './grid.module.css';
import { GroupLine, RowLine } from './grid-line.tsx';
import type { GridColumn, GridGroup, GridLine } from './grid-model.ts';
import { useActiveCell, useCellMoves } from './use-active-cell.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridLines } from './use-grid-lines.ts';
import { useGridScroll } from './use-grid-scroll.ts';
import { useTableHandle, type VirtualTableHandle } from './use-table-handle.ts';

export type { VirtualTableHandle } from './use-table-handle.ts';

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

export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { name, label, columns, groups, rowId, onOpen, onActiveRow, isMarked, empty, rowHeight = 54, ref } = props;
  const shown = useGridLines(name, groups, rowId);
  const { lines, headings, toggle } = shown;
  const box = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const headHeight = useHeight(head);
  const cell = useActiveCell(shown, columns.length);
  const { activeLine, activeColumn, editing } = cell;
  const scroll = useGridScroll({ box, lines, headings, activeLine, headHeight, rowHeight });
  const { virtual } = scroll;
  const { goTo, startEditing, cellEditing } = useCellMoves({ box, lines, columns, cell, virtual });
  useReportActive(lines[activeLine], onActiveRow);
  useTableHandle(ref, { groups, columns, rowId, shown, cell, virtual });
  const keysInput = { box, lines, columns, activeLine, activeColumn, headHeight, goTo, startEditing, toggle, onOpen };
  const events = useGridKeys<Row>({ ...keysInput, editing: editing !== null });
  const grouped = headings.length > 0;

  const draw = (line: GridLine<Row>, index: number, start: number) => {
    if (line.kind === 'group')
      return (
        <GroupLine
          key={line.key}
          index={index}
          top={index === scroll.stuck ? null : start - headHeight}
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
        lead={index === scroll.lead}
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
        style={sizesAsStyle(columns, headHeight, grouped)}
        {...events}
        onScroll={scroll.followScroll}
      >
        <div className={styles.inner}>
          <ColumnTitles ref={head} columns={columns} />
          {/* biome-ignore lint/a11y/useSemanticElements: part of the virtual grid */}
          <div role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
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

function ColumnTitles<Row>({ columns, ref }: { columns: readonly GridColumn<Row>[]; ref: Ref<HTMLDivElement> }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: part of the virtual grid
    <div role="row" ref={ref} className={styles.head} aria-rowindex={1}>
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
  );
}

/** The measures the style sheet places all lines by: they stand on the box once, not on each cell. */
function sizesAsStyle<Row>(columns: readonly GridColumn<Row>[], headHeight: number, grouped: boolean): CSSProperties {
  const template = columns
    .map((column) => (column.grow ? `minmax(${column.width}rem, ${column.grow}fr)` : `${column.width}rem`))
    .join(' ');
  const leastWidth = columns.reduce((sum, column) => sum + column.width, 0);
  return {
    '--columns': template,
    '--least': `${leastWidth}rem`,
    '--head-height': `${headHeight}px`,
    '--heading-room': grouped ? '2.4375rem' : '0rem',
  } as CSSProperties;
}

/** Tells the screen which row the keyboard is on, once per row; null on a heading. */
function useReportActive<Row>(line: GridLine<Row> | undefined, onActiveRow: ((row: Row | null) => void) | undefined) {
  const activeRow = line?.kind === 'row' ? line.row : null;
  const report = useRef(onActiveRow);
  report.current = onActiveRow;
  useLayoutEffect(() => report.current?.(activeRow), [activeRow]);
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
