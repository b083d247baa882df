/** Runs in: main process. The one window: sandboxed, separated from the bridge's world, without Node. */
import { pageOrigin } from './addresses.ts';
import type { ElectronModule } from './electron-module.ts';

type Options = {
  /** The built preload script. */
  readonly preload: string;
  /** Whether this is an installed program: then the page cannot be taken apart with developer tools. */
  readonly packaged: boolean;
};

/** How the window is made. The offices' screens are 1366 × 768 and smaller ones exist. */
export function windowOptions({ preload, packaged }: Options): Electron.BrowserWindowConstructorOptions {
  return {
    title: 'Sổ Việc',
    width: 1366,
    height: 768,
    minWidth: 800,
    minHeight: 560,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
      devTools: !packaged,
    },
  };
}

/** Opens the window, shows it when the first screen is painted, and guards what a person typed when it is closed. */
export function openWindow(
  electron: Pick<ElectronModule, 'BrowserWindow' | 'dialog'>,
  options: Options,
): Electron.BrowserWindow {
  const window = new electron.BrowserWindow(windowOptions(options));
  window.once('ready-to-show', () => window.show());

  // The page asks to stay (it has a draft); Electron alone would silently not close.
  window.webContents.on('will-prevent-unload', (event) => {
    const choice = electron.dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: 'Sổ Việc',
      message: 'Có nội dung đang gõ chưa lưu.',
      detail: 'Đóng bây giờ thì phần chưa lưu sẽ mất; mọi thứ đã lưu vẫn còn.',
      buttons: ['Ở lại', 'Đóng, bỏ phần chưa lưu'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (choice === 1) event.preventDefault();
  });

  window.webContents.on('render-process-gone', () => {
    electron.dialog.showMessageBoxSync(window, {
      type: 'error',
      title: 'Sổ Việc',
      message: 'Phần hiển thị vừa bị ngắt.',
      detail: 'Mọi thứ đã lưu vẫn còn. Bấm Mở lại để tiếp tục.',
      buttons: ['Mở lại'],
      noLink: true,
    });
    window.webContents.reload();
  });

  void window.loadURL(`${pageOrigin}/`);
  return window;
}

/** Brings a hidden or minimised window to the front. */
export function showAgain(window: Electron.BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
