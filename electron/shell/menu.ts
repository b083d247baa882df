/**
 * Runs in: main process. A short Vietnamese menu. There is no "undo" in it on purpose: its key belongs to the page, which
 * undoes whole acts and not letters.
 */
import type { ElectronModule } from './electron-module.ts';

const template: Electron.MenuItemConstructorOptions[] = [
  { label: 'Sổ Việc', submenu: [{ role: 'quit', label: 'Đóng Sổ Việc' }] },
  {
    label: 'Sửa',
    submenu: [
      { role: 'cut', label: 'Cắt' },
      { role: 'copy', label: 'Sao chép' },
      { role: 'paste', label: 'Dán' },
      { role: 'selectAll', label: 'Chọn tất cả' },
    ],
  },
  {
    label: 'Xem',
    submenu: [
      { role: 'zoomIn', label: 'Phóng to chữ' },
      { role: 'zoomOut', label: 'Thu nhỏ chữ' },
      { role: 'resetZoom', label: 'Cỡ chữ thường' },
      { role: 'togglefullscreen', label: 'Toàn màn hình' },
    ],
  },
];

export function setMenu(menu: Pick<ElectronModule['Menu'], 'buildFromTemplate' | 'setApplicationMenu'>): void {
  menu.setApplicationMenu(menu.buildFromTemplate(template));
}
