import { describe, expect, it } from 'vitest';
import { externalAddress, lockNavigation } from '../../electron/shell/navigation.ts';
import { restrictSession } from '../../electron/shell/permissions.ts';
import { openWindow, windowOptions } from '../../electron/shell/window.ts';
import { FakeContents, FakeWindow, recorder } from './recorder.ts';

const tick = () => new Promise((resolve) => setImmediate(resolve));

/** An event of the browser that can be refused. */
function event(url: string, isMainFrame = true) {
  const made = {
    url,
    isMainFrame,
    prevented: false,
    preventDefault() {
      made.prevented = true;
    },
  };
  return made;
}

function lockedContents() {
  const seen = recorder();
  lockNavigation(seen.electron);
  const contents = new FakeContents();
  seen.app.emit('web-contents-created', {}, contents);
  return { seen, contents };
}

describe('SH1 the page has no rights', () => {
  it('SH1 sets every switch that matters', () => {
    expect(windowOptions({ preload: '/p.cjs', packaged: true }).webPreferences).toEqual({
      preload: '/p.cjs',
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
      devTools: false,
    });
    expect(windowOptions({ preload: '/p.cjs', packaged: false }).webPreferences?.devTools).toBe(true);
  });

  it('opens our page and shows it when it is painted', () => {
    const { electron } = recorder();
    openWindow(electron, { preload: '/p.cjs', packaged: true });
    const [window] = FakeWindow.made;
    expect(window?.calls).toEqual(['load app://so-viec/']);
    window?.emit('ready-to-show');
    expect(window?.calls).toEqual(['load app://so-viec/', 'show']);
  });

  it('SH11 asks before a draft is thrown away', () => {
    const { electron, dialog } = recorder();
    openWindow(electron, { preload: '/p.cjs', packaged: true });
    const contents = FakeWindow.made[0]?.webContents;
    const stay = event('');
    contents?.emit('will-prevent-unload', stay);
    dialog.press = 1;
    const leave = event('');
    contents?.emit('will-prevent-unload', leave);
    expect([stay.prevented, leave.prevented]).toEqual([false, true]);
    expect(dialog.shown[0]?.defaultId).toBe(0);
  });

  it('brings the page back when its process ends', () => {
    const { electron, dialog } = recorder();
    openWindow(electron, { preload: '/p.cjs', packaged: true });
    FakeWindow.made[0]?.webContents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(dialog.shown[0]?.detail).toContain('đã lưu vẫn còn');
    expect(FakeWindow.made[0]?.webContents.reloads).toBe(1);
  });
});

describe('SH2 one page', () => {
  it('SH2 opens no second window', () => {
    const { contents } = lockedContents();
    for (const url of ['app://so-viec/', 'https://example.org/', 'about:blank', 'file:///etc/passwd']) {
      expect(contents.windowOpen?.({ url })).toEqual({ action: 'deny' });
    }
  });

  it.each([
    ['app://so-viec/bao-cao', false],
    ['app://minh-chung/e/abc', true],
    ['app://so-viec.evil.example/', true],
    ['app://so-viec@evil.example/', true],
    ['app://so-viec:8080/', true],
    ['https://so-viec/', true],
    ['file:///C:/Windows/win.ini', true],
    ['javascript:alert(1)', true],
    ['data:text/html,x', true],
    ['not an address', true],
  ])('SH2 going to %s is refused: %s', (url, prevented) => {
    const { contents } = lockedContents();
    const going = event(url);
    contents.emit('will-navigate', going);
    expect(going.prevented).toBe(prevented);
  });

  it.each([
    ['app://minh-chung/e/abc', false],
    ['about:srcdoc', false],
    ['blob:app://so-viec/0e9b', false],
    ['app://so-viec/', true],
    ['https://example.org/', true],
    ['blob:https://example.org/1', true],
    ['file:///etc/passwd', true],
  ])('SH2 a frame of %s is refused: %s', (url, prevented) => {
    const { contents } = lockedContents();
    const going = event(url, false);
    contents.emit('will-frame-navigate', going);
    expect(going.prevented).toBe(prevented);
  });

  it('SH2 is not led on, and embeds no webview', () => {
    const { contents } = lockedContents();
    for (const name of ['will-redirect', 'will-attach-webview']) {
      const refused = event('app://so-viec/');
      contents.emit(name, refused);
      expect(refused.prevented, name).toBe(true);
    }
  });
});

