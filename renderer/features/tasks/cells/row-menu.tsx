/** What can be done with a task, for the mouse and the menu key; every line names its shortcut. */
import { Menu } from '@mantine/core';
import { IconDots, IconLayoutSidebarRightExpand, IconPencilCheck, IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Shortcut } from '../../../ui/shortcut.tsx';
import type { TaskLine } from '../logic/table-rows.ts';
import styles from './cells.module.css';
import { useTaskContext } from './task-context.ts';

/** The menu itself is made when it is opened: a table draws dozens of these buttons with every key that filters it. */
export function RowMenu({ line }: { line: TaskLine }) {
  const [opened, setOpened] = useState(false);
  const cell = useRef<Element | null>(null);
  const close = () => {
    setOpened(false);
    // Back to where the keyboard was, unless what was chosen has taken it.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) (cell.current as HTMLElement | null)?.focus();
    });
  };
  const button = (
    <button
      type="button"
      tabIndex={-1}
      className={styles.menuButton}
      aria-label="Việc khác với nhiệm vụ này"
      aria-haspopup="menu"
      aria-expanded={opened}
      data-row-menu
      onClick={() => {
        cell.current = document.activeElement?.closest('[role="gridcell"]') ?? null;
        setOpened(true);
      }}
    >
      <IconDots size="1.125rem" aria-hidden />
    </button>
  );
  if (!opened) return button;
  return (
    <Menu
      opened
      onChange={(open) => !open && close()}
      position="bottom-end"
      withinPortal
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>{button}</Menu.Target>
      <MenuLines line={line} />
    </Menu>
  );
}

function MenuLines({ line }: { line: TaskLine }) {
  const { addBelow, remove, openDetails, editCell, window } = useTaskContext();
  return (
    <Menu.Dropdown>
      {window ? (
        <Menu.Item leftSection={<IconPencilCheck size="1.125rem" />} onClick={() => editCell(line.id, 'state')}>
          Ghi kết quả {window.label}
        </Menu.Item>
      ) : null}
      <Menu.Item
        leftSection={<IconLayoutSidebarRightExpand size="1.125rem" />}
        rightSection={<Shortcut keys="Space" />}
        onClick={() => openDetails(line)}
      >
        Xem nhóm nhiệm vụ
      </Menu.Item>
      <Menu.Item
        leftSection={<IconPlus size="1.125rem" />}
        rightSection={<Shortcut keys="Ctrl Enter" />}
        onClick={() => addBelow(line)}
      >
        Thêm nhiệm vụ bên dưới
      </Menu.Item>
      <Menu.Item
        color="late"
        leftSection={<IconTrash size="1.125rem" />}
        rightSection={<Shortcut keys="Delete" />}
        onClick={() => remove(line)}
      >
        Bỏ nhiệm vụ này
      </Menu.Item>
    </Menu.Dropdown>
  );
}
