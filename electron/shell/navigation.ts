/**
 * Runs in: main process. The window shows our page and nothing else: no second window, no other address, no embedded page
 * besides evidence. An outside link opens in the machine's own browser, after the person has read where it goes.
 */
import { isEvidence, isPage } from './addresses.ts';
import type { ElectronModule } from './electron-module.ts';

type Contents = Electron.WebContents;

/** Longer addresses cannot be judged by a person reading them. */
const longest = 2000;

/**
 * The address to hand to the system, or null when it is not one we ever open. Only https and mail; a mail link is cut down
 * to its receiver, because some mail programs attach files named in the rest.
 */
export function externalAddress(address: string): string | null {
  if (address.length > longest || /[\p{Cc}\s]/u.test(address)) return null;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol === 'mailto:') return /^[\w.+-]+@[\w.-]+$/.test(url.pathname) ? `mailto:${url.pathname}` : null;
  // A name before the host makes an address look like another's.
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}

async function offerExternal(electron: Pick<ElectronModule, 'dialog' | 'shell'>, address: string): Promise<void> {
  const checked = externalAddress(address);
  if (checked === null) return;
  const { response } = await electron.dialog.showMessageBox({
    type: 'question',
    title: 'Sổ Việc',
    message: 'Mở địa chỉ này bên ngoài Sổ Việc?',
    detail: checked,
    buttons: ['Không mở', 'Mở'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1) await electron.shell.openExternal(checked);
}

/** Frames inside the page: evidence in its sandbox, and documents the page makes itself for printing. */
const mayBeFramed = (address: string) =>
  isEvidence(address) ||
  address === 'about:blank' ||
  address === 'about:srcdoc' ||
  address.startsWith('blob:app://so-viec/');

function lock(electron: Pick<ElectronModule, 'dialog' | 'shell'>, contents: Contents): void {
  contents.setWindowOpenHandler(({ url }) => {
    void offerExternal(electron, url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    if (isPage(event.url)) return;
    event.preventDefault();
    void offerExternal(electron, event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && !mayBeFramed(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Locks every page of the application, also ones that are not made yet. */
export function lockNavigation(electron: Pick<ElectronModule, 'app' | 'dialog' | 'shell'>): void {
  electron.app.on('web-contents-created', (_event, contents) => lock(electron, contents));
}