describe('SH3 outside links', () => {
  it.each([
    ['https://papi.org.vn/', 'https://papi.org.vn/'],
    ['mailto:vanthu@example.vn', 'mailto:vanthu@example.vn'],
    ['mailto:vanthu@example.vn?attach=C:\\secret.docx', 'mailto:vanthu@example.vn'],
    ['mailto:vanthu@example.vn?subject=x&attach=/etc/passwd', 'mailto:vanthu@example.vn'],
    ['http://papi.org.vn/', null],
    ['https://ubnd.gov.vn@evil.example/', null],
    ['file:///C:/Windows/System32/calc.exe', null],
    ['ms-msdt:/id', null],
    ['javascript:alert(1)', null],
    ['https://example.org/ --flag', null],
    ['https://example.org/\nx', null],
    ['', null],
  ])('SH3 %j becomes %j', (given, checked) => {
    expect(externalAddress(given)).toBe(checked);
  });

  it('SH3 opens no address that is too long to judge', () => {
    expect(externalAddress(`https://example.org/${'x'.repeat(3000)}`)).toBeNull();
  });

  it('SH3 opens only after the person agreed, and shows where it goes', async () => {
    const { seen, contents } = lockedContents();
    contents.windowOpen?.({ url: 'https://papi.org.vn/' });
    await tick();
    expect(seen.opened).toEqual([]);
    expect(seen.dialog.shown[0]).toMatchObject({ detail: 'https://papi.org.vn/', defaultId: 0, cancelId: 0 });
    seen.dialog.press = 1;
    contents.emit('will-navigate', event('https://papi.org.vn/'));
    await tick();
    expect(seen.opened).toEqual(['https://papi.org.vn/']);
  });

  it('SH3 asks nothing about what it never opens', async () => {
    const { seen, contents } = lockedContents();
    seen.dialog.press = 1;
    contents.windowOpen?.({ url: 'file:///etc/passwd' });
    await tick();
    expect(seen.dialog.shown).toEqual([]);
    expect(seen.opened).toEqual([]);
  });
});

describe('SH4, SH5 the session', () => {
  const restricted = () => {
    const { session } = recorder();
    restrictSession(session as unknown as Electron.Session);
    return session;
  };
  const ours = { isMainFrame: true, requestingUrl: 'app://so-viec/' };

  it('SH4 grants the clipboard to our page and nothing else', () => {
    const { handlers } = restricted();
    const ask = (permission: string, details: object) => {
      let answer: boolean | undefined;
      handlers.request?.({}, permission, (given: boolean) => (answer = given), details);
      return answer;
    };
    expect(ask('clipboard-sanitized-write', ours)).toBe(true);
    expect(ask('clipboard-sanitized-write', { ...ours, isMainFrame: false })).toBe(false);
    expect(ask('clipboard-sanitized-write', { ...ours, requestingUrl: 'app://minh-chung/e/a' })).toBe(false);
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fileSystem',
      'usb',
      'unknown',
    ]) {
      expect(ask(permission, ours), permission).toBe(false);
    }
  });

  it('SH4 answers checks the same way, and gives no device or screen', () => {
    const { handlers } = restricted();
    expect(handlers.check?.(null, 'clipboard-sanitized-write', 'app://so-viec/', ours)).toBe(true);
    expect(handlers.check?.(null, 'clipboard-sanitized-write', 'app://minh-chung/', ours)).toBe(false);
    expect(handlers.check?.(null, 'geolocation', 'app://so-viec/', ours)).toBe(false);
    expect(handlers.device?.({ deviceType: 'usb' })).toBe(false);
    let screen: unknown;
    handlers.display?.({}, (given: unknown) => (screen = given));
    expect(screen).toEqual({});
  });

  it('SH5 cuts the network and the disk', () => {
    const session = restricted();
    expect(session.blocked).toEqual(
      expect.arrayContaining(['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*']),
    );
    let answer: unknown;
    session.handlers.before?.({}, (given: unknown) => (answer = given));
    expect(answer).toEqual({ cancel: true });
    expect(session.spellChecker).toBe(false);
  });

  it.each([
    ['app://so-viec/api/reports/1/word', false],
    ['blob:app://so-viec/0e9b', false],
    ['app://minh-chung/e/abc', false],
    ['data:application/octet-stream,x', true],
    ['https://example.org/x.exe', true],
  ])('SH5 a download of %s is refused: %s', (url, prevented) => {
    const session = restricted();
    const asked = event(url);
    session.emit('will-download', asked, { getURL: () => url });
    expect(asked.prevented).toBe(prevented);
  });
});
