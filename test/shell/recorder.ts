/**
 * Stands in for the `electron` module where its program cannot be had: it keeps what the shell registers and lets a test
 * play the other side. It only records; what an answer means is decided by the tests.
 */
import { EventEmitter } from 'node:events';
import type { ElectronModule } from '../../electron/shell/electron-module.ts';

// biome-ignore lint/suspicious/noExplicitAny: the handlers kept here have as many shapes as Electron has events
type Handler = (...given: any[]) => any;

export type FakeFrame = { url: string; parent: FakeFrame | null };

export class FakeContents extends EventEmitter {
  windowOpen: Handler | undefined;
  printAnswer: { printed: boolean; reason: string } = { printed: true, reason: '' };
  prints: unknown[] = [];
  reloads = 0;
  mainFrame: FakeFrame = { url: 'app://so-viec/nhiem-vu', parent: null };
  setWindowOpenHandler(handler: Handler) {
    this.windowOpen = handler;
  }
  print(options: unknown, answer: (printed: boolean, reason: string) => void) {
    this.prints.push(options);
    answer(this.printAnswer.printed, this.printAnswer.reason);
  }
  reload() {
    this.reloads += 1;
  }
  /** What a print to PDF gives; a test puts its own in place. */
  static pdf: (options: unknown) => Promise<Buffer> = async () => Buffer.from('%PDF-1.7\n%%EOF\n');
  async printToPDF(options: unknown): Promise<Buffer> {
    this.prints.push(options);
    return FakeContents.pdf(options);
  }
}

export class FakeWindow extends EventEmitter {
  static made: FakeWindow[] = [];
  webContents = new FakeContents();
  calls: string[] = [];
  options: Electron.BrowserWindowConstructorOptions;
  minimized = false;
  destroyed = false;
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    FakeWindow.made.push(this);
  }
  async loadURL(address: string) {
    this.calls.push(`load ${address}`);
  }
  show() {
    this.calls.push('show');
  }
  destroy() {
    this.destroyed = true;
    this.calls.push('destroy');
  }
  isDestroyed() {
    return this.destroyed;
  }
  focus() {
    this.calls.push('focus');
  }
  restore() {
    this.calls.push('restore');
  }
  isMinimized() {
    return this.minimized;
  }
}

type ServeScheme = (scheme: string, handler: (request: Request) => Promise<Response>) => void;

function fakeSession(handle: ServeScheme) {
  const keepAs = (name: string) => (handler: Handler) => {
    session.handlers[name] = handler;
  };
  const session = Object.assign(new EventEmitter(), {
    handlers: {} as Record<string, Handler>,
    spellChecker: true,
    blocked: [] as string[],
    setPermissionRequestHandler: keepAs('request'),
    setPermissionCheckHandler: keepAs('check'),
    setDevicePermissionHandler: keepAs('device'),
    setDisplayMediaRequestHandler: keepAs('display'),
    setSpellCheckerEnabled: (on: boolean) => {
      session.spellChecker = on;
    },
    webRequest: {
      onBeforeRequest: (filter: { urls: string[] }, handler: Handler) => {
        session.blocked.push(...filter.urls);
        session.handlers.before = handler;
      },
    },
    protocol: { handle },
  });
  return session;
}

export function recorder() {
  FakeWindow.made = [];
  FakeContents.pdf = async () => Buffer.from('%PDF-1.7\n%%EOF\n');
  /** Everything in the order it happened, for what Electron wants before `ready`. */
  const order: string[] = [];
  const handlers = new Map<string, Handler>();
  const schemes: Electron.CustomScheme[] = [];
  const protocolHandlers = new Map<string, (request: Request) => Promise<Response>>();
  const session = fakeSession((scheme, handler) => {
    order.push('protocol.handle');
    protocolHandlers.set(scheme, handler);
  });
  /** Sessions beside the window's, by their partition. */
  const partitions = new Map<string, ReturnType<typeof fakeSession> & { schemes: typeof protocolHandlers }>();
  const fromPartition = (name: string) => {
    const schemes: typeof protocolHandlers = new Map();
    const made = Object.assign(
      fakeSession((scheme, handler) => void schemes.set(scheme, handler)),
      { schemes },
    );
    partitions.set(name, made);
    return made;
  };
  const dialog = {
    shown: [] as Electron.MessageBoxOptions[],
    errors: [] as [string, string][],
    /** What the person presses next. */
    press: 0,
    open: { canceled: true, filePaths: [] as string[] },
    save: { canceled: true, filePath: '' },
    asked: [] as (Electron.OpenDialogOptions | Electron.SaveDialogOptions)[],
    async showMessageBox(options: Electron.MessageBoxOptions) {
      dialog.shown.push(options);
      return { response: dialog.press, checkboxChecked: false };
    },
    showMessageBoxSync(_window: unknown, options: Electron.MessageBoxOptions) {
      dialog.shown.push(options);
      return dialog.press;
    },
    showErrorBox: (title: string, content: string) => void dialog.errors.push([title, content]),
    async showOpenDialog(_window: unknown, options: Electron.OpenDialogOptions) {
      dialog.asked.push(options);
      return dialog.open;
    },
    async showSaveDialog(_window: unknown, options: Electron.SaveDialogOptions) {
      dialog.asked.push(options);
      return dialog.save;
    },
  };
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    first: true,
    quits: 0,
    exits: [] as number[],
    paths: {} as Record<string, string>,
    switches: [] as string[],
    sandboxed: false,
    commandLine: { appendSwitch: (name: string) => void app.switches.push(name) },
    setPath: (name: string, path: string) => {
      order.push('setPath');
      app.paths[name] = path;
    },
    setAppUserModelId: () => undefined,
    enableSandbox: () => {
      app.sandboxed = true;
    },
    requestSingleInstanceLock: () => {
      order.push('lock');
      return app.first;
    },
    whenReady: async () => void order.push('ready'),
    quit: () => {
      app.quits += 1;
    },
    exit: (code: number) => void app.exits.push(code),
  });
  const opened: string[] = [];
  const notices: unknown[] = [];
  class Notification {
    static isSupported = () => true;
    options: unknown;
    constructor(options: unknown) {
      this.options = options;
    }
    show() {
      notices.push(this.options);
    }
  }
  const menus: Electron.MenuItemConstructorOptions[][] = [];
  const module = {
    app,
    dialog,
    session: { defaultSession: session, fromPartition },
    shell: { openExternal: async (address: string) => void opened.push(address) },
    protocol: {
      registerSchemesAsPrivileged: (given: Electron.CustomScheme[]) => {
        order.push('registerScheme');
        schemes.push(...given);
      },
    },
    ipcMain: { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) },
    Menu: {
      buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (menu: Electron.MenuItemConstructorOptions[]) => void menus.push(menu),
    },
    Notification,
    BrowserWindow: FakeWindow,
  };
  return {
    electron: module as unknown as ElectronModule,
    app,
    dialog,
    session,
    order,
    handlers,
    schemes,
    protocolHandlers,
    opened,
    notices,
    menus,
    partitions,
  };
}

export type Recorder = ReturnType<typeof recorder>;
