/** Making a table of a chosen size, and what can be done inside of one. */
import { Button, Menu, NumberInput, Popover } from '@mantine/core';
import {
  IconAlignCenter,
  IconArrowMerge,
  IconArrowsSplit,
  IconColumnInsertRight,
  IconDots,
  IconRowInsertBottom,
  IconTable,
  IconTableRow,
} from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { useState } from 'react';
import styles from './editor.module.css';
import { canTableAct, insertTable, type TableAct, tableAct } from './tables.ts';
import { Tool } from './tool.tsx';

const mostRows = 100;
const mostColumns = 12;

export function InsertTable({ editor }: { editor: Editor }) {
  const [opened, setOpened] = useState(false);
  const [rows, setRows] = useState<number | string>(4);
  const [columns, setColumns] = useState<number | string>(4);
  const [height, width] = [Number(rows), Number(columns)];
  const isSize =
    Number.isInteger(height) &&
    height > 0 &&
    height <= mostRows &&
    Number.isInteger(width) &&
    width > 0 &&
    width <= mostColumns;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus withinPortal withRoles={false}>
      <Popover.Target>
        <span>
          <Tool label="Chèn bảng" icon={<IconTable size="1.125rem" />} onClick={() => setOpened(!opened)} />
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={styles.size}
          aria-label="Cỡ của bảng"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isSize) return;
            setOpened(false);
            insertTable(editor, height, width);
            editor.commands.focus();
          }}
        >
          <NumberInput
            label="Số dòng"
            size="xs"
            min={1}
            max={mostRows}
            value={rows}
            onChange={setRows}
            data-autofocus
          />
          <NumberInput label="Số cột" size="xs" min={1} max={mostColumns} value={columns} onChange={setColumns} />
          <Button type="submit" size="xs" disabled={!isSize}>
            Chèn bảng
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

const others: readonly { act: TableAct; label: string }[] = [
  { act: 'rowAbove', label: 'Thêm dòng trên' },
  { act: 'columnLeft', label: 'Thêm cột bên trái' },
  { act: 'wider', label: 'Cột rộng thêm (Ctrl+Alt+→)' },
  { act: 'narrower', label: 'Cột hẹp bớt (Ctrl+Alt+←)' },
  { act: 'removeRow', label: 'Xóa dòng' },
  { act: 'removeColumn', label: 'Xóa cột' },
  { act: 'remove', label: 'Xóa cả bảng' },
];

export function TableBar({ editor }: { editor: Editor }) {
  const can = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ merge: canTableAct(now, 'merge'), split: canTableAct(now, 'split') }),
  });
  const act = (what: TableAct) => () => {
    tableAct(editor, what);
    editor.commands.focus();
  };
  return (
    <>
      <Tool label="Thêm dòng dưới" icon={<IconRowInsertBottom size="1.125rem" />} onClick={act('rowBelow')} />
      <Tool label="Thêm cột bên phải" icon={<IconColumnInsertRight size="1.125rem" />} onClick={act('columnRight')} />
      <Tool
        label="Gộp ô đã chọn"
        icon={<IconArrowMerge size="1.125rem" />}
        disabled={!can.merge}
        onClick={act('merge')}
      />
      <Tool label="Tách ô" icon={<IconArrowsSplit size="1.125rem" />} disabled={!can.split} onClick={act('split')} />
      <Tool
        label="Dòng tiêu đề: lặp lại ở mỗi trang"
        icon={<IconTableRow size="1.125rem" />}
        onClick={act('headerRows')}
      />
      <Tool label="Cột căn giữa" icon={<IconAlignCenter size="1.125rem" />} onClick={act('center')} />
      <Menu position="bottom-start" returnFocus={false} withinPortal>
        <Menu.Target>
          <Button size="compact-sm" variant="default" leftSection={<IconDots size="1rem" />}>
            Bảng
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {others.map(({ act: what, label }) => (
            <Menu.Item key={what} onClick={act(what)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
