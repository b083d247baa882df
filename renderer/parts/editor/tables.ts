/** Tables of the editor: nodes, keys and what can be done with them. The work is done by ProseMirror's own table module. */
import type { Node as EditorNode } from '@tiptap/pm/model';
import { type Command, Plugin, TextSelection } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  columnResizing,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  mergeCells,
  selectedRect,
  splitCell,
  TableMap,
  tableEditing,
} from '@tiptap/pm/tables';
import { type Editor, Extension, Node } from '@tiptap/react';
import { tableNode } from './editor-document.ts';

const roles: Readonly<Record<string, string>> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
};

const numberOf = (element: HTMLElement, name: string): number => {
  const value = Number(element.getAttribute(name) ?? 1);
  return Number.isInteger(value) && value > 0 && value <= 500 ? value : 1;
};

const cellAttributes = () => ({
  colspan: { default: 1, parseHTML: (element: HTMLElement) => numberOf(element, 'colspan') },
  rowspan: { default: 1, parseHTML: (element: HTMLElement) => numberOf(element, 'rowspan') },
  colwidth: {
    default: null,
    parseHTML: (element: HTMLElement) => {
      const widths = (element.getAttribute('data-colwidth') ?? '').split(',').map(Number);
      return widths.every((width) => Number.isInteger(width) && width > 0) ? widths : null;
    },
    renderHTML: ({ colwidth }: Record<string, unknown>) =>
      Array.isArray(colwidth) ? { 'data-colwidth': colwidth.join(',') } : {},
  },
  align: {
    default: 'left',
    parseHTML: (element: HTMLElement) => {
      const align = element.getAttribute('data-align');
      return align === 'center' || align === 'justify' ? align : 'left';
    },
    renderHTML: ({ align }: Record<string, unknown>) => ({ 'data-align': String(align) }),
  },
});

export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  extendNodeSchema: ({ name }) => (roles[name] ? { tableRole: roles[name] } : {}),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
});

export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

export const TableCell = Node.create({
  name: 'tableCell',
  content: 'paragraph+',
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
});

export const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'paragraph+',
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
});

/** Column borders that can be drawn, cells that can be chosen, and always a line below the last table. */
export const Tables = Extension.create({
  name: 'tables',
  addProseMirrorPlugins() {
    return [
      columnResizing({ cellMinWidth: 30, handleWidth: 5 }),
      tableEditing(),
      new Plugin({
        appendTransaction: (_, __, state) => {
          const paragraph = state.schema.nodes.paragraph;
          if (state.doc.lastChild?.type.name !== 'table' || !paragraph) return null;
          return state.tr.insert(state.doc.content.size, paragraph.create()).setMeta('addToHistory', false);
        },
      }),
    ];
  },
  addKeyboardShortcuts() {
    const run = (command: Command) => () => runOn(this.editor, command);
    return { 'Mod-Alt-ArrowRight': run(widenBy(20)), 'Mod-Alt-ArrowLeft': run(widenBy(-20)) };
  },
});

/** Everything of tables, in the order the editor wants it. */
export const tableExtensions = [Table, TableRow, TableCell, TableHeader, Tables];

export const inTable = ({ state }: Pick<Editor, 'state'>): boolean => isInTable(state);

function runOn({ state, view }: Editor, command: Command): boolean {
  return isInTable(state) && command(state, view.dispatch, view);
}

export type TableAct =
  | 'rowAbove'
  | 'rowBelow'
  | 'columnLeft'
  | 'columnRight'
  | 'removeRow'
  | 'removeColumn'
  | 'merge'
  | 'split'
  | 'headerRows'
  | 'center'
  | 'wider'
  | 'narrower'
  | 'remove';

/** A row or column made beside the cell the cursor is in, and so on; nothing where the cursor is in no table. */
export const tableAct = (editor: Editor, act: TableAct): boolean => runOn(editor, commands[act]);

/** Whether something would happen, for buttons that would do nothing. */
export const canTableAct = ({ state }: Pick<Editor, 'state'>, act: TableAct): boolean =>
  isInTable(state) && commands[act](state);

