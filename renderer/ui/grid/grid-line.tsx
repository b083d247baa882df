/** One drawn line of the table: a group heading, or a row with its cells. */
import { IconChevronDown } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import styles from './grid.module.css';
import type { CellEditing, GridColumn, GridGroup } from './grid-model.ts';

type Placed = {
  index: number;
  /** Distance from the top of the rows in px; null for the heading that sticks under the column titles. */
  top: number | null;
  measure: (element: Element | null) => void;
};

export type GroupLineProps<Row> = Placed & {
  group: GridGroup<Row>;
  folded: boolean;
  active: boolean;
  columnCount: number;
  onToggle: (id: string) => void;
};

function GroupLineInside<Row>({
  index,
  top,
  measure,
  group,
  folded,
  active,
  columnCount,
  onToggle,
}: GroupLineProps<Row>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: rows of a virtual table are placed one by one; their cells take the focus
    <div
      role="row"
      ref={measure}
      data-index={index}
      data-line={index}
      className={`${styles.groupLine} ${top === null ? styles.stuck : styles.placed}`}
      style={top === null ? undefined : { top }}
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={!folded}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div
        role="gridcell"
        className={styles.groupCell}
        aria-colspan={columnCount}
        aria-colindex={1}
        tabIndex={active ? 0 : -1}
        data-column={0}
      >
        <button type="button" tabIndex={-1} className={styles.fold} aria-hidden onClick={() => onToggle(group.id)}>
          <IconChevronDown size="1.125rem" stroke={2} className={folded ? styles.foldedIcon : undefined} />
        </button>
        <span className={styles.groupWords}>{group.heading ?? group.label}</span>
      </div>
    </div>
  );
}

export const GroupLine = memo(GroupLineInside) as typeof GroupLineInside;

export type RowLineProps<Row> = Placed & {
  row: Row;
  before: Row | null;
  after: Row | null;
  columns: readonly GridColumn<Row>[];
  /** Number of the active cell, or null when the active cell is in another row. */
  activeColumn: number | null;
  editingColumn: number | null;
  editing: CellEditing;
  level: number | undefined;
  /** The first row in sight: it says the words of its merged cells again. */
  lead: boolean;
  marked: boolean;
};

function RowLineInside<Row>(props: RowLineProps<Row>) {
  const {
    index,
    top,
    measure,
    row,
    before,
    after,
    columns,
    activeColumn,
    editingColumn,
    editing,
    level,
    lead,
    marked,
  } = props;
  const look = [
    styles.rowLine,
    styles.placed,
    activeColumn === null ? '' : styles.activeRow,
    marked ? styles.marked : '',
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: rows of a virtual table are placed one by one; their cells take the focus
    <div
      role="row"
      ref={measure}
      data-index={index}
      data-line={index}
      className={look.join(' ')}
      style={{ top: top ?? 0 }}
      aria-rowindex={index + 2}
      aria-level={level}
    >
      {columns.map((column, number) => {
        const isEditing = editingColumn === number && column.edit !== undefined;
        const key = column.merge?.(row);
        const continues = key !== undefined && before !== null && column.merge?.(before) === key;
        const goesOn = key !== undefined && after !== null && column.merge?.(after) === key;
        const look = [
          styles.cell,
          column.align === 'right' ? styles.right : '',
          column.merge ? styles.merging : '',
          goesOn ? styles.goesOn : '',
        ];
        return (
          // biome-ignore lint/a11y/useSemanticElements: see above
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={number + 1}
            className={look.join(' ')}
            tabIndex={activeColumn === number && !isEditing ? 0 : -1}
            data-column={number}
            data-editable={column.edit && (column.editable?.(row) ?? true) ? true : undefined}
          >
            {isEditing
              ? column.edit?.(row, editing)
              : cellInside(column.cell(row), column.merge !== undefined, continues && !lead)}
          </div>
        );
      })}
    </div>
  );
}

/** The lower rows of a merged cell look empty but still say their words to a screen reader; the words stay in sight while their row is. */
function cellInside(words: ReactNode, merging: boolean, hidden: boolean): ReactNode {
  if (!merging) return words;
  return <span className={hidden ? 'visually-hidden' : styles.mergedWords}>{words}</span>;
}

export const RowLine = memo(RowLineInside) as typeof RowLineInside;
