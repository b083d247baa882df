/** What can be done with a task, for the mouse and the menu key; every line names its shortcut. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconLayoutSidebarRightExpand, IconPencilCheck, IconPlus, IconTrash } from '@tabler/icons-react';
import { Shortcut } from '../../../ui/shortcut.tsx';
import type { TaskLine } from '../logic/table-rows.ts';
import { useTaskContext } from '../task-context.ts';
import styles from './cells.module.css';

export function RowMenu({ line }: { line: TaskLine }) {
  const { addBelow, remove, openDetails, editCell, window } = useTaskContext();
  return (
    <Menu position="bottom-end" withinPortal keepMounted={false}>
      <Menu.Target>
        <ActionIcon
          size="md"
          tabIndex={-1}
          className={styles.menuButton}
          aria-label="Việc khác với nhiệm vụ này"
          data-row-menu
        >
          <IconDots size="1.125rem" />
        </ActionIcon>
      </Menu.Target>
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
    </Menu>
  );
}