/** Rows from the top down to the one the cursor is in become header rows; where they are, this and the ones below end it. */
const toggleHeaderRows: Command = (state, dispatch) => {
  const { table, tableStart, bottom } = selectedRect(state);
  const { tableCell, tableHeader } = state.schema.nodes;
  if (!tableCell || !tableHeader) return false;
  const isHeader = (row: EditorNode): boolean => {
    let all = true;
    row.forEach((cell) => {
      all &&= cell.type === tableHeader;
    });
    return all;
  };
  const last = bottom - 1;
  const row = table.maybeChild(last);
  const untilHere = row ? !isHeader(row) : false;
  if (!dispatch) return true;
  const { tr } = state;
  table.forEach((line, offset, at) => {
    const type = at < last || (at === last && untilHere) ? tableHeader : tableCell;
    if (at < last && !untilHere) return;
    line.forEach((cell, inner) => {
      const position = tableStart + offset + 1 + inner;
      if (cell.type !== type) tr.setNodeMarkup(position, type, cell.attrs);
    });
  });
  dispatch(tr);
  return true;
};

const toggleCenter: Command = (state, dispatch) => {
  const { map, table, tableStart, left, right } = selectedRect(state);
  const chosen = map.cellsInRect({ left, right, top: 0, bottom: map.height });
  const isCentred = chosen.every((at) => table.nodeAt(at)?.attrs.align === 'center');
  if (!dispatch) return true;
  const { tr } = state;
  for (const at of chosen) {
    const cell = table.nodeAt(at);
    if (cell) tr.setNodeMarkup(tableStart + at, undefined, { ...cell.attrs, align: isCentred ? 'left' : 'center' });
  }
  dispatch(tr);
  return true;
};

const usualWidth = 100;

function widenBy(pixels: number): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false;
    const { map, table, tableStart, left } = selectedRect(state);
    if (!dispatch) return true;
    const { tr } = state;
    const done = new Set<number>();
    for (let row = 0; row < map.height; row++) {
      const at = map.map[row * map.width + left] ?? 0;
      const cell = table.nodeAt(at);
      if (!cell || done.has(at)) continue;
      done.add(at);
      const first = TableMap.get(table).findCell(at).left;
      const widths: number[] = Array.isArray(cell.attrs.colwidth)
        ? [...(cell.attrs.colwidth as number[])]
        : Array.from({ length: Number(cell.attrs.colspan) }, () => usualWidth);
      widths[left - first] = Math.max(30, (widths[left - first] || usualWidth) + pixels);
      tr.setNodeMarkup(tableStart + at, undefined, { ...cell.attrs, colwidth: widths });
    }
    dispatch(tr);
    return true;
  };
}

const commands: Readonly<Record<TableAct, Command>> = {
  rowAbove: addRowBefore,
  rowBelow: addRowAfter,
  columnLeft: addColumnBefore,
  columnRight: addColumnAfter,
  removeRow: deleteRow,
  removeColumn: deleteColumn,
  merge: mergeCells,
  split: splitCell,
  headerRows: toggleHeaderRows,
  center: toggleCenter,
  wider: widenBy(20),
  narrower: widenBy(-20),
  remove: deleteTable,
};

/** Tab goes to the next cell; in the last one it makes a row, as Word does. */
export function nextCell(editor: Editor, direction: 1 | -1): boolean {
  if (!inTable(editor)) return false;
  if (runOn(editor, goToNextCell(direction))) return true;
  if (direction === 1) {
    runOn(editor, addRowAfter);
    runOn(editor, goToNextCell(1));
  }
  return true;
}

/** A new table below the line the cursor is in, its first row a header row, the cursor in its first cell. */
export function insertTable(editor: Editor, rows: number, columns: number): boolean {
  const { state, view } = editor;
  const { $to } = state.selection;
  if (isInTable(state) || $to.depth === 0) return false;
  const empty = { paragraphs: [], columnSpan: 1, rowSpan: 1 };
  const table = tableNode({
    type: 'table',
    columns: Array.from({ length: columns }, () => ({ share: 1, align: 'left' as const })),
    headerRows: rows > 1 ? 1 : 0,
    rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => empty)),
  });
  const line = $to.node(1);
  const isEmpty = line.type.name === 'paragraph' && line.content.size === 0;
  const [from, to] = isEmpty ? [$to.before(1), $to.after(1)] : [$to.after(1), $to.after(1)];
  const tr = state.tr.replaceWith(from, to, state.schema.nodeFromJSON(table));
  tr.setSelection(TextSelection.near(tr.doc.resolve(from + 1))).scrollIntoView();
  view.dispatch(tr);
  return true;
}
