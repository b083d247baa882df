/** Runs in: main process. Puts the parts of the window together, in the order Electron demands. */
import type { Result } from '../../shared/core/result.ts';
import type { PrintPdf } from '../documents/write/print-pdf.ts';
import { createTickets, type Tickets } from '../hosts/tickets.ts';
import type { AppHost } from '../server/core/app-host.ts';
import type { Drive } from './drives.ts';
import type { ElectronModule } from './electron-module.ts';
import { claimInstance } from './instance.ts';
import { setMenu } from './menu.ts';
import { connectBridge } from './native.ts';
import { lockNavigation } from './navigation.ts';
import { restrictSession } from './permissions.ts';
import { pdfPrinter } from './print-pdf.ts';
import { registerScheme, serveWindow } from './protocol.ts';
import { openWindow, showAgain } from './window.ts';

export type DesktopOptions = {
  /** Where the browser part keeps its own files (cache, window storage); one folder per data folder. */
  readonly profileDir: string;
  readonly rendererDir: string;
  readonly preload: string;
  /** Opens the office's program; a refusal carries a sentence for the person. */
  readonly open: (tickets: Tickets, printPdf: PrintPdf) => Promise<Result<AppHost, { readonly message: string }>>;
  readonly drives: () => Promise<readonly Drive[]>;
  readonly onDefect: (error: unknown) => void;
};

/** Closes the program before the process ends: what it is writing is finished first. */
function closeBeforeQuitting(app: ElectronModule['app'], host: AppHost, onDefect: (error: unknown) => void): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    host
      .close()
      .catch(onDefect)
      .finally(() => {
        state = 'closed';
        app.quit();
      });
  });
}

/** Runs the desktop program until its window is closed. Resolves when the window is open, or when this start gave way or was refused. */
export async function startDesktop(electron: ElectronModule, options: DesktopOptions): Promise<void> {
  const { app } = electron;
  let window: Electron.BrowserWindow | null = null;

  app.setPath('userData', options.profileDir);
  app.setAppUserModelId('vn.soviec.app');
  app.enableSandbox();
  // The browser part would otherwise look for updates of its own lists.
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  registerScheme(electron.protocol);
  if (!claimInstance(app, () => window !== null && showAgain(window))) return app.quit();
  lockNavigation(electron);
  app.on('window-all-closed', () => app.quit());

  await app.whenReady();
  const tickets = createTickets();
  const opened = await options.open(tickets, pdfPrinter(electron, options.onDefect));
  if (!opened.ok) {
    electron.dialog.showErrorBox('Sổ Việc chưa mở được', opened.error.message);
    return app.exit(1);
  }
  closeBeforeQuitting(app, opened.value, options.onDefect);
  const session = electron.session.defaultSession;
  restrictSession(session);
  serveWindow(session.protocol, opened.value, options.rendererDir, options.onDefect);
  connectBridge({ electron, tickets, window: () => window, drives: options.drives, onDefect: options.onDefect });
  setMenu(electron.Menu);
  window = openWindow(electron, { preload: options.preload, packaged: app.isPackaged });
  window.on('closed', () => {
    window = null;
  });
}
